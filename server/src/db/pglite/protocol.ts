import type { DatabaseStats } from '../database.ts'
import type { DatabaseFault, ServerError } from '../errors.ts'

/** What the server's thread asks of the database's thread. `lease` names the transaction a statement belongs to. */
export type Request =
  | {
      readonly op: 'query'
      readonly lease: number | undefined
      readonly sql: string
      readonly params: Param[]
    }
  | { readonly op: 'begin'; readonly sql: string }
  | { readonly op: 'end'; readonly lease: number; readonly sql: 'commit' | 'rollback' }
  | { readonly op: 'listen'; readonly channel: string }
  | { readonly op: 'stats' }
  | { readonly op: 'close' }

export type Param = string | null

/** Rows as arrays of text (bytea as bytes); the server's thread gives them their types. */
export interface ResultSet {
  readonly columns: readonly { readonly name: string; readonly oid: number }[]
  readonly rows: readonly (readonly (string | Uint8Array | null)[])[]
  readonly command: string
  readonly affected: number
}

export type Answer = ResultSet | number | DatabaseStats | undefined

export type Failure =
  | { readonly kind: 'server'; readonly error: ServerError }
  | { readonly kind: 'fault'; readonly code: DatabaseFault; readonly message: string }

export type FromServer = { readonly id: number; readonly request: Request }

export type FromDatabase =
  | { readonly kind: 'answer'; readonly id: number; readonly answer: Answer }
  | { readonly kind: 'failure'; readonly id: number; readonly failure: Failure }
  | { readonly kind: 'notification'; readonly channel: string; readonly payload: string }
  | { readonly kind: 'ready' }

export interface WorkerOptions {
  readonly folder: string
  readonly waitMs: number
  readonly idleMs: number
}
