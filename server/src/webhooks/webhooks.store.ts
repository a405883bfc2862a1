import { type Selectable, sql } from 'kysely'
import type { Db, Tx } from '../db/database.ts'
import type { EventType } from '../events/catalogue.ts'
import type { ApplicationId, WebhookId } from '../ids.ts'
import type { WebhooksTable } from './webhooks.table.ts'

export type WebhookRow = Selectable<WebhooksTable> & {
  /** In alphabetical order. */
  readonly events: readonly EventType[]
}

const subscribed = sql<EventType[]>`array(select event_type from webhook_subscriptions s
  where s.application_id = webhooks.application_id and s.webhook_id = webhooks.id order by event_type)`

const readable = (db: Db, applicationId: ApplicationId) =>
  db
    .selectFrom('webhooks')
    .selectAll()
    .select(subscribed.as('events'))
    .where('application_id', '=', applicationId)

/** In the order in which they were made. */
export async function list(db: Db, applicationId: ApplicationId): Promise<WebhookRow[]> {
  return readable(db, applicationId).orderBy('seq').execute()
}

export async function find(
  db: Db,
  applicationId: ApplicationId,
  id: WebhookId,
): Promise<WebhookRow | undefined> {
  return readable(db, applicationId).where('id', '=', id).executeTakeFirst()
}

/** The webhook, with its row kept from change until the transaction ends. */
export async function lock(
  tx: Tx,
  applicationId: ApplicationId,
  id: WebhookId,
): Promise<WebhookRow | undefined> {
  return readable(tx, applicationId).where('id', '=', id).forNoKeyUpdate().executeTakeFirst()
}

export async function insert(
  tx: Tx,
  webhook: Pick<
    WebhookRow,
    'application_id' | 'id' | 'name' | 'description' | 'url' | 'sealed_secret' | 'created'
  >,
): Promise<void> {
  await tx
    .insertInto('webhooks')
    .values({ ...webhook, status: 'active' })
    .execute()
}

export type WebhookChange = Partial<
  Pick<
    WebhookRow,
    | 'name'
    | 'description'
    | 'url'
    | 'status'
    | 'disabled_at'
    | 'warned_at'
    | 'consecutive_failures'
    | 'sealed_secret'
    | 'sealed_former_secret'
    | 'former_until'
  >
>

export async function update(
  tx: Tx,
  applicationId: ApplicationId,
  id: WebhookId,
  change: WebhookChange,
): Promise<void> {
  if (Object.keys(change).length === 0) return
  await tx
    .updateTable('webhooks')
    .set(change)
    .where('application_id', '=', applicationId)
    .where('id', '=', id)
    .execute()
}

/** Subscribes to types that nobody else has; answers those that are the webhook's now. */
export async function subscribe(
  tx: Tx,
  applicationId: ApplicationId,
  id: WebhookId,
  types: readonly EventType[],
): Promise<EventType[]> {
  if (types.length === 0) return []
  await tx
    .insertInto('webhook_subscriptions')
    .values(types.map((type) => ({ application_id: applicationId, event_type: type, webhook_id: id })))
    .onConflict((conflict) => conflict.columns(['application_id', 'event_type']).doNothing())
    .execute()
  const rows = await tx
    .selectFrom('webhook_subscriptions')
    .select('event_type')
    .where('application_id', '=', applicationId)
    .where('webhook_id', '=', id)
    .where('event_type', 'in', [...types])
    .execute()
  return rows.map((row) => row.event_type)
}

/** Drops the subscriptions that are not among `types`. */
export async function unsubscribeFromOthers(
  tx: Tx,
  applicationId: ApplicationId,
  id: WebhookId,
  types: readonly EventType[],
): Promise<void> {
  await sql`delete from webhook_subscriptions
    where application_id = ${applicationId} and webhook_id = ${id} and event_type <> all(${types}::text[])`.execute(
    tx,
  )
}

/** Removes the webhook with what waits for it. What was delivered is dropped with the other old messages. */
export async function remove(tx: Tx, applicationId: ApplicationId, id: WebhookId): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('webhooks')
    .where('application_id', '=', applicationId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (numDeletedRows === 0n) return false
  await sql`
    with gone as (delete from webhook_messages
      where application_id = ${applicationId} and webhook_id = ${id} and due_at is not null returning id)
    delete from webhook_attempts where application_id = ${applicationId} and message_id in (select id from gone)`.execute(
    tx,
  )
  return true
}

/** Gives waiting messages the whole schedule again, beginning at `at`. */
export async function restartSchedule(
  tx: Tx,
  applicationId: ApplicationId,
  id: WebhookId,
  at: Date,
): Promise<void> {
  await sql`update webhook_messages set tries = 0, due_at = least(due_at, ${at}::timestamptz)
    where application_id = ${applicationId} and webhook_id = ${id} and due_at is not null`.execute(tx)
}
