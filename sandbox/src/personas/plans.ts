import { at } from '../calendar.ts'
import type { AccountPlan, Cents, Habit } from '../ledger/entry.ts'
import { fixed, monthlyOn, payCard, regularly } from '../ledger/habits.ts'
import {
  amortisingLoan,
  creditCard,
  runningAccount,
  savingsAccount,
  termDeposit,
  termDepositInterest,
} from '../ledger/rules.ts'

interface PlanBasics {
  readonly accountNo: string
  readonly holder: string
}

export const dollars = (amount: number): Cents => Math.round(amount * 100)

/** Everyday account; `float` is what it holds at the start of a month, about. */
export const transactionPlan = (
  basics: PlanBasics & { float: Cents; habits: readonly Habit[]; sweepTo?: string; maxRows?: number },
): AccountPlan => ({
  key: 'transaction',
  type: 'transaction',
  accountNo: basics.accountNo,
  holder: basics.holder,
  habits: basics.habits,
  rule: runningAccount({
    float: basics.float,
    sweepTo: basics.sweepTo ?? 'OTHER BANK SAVINGS',
    sweepFrom: basics.sweepTo ?? 'OTHER BANK SAVINGS',
  }),
  ...(basics.maxRows === undefined ? {} : { maxRows: basics.maxRows }),
})

export interface CardPlan {
  readonly account: AccountPlan
  /** For the everyday account that pays it. */
  readonly payment: Habit
}

export const cardPlan = (
  basics: PlanBasics & { limit: Cents; payOn: number; habits: readonly Habit[] },
): CardPlan => ({
  account: {
    key: 'card',
    type: 'credit-card',
    accountNo: basics.accountNo,
    holder: basics.holder,
    limit: basics.limit,
    habits: basics.habits,
    rule: creditCard({ payOn: basics.payOn }),
  },
  payment: payCard({
    key: 'card',
    payOn: basics.payOn,
    description: `TRANSFER TO VISA ${basics.accountNo}`,
  }),
})

export interface LoanPlan {
  readonly account: AccountPlan
  readonly payment: Habit
}

export const loanPlan = (
  basics: PlanBasics & {
    type: 'mortgage' | 'loan'
    limit: Cents
    principal: Cents
    rate: number
    repayment: Cents
    payOn: number
  },
): LoanPlan => ({
  account: {
    key: basics.type,
    type: basics.type,
    accountNo: basics.accountNo,
    holder: basics.holder,
    limit: basics.limit,
    habits: [],
    rule: amortisingLoan(basics),
  },
  payment: fixed(
    monthlyOn(basics.payOn),
    at(8, 30),
    -basics.repayment,
    `TRANSFER TO ${basics.type === 'mortgage' ? 'HOME LOAN' : 'PERSONAL LOAN'} ${basics.accountNo}`,
  ),
})

export interface SavingsPlan {
  readonly account: AccountPlan
  /** For the everyday account that saves. */
  readonly deposit: Habit
}

export const savingsPlan = (
  basics: PlanBasics & {
    base: Cents
    rate: number
    monthly: Cents
    on: number
    payoutTo: string
    from: string
  },
): SavingsPlan => ({
  account: {
    key: 'savings',
    type: 'savings',
    accountNo: basics.accountNo,
    holder: basics.holder,
    habits: [fixed(monthlyOn(basics.on), at(9, 30), basics.monthly, `TRANSFER FROM ${basics.from}`)],
    rule: savingsAccount(basics),
  },
  deposit: fixed(monthlyOn(basics.on), at(9, 30), -basics.monthly, `TRANSFER TO SAVER ${basics.accountNo}`),
})

export interface TermDepositPlan {
  readonly account: AccountPlan
  /** For the everyday account that receives the interest. */
  readonly income: Habit
}

export const termDepositPlan = (
  basics: PlanBasics & { principal: Cents; rate: number; payTo: string },
): TermDepositPlan => ({
  account: {
    key: 'term-deposit',
    type: 'term-deposit',
    accountNo: basics.accountNo,
    holder: basics.holder,
    habits: [],
    rule: termDeposit(basics),
  },
  income: regularly('term-deposit', monthlyOn(28), () => ({
    second: at(7, 5),
    amount: termDepositInterest(basics),
    description: `TRANSFER FROM TERM DEPOSIT ${basics.accountNo}`,
  })),
})

/** Fees and bills that nearly every everyday account has. */
export const household = (reference: string): readonly Habit[] => [
  fixed(monthlyOn(28), at(6, 30), -500, 'MONTHLY ACCOUNT FEE'),
  fixed(monthlyOn(9), at(6, 40), -6500, 'DIRECT DEBIT TELSTRA MOBILE', reference),
]
