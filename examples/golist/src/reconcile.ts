import type { Account, Transaction } from './wire.ts'

/** Whether what was read of one account adds up. All amounts are integer cents. */
export interface Reconciliation {
  readonly posted: number
  readonly pending: number
  /** First and last posting day, `yyyy-mm-dd`; null without posted rows. */
  readonly from: string | null
  readonly to: string | null
  readonly opening: number
  readonly sum: number
  readonly closing: number
  readonly atBank: number
  /** Posted rows whose balance is not the previous balance plus their amount, or is not known. */
  readonly wrongRows: number
  readonly reconciles: boolean
}

/**
 * A decimal string in cents.
 * @throws RangeError when it is not an amount with at most two decimals
 */
export function cents(amount: string): number {
  const [, sign, whole, fraction = ''] = /^(-?)(\d{1,13})(?:\.(\d{1,2}))?$/.exec(amount) ?? []
  if (whole === undefined) throw new RangeError(`${amount} is not an amount`)
  const value = Number(whole) * 100 + Number(fraction.padEnd(2, '0'))
  return sign === '-' ? -value : value
}

/** `-1234567` as `-12,345.67`. */
export function dollars(value: number): string {
  const digits = String(Math.abs(value)).padStart(3, '0')
  const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',')
  return `${value < 0 ? '-' : ''}${whole}.${digits.slice(-2)}`
}

/**
 * Checks one account's posted rows against its balance; pending rows move only the available funds.
 * @param rows the account's transactions in the order of the list: newest first
 */
export function reconcile(
  account: Pick<Account, 'balance'>,
  rows: readonly Pick<Transaction, 'status' | 'amount' | 'balance' | 'postDate'>[],
): Reconciliation {
  const posted = rows.filter((row) => row.status === 'posted').toReversed()
  const atBank = cents(account.balance ?? '0')
  const balances = posted.map((row) => (row.balance ? cents(row.balance) : null))
  const amounts = posted.map((row) => cents(row.amount))
  const opening = (balances[0] ?? atBank) - (amounts[0] ?? 0)
  const sum = amounts.reduce((total, amount) => total + amount, 0)
  const wrongRows = balances.filter(
    (balance, index) =>
      balance === null ||
      (index > 0 && balance !== (balances[index - 1] ?? Number.NaN) + (amounts[index] ?? 0)),
  ).length
  const closing = balances.at(-1) ?? atBank
  return {
    posted: posted.length,
    pending: rows.length - posted.length,
    from: posted[0]?.postDate?.slice(0, 10) ?? null,
    to: posted.at(-1)?.postDate?.slice(0, 10) ?? null,
    opening,
    sum,
    closing,
    atBank,
    wrongRows,
    reconciles: wrongRows === 0 && opening + sum === atBank && closing === atBank,
  }
}
