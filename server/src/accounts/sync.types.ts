import type { AccountRecord, TransactionRecord } from '@banksia/connector-kit'
import type { Application } from '../applications/applications.types.ts'
import type { Tx } from '../db/database.ts'
import type { AccountId, ConnectionId, ConsentId, InstitutionId, UserId } from '../ids.ts'
import type { ConsentKey } from '../vault/vault.ts'

/** What one reading of a connection works on. */
export interface SyncContext {
  readonly application: Application
  readonly userId: UserId
  readonly consentId: ConsentId
  readonly connectionId: ConnectionId
  readonly institutionId: InstitutionId
  /** The key of `consentId`. */
  readonly key: ConsentKey
  /** Scopes the person consented to, for example `account.basic`. What is not among them is not stored. */
  readonly scopes: ReadonlySet<string>
  /** The application's time. */
  readonly at: Date
  /** How far the first reading goes back; `null` for all there is. */
  readonly initialRetrievalDays: number | null
}

export interface StoredAccount {
  /** The bank's handle, as in `AccountRecord`. */
  readonly reference: string
  readonly accountId: AccountId
  /**
   * Read pages until one holds a posted row of an earlier day than this (`YYYY-MM-DD`), or until there are no more.
   * `null`: read all pages.
   */
  readonly stopBefore: string | null
}

export interface StoredTransactions {
  /** New rows, pending ones included. */
  readonly added: number
  /** Pending rows that were replaced. */
  readonly removed: number
}

export interface SyncService {
  /**
   * Stores the accounts the bank lists now. The same bank account of the same connection keeps its id; accounts of the
   * connection that the bank no longer lists become unavailable. `account.updated` tells of changes other than balances.
   * Without the scope `account.basic` nothing is stored and the answer is empty.
   */
  storeAccounts(tx: Tx, ctx: SyncContext, records: readonly AccountRecord[]): Promise<StoredAccount[]>
  /**
   * Stores what was read of one account, newest first, all pages in one call. Posted rows keep their ids, pending rows
   * are replaced. `complete`: the pages reached `stopBefore` or the end; otherwise the oldest day, which may be cut, is
   * left for the next time. Without the scope `transaction.detail` nothing is stored.
   */
  storeTransactions(
    tx: Tx,
    ctx: SyncContext,
    accountId: AccountId,
    rows: readonly TransactionRecord[],
    options: { readonly complete: boolean },
  ): Promise<StoredTransactions>
  /** `transactions.updated`, to be called once after the last account of a reading; nothing when nothing was stored. */
  announceTransactions(tx: Tx, ctx: SyncContext, stored: readonly StoredTransactions[]): Promise<void>
  /** The partner deleted the connection: its accounts stay, unavailable and without a link to it (settled 6). */
  markUnavailable(tx: Tx, connection: ConnectionRef): Promise<void>
  /** The person disconnected the bank: nothing of its accounts is served any more; a deletion task removes them. */
  withdraw(tx: Tx, connection: ConnectionRef): Promise<void>
  /** Removes the accounts and transactions of a connection at once, for a purge: a refresh reads all of it again. */
  purge(tx: Tx, connection: ConnectionRef): Promise<Removed>
  /**
   * The same in transactions of its own and in bounded batches, for deletion tasks: interrupted and repeated, it goes on
   * where it stood. Answers what this call removed.
   */
  removeOf(connection: ConnectionRef): Promise<Removed>
}

export interface ConnectionRef {
  readonly application: Pick<Application, 'id'>
  readonly connectionId: ConnectionId
}

export interface Removed {
  readonly accounts: number
  readonly transactions: number
}
