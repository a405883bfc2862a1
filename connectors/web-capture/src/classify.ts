import type { TransactionClass } from '@banksia/connector-kit'

type Rule = readonly [words: RegExp, result: TransactionClass]

/** First match wins: a cash advance fee is a fee before it is cash. */
const debitRules: readonly Rule[] = [
  [/\bINTEREST (?:CHARGED|DEBITED|ON)\b|\b(?:DEBIT|LOAN|PURCHASE|OVERDRAFT) INTEREST\b/, 'loan-interest'],
  [/\b(?:FEE|DISHONOUR(?:ED)?|OVERDRAWN|SERVICE CHARGE|ACCOUNT KEEPING)\b/, 'bank-fee'],
  [
    /\b(?:ATM|CASH WITHDRAWAL|CASH WDL|CASH ADVANCE|WITHDRAWAL BRANCH|BRANCH WITHDRAWAL)\b/,
    'cash-withdrawal',
  ],
  [/\b(?:TRANSFER|TFR|TRF|OSKO|REDRAW)\b/, 'transfer'],
]

const creditRules: readonly Rule[] = [
  [/\bINTEREST\b/, 'interest'],
  [/\b(?:REFUND|REVERSAL|REVERSED|RETURNED GOODS)\b/, 'refund'],
  [/\bREPAYMENT\b|\bPAYMENT RECEIVED\b|\bPAYMENT\b.*\bTHANK YOU\b/, 'loan-repayment'],
  [/\b(?:TRANSFER|TFR|TRF|OSKO)\b/, 'transfer'],
]

/**
 * Class of a transaction from the bank's own wording and the sign of the amount (integer cents). A debit that says nothing
 * else is a `payment`, a credit a `direct-credit`.
 */
export function classOf(description: string, amount: number): TransactionClass {
  const words = description.toUpperCase()
  const rules = amount < 0 ? debitRules : creditRules
  const found = rules.find(([pattern]) => pattern.test(words))
  return found?.[1] ?? (amount < 0 ? 'payment' : 'direct-credit')
}
