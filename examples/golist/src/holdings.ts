import type { Banksia } from './banksia.ts'
import type { Recorder } from './exchange.ts'
import { type Reconciliation, reconcile } from './reconcile.ts'
import type { Account, Transaction } from './wire.ts'

export interface Holding {
  readonly account: Account
  /** Newest first, pending rows before posted ones. */
  readonly transactions: readonly Transaction[]
  readonly check: Reconciliation
}

export interface Holdings {
  readonly holdings: readonly Holding[]
  /** Pages of 500 that the list of transactions took. */
  readonly pages: number
  readonly rows: number
}

const mostPages = 200

/** Everything a user shares: the accounts, and the transactions page by page along `links.next`. */
export async function readHoldings(banksia: Banksia, userId: string, record: Recorder): Promise<Holdings> {
  const accounts = (await banksia.accounts(userId, record)).body?.data ?? []
  const rows = new Map<string, Transaction[]>()
  let pages = 0
  let next: string | undefined = `/users/${userId}/transactions?limit=500`
  while (next !== undefined && pages < mostPages) {
    const { body } = await banksia.transactionsPage(next, record)
    pages += 1
    for (const row of body?.data ?? []) {
      const ofAccount = rows.get(row.account)
      if (ofAccount === undefined) rows.set(row.account, [row])
      else ofAccount.push(row)
    }
    next = body?.links.next
  }
  const holdings = accounts.map((account) => {
    const transactions = rows.get(account.id) ?? []
    return { account, transactions, check: reconcile(account, transactions) }
  })
  return { holdings, pages, rows: [...rows.values()].reduce((total, some) => total + some.length, 0) }
}
