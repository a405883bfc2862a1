import { at, firstDayOf, lastDayOf, type Month, monthIndex } from '../calendar.ts'
import { randomFor } from '../random.ts'
import type { BalanceRule, Cents, Posting, RuleScope } from './entry.ts'

/** Loans were drawn down when this month started. */
const loanEpoch: Month = monthIndex(2018, 1)

const sum = (rows: readonly Posting[]): Cents => rows.reduce((total, row) => total + row.amount, 0)

const row = (day: number, second: number, amount: Cents, description: string): Posting[] =>
  amount === 0 ? [] : [{ day, second, amount, description, reference: '' }]

/** A month's interest on an amount, at a yearly rate in basis points. */
const monthlyInterest = (amount: Cents, rate: number): Cents => Math.round((amount * rate) / 120_000)

/**
 * Everyday money: each month starts near `float`, and what is over (or short) at its end goes to (or comes from) an
 * account at another bank.
 */
export const runningAccount = (options: {
  float: Cents
  sweepTo: string
  sweepFrom: string
}): BalanceRule => {
  const opening = ({ seed }: RuleScope, month: Month): Cents =>
    options.float + randomFor(`${seed}:opening:${month}`).int(-options.float * 0.2, options.float * 0.2)
  return {
    opening,
    ruleRows(scope, month) {
      const before = opening(scope, month) + sum(scope.habitRows(month))
      const amount = opening(scope, month + 1) - before
      const text = amount < 0 ? `TRANSFER TO ${options.sweepTo}` : `TRANSFER FROM ${options.sweepFrom}`
      return row(lastDayOf(month), at(23, 50), amount, text)
    },
  }
}

/** A card whose statement is paid in full: what a month starts with is what was charged in the month before. */
export const creditCard = (options: { payOn: number }): BalanceRule => {
  const opening = (scope: RuleScope, month: Month): Cents => sum(scope.habitRows(month - 1))
  return {
    opening,
    ruleRows(scope, month) {
      const paid = -opening(scope, month)
      return row(firstDayOf(month) + options.payOn - 1, at(10, 15), paid, 'PAYMENT RECEIVED THANK YOU')
    },
  }
}

/** A loan repaid by a fixed amount each month; when it is nearly paid off it is drawn down again. */
export const amortisingLoan = (options: {
  principal: Cents
  /** Basis points a year. */
  rate: number
  repayment: Cents
  payOn: number
}): BalanceRule => {
  const monthRows = (month: Month, opening: Cents): readonly Posting[] => {
    const first = firstDayOf(month)
    const redraw = -opening < options.repayment * 2 ? -options.principal - opening : 0
    return [
      ...row(first, at(9, 5), redraw, 'TRANSFER TO REDRAW ACCOUNT'),
      ...row(first + options.payOn - 1, at(8, 30), options.repayment, 'LOAN REPAYMENT RECEIVED THANK YOU'),
      ...row(
        lastDayOf(month),
        at(22, 30),
        monthlyInterest(opening + redraw, options.rate),
        'INTEREST CHARGED',
      ),
    ]
  }
  const opening = (_scope: RuleScope, month: Month): Cents => {
    let balance = -options.principal
    for (let past = loanEpoch; past < month; past += 1) balance += sum(monthRows(past, balance))
    return balance
  }
  return {
    opening,
    ruleRows: (scope, month) => (month < loanEpoch ? [] : monthRows(month, opening(scope, month))),
  }
}

/** Savings that grow through the calendar year and are taken out, down to `base`, on its last day. */
export const savingsAccount = (options: { base: Cents; rate: number; payoutTo: string }): BalanceRule => {
  const opening = (scope: RuleScope, month: Month): Cents => {
    let balance = options.base
    for (let past = month - (month % 12); past < month; past += 1) {
      balance += sum(scope.habitRows(past)) + monthlyInterest(balance, options.rate)
    }
    return balance
  }
  return {
    opening,
    ruleRows(scope, month) {
      const start = opening(scope, month)
      const last = lastDayOf(month)
      const interest = monthlyInterest(start, options.rate)
      const end = start + sum(scope.habitRows(month)) + interest
      const payout = month % 12 === 11 ? options.base - end : 0
      const text = payout < 0 ? `TRANSFER TO ${options.payoutTo}` : `TRANSFER FROM ${options.payoutTo}`
      return [...row(last, at(22, 10), interest, 'INTEREST PAID'), ...row(last, at(23, 40), payout, text)]
    },
  }
}

/** The interest a term deposit pays out each month. */
export const termDepositInterest = (options: { principal: Cents; rate: number }): Cents =>
  monthlyInterest(options.principal, options.rate)

/** A fixed sum; its interest is paid on the 28th and goes to another account at once. */
export const termDeposit = (options: { principal: Cents; rate: number; payTo: string }): BalanceRule => ({
  opening: () => options.principal,
  ruleRows(_scope, month) {
    const day = firstDayOf(month) + 27
    const interest = termDepositInterest(options)
    return [
      ...row(day, at(7), interest, 'INTEREST PAID'),
      ...row(day, at(7, 5), -interest, `TRANSFER TO ${options.payTo}`),
    ]
  },
})
