import { randomBytes } from 'node:crypto'
import type { Application } from '../applications/applications.types.ts'
import type { Tx } from '../db/database.ts'
import { ORIGIN_SENTINEL } from '../http/links.ts'
import type { ConnectionId, ConsentId, EventId, UserId } from '../ids.ts'
import type { ConsentKey } from '../vault/vault.ts'
import { publish } from '../webhooks/publishing.ts'
import { type EventPayload, type EventType, publishedEventTypes } from './catalogue.ts'
import * as store from './events.store.ts'

export interface NewEvent<T extends EventType> {
  readonly application: Pick<Application, 'id'>
  /** When it happened, in the application's time. */
  readonly at: Date
  readonly userId: UserId
  readonly type: T
  /** Path of the resource it is about, for example `/users/{id}/connections/{id}`. */
  readonly dataRef: string
  /** Snapshot of the resource. Links in it are built with `sealedLinks`, so that they follow the public origin. */
  readonly data: EventPayload<T>
  /** Required when the data was read from a bank: it is sealed under the consent's key, and goes with it. */
  readonly seal?: {
    readonly consentId: ConsentId
    readonly connectionId: ConnectionId
    readonly key: ConsentKey
  }
}

export const eventDataPurpose = (id: EventId): string => `event.data:${id}`

/** Tells of a change in the change's own transaction: both are there, or neither is. Answers the event's id. */
export async function appendEvent<T extends EventType>(tx: Tx, event: NewEvent<T>): Promise<EventId> {
  const id = randomBytes(32).toString('hex') as EventId
  const [entity = '', verb = ''] = event.type.split('.')
  const data = JSON.stringify(event.data)
  await store.insert(tx, {
    application_id: event.application.id,
    id,
    entity,
    verb,
    user_id: event.userId,
    consent_id: event.seal?.consentId ?? null,
    connection_id: event.seal?.connectionId ?? null,
    occurred: event.at,
    data_ref: event.dataRef,
    data: event.seal ? null : data,
    sealed_data: event.seal ? event.seal.key.seal(eventDataPurpose(id), data) : null,
  })
  if (publishedIds.has(event.type)) {
    await publish(tx, {
      applicationId: event.application.id,
      eventId: id,
      type: event.type,
      at: event.at,
      entityPath: entityPath(event),
    })
  }
  return id
}

const publishedIds: ReadonlySet<string> = new Set(publishedEventTypes.map(({ id }) => id))

/** What a webhook's message links to (insights §3.9): of transactions the list that changed, else the resource itself. */
function entityPath<T extends EventType>({ data, dataRef }: NewEvent<T>): string {
  if (data.type !== 'transactions') return dataRef
  return data.links.self.replace(ORIGIN_SENTINEL, '')
}

/** Leaves of a deleted user's events only what they were about: `{type, id}` (core §4.5). */
export async function reduceEventsOfUser(
  tx: Tx,
  application: Pick<Application, 'id'>,
  userId: UserId,
): Promise<void> {
  await store.dropDataOfUser(tx, application.id, userId)
}
