import pg from 'pg'

export type DatabaseFault =
  | 'TX_SCOPE'
  | 'DB_BUSY'
  | 'LEASE_LOST'
  | 'DB_CLOSED'
  | 'FOLDER_IN_USE'
  | 'MIGRATION'

/** A fault of our own database layer; what PostgreSQL itself answers is a `pg.DatabaseError` on both databases. */
export class DbError extends Error {
  override readonly name = 'DbError'
  readonly code: DatabaseFault

  constructor(code: DatabaseFault, message: string, options: { cause?: unknown } = {}) {
    super(message, options)
    this.code = code
  }
}

/** The parts of a server error that may be shown. `detail` and `where` quote row values, so they are left out. */
export interface ServerError {
  readonly message: string
  readonly code?: string
  readonly constraint?: string
  readonly table?: string
  readonly column?: string
  readonly schema?: string
  readonly severity?: string
  readonly routine?: string
}

const shown = ['code', 'constraint', 'table', 'column', 'schema', 'severity', 'routine'] as const

/** Reads a server error out of whatever a driver threw. */
export function serverError(thrown: unknown): ServerError {
  const message = thrown instanceof Error ? thrown.message : String(thrown)
  const found: Record<string, string> = {}
  for (const key of shown) {
    const value: unknown =
      typeof thrown === 'object' && thrown !== null ? Reflect.get(thrown, key) : undefined
    if (typeof value === 'string') found[key] = value
  }
  return { message, ...found }
}

/** The same error class on both databases, without the members that quote data. */
export function toDatabaseError(error: ServerError): pg.DatabaseError {
  const made = new pg.DatabaseError(error.message, error.message.length, 'error')
  return Object.assign(made, error)
}

/** The name of the constraint an insert or update ran into, if that is what the error is (SQLSTATE class 23). */
export function violatedConstraint(error: unknown): string | undefined {
  if (!(error instanceof pg.DatabaseError) || !error.code?.startsWith('23')) return undefined
  return error.constraint
}
