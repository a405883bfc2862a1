import type { CalendarDate, Moment, Month } from '../calendar.ts'

/** Integer cents; a debit and what is owed are negative. */
export type Cents = number

/** Something that happens on an account at a time of a day. */
export interface Entry {
  /** Second of the day on which it is made. Never from 2:00 to 3:00: that hour comes twice, or not at all, when clocks change. */
  readonly second: number
  readonly amount: Cents
  readonly description: string
  readonly reference?: string
  /** Days it stays pending; absent or 0 when it posts at once. */
  readonly settles?: number
  /** What the bank prints while it is pending. */
  readonly pendingDescription?: string
}

/** What a habit may know: pure inputs only, so that a day's entries never depend on the moment of asking. */
export interface Scope {
  /** Bank id; the same login has other amounts at another bank. */
  readonly bank: string
  readonly loginId: string
  /** Balance of another account of the same login when the month starts. */
  openingOf(accountKey: string, month: Month): Cents
}

/** A pure function of login and calendar day. */
export type Habit = (scope: Scope, date: CalendarDate) => readonly Entry[]

/** An entry in the bank's books. */
export interface Posting extends Moment {
  readonly amount: Cents
  readonly description: string
  readonly reference: string
}

export interface PostedRow extends Posting {
  /** Balance of the account after this row. */
  readonly balance: Cents
}

/** What a balance rule may ask about the account it keeps. */
export interface RuleScope {
  readonly seed: string
  /** Rows made by the account's habits that post in the month, oldest first. */
  habitRows(month: Month): readonly Posting[]
}

/**
 * How an account's balance starts each month, in closed form, and which rows the bank itself adds so that the month ends
 * where the next one starts. Nothing is summed from "two years ago": a row's balance is the same whenever one looks.
 */
export interface BalanceRule {
  opening(scope: RuleScope, month: Month): Cents
  ruleRows(scope: RuleScope, month: Month): readonly Posting[]
}

export type AccountType = 'transaction' | 'savings' | 'credit-card' | 'mortgage' | 'loan' | 'term-deposit'

export interface AccountPlan {
  /** Name within the persona, for example `card`. */
  readonly key: string
  readonly type: AccountType
  readonly accountNo: string
  readonly holder: string
  readonly limit?: Cents
  readonly habits: readonly Habit[]
  readonly rule: BalanceRule
  /** The bank shows no more rows than this. */
  readonly maxRows?: number
}
