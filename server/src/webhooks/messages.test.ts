import { Value } from 'typebox/value'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../../test/harness.ts'
import { type Receiver, startReceiver } from '../../test/receiver.ts'
import { createPartner, type Partner, verify } from '../../test/webhooks.ts'
import { newId } from '../ids.ts'
import { MessageListOut, MessageOut, TestMessageOut, WebhookStatsOut } from './webhooks.schemas.ts'

let server: TestServer
let partner: Partner
let receiver: Receiver

beforeAll(async () => {
  server = await startTestServer({ work: true })
})
afterAll(() => server.close())
beforeEach(async () => {
  partner = createPartner(await server.another())
  receiver = await startReceiver()
})
afterEach(() => receiver.close())

const refusal = async (method: 'GET' | 'POST', path: string, body?: unknown) => {
  const answer = await partner.app.call<{ data: readonly { code: string; detail: string }[] }>(method, path, {
    ...(body !== undefined && { body }),
  })
  return [answer.status, answer.body.data[0]?.code, answer.body.data[0]?.detail]
}
const list = async (path: string) => (await partner.app.call<MessageListOut>('GET', path)).body

describe('the list of messages', () => {
  it('shows them newest first, page by page, each once', async () => {
    const webhook = await partner.subscribe(receiver.url, ['user.created'])
    for (let n = 0; n < 5; n += 1) await partner.createUser()
    await server.app.idle()
    const seen: string[] = []
    let path = `${partner.path(webhook)}/messages?limit=2`
    for (let page = 0; page < 5 && path; page += 1) {
      const body = await list(path)
      expect([...Value.Errors(MessageListOut, body)]).toEqual([])
      expect([body.size, body.count]).toEqual([5, body.data.length])
      seen.push(...body.data.map(({ id }) => id))
      path = String(body.links.next ?? '').replace('http://api.test', '')
    }
    expect(new Set(seen).size).toBe(5)
    const times = receiver.received.map(({ headers }) => headers['webhook-id'])
    expect(seen.toSorted()).toEqual(times.toSorted())
    const [newest] = (await list(`${partner.path(webhook)}/messages/?limit=1`)).data
    expect(newest).toEqual({
      id: seen[0],
      webhookId: webhook.id,
      event: `http://api.test/events/${newest?.eventId}`,
      eventTypeId: 'user.created',
      eventId: expect.stringMatching(/^[0-9a-f]{64}$/),
      payload: {
        eventTypeId: 'user.created',
        eventId: newest?.eventId,
        links: { event: newest?.event, eventEntity: expect.stringMatching(/^http:\/\/api.test\/users\//) },
      },
      links: {
        self: `http://api.test/notifications/webhooks/${webhook.id}/messages/${seen[0]}`,
        webhook: `http://api.test/notifications/webhooks/${webhook.id}`,
      },
    })
  })

  it('is filtered by status, type, event, webhook and date, with or without prefix', async () => {
    const webhook = await partner.subscribe(receiver.url, ['user.created', 'user.updated'])
    const userId = await partner.createUser()
    await server.app.idle()
    await partner.freeze()
    receiver.answer = 500
    await partner.app.call('POST', `/users/${userId}`, { body: { email: 'b@b.example' } })
    await server.app.idle()
    const [failing, delivered] = (await list(`${partner.path(webhook)}/messages`)).data
    const found = async (filter: string) =>
      (await list(`${partner.path(webhook)}/messages?filter=${encodeURIComponent(filter)}`)).data.map(
        ({ id }) => id,
      )
    expect(await found("status.eq('Success')")).toEqual([delivered?.id])
    expect(await found("message.status.eq('Pending')")).toEqual([failing?.id])
    expect(await found("status.eq('Failed')")).toEqual([])
    expect(await found("eventTypeId.eq('user.updated')")).toEqual([failing?.id])
    expect(await found(`message.eventId.eq('${delivered?.eventId}')`)).toEqual([delivered?.id])
    expect(await found(`webhookId.eq('${webhook.id}')`)).toHaveLength(2)
    expect(await found(`webhookId.eq('${newId()}')`)).toEqual([])
    const today = server.clock.real().toISOString().slice(0, 10)
    expect(await found(`date.eq('${today}')`)).toHaveLength(2)
    expect(await found("date.bt('2020-01-01','2020-12-31')")).toEqual([])
    expect(await found(`date.gt('${today}')`)).toEqual([])
    expect(await found(`date.lteq('${today}'),status.ne('Success')`)).toEqual([failing?.id])
    await partner.turn('P2D')
    expect(await found("status.eq('Failed')")).toEqual([failing?.id])
  })

  it.each([
    ['limit=501', 'parameter-not-valid'],
    ['limit=0', 'parameter-not-valid'],
    ["filter=colour.eq('red')", 'parameter-not-valid'],
    ["filter=status.eq('lost')", 'parameter-not-valid'],
    ["filter=date.eq('yesterday')", 'parameter-not-valid'],
    ['next=nonsense', 'parameter-not-valid'],
  ])('refuses ?%s', async (query, code) => {
    const webhook = await partner.subscribe(receiver.url, ['user.created'])
    expect((await refusal('GET', `${partner.path(webhook)}/messages?${query}`)).slice(0, 2)).toEqual([
      400,
      code,
    ])
  })

  it('says what is not there', async () => {
    const webhook = await partner.subscribe(receiver.url, ['user.created'])
    await partner.createUser()
    await server.app.idle()
    const [message] = await partner.messages(webhook)
    const nothing = [404, 'resource-not-found', 'Resource not found.']
    expect(await refusal('GET', `/notifications/webhooks/${newId()}/messages`)).toEqual(nothing)
    expect(await refusal('GET', `/notifications/webhooks/${newId()}/messages/${message?.id}`)).toEqual(
      nothing,
    )
    expect(await refusal('GET', `/notifications/webhooks/${newId()}/stats`)).toEqual(nothing)
    expect(await refusal('GET', `${partner.path(webhook)}/messages/${newId()}`)).toEqual([
      404,
      'resource-not-found',
      'Message not found.',
    ])
    expect(await refusal('GET', `${partner.path(webhook)}/messages/no_id`)).toEqual([
      400,
      'path-parameter-not-valid',
      'Message ID value is not valid',
    ])
    expect((await refusal('GET', '/notifications/webhooks/no_id/messages'))[0]).toBe(400)
    partner = createPartner(await server.another())
    expect(await refusal('GET', `${partner.path(webhook)}/messages/${message?.id}`)).toEqual(nothing)
  })
})

describe('POST /notifications/messages/test', () => {
  const test = (body: unknown) =>
    partner.app.call<TestMessageOut>('POST', '/notifications/messages/test', { body })

  it('delivers a message about an event that never happened, with its text', async () => {
    const webhook = await partner.subscribe(receiver.url, ['consent.created', 'transactions.updated'])
    const { status, body } = await test({ eventTypeId: 'transactions.updated', Text: 'Hello “there”' })
    expect([status, [...Value.Errors(TestMessageOut, body)]]).toEqual([201, []])
    await expect.poll(() => receiver.received.length).toBe(1)
    const [one] = receiver.received
    expect(one?.headers['webhook-id']).toBe(body.id)
    const delivered = one && verify(webhook.secret, one)
    expect(delivered).toMatchObject({ eventTypeId: 'transactions.updated', Text: 'Hello “there”' })
    await server.app.idle()
    const [message] = await partner.messages(webhook)
    expect(message?.payload).toEqual(delivered)
    expect([...Value.Errors(MessageOut, message)]).toEqual([])
    await test({ eventTypeId: 'consent.created', text: 'lower case' })
    await expect.poll(() => receiver.received.length).toBe(2)
    expect(JSON.parse(receiver.received[1]?.body ?? '')).toMatchObject({ Text: 'lower case' })
  })

  it('sends nothing when no webhook subscribes to the type', async () => {
    await partner.subscribe(receiver.url, ['user.created'])
    const answer = await test({ eventTypeId: 'user.deleted' })
    expect([answer.status, answer.body]).toEqual([201, { type: 'message' }])
    await server.app.idle()
    expect(receiver.received).toEqual([])
  })

  it('refuses what it cannot do', async () => {
    const path = '/notifications/messages/test'
    expect(await refusal('POST', path, { eventTypeId: 'user.created' })).toEqual([
      400,
      'no-webhooks-found',
      `No webhooks found for an app: ${partner.app.application.id}, at least one webhook should exist in the system`,
    ])
    await partner.subscribe(receiver.url, ['user.created'])
    expect(await refusal('POST', path, { eventTypeId: 'user.vanished' })).toEqual([
      400,
      'invalid-content',
      "Posted eventTypeId doesn't exists.",
    ])
    for (const body of [
      undefined,
      '{',
      '[]',
      {},
      { eventTypeId: 1 },
      { eventTypeId: 'user.created', Text: 1 },
    ]) {
      expect(await refusal('POST', path, body)).toEqual([400, 'invalid-content', 'Posted request not valid.'])
    }
  })
})

describe('stats', () => {
  it('count messages and tell of the last attempts', async () => {
    const webhook = await partner.subscribe(receiver.url, ['user.created'])
    const path = `${partner.path(webhook)}/stats`
    const stats = async () => (await partner.app.call<WebhookStatsOut>('GET', path)).body
    expect(await stats()).toEqual({
      type: 'webhook-stats',
      webhookId: webhook.id,
      status: 'active',
      deliveries: { total: 0, success: 0, failed: 0, pending: 0 },
      lastAttemptAt: null,
      lastSuccessAt: null,
      lastFailureAt: null,
      consecutiveFailures: 0,
      links: { self: `http://api.test${path}`, webhook: `http://api.test${partner.path(webhook)}` },
    })
    await partner.createUser()
    await server.app.idle()
    receiver.answer = 500
    await partner.freeze()
    await partner.createUser()
    await server.app.idle()
    await partner.turn('PT1M')
    const after = await stats()
    expect([...Value.Errors(WebhookStatsOut, after)]).toEqual([])
    expect(after).toMatchObject({
      deliveries: { total: 2, success: 1, failed: 0, pending: 1 },
      consecutiveFailures: 2,
      lastAttemptAt: after.lastFailureAt,
    })
    expect(String(after.lastSuccessAt) < String(after.lastFailureAt)).toBe(true)
  })
})

describe('replay', () => {
  it('delivers one message, or those of a range of time, again', async () => {
    const webhook = await partner.subscribe(receiver.url, ['user.created'])
    const path = `/banksia/webhooks/${webhook.id}/replay`
    const replay = async (body: unknown) => {
      const answer = await partner.app.call('POST', path, { body })
      await server.app.idle()
      return [answer.status, answer.body['count'], receiver.received.length]
    }
    await partner.freeze()
    await partner.createUser()
    await partner.turn('PT1H')
    const middle = String((await partner.app.call('GET', '/sandbox/clock')).body['now'])
    await partner.turn('PT1H')
    await partner.createUser()
    await server.app.idle()
    const [newer, older] = await partner.messages(webhook)
    expect(await replay({ messageId: older?.id })).toEqual([202, 1, 3])
    expect(receiver.received[2]?.headers['webhook-id']).toBe(older?.id)
    expect(await replay({ from: middle })).toEqual([202, 1, 4])
    expect(receiver.received[3]?.headers['webhook-id']).toBe(newer?.id)
    expect(await replay({ from: '2020-01-01T00:00:00Z', to: middle })).toEqual([202, 1, 5])
    expect((await partner.messages(webhook)).map(({ attempts }) => attempts.length)).toEqual([2, 3])
    for (const body of [
      {},
      { messageId: 'x' },
      { to: middle },
      { from: 'then' },
      { from: middle, to: '2020-01-01T00:00:00Z' },
    ]) {
      expect((await refusal('POST', path, body))[1]).toBe('invalid-content')
    }
    expect((await refusal('POST', path, { messageId: newId() }))[2]).toBe('Message not found.')
    expect((await refusal('POST', `/banksia/webhooks/${newId()}/replay`, {}))[0]).toBe(404)
  })
})
