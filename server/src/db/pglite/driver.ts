import {
  AbortedTransactionError,
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  type QueryResult,
  type TransactionSettings,
} from 'kysely'
import { bytesText, parserOf } from '../wire-types.ts'
import type { ResultSet } from './protocol.ts'
import type { Thread } from './thread.ts'

interface LeasedConnection extends DatabaseConnection {
  lease: number | undefined
}

const changing = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE'])

function typed<R>({ columns, rows, command, affected }: ResultSet): QueryResult<R> {
  const readers = columns.map(({ name, oid }) => ({ name, parse: parserOf(oid) }))
  const objects = rows.map((row) => {
    const object: Record<string, unknown> = {}
    for (const [index, { name, parse }] of readers.entries()) {
      const cell = row[index]
      if (typeof cell === 'string') object[name] = parse(cell)
      else object[name] = cell ? Buffer.from(cell.buffer, cell.byteOffset, cell.byteLength) : null
    }
    return object as R
  })
  return { rows: objects, ...(changing.has(command) && { numAffectedRows: BigInt(affected) }) }
}

const asText = (parameter: unknown): string | null => {
  if (parameter instanceof Uint8Array) return bytesText(parameter)
  return typeof parameter === 'string' ? parameter : null
}

/** Kysely's driver over the database's thread. A connection is a name only, until it begins a transaction. */
export function createPgliteDriver(thread: Thread): Driver {
  const leased = (connection: DatabaseConnection): LeasedConnection => connection as LeasedConnection

  async function end(
    connection: DatabaseConnection,
    sql: 'commit' | 'rollback',
  ): Promise<ResultSet | undefined> {
    const own = leased(connection)
    if (own.lease === undefined) return undefined
    const { lease } = own
    own.lease = undefined
    return thread.end(lease, sql)
  }

  return {
    init: async () => undefined,
    async acquireConnection() {
      const connection: LeasedConnection = {
        lease: undefined,
        // The await keeps the caller's stack in the error.
        executeQuery: async <R>({ sql, parameters }: CompiledQuery) =>
          typed<R>(await thread.query(connection.lease, sql, parameters.map(asText))),
        streamQuery: () => {
          throw new Error('Streaming is not supported')
        },
      }
      return connection
    },
    async beginTransaction(connection: DatabaseConnection, settings: TransactionSettings) {
      const isolation = settings.isolationLevel ? ` isolation level ${settings.isolationLevel}` : ''
      leased(connection).lease = await thread.begin(
        `start transaction${isolation} ${settings.accessMode ?? ''}`,
      )
    },
    async commitTransaction(connection) {
      const result = await end(connection, 'commit')
      if (result?.command === 'ROLLBACK') throw new AbortedTransactionError()
    },
    async rollbackTransaction(connection) {
      await end(connection, 'rollback')
    },
    async releaseConnection(connection) {
      await end(connection, 'rollback')
    },
    destroy: async () => undefined,
  }
}
