import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from 'kysely'
import { assertOutsideTransaction } from './transaction-scope.ts'
import { toWire } from './wire-types.ts'

/** PostgreSQL's SQL over one of our two drivers. */
export const dialect = (makeDriver: () => Driver): Dialect => ({
  createDriver: makeDriver,
  createAdapter: () => new PostgresAdapter(),
  createIntrospector: (db) => new PostgresIntrospector(db),
  createQueryCompiler: () => new PostgresQueryCompiler(),
})

/** Kysely makes its driver before we hold the handle that the scopes are keyed by. */
export interface HandleRef {
  db?: object
}

const prepared = (query: CompiledQuery): CompiledQuery =>
  query.parameters.length === 0 ? query : { ...query, parameters: query.parameters.map(toWire) }

/** Adds to a driver what both databases share: the scope guard and one form of parameters. */
export function guarded(inner: Driver, handle: HandleRef): Driver {
  const inners = new WeakMap<DatabaseConnection, DatabaseConnection>()
  const innerOf = (connection: DatabaseConnection): DatabaseConnection => inners.get(connection) ?? connection
  const savepoint = (command: string) => (connection: DatabaseConnection, name: string) =>
    innerOf(connection)
      .executeQuery(CompiledQuery.raw(`${command} "${name.replaceAll('"', '""')}"`))
      .then(() => undefined)
  return {
    init: (options) => inner.init(options),
    async acquireConnection(options) {
      assertOutsideTransaction(handle.db)
      const connection = await inner.acquireConnection(options)
      const outer: DatabaseConnection = {
        executeQuery: (query) => connection.executeQuery(prepared(query)),
        streamQuery: () => {
          throw new Error('Streaming is not supported')
        },
      }
      inners.set(outer, connection)
      return outer
    },
    beginTransaction: (connection, settings) => inner.beginTransaction(innerOf(connection), settings),
    commitTransaction: (connection) => inner.commitTransaction(innerOf(connection)),
    rollbackTransaction: (connection) => inner.rollbackTransaction(innerOf(connection)),
    savepoint: savepoint('savepoint'),
    rollbackToSavepoint: savepoint('rollback to'),
    releaseSavepoint: savepoint('release'),
    releaseConnection: (connection) => inner.releaseConnection(innerOf(connection)),
    destroy: (options) => inner.destroy(options),
  }
}
