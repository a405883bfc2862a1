import { compareMoments, type Moment, type Month, monthOf } from '../calendar.ts'
import { type AccountOwner, createBooks, longestPendingDays, settlementMoment } from './books.ts'
import type { AccountPlan, Cents, PostedRow } from './entry.ts'

/** The bank shows this many days of history. */
export const historyDays = 730

/** Place of a posted row that never changes: its month and its index in it. */
export interface RowKey {
  readonly month: Month
  readonly index: number
}

export interface KeyedRow extends PostedRow, RowKey {}

export interface PendingRow {
  readonly day: number
  readonly second: number
  readonly amount: Cents
  readonly description: string
}

export interface Ledger {
  /** Posted rows that exist at `now`, newest first, as far back as the bank shows them. */
  posted(owner: AccountOwner, plan: AccountPlan, now: Moment): Generator<KeyedRow>
  /** Pending rows at `now`, newest first. */
  pending(owner: AccountOwner, plan: AccountPlan, now: Moment): readonly PendingRow[]
  /** Balance after the newest posted row. */
  balance(owner: AccountOwner, plan: AccountPlan, now: Moment): Cents
}

/** The books of all banks, as they look at a moment. */
export const createLedger = (): Ledger => {
  const books = createBooks()

  function* posted(owner: AccountOwner, plan: AccountPlan, now: Moment): Generator<KeyedRow> {
    const oldest = now.day - historyDays
    let left = plan.maxRows ?? Number.POSITIVE_INFINITY
    for (let month = monthOf(now.day); month >= monthOf(oldest); month -= 1) {
      const rows = books.monthRows(owner, plan, month)
      for (let index = rows.length - 1; index >= 0; index -= 1) {
        const row = rows[index]
        if (row === undefined || compareMoments(row, now) > 0) continue
        if (row.day < oldest || left === 0) return
        left -= 1
        yield { ...row, month, index }
      }
    }
  }

  return {
    posted,

    pending(owner, plan, now) {
      const rows: PendingRow[] = []
      for (let day = now.day - longestPendingDays; day <= now.day; day += 1) {
        for (const entry of books.entriesOn(owner, plan, day)) {
          const made = { day, second: entry.second }
          if (!entry.settles || compareMoments(made, now) > 0) continue
          if (compareMoments(settlementMoment(day, entry), now) <= 0) continue
          rows.push({
            ...made,
            amount: entry.amount,
            description: entry.pendingDescription ?? entry.description,
          })
        }
      }
      return rows.sort((a, b) => compareMoments(b, a))
    },

    balance(owner, plan, now) {
      const month = monthOf(now.day)
      const latest = books.monthRows(owner, plan, month).findLast((row) => compareMoments(row, now) <= 0)
      return latest?.balance ?? books.opening(owner, plan, month)
    },
  }
}
