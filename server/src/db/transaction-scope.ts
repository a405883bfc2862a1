import { AsyncLocalStorage } from 'node:async_hooks'
import { DbError } from './errors.ts'

/**
 * Who is inside which transaction. A query on the plain handle inside an open transaction would wait for the
 * transaction that waits for it (embedded: one connection) or silently run outside it (PostgreSQL), so it is refused.
 */
interface Scope {
  readonly db: object
  readonly outer: Scope | undefined
  state: 'opening' | 'open' | 'closed'
}

const scopes = new AsyncLocalStorage<Scope>()

const findScope = (db: object | undefined): Scope | undefined => {
  let scope = scopes.getStore()
  while (scope && scope.db !== db) scope = scope.outer
  return scope?.state === 'closed' ? undefined : scope
}

/** Called for each connection taken from `db`: the first one in a scope is the transaction's own. */
export function assertOutsideTransaction(db: object | undefined): void {
  const scope = findScope(db)
  if (scope?.state === 'open') {
    throw new DbError(
      'TX_SCOPE',
      'A query on the plain handle inside an open transaction: pass the transaction on',
    )
  }
  if (scope) scope.state = 'open'
}

/** Runs `work` as the scope of one transaction on `db`. */
export async function runInScope<T>(db: object, work: () => Promise<T>): Promise<T> {
  if (findScope(db)) {
    throw new DbError('TX_SCOPE', 'A transaction opened inside an open transaction: pass the transaction on')
  }
  const scope: Scope = { db, outer: scopes.getStore(), state: 'opening' }
  try {
    return await scopes.run(scope, work)
  } finally {
    scope.state = 'closed'
  }
}
