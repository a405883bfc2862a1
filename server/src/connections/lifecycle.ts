import type { Login, ProfileRecord } from '@banksia/connector-kit'
import type { Application } from '../applications/applications.types.ts'
import type { Tx } from '../db/database.ts'
import { appendEvent } from '../events/outbox.ts'
import type { ConnectionId } from '../ids.ts'
import type { ConnectionPort, JobOutcome } from '../jobs/jobs.types.ts'
import type { ConsentKey } from '../vault/vault.ts'
import { refreshAfter } from './background.ts'
import { connectionPath, toSnapshot } from './connection-out.ts'
import { type ConnectionTrigger, moveConnection } from './connection-states.ts'
import type { ConnectionRow } from './connections.store.ts'
import * as store from './connections.store.ts'

export const credentialsPurpose = (id: ConnectionId): string => `connection.credentials:${id}`
export const profilePurpose = (id: ConnectionId): string => `connection.profile:${id}`

export interface Telling {
  readonly at: Date
  readonly key: ConsentKey
}

/** Appends an event about a connection, with the connection as it now stands. */
export async function tell(
  tx: Tx,
  application: Application,
  row: ConnectionRow,
  type: `connection.${'created' | 'updated' | 'activated' | 'invalidated' | 'deleted'}`,
  { at, key }: Telling,
): Promise<void> {
  await appendEvent(tx, {
    application,
    at,
    userId: row.user_id,
    type,
    dataRef: connectionPath(row),
    data: toSnapshot(row),
    seal: { consentId: row.consent_id, connectionId: row.id, key },
  })
}

/** Moves a locked connection, saves `change` with it and tells of the move if it is one to tell of. */
export async function applyTrigger(
  tx: Tx,
  application: Application,
  row: ConnectionRow,
  trigger: ConnectionTrigger,
  { change = {}, ...telling }: Telling & { readonly change?: Partial<ConnectionRow> },
): Promise<ConnectionRow> {
  const move = moveConnection(row.status, trigger)
  const moved: ConnectionRow = { ...row, ...change, status: move.to }
  await store.save(tx, application.id, row.id, { ...change, status: move.to })
  if (move.event) await tell(tx, application, moved, move.event, telling)
  return moved
}

const triggers = {
  succeeded: 'job-succeeded',
  'failed-user': 'job-failed-user',
  'failed-bank': 'job-failed-bank',
} as const satisfies Record<JobOutcome, ConnectionTrigger>

/** What jobs do to connections. */
export const connectionLifecycle: ConnectionPort = {
  async lock(tx, applicationId, id) {
    return (await store.lock(tx, applicationId, id)) !== undefined
  },

  async jobEnded(tx, application, id, outcome, { at, key, retry = false }) {
    const row = await store.find(tx, application.id, id)
    if (!row) return
    const change = { last_used: at, ...refreshAfter(row, outcome, at, retry) }
    await applyTrigger(tx, application, row, triggers[outcome], { at, key, change })
  },

  async loginAccepted(tx, application, id, { login, loginHash, at, key }) {
    const row = await store.lock(tx, application.id, id)
    if (!row) return false
    const owner = await store.lockByLogin(tx, { ...row, login_hash: loginHash })
    if (owner && owner.id !== id) return false
    const change = {
      sealed_credentials: key.seal(credentialsPurpose(id), JSON.stringify(login)),
      login_hash: loginHash,
    }
    await applyTrigger(tx, application, row, 'credentials-updated', { at, key, change })
    return true
  },

  challenged: (tx, applicationId, id) => store.save(tx, applicationId, id, { mfa_enabled: true }),

  async login(db, applicationId, id, key) {
    const row = await store.find(db, applicationId, id)
    return row?.sealed_credentials
      ? (JSON.parse(key.open(credentialsPurpose(id), row.sealed_credentials).toString()) as Login)
      : undefined
  },
}

/** Keeps what the bank says of the person with the connection. */
export async function saveProfile(
  tx: Tx,
  {
    application,
    connectionId,
    key,
  }: { application: Application; connectionId: ConnectionId; key: ConsentKey },
  profile: ProfileRecord,
): Promise<void> {
  const sealed = key.seal(profilePurpose(connectionId), JSON.stringify(profile))
  await store.save(tx, application.id, connectionId, { sealed_profile: sealed })
}
