import { Kysely, PostgresDriver, type PostgresPoolClient } from 'kysely'
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
  // One that breaks while a transaction holds it fails that transaction's next query; unheard, it would end the process.
  pool.on('connect', (client) => client.on('error', () => undefined))
  const handle: HandleRef = {}
  const db = new Kysely<Tables>({
    dialect: dialect(() =>
      guarded(
        new PostgresDriver({
          pool: { connect: () => lend(pool), end: () => pool.end(), options: pool.options },
        }),
        handle,
      ),
    ),
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

/**
 * A client of the pool as the driver sees it. Server errors lose the members that quote row values, and a text of many
 * statements that left a transaction behind does not hand it to the connection's next user.
 */
async function lend(pool: pg.Pool): Promise<PostgresPoolClient> {
  const client = await pool.connect()
  return Object.assign(Object.create(client) as pg.PoolClient, {
    async query(text: string, values: unknown[]) {
      const outside = client.getTransactionStatus() === 'I'
      try {
        return await client.query(text, values)
      } catch (error) {
        if (outside && values.length === 0) await client.query('rollback').catch(() => undefined)
        throw error instanceof pg.DatabaseError ? toDatabaseError(serverError(error)) : error
      }
    },
    release: (destroy = false) => client.release(destroy || client.getTransactionStatus() !== 'I'),
  }) as PostgresPoolClient
}
