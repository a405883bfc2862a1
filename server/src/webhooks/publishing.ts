import { sql } from 'kysely'
import type { Tx } from '../db/database.ts'
import type { EventType } from '../events/catalogue.ts'
import { ORIGIN_SENTINEL } from '../http/links.ts'
import type { ApplicationId, EventId } from '../ids.ts'

/**
 * The NOTIFY channel of deliverers. `applicationId:webhookId` starts deliveries, `applicationId` alone stops them for as
 * long as the application's clock is being turned.
 */
export const deliveryChannel = 'banksia_webhooks'

export interface Happening {
  readonly applicationId: ApplicationId
  readonly eventId: EventId
  readonly type: EventType
  /** When it happened, in the application's time: the first attempt is due then. */
  readonly at: Date
  /** Path of the resource it is about. */
  readonly entityPath: string
}

/** What is delivered (insights §3.9), with the sentinel in place of the origin. */
export const payloadText = (
  { type, eventId, entityPath }: Pick<Happening, 'type' | 'eventId' | 'entityPath'>,
  text?: string,
): string =>
  JSON.stringify({
    eventTypeId: type,
    eventId,
    links: {
      event: `${ORIGIN_SENTINEL}/events/${eventId}`,
      eventEntity: `${ORIGIN_SENTINEL}${entityPath}`,
    },
    ...(text !== undefined && { Text: text }),
  })

/**
 * Makes the message for the webhook that subscribes to the event, if there is one, in the event's own transaction, and
 * wakes whoever delivers when it commits. Without a subscriber it is one look into an index.
 */
export async function publish(tx: Tx, happening: Happening): Promise<void> {
  const { applicationId, eventId, type, at } = happening
  await sql`
    with made as (
      insert into webhook_messages (application_id, id, webhook_id, event_id, event_type, payload, due_at, created)
      select application_id, gen_random_uuid(), webhook_id, ${eventId}, event_type, ${payloadText(happening)},
        ${at}::timestamptz, ${at}::timestamptz
      from webhook_subscriptions where application_id = ${applicationId} and event_type = ${type}
      returning application_id, webhook_id)
    select pg_notify(${deliveryChannel}, application_id || ':' || webhook_id) from made`.execute(tx)
}
