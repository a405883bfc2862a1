import pg from 'pg'

/**
 * One meaning of SQL values on both databases. Results: int8 is a number (it holds cents and sequences), timestamptz a
 * Date, date and timestamp are text, bytea is a Buffer, json is parsed, numeric stays decimal text. Parameters: a Date
 * is an instant, bytes are bytea, an array is a PostgreSQL array, a plain object is JSON text.
 */
export type Parse = (text: string) => unknown

function safeInteger(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError('A bigint from the database is beyond 2^53')
  return value
}

const asIs: Parse = (text) => text
const parseInstant = pg.types.getTypeParser(pg.types.builtins.TIMESTAMPTZ)
// `text[]`: its id is missing from the package's list of built-in types.
const parseTextArray = pg.types.getTypeParser(1009 as typeof pg.types.builtins.TEXT)
const instant: Parse = (text) => parseInstant(text)
const arrayOf =
  (element: Parse): Parse =>
  (text) =>
    each(parseTextArray(text), element)

function each(items: unknown, element: Parse): unknown {
  if (Array.isArray(items)) return items.map((item) => each(item, element))
  return typeof items === 'string' ? element(items) : null
}

const json: Parse = (text): unknown => JSON.parse(text)
const bytes: Parse = (text) => Buffer.from(text.slice(2), 'hex')
const truth: Parse = (text) => text === 't'

/** By type id (pg_type.oid), scalar then array. Every other type is its text. */
const parsers = new Map<number, Parse>([
  [16, truth],
  [1000, arrayOf(truth)],
  [17, bytes],
  [1001, arrayOf(bytes)],
  [20, safeInteger],
  [1016, arrayOf(safeInteger)],
  ...[21, 23, 26, 700, 701].map((oid): [number, Parse] => [oid, Number]),
  ...[1005, 1007, 1028, 1021, 1022].map((oid): [number, Parse] => [oid, arrayOf(Number)]),
  [114, json],
  [199, arrayOf(json)],
  [3802, json],
  [3807, arrayOf(json)],
  [1184, instant],
  [1185, arrayOf(instant)],
  ...[1009, 1015, 1014, 1003, 2951, 1182, 1115, 1231].map((oid): [number, Parse] => [oid, arrayOf(asIs)]),
])

export const parserOf = (oid: number): Parse => parsers.get(oid) ?? asIs

/** A parameter as both drivers take it: text, bytes or null. */
export function toWire(value: unknown): string | Buffer | null {
  if (value === null || value === undefined) return null
  if (typeof value === 'string') return value
  if (value instanceof Date) return value.toISOString()
  if (value instanceof Uint8Array) return Buffer.from(value.buffer, value.byteOffset, value.byteLength)
  if (Array.isArray(value)) return arrayText(value)
  if (typeof value === 'object') return JSON.stringify(value)
  return String(value)
}

function arrayText(items: readonly unknown[]): string {
  const parts = items.map((item) => {
    if (Array.isArray(item)) return arrayText(item)
    const wire = toWire(item)
    if (wire === null) return 'NULL'
    const text = typeof wire === 'string' ? wire : bytesText(wire)
    return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`
  })
  return `{${parts.join(',')}}`
}

/** The text form of bytea input. */
export const bytesText = (value: Uint8Array): string => `\\x${Buffer.from(value).toString('hex')}`
