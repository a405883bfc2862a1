import { calendarDate, compareMoments, firstDayOf, lastDayOf, type Moment, type Month } from '../calendar.ts'
import { createCache } from './cache.ts'
import type { AccountPlan, Entry, PostedRow, Posting, RuleScope, Scope } from './entry.ts'

/** No entry stays pending longer than this. */
export const longestPendingDays = 6

/** Months of one account kept ready; two years of a dozen accounts. */
const cachedMonths = 400

/** A login's accounts at one bank. */
export interface AccountOwner {
  readonly bank: string
  readonly loginId: string
  readonly plans: readonly AccountPlan[]
}

/** All rows of all accounts, month by month, whether they have happened yet or not. */
export interface Books {
  /** What the account's habits make on a day. */
  entriesOn(owner: AccountOwner, plan: AccountPlan, day: number): readonly Entry[]
  /** Rows that post in a month, oldest first, with their balances. */
  monthRows(owner: AccountOwner, plan: AccountPlan, month: Month): readonly PostedRow[]
  opening(owner: AccountOwner, plan: AccountPlan, month: Month): number
}

/** Overnight processing, from four o'clock on, in the order in which entries were made. */
export const settlementMoment = (day: number, entry: Entry): Moment =>
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

/** Pure functions of login, account and day, with a bounded cache in front. */
export const createBooks = (): Books => {
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

  const entriesOn = (owner: AccountOwner, plan: AccountPlan, day: number): readonly Entry[] => {
    const scope = scopeOf(owner)
    const date = calendarDate(day)
    return plan.habits.flatMap((habit) => habit(scope, date))
  }

  const habitRows = (owner: AccountOwner, plan: AccountPlan, month: Month): readonly Posting[] =>
    habitCache(keyOf(owner, plan, month), () => {
      const first = firstDayOf(month)
      const last = lastDayOf(month)
      const rows: Posting[] = []
      for (let day = first - longestPendingDays; day <= last; day += 1) {
        for (const entry of entriesOn(owner, plan, day)) {
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

  return {
    entriesOn,
    monthRows,
    opening: (owner, plan, month) => plan.rule.opening(ruleScopeOf(owner, plan), month),
  }
}
