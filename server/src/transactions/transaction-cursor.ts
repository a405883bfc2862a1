import { createHmac, type KeyObject, timingSafeEqual } from 'node:crypto'
import { AppError } from '../errors/app-error.ts'
import type { ApplicationId, UserId } from '../ids.ts'

/** Where a listing stands and what it lists: a cursor needs nothing else, so any process can go on with it. */
export interface Cursor {
  /** The row to go on after. */
  readonly account: number
  /** `YYYY-MM-DD` or `infinity`. */
  readonly sortDate: string
  readonly seq: number
  readonly limit: number
  /** Counted once, on the first page (settled 2). */
  readonly size: number
  /** The filters of the first request as they came, decoded. */
  readonly filters: readonly string[]
}

const macLength = 16

const macOf = (key: KeyObject, owner: readonly string[], payload: Buffer): Buffer =>
  createHmac('sha256', key)
    .update(`transactions ${owner.join(' ')} `)
    .update(payload)
    .digest()
    .subarray(0, macLength)

/** The cursor as the text of `next`. It is valid for this user of this application alone. */
export function encodeCursor(
  key: KeyObject,
  owner: readonly [ApplicationId, UserId],
  cursor: Cursor,
): string {
  const { account, sortDate, seq, limit, size, filters } = cursor
  const payload = Buffer.from(JSON.stringify([account, sortDate, seq, limit, size, ...filters]))
  return Buffer.concat([macOf(key, owner, payload), payload]).toString('base64url')
}

/** @throws AppError next-invalid when the text is not a cursor we gave to this user */
export function decodeCursor(key: KeyObject, owner: readonly [ApplicationId, UserId], text: unknown): Cursor {
  if (typeof text !== 'string' || !/^[A-Za-z0-9_-]{30,32000}$/.test(text)) throw new AppError('next-invalid')
  const bytes = Buffer.from(text, 'base64url')
  const payload = bytes.subarray(macLength)
  const genuine = timingSafeEqual(bytes.subarray(0, macLength), macOf(key, owner, payload))
  // Base64 has several spellings of the same bytes: only ours is a cursor.
  if (!genuine || bytes.toString('base64url') !== text) throw new AppError('next-invalid')
  const values: [number, string, number, number, number, ...string[]] = JSON.parse(payload.toString())
  const [account, sortDate, seq, limit, size, ...filters] = values
  return { account, sortDate, seq, limit, size, filters }
}
