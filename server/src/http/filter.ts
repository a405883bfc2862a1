import { AppError } from '../errors/app-error.ts'
import { readDay } from './filter-dates.ts'

export type Condition = 'eq' | 'ne' | 'in' | 'bt' | 'gt' | 'gteq' | 'lt' | 'lteq'

export interface PropertySpec {
  /** What the property can be asked. `eq` brings `ne` and `in` with it. */
  readonly conditions: readonly Condition[]
  /**
   * `text` compares as it is; `id` in lower case; `contact` is an e-mail address or telephone number, where a blank is a plus sign that was
   * not encoded; `date` comes back as `YYYY-MM-DD` or as a whole instant, `YYYY-MM-DDTHH:MM:SS.sssZ`.
   */
  readonly kind: 'text' | 'id' | 'contact' | 'date'
  /** The only values there are: any other is refused. */
  readonly values?: readonly string[]
  /** Other spellings of values. */
  readonly synonyms?: Readonly<Record<string, string>>
  /** Other names of the property. */
  readonly aliases?: readonly string[]
}

export type FilterSpec<Name extends string = string> = Readonly<Record<Name, PropertySpec>>

/**
 * One statement; all of them must hold. `eq` and the comparisons have one value, `bt` two, `in` means any of its
 * values and `ne` none of them.
 */
export interface Clause<Name extends string = string> {
  readonly property: Name
  readonly condition: Condition
  readonly values: readonly [string, ...string[]]
}

const longestFilter = 16_384
const longestValue = 256
const statementHead = /([A-Za-z][A-Za-z0-9]*(?:\.[A-Za-z][A-Za-z0-9]*)*)\.([a-z]+)[ \t]*\(/y
const blanks = /[\s+]*/y
/** Between arguments: a comma, `||` for "any of", or the closing parenthesis. */
const separator = /\s*(,|\|\||\))/y
const bareValue = /[^'"(),|]+/y

/**
 * Reads `filter` as it came from the query string: one text, several (all must hold), or nothing. Grammar of
 * core §1.7 and data §1.6, with every leniency that real clients need.
 * @throws AppError `filter-invalid`, or `post-date-invalid` for a value that is no date
 */
export function parseFilter<Name extends string>(raw: unknown, spec: FilterSpec<Name>): Clause<Name>[] {
  if (raw === undefined || raw === null) return []
  const texts: unknown[] = Array.isArray(raw) ? raw : [raw]
  return texts.flatMap((text) => {
    if (typeof text !== 'string' || text.length > longestFilter || text.includes('\0')) throw invalid()
    return parseStatements(decoded(text), spec)
  })
}

/** Whether a value satisfies a `text` clause, for lists that are filtered in memory. */
export function clauseHolds(clause: Clause, value: string): boolean {
  const among = clause.values.includes(value)
  return clause.condition === 'ne' ? !among : among
}

const invalid = () => new AppError('filter-invalid')

/** Some clients encode twice: no parenthesis is left to see then. */
function decoded(text: string): string {
  if (text.includes('(') || !/%28/.test(text)) return text
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function parseStatements<Name extends string>(text: string, spec: FilterSpec<Name>): Clause<Name>[] {
  const clauses: Clause<Name>[] = []
  let at = skip(blanks, text, 0)
  if (at === text.length) return clauses
  for (;;) {
    statementHead.lastIndex = at
    const head = statementHead.exec(text)
    if (!head) throw invalid()
    const args = parseArguments(text, statementHead.lastIndex)
    clauses.push(toClause(head[1] ?? '', head[2] ?? '', args, spec))
    at = skip(blanks, text, args.end)
    if (at === text.length) return clauses
    if (text[at] !== ',') throw invalid()
    at = skip(blanks, text, at + 1)
  }
}

interface Arguments {
  readonly values: readonly string[]
  /** Whether the values were joined by `||` rather than by commas. */
  readonly anyOf: boolean
  /** Position behind the closing parenthesis. */
  readonly end: number
}

function parseArguments(text: string, start: number): Arguments {
  const values: string[] = []
  const joints = new Set<string>()
  let at = start
  for (;;) {
    const value = parseValue(text, skip(/\s*/y, text, at))
    values.push(value.text)
    separator.lastIndex = value.end
    const joint = separator.exec(text)?.[1]
    if (!joint) throw invalid()
    at = separator.lastIndex
    if (joint === ')') break
    joints.add(joint)
  }
  if (joints.size > 1) throw invalid()
  return { values, anyOf: joints.has('||'), end: at }
}

function parseValue(text: string, at: number): { text: string; end: number } {
  const quote = text[at]
  if (quote === "'" || quote === '"') return parseQuoted(text, at, quote)
  bareValue.lastIndex = at
  const bare = bareValue.exec(text)?.[0]
  if (!bare) throw invalid()
  return { text: bare.trimEnd(), end: at + bare.length }
}

/** A quoted value ends at the first quote that a separator follows: names may hold apostrophes. */
function parseQuoted(text: string, at: number, quote: string): { text: string; end: number } {
  for (let close = text.indexOf(quote, at + 1); close !== -1; close = text.indexOf(quote, close + 1)) {
    separator.lastIndex = close + 1
    if (separator.test(text)) return { text: text.slice(at + 1, close), end: close + 1 }
  }
  throw invalid()
}

function skip(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  pattern.test(text)
  return pattern.lastIndex
}

function toClause<Name extends string>(
  name: string,
  condition: string,
  args: Arguments,
  spec: FilterSpec<Name>,
): Clause<Name> {
  const property = findProperty(name, spec)
  if (property === undefined || !isAllowed(condition, spec[property])) throw invalid()
  const [first, ...rest] = countChecked(condition, args).map((value) => readValue(value, spec[property]))
  if (first === undefined) throw invalid()
  return {
    property,
    condition: condition === 'eq' && rest.length > 0 ? 'in' : condition,
    values: [first, ...rest],
  }
}

function findProperty<Name extends string>(name: string, spec: FilterSpec<Name>): Name | undefined {
  const names = Object.keys(spec) as Name[]
  return names.find((known) => known === name || spec[known].aliases?.includes(name))
}

function isAllowed(condition: string, { conditions }: PropertySpec): condition is Condition {
  const known: readonly string[] = conditions
  return known.includes(condition) || ((condition === 'ne' || condition === 'in') && known.includes('eq'))
}

/** `bt` takes two values, or both in one pair of quotes; the others one, unless `||` makes them alternatives. */
function countChecked(condition: Condition, { values, anyOf }: Arguments): readonly string[] {
  if (condition === 'in') return values
  if (condition === 'bt') {
    const pair = values.length === 1 ? (values[0] ?? '').split(',') : values
    if (anyOf || pair.length !== 2) throw invalid()
    return pair
  }
  const alternatives = anyOf && (condition === 'eq' || condition === 'ne')
  if (values.length !== 1 && !alternatives) throw invalid()
  return values
}

function readValue(text: string, { kind, values, synonyms }: PropertySpec): string {
  if (text.length > longestValue) throw invalid()
  if (kind === 'contact') return text.replaceAll(' ', '+')
  const trimmed = text.trim()
  if (kind === 'date') return readDay(trimmed)
  if (kind === 'id') return trimmed.toLowerCase()
  const value = synonyms && Object.hasOwn(synonyms, trimmed) ? (synonyms[trimmed] ?? trimmed) : trimmed
  if (values && !values.includes(value)) throw invalid()
  return value
}
