import { createHmac } from 'node:crypto'
import { createServer } from 'node:net'
import { Value } from 'typebox/value'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../../test/harness.ts'
import { type Answer, type Received, type Receiver, startReceiver } from '../../test/receiver.ts'
import { createPartner, type Partner, verify } from '../../test/webhooks.ts'
import { MessageOut } from './webhooks.schemas.ts'

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

describe('a delivery', () => {
  it('tells of the event, signed, at once', async () => {
    const webhook = await partner.subscribe(receiver.url, ['user.created'])
    const from = performance.now()
    const userId = await partner.createUser()
    await expect.poll(() => receiver.received.length, { interval: 5 }).toBe(1)
    const [one] = receiver.received
    if (!one) throw new Error('nothing was received')
    expect(one.at - from).toBeLessThan(1_000)
    const events = await partner.app.call<{ data: readonly { id: string }[] }>('GET', '/events')
    const eventId = events.body.data[0]?.id
    expect(verify(webhook.secret, one)).toEqual({
      eventTypeId: 'user.created',
      eventId,
      links: {
        event: `http://api.test/events/${eventId}`,
        eventEntity: `http://api.test/users/${userId}`,
      },
    })
    expect(one.headers).toMatchObject({ 'content-type': 'application/json' })
    const [message] = await partner.messages(webhook)
    expect(message?.id).toBe(one.headers['webhook-id'])
    expect(message?.payload).toEqual(JSON.parse(one.body))
  })

  it('is signed with the decoded secret over id, time and raw body', async () => {
    const webhook = await partner.subscribe(receiver.url, ['user.created'])
    await partner.createUser()
    await expect.poll(() => receiver.received.length).toBe(1)
    const { headers, body } = receiver.received[0] as Received
    const key = Buffer.from(String(webhook.secret).slice('whsec_'.length), 'base64')
    const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`
    expect(headers['webhook-signature']).toBe(
      `v1,${createHmac('sha256', key).update(signed).digest('base64')}`,
    )
    expect(
      Math.abs(Number(headers['webhook-timestamp']) - server.clock.real().getTime() / 1000),
    ).toBeLessThan(60)
  })

  it('goes to the subscriber of its type alone, and to nobody of another application', async () => {
    const other = await startReceiver()
    await partner.subscribe(receiver.url, ['user.deleted'])
    await partner.subscribe(other.url, ['user.created'])
    await createPartner(await server.another()).subscribe(other.url, ['user.created'])
    const userId = await partner.createUser()
    await partner.app.call('DELETE', `/users/${userId}`)
    await server.app.idle()
    const types = (of: Receiver) => of.received.map(({ body }) => JSON.parse(body).eventTypeId)
    expect([types(receiver), types(other)]).toEqual([['user.deleted'], ['user.created']])
    await other.close()
  })

  it('starts in the order of the events, at most ten at a time', async () => {
    const webhook = await partner.subscribe(receiver.url, ['user.created'])
    receiver.answer = (_, response) => setTimeout(() => response.writeHead(204).end(), 30)
    const ids: string[] = []
    for (let n = 0; n < 40; n += 1) ids.push(await partner.createUser())
    await expect.poll(() => receiver.received.length).toBe(40)
    await server.app.idle()
    expect(receiver.mostAtOnce()).toBeLessThanOrEqual(10)
    const started = receiver.received.map(({ body }) => JSON.parse(body).links.eventEntity.split('/').at(-1))
    // Ten sockets may overtake each other on the way; a message never moves by more than what is in flight.
    for (const [position, id] of started.entries()) {
      expect(Math.abs(ids.indexOf(id) - position)).toBeLessThanOrEqual(10)
    }
    expect((await partner.messages(webhook)).map(({ attempts }) => attempts.length)).toEqual(ids.map(() => 1))
  })
})

const closing: Answer = (_, response) => response.socket?.destroy()
const redirecting: Answer = (_, response) =>
  response.writeHead(302, { location: `${receiver.url}/elsewhere` }).end('moved')
const huge: Answer = (_, response) => response.writeHead(500).end('x'.repeat(5_000_000))
const binary: Answer = (_, response) => response.writeHead(500).end(Buffer.from([0, 0xff, 0x80, 0x41]))

describe('an endpoint that fails', () => {
  it.each([
    ['answers 302', redirecting, 302, 'moved'],
    ['answers 404', 404, 404, 'Not Found'],
    ['answers 410', 410, 410, 'Gone'],
    ['answers 500', 500, 500, 'Internal Server Error'],
    ['closes the connection', closing, 0, 'Connection closed'],
    ['answers a page of megabytes', huge, 500, 'x'.repeat(1_024)],
    ['answers bytes that are no text', binary, 500, '\uFFFD\uFFFD\uFFFDA'],
  ] as const)('is told again when it %s', async (_, answer, code, response) => {
    receiver.answer = answer
    const webhook = await partner.subscribe(receiver.url, ['user.created'])
    await partner.freeze()
    await partner.createUser()
    const [attempt] = await partner.attempts(webhook, 1)
    expect(attempt).toEqual({
      id: expect.any(String),
      url: receiver.url,
      response,
      responseStatusCode: code,
      timestamp: expect.stringMatching(/Z$/),
      status: 'Failed',
    })
    expect(receiver.received.map(({ path }) => path)).toEqual(['/hook'])
    receiver.answer = 200
    await partner.turn('PT5S')
    const [again] = await partner.attempts(webhook, 2)
    expect(again).toMatchObject({ responseStatusCode: 200, response: 'OK', status: 'Success' })
    const message = await partner.messages(webhook)
    expect([...Value.Errors(MessageOut, message[0])]).toEqual([])
  })

  it('is told again after five seconds, under the same id and signed anew', async () => {
    receiver.answer = 500
    const webhook = await partner.subscribe(receiver.url, ['user.created'])
    await partner.createUser()
    await partner.attempts(webhook, 1)
    receiver.answer = 200
    await partner.attempts(webhook, 2)
    const [first, second] = receiver.received as [Received, Received]
    expect(second.at - first.at).toBeGreaterThan(4_900)
    expect(second.headers['webhook-id']).toBe(first.headers['webhook-id'])
    expect(second.headers['webhook-timestamp']).not.toBe(first.headers['webhook-timestamp'])
    verify(webhook.secret, second)
  })

  it('may speak something other than HTTP', async () => {
    const garbage = createServer((socket) =>
      socket.on('error', () => undefined).end('SSH-2.0-OpenSSH\r\n\r\n'),
    )
    await new Promise<void>((resolve) => garbage.listen(0, '127.0.0.1', resolve))
    const { port } = garbage.address() as { port: number }
    const webhook = await partner.subscribe(`http://127.0.0.1:${port}/`, ['user.created'])
    await partner.createUser()
    expect((await partner.attempts(webhook, 1))[0]).toMatchObject({
      responseStatusCode: 0,
      response: 'Invalid answer',
    })
    garbage.close()
  })

  it('may not be there, or not be what its certificate should say', async () => {
    const url = receiver.url
    const webhook = await partner.subscribe(receiver.url, ['user.created'])
    const secure = await partner.subscribe(url.replace('http:', 'https:'), ['user.updated'])
    await partner.app.call('POST', '/users', { body: { email: 'a@b.example' } })
    await expect.poll(() => receiver.received.length).toBe(1)
    const userId = await partner.createUser()
    await partner.app.call('POST', `/users/${userId}`, { body: { email: 'c@b.example' } })
    expect((await partner.attempts(secure, 1))[0]).toMatchObject({
      responseStatusCode: 0,
      response: 'TLS failed',
    })
    await receiver.close()
    await partner.createUser()
    const newest = async () => (await partner.messages(webhook))[0]?.attempts[0]
    await expect.poll(newest).toMatchObject({ responseStatusCode: 0, response: 'Connection refused' })
    receiver = await startReceiver()
  })

  it('takes what a success says even if its body never ends', async () => {
    receiver.answer = (_, response) => {
      response.writeHead(200).write('working on it')
    }
    const webhook = await partner.subscribe(receiver.url, ['user.created'])
    await partner.createUser()
    const [attempt] = await partner.attempts(webhook, 1)
    expect(attempt).toMatchObject({ status: 'Success', responseStatusCode: 200, response: 'working on it' })
  })

  it('holds back neither other messages nor other endpoints', async () => {
    let count = 0
    receiver.answer = (_, response) => {
      count += 1
      response.writeHead(count === 1 ? 500 : 200).end()
    }
    const other = await startReceiver((_, response) => void response)
    await partner.subscribe(other.url, ['user.updated'])
    const webhook = await partner.subscribe(receiver.url, ['user.created'])
    const userId = await partner.createUser()
    await partner.app.call('POST', `/users/${userId}`, { body: { email: 'c@b.example' } })
    await partner.createUser()
    await partner.createUser()
    await expect.poll(() => receiver.received.length, { timeout: 3_000 }).toBe(3)
    await expect
      .poll(
        async () =>
          (await partner.app.call('GET', `/notifications/webhooks/${webhook.id}/stats`)).body['deliveries'],
      )
      .toEqual({ total: 3, success: 2, failed: 0, pending: 1 })
    await other.close()
  })
})
