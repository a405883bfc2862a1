import { Value } from 'typebox/value'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startTestServer, type TestApplication, type TestServer } from '../../test/harness.ts'
import { publishedEventTypes } from '../events/catalogue.ts'
import { newId } from '../ids.ts'
import { WebhookListOut, WebhookOut } from './webhooks.schemas.ts'

let server: TestServer
let app: TestApplication

beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())
beforeEach(async () => {
  app = await server.another()
})

interface ErrorBody {
  readonly data: readonly {
    readonly code: string
    readonly detail: string
    readonly source?: { parameter: string }
  }[]
}

const url = 'https://hooks.example/basiq'
const create = (body: unknown, at = app) => at.call<WebhookOut>('POST', '/notifications/webhooks', { body })
const refusal = async (method: 'GET' | 'POST' | 'DELETE', path: string, body?: unknown, at = app) => {
  const answer = await at.call<ErrorBody>(method, path, { ...(body !== undefined && { body }) })
  const [error] = answer.body.data
  return [answer.status, error?.code, error?.detail]
}
const refusalOf = (body: unknown) => refusal('POST', '/notifications/webhooks', body)

describe('POST /notifications/webhooks', () => {
  it('makes a webhook and tells its secret', async () => {
    const { status, body } = await create({
      name: 'Ledger sync',
      description: 'Keeps the ledger up to date',
      url,
      subscribedEvents: ['user.created', 'transactions.updated', 'user.created'],
    })
    expect(status).toBe(201)
    expect(body).toEqual({
      type: 'webhook',
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      name: 'Ledger sync',
      description: 'Keeps the ledger up to date',
      url,
      status: 'active',
      secret: expect.stringMatching(/^whsec_[A-Za-z0-9+/]{32}$/),
      subscribedEvents: ['transactions.updated', 'user.created'],
      links: { self: `http://api.test/notifications/webhooks/${body.id}` },
    })
    expect([...Value.Errors(WebhookOut, body)]).toEqual([])
  })

  it('takes a single text for the list, and keeps name and description as empty texts', async () => {
    const { body } = await create({ url, subscribedEvents: 'user.created' })
    expect(body).toMatchObject({ name: '', description: '', subscribedEvents: ['user.created'] })
  })

  it('subscribes to every free type when none is named, and refuses when none is free', async () => {
    await create({ url, subscribedEvents: ['user.created'] })
    const { body } = await create({ url: 'https://other.example/' })
    expect(body.subscribedEvents).toEqual(
      publishedEventTypes.map(({ id }) => id).filter((id) => id !== 'user.created'),
    )
    expect((await refusalOf({ url: 'https://third.example/', subscribedEvents: [] })).slice(0, 2)).toEqual([
      400,
      'event-already-subscribed',
    ])
  })

  it.each([
    ['no body', undefined],
    ['malformed JSON', '{"url":'],
    ['a list', '[]'],
    ['no url', { subscribedEvents: ['user.created'] }],
    ['a url that is a number', { url: 7 }],
    ['a relative url', { url: '/hook' }],
    ['another scheme', { url: 'ftp://hooks.example/' }],
    ['credentials in the url', { url: 'https://user:secret@hooks.example/' }],
    ['an endless url', { url: `https://hooks.example/${'a'.repeat(2_100)}` }],
    ['a link-local address', { url: 'http://169.254.169.254/latest/meta-data' }],
    ['the unspecified address', { url: 'http://0.0.0.0:8080/' }],
    ['a name that is a number', { url, name: 1 }],
    ['an endless name', { url, name: 'a'.repeat(201) }],
    ['a description that is a list', { url, description: [] }],
    ['events that are numbers', { url, subscribedEvents: [1] }],
    ['events that are an object', { url, subscribedEvents: {} }],
    ['an unknown status', { url, status: 'paused' }],
  ])('refuses %s', async (_, body) => {
    expect(await refusalOf(body)).toEqual([400, 'invalid-content', 'Posted request not valid.'])
  })

  it.each(['transaction.created', 'connection.updated', 'consent.archived', 'USER.CREATED', ''])(
    'refuses the event type “%s”',
    async (type) => {
      expect(await refusalOf({ url, subscribedEvents: ['user.created', type] })).toEqual([
        400,
        'invalid-content',
        'Posted subscribedEvents contains unsupported event types.',
      ])
    },
  )

  it('refuses a second subscriber of a type, naming it, and makes nothing then', async () => {
    await create({ url, subscribedEvents: ['user.created'] })
    const second = { url: 'https://other.example/', subscribedEvents: ['user.deleted', 'user.created'] }
    expect(await refusalOf(second)).toEqual([
      400,
      'event-already-subscribed',
      'Posted subscribedEvents contains events that are already subscribed to for this application: user.created.',
    ])
    const { body } = await app.call<WebhookListOut>('GET', '/notifications/webhooks')
    expect(body.data.map((one) => one.url)).toEqual([url])
  })

  it('refuses a second webhook with the same url, before it looks at subscriptions', async () => {
    await create({ url, subscribedEvents: ['user.created'] })
    expect(await refusalOf({ url, subscribedEvents: ['user.created'] })).toEqual([
      409,
      'resource-already-exists',
      'Webhook with provided url already exists.',
    ])
    expect((await create({ url, subscribedEvents: ['user.created'] }, await server.another())).status).toBe(
      201,
    )
  })

  it('makes one of two that come at once with the same url or event', async () => {
    const both = await Promise.all([1, 2].map(() => create({ url, subscribedEvents: ['user.created'] })))
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409])
    const rivals = await Promise.all(
      ['a', 'b'].map((name) =>
        create({ url: `https://${name}.example/`, subscribedEvents: ['user.deleted'] }),
      ),
    )
    expect(rivals.map(({ status }) => status).sort()).toEqual([201, 400])
  })

  it('needs a server token', async () => {
    const { body: user } = await app.call('POST', '/users', { body: { email: 'a@b.example' } })
    const token = await app.token({ userId: String(user['id']) })
    const answer = await app.call<ErrorBody>('GET', '/notifications/webhooks', { token })
    expect([answer.status, answer.body.data[0]?.code]).toEqual([403, 'forbidden-access'])
    expect((await app.call('GET', '/notifications/webhooks', { token: 'x.y.z' })).status).toBe(401)
  })
})

describe('reading webhooks', () => {
  it('lists them in order, without secrets', async () => {
    const first = (await create({ url, subscribedEvents: ['user.created'] })).body
    const second = (await create({ url: 'https://b.example/', subscribedEvents: ['user.deleted'] })).body
    const { status, body } = await app.call<WebhookListOut>('GET', '/notifications/webhooks')
    const shown = [first, second].map(({ secret: _, ...rest }) => rest)
    expect([status, body]).toEqual([
      200,
      {
        type: 'list',
        count: 2,
        size: 2,
        data: shown,
        links: { self: 'http://api.test/notifications/webhooks' },
      },
    ])
    expect([...Value.Errors(WebhookListOut, body)]).toEqual([])
    const read = await app.call('GET', `/notifications/webhooks/${first.id}`)
    expect(read.body).toEqual(shown[0])
    expect(read.text).not.toContain('whsec_')
  })

  it.each(['GET', 'POST', 'DELETE'] as const)(
    '%s refuses ids that are none, unknown or another’s',
    async (method) => {
      const other = await server.another()
      const { body } = await create({ url, subscribedEvents: ['user.created'] }, other)
      const gone = [404, 'resource-not-found', "Webhook with provided id doesn't exist."]
      for (const id of [body.id, newId(), 'old-id']) {
        expect(await refusal(method, `/notifications/webhooks/${id}`)).toEqual(gone)
      }
      expect(await refusal(method, '/notifications/webhooks/no_id')).toEqual([
        400,
        'path-parameter-not-valid',
        'Webhook ID value is not valid',
      ])
      expect((await other.call('GET', `/notifications/webhooks/${body.id}`)).status).toBe(200)
    },
  )
})

describe('POST /notifications/webhooks/{id}', () => {
  const update = (id: string, body: unknown) =>
    app.call<WebhookOut>('POST', `/notifications/webhooks/${id}`, { body })

  it('changes what is named and shows the same secret', async () => {
    const made = (await create({ name: 'A', url, subscribedEvents: ['user.created'] })).body
    expect((await update(made.id, { name: 'B' })).body).toEqual({ ...made, name: 'B' })
    const moved = await update(made.id, {
      url: 'https://b.example/',
      subscribedEvents: ['user.created', 'user.updated'],
    })
    expect(moved.body).toEqual({
      ...made,
      name: 'B',
      url: 'https://b.example/',
      subscribedEvents: ['user.created', 'user.updated'],
    })
    expect((await update(made.id, { subscribedEvents: ['user.deleted'] })).body.subscribedEvents).toEqual([
      'user.deleted',
    ])
    expect((await update(made.id, undefined)).status).toBe(200)
  })

  it('does not collide with itself, but with others', async () => {
    const made = (await create({ url, subscribedEvents: ['user.created'] })).body
    await create({ url: 'https://b.example/', subscribedEvents: ['user.deleted'] })
    const path = `/notifications/webhooks/${made.id}`
    expect((await update(made.id, { ...made })).status).toBe(200)
    expect((await refusal('POST', path, { url: 'https://b.example/' }))[0]).toBe(409)
    expect((await refusal('POST', path, { subscribedEvents: ['user.deleted'] }))[1]).toBe(
      'event-already-subscribed',
    )
    expect((await refusal('POST', path, { url: 'nowhere' }))[1]).toBe('invalid-content')
    expect((await app.call('GET', path)).body).toMatchObject({ url, subscribedEvents: ['user.created'] })
  })
})

describe('DELETE /notifications/webhooks/{id}', () => {
  it('removes the webhook and frees its url and events', async () => {
    const made = (await create({ url, subscribedEvents: ['user.created'] })).body
    const { status, text } = await app.call('DELETE', `/notifications/webhooks/${made.id}`)
    expect([status, text]).toEqual([204, ''])
    expect((await app.call('GET', `/notifications/webhooks/${made.id}`)).status).toBe(404)
    expect((await create({ url, subscribedEvents: ['user.created'] })).status).toBe(201)
  })
})

describe('secrets', () => {
  it('are sealed in the database', async () => {
    const made = (await create({ url, subscribedEvents: ['user.created'] })).body
    const row = await server.database.db
      .selectFrom('webhooks')
      .selectAll()
      .where('id', '=', made.id as never)
      .executeTakeFirstOrThrow()
    expect(row.sealed_secret.includes(String(made.secret).slice(6))).toBe(false)
    expect(row.sealed_secret.includes(Buffer.from(String(made.secret).slice(6), 'base64'))).toBe(false)
  })

  it('are replaced by rotation', async () => {
    const made = (await create({ url, subscribedEvents: ['user.created'] })).body
    const path = `/banksia/webhooks/${made.id}/rotate-secret`
    const rotated = await app.call<WebhookOut>('POST', path)
    expect(rotated.status).toBe(200)
    expect(rotated.body).toEqual({ ...made, secret: expect.stringMatching(/^whsec_/) })
    expect(rotated.body.secret).not.toBe(made.secret)
    expect((await refusal('POST', `/banksia/webhooks/${newId()}/rotate-secret`))[0]).toBe(404)
  })
})
