import { Webhook } from 'standardwebhooks'
import { expect } from 'vitest'
import type { MessageOut, WebhookOut } from '../src/webhooks/webhooks.schemas.ts'
import type { ApiAnswer, TestApplication } from './harness.ts'
import type { Received } from './receiver.ts'

export type Partner = ReturnType<typeof createPartner>

/** What a partner does with webhooks, over the API. */
export function createPartner(app: TestApplication) {
  const path = ({ id }: Pick<WebhookOut, 'id'>) => `/notifications/webhooks/${id}`

  async function messages(webhook: Pick<WebhookOut, 'id'>, query = ''): Promise<MessageOut[]> {
    const list = await app.call<{ data: readonly MessageOut[] }>('GET', `${path(webhook)}/messages${query}`)
    expect(list.status).toBe(200)
    const read = ({ id }: MessageOut) => app.call<MessageOut>('GET', `${path(webhook)}/messages/${id}`)
    return (await Promise.all(list.body.data.map(read))).map(({ body }) => body)
  }

  return {
    app,
    path,
    messages,

    async subscribe(url: string, events: readonly string[]): Promise<WebhookOut> {
      const body = { url, subscribedEvents: events }
      return (await app.call<WebhookOut>('POST', '/notifications/webhooks', { body })).body
    },

    async webhook(webhook: WebhookOut): Promise<WebhookOut> {
      return (await app.call<WebhookOut>('GET', path(webhook))).body
    },

    async createUser(): Promise<string> {
      return String((await app.call('POST', '/users', { body: { email: 'a@b.example' } })).body['id'])
    },

    freeze: (): Promise<ApiAnswer> => app.call('POST', '/sandbox/clock', { body: { freeze: true } }),
    turn: (advance: string): Promise<ApiAnswer> => app.call('POST', '/sandbox/clock', { body: { advance } }),

    /** The attempts of the newest message, newest first, once there are so many. */
    async attempts(webhook: WebhookOut, count: number): Promise<MessageOut['attempts']> {
      const newest = async () => (await messages(webhook, '?limit=1'))[0]?.attempts ?? []
      await expect.poll(async () => (await newest()).length, { timeout: 20_000 }).toBe(count)
      return newest()
    },
  }
}

/** Checks a delivery as a partner's library would. */
export const verify = (secret: string | undefined, { headers, body }: Received): unknown =>
  new Webhook(String(secret)).verify(body, { ...headers })
