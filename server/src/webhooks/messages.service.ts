import { randomBytes } from 'node:crypto'
import type { Application } from '../applications/applications.types.ts'
import { type Clock, timestamp } from '../clock.ts'
import { type Db, inTransaction } from '../db/database.ts'
import { AppError } from '../errors/app-error.ts'
import type { EventType } from '../events/catalogue.ts'
import type { JsonObject } from '../http/body.ts'
import { type Links, ORIGIN_SENTINEL } from '../http/links.ts'
import { type EventId, type MessageId, newId, type UserId, type WebhookId } from '../ids.ts'
import type { MessageFilter } from './message-filter.ts'
import * as store from './messages.store.ts'
import { payloadText } from './publishing.ts'
import { readReplay, readTest } from './webhook-input.ts'
import type {
  MessageListOut,
  MessageOut,
  MessageSummaryOut,
  ReplayOut,
  TestMessageOut,
  WebhookStatsOut,
} from './webhooks.schemas.ts'
import { webhookPath } from './webhooks.service.ts'
import * as webhooks from './webhooks.store.ts'

export interface MessagesDeps {
  readonly db: Db
  readonly clock: Clock
  readonly links: Links
}

export interface MessagePage {
  readonly data: MessageListOut['data']
  readonly size: number
  /** Where to go on; absent on the last page. */
  readonly next: number | undefined
}

export type MessagesService = ReturnType<typeof createMessagesService>

/** What was, is and will be delivered to an application's webhooks (insights §3.6-3.8). */
export function createMessagesService({ db, clock, links }: MessagesDeps) {
  const messagePath = (row: Pick<store.MessageRow, 'id' | 'webhook_id'>) =>
    `${webhookPath(row.webhook_id)}/messages/${row.id}`

  const members = (row: store.MessageRow) => ({
    id: row.id,
    webhookId: row.webhook_id,
    event: links.to(`/events/${row.event_id}`),
    eventTypeId: row.event_type,
    eventId: row.event_id,
    payload: JSON.parse(row.payload.replaceAll(ORIGIN_SENTINEL, links.origin)) as MessageOut['payload'],
  })
  const linksOf = (row: store.MessageRow) => ({
    self: links.to(messagePath(row)),
    webhook: links.to(webhookPath(row.webhook_id)),
  })
  const summary = (row: store.MessageRow): MessageSummaryOut => ({ ...members(row), links: linksOf(row) })

  async function requireWebhook({ id }: Application, webhookId: WebhookId): Promise<webhooks.WebhookRow> {
    const row = await webhooks.find(db, id, webhookId)
    if (!row) throw new AppError('webhook-messages-not-found', { internal: `webhook ${webhookId}` })
    return row
  }

  return {
    /** W6: newest first. @throws AppError webhook-messages-not-found */
    async list(
      application: Application,
      webhookId: WebhookId,
      filter: MessageFilter,
      page: {
        readonly before: number | undefined
        readonly size: number | undefined
        readonly limit: number
      },
    ): Promise<MessagePage> {
      await requireWebhook(application, webhookId)
      const rows = await store.list(db, application.id, webhookId, filter, {
        before: page.before,
        limit: page.limit + 1,
      })
      const shown = rows.slice(0, page.limit)
      const complete = page.before === undefined && rows.length <= page.limit
      const size =
        page.size ?? (complete ? rows.length : await store.count(db, application.id, webhookId, filter))
      return {
        data: shown.map(summary),
        size,
        next: rows.length > page.limit ? shown.at(-1)?.seq : undefined,
      }
    },

    /** W7: with its attempts, newest first. @throws AppError webhook-messages-not-found, webhook-message-not-found */
    async read(application: Application, webhookId: WebhookId, id: MessageId): Promise<MessageOut> {
      await requireWebhook(application, webhookId)
      const row = await store.find(db, application.id, webhookId, id)
      if (!row) throw new AppError('webhook-message-not-found', { internal: `message ${id}` })
      const attempts = await store.attemptsOf(db, application.id, id)
      return {
        ...members(row),
        attempts: attempts.map((attempt) => ({
          id: attempt.id,
          url: attempt.url,
          response: attempt.response,
          responseStatusCode: attempt.code,
          timestamp: timestamp(attempt.at),
          status: attempt.status,
        })),
        links: linksOf(row),
      }
    },

    /**
     * W8: a message about an event that never happened, for the webhook that subscribes to its type.
     * @throws AppError webhook-invalid, webhook-event-type-unknown, no-webhooks-found
     */
    async test(application: Application, body: JsonObject | undefined): Promise<TestMessageOut> {
      const { type, text } = readTest(body)
      const { any, webhookId } = await store.subscriber(db, application.id, type)
      if (!any) throw new AppError('no-webhooks-found', { value: application.id })
      if (!webhookId) return { type: 'message' }
      const eventId = randomBytes(32).toString('hex') as EventId
      const id = newId<MessageId>()
      const payload = payloadText({ type, eventId, entityPath: samplePath(type) }, text)
      const at = clock.now(application)
      await inTransaction(db, (tx) =>
        store.insert(tx, application.id, { id, webhookId, eventId, type, payload, at }),
      )
      return { type: 'message', id, links: { self: links.to(messagePath({ id, webhook_id: webhookId })) } }
    },

    /** W9. @throws AppError webhook-messages-not-found */
    async stats(application: Application, webhookId: WebhookId): Promise<WebhookStatsOut> {
      const row = await requireWebhook(application, webhookId)
      const { delivered: success, failed } = row
      const pending = await store.countPending(db, application.id, webhookId)
      const time = (at: Date | null) => (at ? timestamp(at) : null)
      return {
        type: 'webhook-stats',
        webhookId,
        status: row.status,
        deliveries: { total: success + failed + pending, success, failed, pending },
        lastAttemptAt: time(row.last_attempt_at),
        lastSuccessAt: time(row.last_success_at),
        lastFailureAt: time(row.last_failure_at),
        consecutiveFailures: row.consecutive_failures,
        links: {
          self: links.to(`${webhookPath(webhookId)}/stats`),
          webhook: links.to(webhookPath(webhookId)),
        },
      }
    },

    /**
     * Ours: has messages that ended, well or not, delivered again under their old ids.
     * @throws AppError webhook-messages-not-found, webhook-invalid, webhook-message-not-found
     */
    async replay(
      application: Application,
      webhookId: WebhookId,
      body: JsonObject | undefined,
    ): Promise<ReplayOut> {
      await requireWebhook(application, webhookId)
      const input = readReplay(body)
      const now = clock.now(application)
      const what = 'messageId' in input ? input : { from: input.from, to: input.to ?? now }
      if ('messageId' in what && !(await store.find(db, application.id, webhookId, what.messageId))) {
        throw new AppError('webhook-message-not-found', { internal: `message ${what.messageId}` })
      }
      const count = await inTransaction(db, (tx) => store.replay(tx, application.id, webhookId, what, now))
      return { type: 'webhook-replay', count, links: { webhook: links.to(webhookPath(webhookId)) } }
    },
  }
}

/** A path of the kind that events of this type link to, of a user and a resource that do not exist. */
function samplePath(type: EventType): string {
  const user = `/users/${newId<UserId>()}`
  const [entity = ''] = type.split('.')
  if (entity === 'user') return user
  if (entity === 'transactions') return `${user}/transactions?filter=connection.id.eq('${newId()}')`
  return `${user}/${entity}s/${newId()}`
}
