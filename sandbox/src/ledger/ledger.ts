import {
  calendarDate,
  compareMoments,
  firstDayOf,
  lastDayOf,
  type Moment,
  type Month,
  monthOf,
} from '../calendar.ts'
import { createCache } from './cache.ts'
import type { AccountPlan, Cents, Entry, PostedRow, Posting, RuleScope, Scope } from './entry.ts'

/** The bank shows this many days of history. */
export const historyDays = 730

/** No entry stays pending longer than this. */
const longestPendingDays = 6

/** Months of one account kept ready; two years of a dozen accounts. */
const cachedMonths = 400

/** A login's accounts at one bank. */
export interface AccountOwner {
  readonly bank: string
  readonly loginId: string
  readonly plans: readonly AccountPlan[]
}

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

/** Overnight processing, from four o'clock on, in the order in which entries were made. */
const settlementMoment = (day: number, entry: Entry): Moment =>
  entry.settles
    ? { day: day + entry.settles, second: 4 * 3600 + Math.floor(entry.second / 60) }
    : { day, second: entry.second }

const toPosting = (day: number, entry: Entry): Posting => {
  const posted = settlementMoment(day, entry)
  return {
    day: posted.day,
    second: posted.second,
    amount: entry.amount,
    description: entry.description,
    reference: entry.reference ?? '',
  }
}

/** The books of all banks: pure functions of login, account and day, with a bounded cache in front. */
export const createLedger = (): Ledger => {
  const habitCache = createCache<readonly Posting[]>(cachedMonths)
  const rowCache = createCache<readonly PostedRow[]>(cachedMonths)

  const keyOf = (owner: AccountOwner, plan: AccountPlan, month: Month): string =>
    `${owner.bank}\n${owner.loginId}\n${plan.accountNo}\n${month}`

  const scopeOf = (owner: AccountOwner): Scope => ({
    bank: owner.bank,
    loginId: owner.loginId,
    openingOf(accountKey, month) {
      const plan = owner.plans.find(({ key }) => key === accountKey)
      return plan === undefined ? 0 : plan.rule.opening(ruleScopeOf(owner, plan), month)
    },
  })

  const ruleScopeOf = (owner: AccountOwner, plan: AccountPlan): RuleScope => ({
    seed: `${owner.bank}:${owner.loginId}:${plan.key}`,
    habitRows: (month) => habitRows(owner, plan, month),
  })

  const entriesOn = (plan: AccountPlan, scope: Scope, day: number): readonly Entry[] => {
    const date = calendarDate(day)
    return plan.habits.flatMap((habit) => habit(scope, date))
  }

  const habitRows = (owner: AccountOwner, plan: AccountPlan, month: Month): readonly Posting[] =>
    habitCache(keyOf(owner, plan, month), () => {
      const first = firstDayOf(month)
      const last = lastDayOf(month)
      const scope = scopeOf(owner)
      const rows: Posting[] = []
      for (let day = first - longestPendingDays; day <= last; day += 1) {
        for (const entry of entriesOn(plan, scope, day)) {
          const posting = toPosting(day, entry)
          if (posting.day >= first && posting.day <= last) rows.push(posting)
        }
      }
      return rows.sort(compareMoments)
    })

  const monthRows = (owner: AccountOwner, plan: AccountPlan, month: Month): readonly PostedRow[] =>
    rowCache(keyOf(owner, plan, month), () => {
      const scope = ruleScopeOf(owner, plan)
      let balance = plan.rule.opening(scope, month)
      const rows = [...habitRows(owner, plan, month), ...plan.rule.ruleRows(scope, month)].sort(
        compareMoments,
      )
      return rows.map((row) => {
        balance += row.amount
        return { ...row, balance }
      })
    })

  function* posted(owner: AccountOwner, plan: AccountPlan, now: Moment): Generator<KeyedRow> {
    const oldest = now.day - historyDays
    let left = plan.maxRows ?? Number.POSITIVE_INFINITY
    for (let month = monthOf(now.day); month >= monthOf(oldest); month -= 1) {
      const rows = monthRows(owner, plan, month)
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
      const scope = scopeOf(owner)
      const rows: PendingRow[] = []
      for (let day = now.day - longestPendingDays; day <= now.day; day += 1) {
        for (const entry of entriesOn(plan, scope, day)) {
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
      const latest = monthRows(owner, plan, month).findLast((row) => compareMoments(row, now) <= 0)
      return latest?.balance ?? plan.rule.opening(ruleScopeOf(owner, plan), month)
    },
  }
}
