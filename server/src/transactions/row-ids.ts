import { createHmac, createSecretKey } from 'node:crypto'
import type { TransactionRecord } from '@banksia/connector-kit'
import { idFromBytes, type TransactionId } from '../ids.ts'

/**
 * Ids of an account's posted rows. They follow from what the bank says of a row, so that the same row read again is the
 * same transaction. Rows alike in everything are counted within their day: give them oldest first, whole days together.
 */
export function postedIds(accountKey: Buffer, rows: readonly TransactionRecord[]): TransactionId[] {
  const key = createSecretKey(accountKey)
  const seen = new Map<string, number>()
  return rows.map(({ postDate, amount, balance, description }) => {
    const said = `${postDate}|${amount}|${balance ?? ''}|${description}`
    const occurrence = seen.get(said) ?? 0
    seen.set(said, occurrence + 1)
    return idFromBytes(createHmac('sha256', key).update(`${occurrence}|${said}`).digest())
  })
}
