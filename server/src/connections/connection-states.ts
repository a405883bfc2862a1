import type { EventType } from '../events/catalogue.ts'
import type { ConnectionStatus } from './connections.table.ts'

export type ConnectionTrigger =
  | 'credentials-updated'
  | 'job-succeeded'
  | 'job-failed-user'
  | 'job-failed-bank'

export interface ConnectionMove {
  readonly to: ConnectionStatus
  readonly event?: Extract<EventType, `connection.${string}`>
}

const activated: ConnectionMove = { to: 'active', event: 'connection.activated' }
const invalidated: ConnectionMove = { to: 'invalid', event: 'connection.invalidated' }
const updated = (to: ConnectionStatus): ConnectionMove => ({ to, event: 'connection.updated' })

/**
 * Every move of a connection (data §5.4). A bank that is down cannot invalidate a connection that worked; only what the
 * person can put right does, and only that is told of.
 */
export const connectionMoves: Readonly<
  Record<ConnectionStatus, Readonly<Record<ConnectionTrigger, ConnectionMove>>>
> = {
  pending: {
    'credentials-updated': updated('pending'),
    'job-succeeded': activated,
    'job-failed-user': invalidated,
    'job-failed-bank': { to: 'invalid' },
  },
  'pre-init': {
    'credentials-updated': updated('pre-init'),
    'job-succeeded': activated,
    'job-failed-user': { to: 'pre-init' },
    'job-failed-bank': { to: 'pre-init' },
  },
  init: {
    'credentials-updated': updated('pre-init'),
    'job-succeeded': activated,
    'job-failed-user': invalidated,
    'job-failed-bank': { to: 'invalid' },
  },
  active: {
    'credentials-updated': updated('active'),
    'job-succeeded': { to: 'active' },
    'job-failed-user': invalidated,
    'job-failed-bank': { to: 'active' },
  },
  invalid: {
    'credentials-updated': updated('pending'),
    'job-succeeded': activated,
    'job-failed-user': { to: 'invalid' },
    'job-failed-bank': { to: 'invalid' },
  },
}

export const moveConnection = (from: ConnectionStatus, trigger: ConnectionTrigger): ConnectionMove =>
  connectionMoves[from][trigger]
