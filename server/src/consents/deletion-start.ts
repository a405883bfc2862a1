import type { Application } from '../applications/applications.types.ts'
import type { Tx } from '../db/database.ts'
import { type ConnectionId, type ConsentId, type DeletionId, newId, type UserId } from '../ids.ts'
import { enqueue } from '../queue/queue.ts'
import * as store from './consents.store.ts'

/** Starts of the deletion task before it is given up: it must outlast a long outage of the database or key store. */
const deletionAttempts = 1_000

export interface DeletionRequest {
  readonly userId: UserId
  /** `null`: everything of the user, in every consent. */
  readonly consentId: ConsentId | null
  /** One connection's data alone; the consent and its key stay. */
  readonly connectionId?: ConnectionId
  readonly cause: string
  readonly at: Date
}

/** Records that data is to be deleted and has a worker do it, in the transaction that put the data out of sight. */
export async function startDeletion(
  tx: Tx,
  application: Pick<Application, 'id'>,
  { userId, consentId, connectionId, cause, at }: DeletionRequest,
): Promise<DeletionId> {
  const id = newId<DeletionId>()
  await store.insertDeletion(tx, {
    id,
    applicationId: application.id,
    userId,
    consentId,
    connectionId: connectionId ?? null,
    cause,
    requested: at,
  })
  await enqueue(tx, {
    queue: 'consents.delete-data',
    payload: { applicationId: application.id, deletionId: id },
    maxAttempts: deletionAttempts,
  })
  return id
}
