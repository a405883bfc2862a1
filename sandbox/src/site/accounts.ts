import { createHash } from 'node:crypto'
import { calendarDate, firstDayOf, lastDayOf, type Moment, monthOf } from '../calendar.ts'
import type { AccountOwner } from '../ledger/books.ts'
import type { AccountPlan, AccountType } from '../ledger/entry.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { Persona } from '../personas/persona.ts'
import type { AccountView, Bank, StatementView } from './bank.ts'

/** What an account is called, what kind it is, and the second half of its product's name. */
const typeWords: Readonly<Record<AccountType, { name: string; typeName: string; product: string }>> = {
  transaction: { name: 'Everyday Account', typeName: 'Transaction account', product: 'Transaction' },
  savings: { name: 'Savings', typeName: 'Savings account', product: 'Saver' },
  'credit-card': { name: 'Visa Card', typeName: 'Credit card', product: 'Visa' },
  mortgage: { name: 'Home Loan', typeName: 'Home loan', product: 'Home Loan' },
  loan: { name: 'Personal Loan', typeName: 'Personal loan', product: 'Personal Loan' },
  'term-deposit': { name: 'Term Deposit', typeName: 'Term deposit', product: 'Term Deposit' },
}

/** Months of statements a bank lists. */
const statementMonths = 12

export interface OwnAccount {
  readonly plan: AccountPlan
  readonly view: AccountView
}

export interface AccountReader {
  readonly owner: AccountOwner
  list(now: Moment): readonly AccountView[]
  find(reference: string, now: Moment): OwnAccount | undefined
  /** The monthly statements that are out at `now`, newest first. */
  statements(now: Moment): readonly StatementView[]
}

/** A persona's accounts at one bank. */
export const createAccountReader = (ledger: Ledger, bank: Bank, persona: Persona): AccountReader => {
  const owner: AccountOwner = { bank: bank.id, loginId: persona.loginId, plans: persona.accounts }

  const referenceOf = (plan: AccountPlan): string =>
    createHash('sha256').update(`${bank.id}:${persona.loginId}:${plan.accountNo}`).digest('hex').slice(0, 12)

  const view = (plan: AccountPlan, now: Moment): AccountView => {
    const words = typeWords[plan.type]
    const balance = ledger.balance(owner, plan, now)
    const held = ledger
      .pending(owner, plan, now)
      .reduce((total, { amount }) => total + Math.min(amount, 0), 0)
    return {
      reference: referenceOf(plan),
      name: words.name,
      accountNo: plan.accountNo,
      holder: plan.holder,
      typeName: words.typeName,
      product: `${bank.brand} ${words.product}`,
      balance,
      available: balance + held + (plan.limit ?? 0),
      limit: plan.limit,
    }
  }

  return {
    owner,
    list: (now) => persona.accounts.map((plan) => view(plan, now)),
    find(reference, now) {
      const plan = persona.accounts.find((candidate) => referenceOf(candidate) === reference)
      return plan === undefined ? undefined : { plan, view: view(plan, now) }
    },
    statements(now) {
      const current = monthOf(now.day)
      return Array.from({ length: statementMonths }, (_, index) => current - 1 - index).flatMap((month) =>
        persona.accounts.map((plan) => {
          const from = firstDayOf(month)
          const { year, month: monthOfYear } = calendarDate(from)
          return {
            title: `${typeWords[plan.type].name} statement`,
            accountNo: plan.accountNo,
            from,
            to: lastDayOf(month),
            reference: `${referenceOf(plan)}-${year}${String(monthOfYear).padStart(2, '0')}`,
          }
        }),
      )
    },
  }
}
