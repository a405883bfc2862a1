import { type RawBuilder, type Selectable, type SqlBool, sql } from 'kysely'
import type { Db, Tx } from '../db/database.ts'
import type { EventType } from '../events/catalogue.ts'
import type { ApplicationId, EventId, MessageId, WebhookId } from '../ids.ts'
import { deliveryChannel } from './publishing.ts'
import type { WebhookAttemptsTable, WebhookMessagesTable } from './webhooks.table.ts'

export type MessageRow = Selectable<WebhookMessagesTable>
export type AttemptRow = Selectable<WebhookAttemptsTable>
/** A condition on the rows of `webhook_messages`. */
export type MessageCondition = RawBuilder<SqlBool>

const among = (
  db: Db,
  applicationId: ApplicationId,
  webhookId: WebhookId,
  conditions: readonly MessageCondition[],
) => {
  let query = db
    .selectFrom('webhook_messages')
    .where('application_id', '=', applicationId)
    .where('webhook_id', '=', webhookId)
  for (const condition of conditions) query = query.where(condition)
  return query
}

/** Newest first, from before `before` on. */
export async function list(
  db: Db,
  applicationId: ApplicationId,
  webhookId: WebhookId,
  conditions: readonly MessageCondition[],
  page: { readonly before: number | undefined; readonly limit: number },
): Promise<MessageRow[]> {
  let query = among(db, applicationId, webhookId, conditions).selectAll()
  if (page.before !== undefined) query = query.where('seq', '<', page.before)
  return query.orderBy('seq', 'desc').limit(page.limit).execute()
}

export async function count(
  db: Db,
  applicationId: ApplicationId,
  webhookId: WebhookId,
  conditions: readonly MessageCondition[],
): Promise<number> {
  const { size } = await among(db, applicationId, webhookId, conditions)
    .select((message) => message.fn.countAll<number>().as('size'))
    .executeTakeFirstOrThrow()
  return size
}

export async function find(
  db: Db,
  applicationId: ApplicationId,
  webhookId: WebhookId,
  id: MessageId,
): Promise<MessageRow | undefined> {
  return among(db, applicationId, webhookId, []).selectAll().where('id', '=', id).executeTakeFirst()
}

/** Newest first. */
export async function attemptsOf(db: Db, applicationId: ApplicationId, id: MessageId): Promise<AttemptRow[]> {
  return db
    .selectFrom('webhook_attempts')
    .selectAll()
    .where('application_id', '=', applicationId)
    .where('message_id', '=', id)
    .orderBy('number', 'desc')
    .execute()
}

/** How many wait. */
export async function countPending(
  db: Db,
  applicationId: ApplicationId,
  webhookId: WebhookId,
): Promise<number> {
  return count(db, applicationId, webhookId, [sql<SqlBool>`due_at is not null`])
}

/** Whether the application has a webhook at all, and which one subscribes to the type. */
export async function subscriber(
  db: Db,
  applicationId: ApplicationId,
  type: EventType,
): Promise<{ readonly any: boolean; readonly webhookId: WebhookId | null }> {
  const { rows } = await sql<{ any: boolean; webhookId: WebhookId | null }>`
    select exists (select from webhooks where application_id = ${applicationId}) as any,
      (select webhook_id from webhook_subscriptions
        where application_id = ${applicationId} and event_type = ${type}) as "webhookId"`.execute(db)
  return rows[0] ?? { any: false, webhookId: null }
}

export interface NewMessage {
  readonly id: MessageId
  readonly webhookId: WebhookId
  readonly eventId: EventId
  readonly type: EventType
  readonly payload: string
  readonly at: Date
}

export async function insert(tx: Tx, applicationId: ApplicationId, message: NewMessage): Promise<void> {
  await tx
    .insertInto('webhook_messages')
    .values({
      application_id: applicationId,
      id: message.id,
      webhook_id: message.webhookId,
      event_id: message.eventId,
      event_type: message.type,
      payload: message.payload,
      due_at: message.at,
      created: message.at,
    })
    .execute()
  await wake(tx, applicationId, message.webhookId)
}

/** Starts deliveries when the transaction commits. */
export async function wake(tx: Tx, applicationId: ApplicationId, webhookId: WebhookId): Promise<void> {
  await sql`select pg_notify(${deliveryChannel}, ${`${applicationId}:${webhookId}`})`.execute(tx)
}

export type Replayed = { readonly messageId: MessageId } | { readonly from: Date; readonly to: Date }

/** Has ended messages delivered again, oldest first; answers how many. Those that still wait are left as they are. */
export async function replay(
  tx: Tx,
  applicationId: ApplicationId,
  webhookId: WebhookId,
  what: Replayed,
  at: Date,
): Promise<number> {
  const chosen =
    'messageId' in what ? sql`id = ${what.messageId}` : sql`created >= ${what.from} and created <= ${what.to}`
  const { numAffectedRows } = await sql`
    update webhook_messages set status = 'pending', tries = 0, due_at = ${at}
    where application_id = ${applicationId} and webhook_id = ${webhookId} and due_at is null and ${chosen}`.execute(
    tx,
  )
  await wake(tx, applicationId, webhookId)
  return Number(numAffectedRows ?? 0n)
}
