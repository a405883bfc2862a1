import { type CompiledQuery, type DatabaseConnection, type Driver, Kysely, PostgresDriver } from 'kysely'
import pg from 'pg'
import type { Database } from './database.ts'
import { dialect, guarded, type HandleRef } from './dialect.ts'
import { serverError, toDatabaseError } from './errors.ts'
import { createListener } from './postgres-listener.ts'
import type { Tables } from './tables.ts'
import { parserOf } from './wire-types.ts'

export interface PostgresOptions {
  readonly connectionString: string
  readonly poolSize: number
  readonly idleMs: number
}

/** A PostgreSQL server's database, by a pool of connections and one more that listens. */
export async function openPostgres({
  connectionString,
  poolSize,
  idleMs,
}: PostgresOptions): Promise<Database> {
  const settings = {
    connectionString,
    application_name: 'banksia',
    options: '-c TimeZone=UTC',
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    types: { getTypeParser: (oid: number) => parserOf(oid) },
  }
  const pool = new pg.Pool({ ...settings, max: poolSize, idle_in_transaction_session_timeout: idleMs })
  // An idle connection that breaks leaves the pool by itself; whoever asks next gets a new one or the error.
  pool.on('error', () => undefined)
  const handle: HandleRef = {}
  const db = new Kysely<Tables>({
    dialect: dialect(() => guarded(withoutQuotedData(new PostgresDriver({ pool })), handle)),
  })
  handle.db = db
  const listener = createListener(() => new pg.Client(settings))
  try {
    await pool.query('select 1')
  } catch (error) {
    await pool.end()
    throw error
  }
  let closing: Promise<void> | undefined
  return {
    db,
    kind: 'postgres',
    listen: listener.listen,
    stats: async () => ({ fsyncs: 0 }),
    close() {
      closing ??= listener.close().then(() => db.destroy())
      return closing
    },
  }
}

/** Server errors lose the members that quote row values, as on the embedded database. */
function withoutQuotedData(driver: PostgresDriver): Driver {
  const cleaned = new WeakSet<DatabaseConnection>()
  const acquire = driver.acquireConnection.bind(driver)
  return Object.assign(driver, {
    async acquireConnection(): Promise<DatabaseConnection> {
      const connection = await acquire()
      if (cleaned.has(connection)) return connection
      cleaned.add(connection)
      const execute = connection.executeQuery.bind(connection)
      connection.executeQuery = async <R>(query: CompiledQuery) => {
        try {
          return await execute<R>(query)
        } catch (error) {
          throw error instanceof pg.DatabaseError ? toDatabaseError(serverError(error)) : error
        }
      }
      return connection
    },
  })
}
