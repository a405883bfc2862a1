import type { Kysely, Transaction } from 'kysely'
import { openPglite } from './pglite/pglite.ts'
import { openPostgres } from './postgres.ts'
import type { Tables } from './tables.ts'
import { runInScope } from './transaction-scope.ts'

export type Db = Kysely<Tables>
export type Tx = Transaction<Tables>

export interface ListenOptions {
  /** A shared session advisory lock held for as long as the listener's session lives: others see it die with us. */
  readonly presence?: readonly [classId: number, objectId: number]
  /** After a lost connection was replaced: messages may have been missed. */
  readonly onReconnect?: () => void
}

export interface DatabaseStats {
  /** fsync calls since opening; 0 on PostgreSQL, where the server does them. */
  readonly fsyncs: number
}

/** An open database. `close` waits for what runs and refuses what comes after. */
export interface Database {
  readonly db: Db
  readonly kind: 'pglite' | 'postgres'
  /** Calls `onMessage` for each NOTIFY on `channel`; the answer stops it. */
  listen(
    channel: string,
    onMessage: (payload: string) => void,
    options?: ListenOptions,
  ): Promise<() => Promise<void>>
  stats(): Promise<DatabaseStats>
  close(): Promise<void>
}

export interface OpenOptions {
  /** A PostgreSQL URL. Absent: the embedded database in `dataDir`. */
  readonly databaseUrl?: string | undefined
  /** The data folder; the embedded database lives in its sub-folder `database`. */
  readonly dataDir: string
  /** Connections of the PostgreSQL pool, 10 unless told. */
  readonly poolSize?: number | undefined
  readonly limits?: Limits | undefined
}

export interface Limits {
  /** How long a request of the embedded database may wait for its turn before `DB_BUSY`. 15 s unless told. */
  readonly waitMs?: number
  /** How long an open transaction may do nothing before it is rolled back (`LEASE_LOST`). 10 s unless told. */
  readonly idleMs?: number
}

/** Opens the database; the caller migrates and closes it. */
export function openDatabase(options: OpenOptions): Promise<Database> {
  const { databaseUrl, dataDir, poolSize = 10, limits = {} } = options
  return databaseUrl
    ? openPostgres({ connectionString: databaseUrl, poolSize, idleMs: limits.idleMs ?? 10_000 })
    : openPglite({ dataDir, waitMs: limits.waitMs ?? 15_000, idleMs: limits.idleMs ?? 10_000 })
}

/**
 * The only way to open a transaction. It commits when `work` answers and rolls back when it throws. Serialization
 * failures and deadlocks reach the caller, who alone knows whether repeating is safe.
 */
export function inTransaction<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  return runInScope(db, () => db.transaction().execute(work))
}
