import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../../test/harness.ts'
import { type Received, type Receiver, startReceiver } from '../../test/receiver.ts'
import { createPartner, type Partner, verify } from '../../test/webhooks.ts'
import type { WebhookOut } from './webhooks.schemas.ts'

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

describe('the schedule', () => {
  it('is followed on the application’s clock, and the last failure disables the endpoint', async () => {
    receiver.answer = 503
    const webhook = await partner.subscribe(receiver.url, ['user.created'])
    await partner.freeze()
    await partner.createUser()
    await partner.attempts(webhook, 1)
    await partner.turn('PT17H36M')
    const seven = await partner.attempts(webhook, 7)
    expect(await partner.webhook(webhook)).toMatchObject({ status: 'active' })
    await partner.turn('PT10H')
    const attempts = await partner.attempts(webhook, 8)
    const times = attempts.map(({ timestamp }) => Date.parse(timestamp)).reverse()
    const gaps = times.slice(1).map((time, index) => (time - (times[index] ?? 0)) / 1000)
    expect(gaps).toEqual([5, 300, 1_800, 7_200, 18_000, 36_000, 36_000])
    expect(seven).toEqual(attempts.slice(1))
    const disabled = await partner.webhook(webhook)
    expect(disabled).toMatchObject({ status: 'pending-approval', disabledAt: attempts[0]?.timestamp })
    for (const one of receiver.received) verify(webhook.secret, one)
    expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
  })

  it('succeeds at the fourth attempt, 35 minutes and 5 seconds after the first', async () => {
    let count = 0
    receiver.answer = (_, response) => {
      count += 1
      response.writeHead(count < 4 ? 500 : 200).end()
    }
    const webhook = await partner.subscribe(receiver.url, ['user.created'])
    await partner.freeze()
    await partner.createUser()
    await partner.attempts(webhook, 1)
    await partner.turn('P3D')
    const attempts = await partner.attempts(webhook, 4)
    expect(attempts.map(({ status }) => status)).toEqual(['Success', 'Failed', 'Failed', 'Failed'])
    const [last, , , first] = attempts
    expect(Date.parse(String(last?.timestamp)) - Date.parse(String(first?.timestamp))).toBe(2_105_000)
  })

  it('makes an attempt that hangs short while a clock is turned', async () => {
    receiver.answer = (_, response) => void response
    await partner.subscribe(receiver.url, ['user.created'])
    await partner.freeze()
    receiver.answer = 500
    await partner.createUser()
    await server.app.idle()
    receiver.answer = (_, response) => void response
    const from = performance.now()
    await partner.turn('PT1M')
    expect(performance.now() - from).toBeLessThan(8_000)
    expect(receiver.received).toHaveLength(2)
  })
})

describe('an endpoint that was disabled', () => {
  async function disabled(): Promise<WebhookOut> {
    receiver.answer = 500
    const webhook = await partner.subscribe(receiver.url, ['user.created'])
    await partner.freeze()
    await partner.createUser()
    await server.app.idle()
    await partner.turn('P2D')
    expect(await partner.webhook(webhook)).toMatchObject({ status: 'pending-approval' })
    receiver.answer = 200
    return webhook
  }

  it.each([
    ['its status is set', () => ({ status: 'active' })],
    ['its url is changed', () => ({ url: receiver.url.replace('/hook', '/other') })],
  ])('gets nothing until %s, and then what waited, in order', async (_, change) => {
    const webhook = await disabled()
    const before = receiver.received.length
    const ids = [await partner.createUser(), await partner.createUser(), await partner.createUser()]
    await partner.turn('PT1H')
    expect(receiver.received).toHaveLength(before)
    const enabled = await partner.app.call<WebhookOut>('POST', `/notifications/webhooks/${webhook.id}`, {
      body: change(),
    })
    expect(enabled.body).toMatchObject({ status: 'active' })
    expect(enabled.body).not.toHaveProperty('disabledAt')
    await expect.poll(() => receiver.received.length).toBe(before + 3)
    const told = receiver.received.slice(before).map(({ body }) => JSON.parse(body).links.eventEntity)
    expect(told.toSorted()).toEqual(ids.map((id) => `http://api.test/users/${id}`).toSorted())
  })
})

describe('a deleted webhook', () => {
  it('takes what waited for it along', async () => {
    receiver.answer = 500
    const webhook = await partner.subscribe(receiver.url, ['user.created'])
    await partner.freeze()
    await partner.createUser()
    await server.app.idle()
    await partner.app.call('DELETE', `/notifications/webhooks/${webhook.id}`)
    await partner.turn('P1D')
    expect(receiver.received).toHaveLength(1)
    const rows = await server.database.db
      .selectFrom('webhook_messages')
      .selectAll()
      .where('webhook_id', '=', webhook.id as never)
      .execute()
    expect(rows).toEqual([])
  })
})

describe('a rotated secret', () => {
  it('signs beside the former one for a day', async () => {
    const webhook = await partner.subscribe(receiver.url, ['user.created'])
    const { body: rotated } = await partner.app.call<WebhookOut>(
      'POST',
      `/banksia/webhooks/${webhook.id}/rotate-secret`,
    )
    await partner.createUser()
    await expect.poll(() => receiver.received.length).toBe(1)
    const [both] = receiver.received as [Received]
    expect(String(both.headers['webhook-signature']).split(' ')).toHaveLength(2)
    verify(webhook.secret, both)
    verify(rotated.secret, both)
    await partner.turn('P1D')
    await partner.createUser()
    await expect.poll(() => receiver.received.length).toBe(2)
    const later = receiver.received[1] as Received
    verify(rotated.secret, later)
    expect(() => verify(webhook.secret, later)).toThrow()
  })
})

describe('messages', () => {
  it('are kept for 30 days of the application’s clock', async () => {
    const webhook = await partner.subscribe(receiver.url, ['user.created'])
    await partner.createUser()
    await server.app.idle()
    await partner.turn('P30D')
    await partner.createUser()
    await server.app.idle()
    expect(await partner.messages(webhook)).toHaveLength(2)
    await partner.turn('P2D')
    expect(await partner.messages(webhook)).toHaveLength(1)
    const attempts = await server.database.db
      .selectFrom('webhook_attempts')
      .select('id')
      .where('application_id', '=', partner.app.application.id)
      .execute()
    expect(attempts).toHaveLength(1)
  })
})
