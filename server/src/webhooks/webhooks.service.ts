import type { Application } from '../applications/applications.types.ts'
import { type Clock, timestamp } from '../clock.ts'
import { type Db, inTransaction, type Tx } from '../db/database.ts'
import { violatedConstraint } from '../db/errors.ts'
import { AppError } from '../errors/app-error.ts'
import { type EventType, publishedEventTypes } from '../events/catalogue.ts'
import type { JsonObject } from '../http/body.ts'
import type { Links } from '../http/links.ts'
import type { OutboundGuard } from '../http/outbound-guard.ts'
import { newId, type WebhookId } from '../ids.ts'
import type { Secret } from '../secret.ts'
import * as messages from './messages.store.ts'
import { newSecret, type SecretBox } from './signing.ts'
import { readWebhook, type WebhookInput } from './webhook-input.ts'
import type { WebhookListOut, WebhookOut } from './webhooks.schemas.ts'
import * as store from './webhooks.store.ts'

export interface WebhooksDeps {
  readonly db: Db
  readonly clock: Clock
  readonly links: Links
  readonly guard: OutboundGuard
  readonly secrets: SecretBox
}

export type WebhooksService = ReturnType<typeof createWebhooksService>

/** How long the secret before a rotation goes on signing, in the application's time. */
const rotationMs = 86_400_000
const everyType = publishedEventTypes.map(({ id }) => id)

export const webhookPath = (id: WebhookId): string => `/notifications/webhooks/${id}`

/** Webhooks belong to an application; each event type has at most one of them (insights §3). */
export function createWebhooksService({ db, clock, links, guard, secrets }: WebhooksDeps) {
  const show = (row: store.WebhookRow, secret?: Secret): WebhookOut => ({
    type: 'webhook',
    id: row.id,
    name: row.name,
    description: row.description,
    url: row.url,
    status: row.status,
    ...(secret && { secret: secret.reveal() }),
    subscribedEvents: [...row.events],
    ...(row.disabled_at && { disabledAt: timestamp(row.disabled_at) }),
    links: { self: links.to(webhookPath(row.id)) },
  })

  async function required(tx: Tx, { id }: Application, webhookId: WebhookId): Promise<store.WebhookRow> {
    const row = await store.lock(tx, id, webhookId)
    if (!row) throw new AppError('webhook-not-found', { internal: `webhook ${webhookId}` })
    return row
  }

  /** A URL that is not https, or that leads to an address of ours, is no URL to post to. */
  async function checkTarget(url: string): Promise<void> {
    if (await guard.leadsAstray(url)) throw new AppError('webhook-invalid', { internal: 'address refused' })
  }

  /** Makes `events` the webhook's subscriptions; none named means every type that is free. */
  async function subscribe(
    tx: Tx,
    { id }: Application,
    webhookId: WebhookId,
    events: readonly EventType[],
  ): Promise<void> {
    const wanted = events.length > 0 ? events : everyType
    const own = await store.subscribe(tx, id, webhookId, wanted)
    const taken = wanted.filter((type) => !own.includes(type))
    if (own.length === 0 || (events.length > 0 && taken.length > 0)) {
      throw new AppError('webhook-event-taken', { value: taken.join(', ') })
    }
    await store.unsubscribeFromOthers(tx, id, webhookId, wanted)
  }

  async function changed(tx: Tx, application: Application, row: store.WebhookRow, input: WebhookInput) {
    const moved = input.url !== undefined && input.url !== row.url
    const recovers = moved || input.status === 'active'
    await store.update(tx, application.id, row.id, {
      ...(input.name !== undefined && { name: input.name }),
      ...(input.description !== undefined && { description: input.description }),
      ...(moved && { url: input.url }),
      ...(recovers && { status: 'active', disabled_at: null, warned_at: null, consecutive_failures: 0 }),
    })
    if (input.events) await subscribe(tx, application, row.id, input.events)
    if (moved || (recovers && row.status !== 'active')) {
      await store.restartSchedule(tx, application.id, row.id, clock.now(application))
      await messages.wake(tx, application.id, row.id)
    }
  }

  return {
    /** W1. @throws AppError webhook-invalid, webhook-events-unknown, webhook-url-taken, webhook-event-taken */
    async create(application: Application, body: JsonObject | undefined): Promise<WebhookOut> {
      const { url, name = '', description = '', events = [] } = readWebhook(body, guard)
      if (url === undefined) throw new AppError('webhook-invalid')
      await checkTarget(url)
      const id = newId<WebhookId>()
      const secret = newSecret()
      return inTransaction(db, async (tx) => {
        await store.insert(tx, {
          application_id: application.id,
          id,
          name,
          description,
          url,
          sealed_secret: secrets.seal(application.id, id, secret),
          created: clock.now(application),
        })
        await subscribe(tx, application, id, events)
        return show(await required(tx, application, id), secret)
      }).catch(asUrlTaken)
    },

    /** W2. */
    async list(application: Application): Promise<WebhookListOut> {
      const data = (await store.list(db, application.id)).map((row) => show(row))
      return {
        type: 'list',
        count: data.length,
        size: data.length,
        data,
        links: { self: links.to('/notifications/webhooks') },
      }
    },

    /** W3. @throws AppError webhook-not-found */
    async read(application: Application, id: WebhookId): Promise<WebhookOut> {
      const row = await store.find(db, application.id, id)
      if (!row) throw new AppError('webhook-not-found', { internal: `webhook ${id}` })
      return show(row)
    },

    /** @throws AppError webhook-not-found */
    async require(application: Application, id: WebhookId): Promise<void> {
      await this.read(application, id)
    },

    /**
     * W4: members that are absent stay. Another URL, or `status: active`, enables a webhook that was disabled.
     * @throws AppError as create
     */
    async update(application: Application, id: WebhookId, body: JsonObject | undefined): Promise<WebhookOut> {
      const input = readWebhook(body, guard)
      if (input.url !== undefined) await checkTarget(input.url)
      return inTransaction(db, async (tx) => {
        const row = await required(tx, application, id)
        await changed(tx, application, row, input)
        const secret = secrets.open(application.id, id, row.sealed_secret)
        return show(await required(tx, application, id), secret)
      }).catch(asUrlTaken)
    },

    /** W5: with what waits for it. @throws AppError webhook-not-found */
    async remove(application: Application, id: WebhookId): Promise<void> {
      const removed = await inTransaction(db, (tx) => store.remove(tx, application.id, id))
      if (!removed) throw new AppError('webhook-not-found', { internal: `webhook ${id}` })
    },

    /** Ours: a new secret; for a day the one before it signs as well. @throws AppError webhook-not-found */
    async rotateSecret(application: Application, id: WebhookId): Promise<WebhookOut> {
      const secret = newSecret()
      return inTransaction(db, async (tx) => {
        const row = await required(tx, application, id)
        await store.update(tx, application.id, id, {
          sealed_secret: secrets.seal(application.id, id, secret),
          sealed_former_secret: row.sealed_secret,
          former_until: new Date(clock.now(application).getTime() + rotationMs),
        })
        return show(row, secret)
      })
    },
  }
}

function asUrlTaken(error: unknown): never {
  if (violatedConstraint(error) === 'webhooks_url') throw new AppError('webhook-url-taken', { cause: error })
  throw error
}
