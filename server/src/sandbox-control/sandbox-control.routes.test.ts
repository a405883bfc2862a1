import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../../test/harness.ts'

let server: TestServer

beforeAll(async () => {
  server = await startTestServer({ work: true })
})
afterAll(() => server.close())

const hooli = { institutionId: 'AU00000', loginId: 'Whistler', password: 'ShowBox' }
const newUser = async (email: string) =>
  (await server.call<{ id: string }>('POST', '/users', { body: { email } })).body.id

interface Mailbox {
  readonly data: ReadonlyArray<{ to: string; kind: string; text: string }>
}

describe('the sandbox’s shortcuts', () => {
  it('connect a user without a browser, and show the mail that tells of the end', async () => {
    const userId = await newUser('ada@example.com')
    const connect = await server.call<{ id: string }>('POST', `/sandbox/users/${userId}/connections`, {
      body: hooli,
    })
    expect(connect.status).toBe(202)
    await server.app.idle()
    const job = await server.call<{ status: string }>('GET', `/jobs/${connect.body.id}`)
    expect(job.body.status).toBe('success')
    const consents = await server.call<{ data: Array<{ id: string; status: string }> }>(
      'GET',
      `/users/${userId}/consents`,
    )
    expect(consents.body.data).toMatchObject([{ status: 'active' }])

    await server.call('DELETE', `/users/${userId}/consents/${consents.body.data[0]?.id}`)
    await server.app.idle()
    const mailbox = await server.call<Mailbox>('GET', '/sandbox/mailbox?to=ada@example.com')
    expect(mailbox.body.data).toMatchObject([{ to: 'ada@example.com', kind: 'deletion-completed' }])
    const other = await server.call<Mailbox>('GET', '/sandbox/mailbox?to=grace@example.com')
    expect(other.body.data).toEqual([])
  })

  it('are for server tokens, and for the application’s own people', async () => {
    const userId = await newUser('bob@example.com')
    const token = await server.token({ userId })
    const path = `/sandbox/users/${userId}/connections`
    expect((await server.call('POST', path, { body: hooli, token })).status).toBe(403)
    expect((await server.call('GET', '/sandbox/mailbox', { token })).status).toBe(403)
    const stranger = await server.another()
    expect((await stranger.call('POST', path, { body: hooli })).status).toBe(404)
    expect((await stranger.call<Mailbox>('GET', '/sandbox/mailbox')).body.data).toEqual([])
  })
})

describe('the clock', () => {
  it('jumps, stands still and goes on from there', async () => {
    const read = async () =>
      (await server.call<{ now: string; frozen: boolean }>('GET', '/sandbox/clock')).body
    const before = Date.parse((await read()).now)
    await server.call('POST', '/sandbox/clock', { body: { advance: 'P2D' } })
    expect(Date.parse((await read()).now) - before).toBeGreaterThanOrEqual(2 * 86_400_000)
    const frozen = (
      await server.call<{ now: string; frozen: boolean }>('POST', '/sandbox/clock', {
        body: { freeze: true },
      })
    ).body
    server.clock.skip(60_000)
    expect(await read()).toMatchObject({ now: frozen.now, frozen: true })
    await server.call('POST', '/sandbox/clock', { body: { freeze: false } })
    expect(Date.parse((await read()).now) - Date.parse(frozen.now)).toBeLessThan(30_000)
  })

  it.each([
    [{ set: '2001-01-01T00:00:00Z' }, 'The clock cannot go back. Restore a snapshot instead.'],
    [{ advance: 'P1D', freeze: true }, 'One of advance, set or freeze is required, in a valid format.'],
    [{}, 'One of advance, set or freeze is required, in a valid format.'],
  ])('refuses %j', async (body, detail) => {
    const answer = await server.call<{ data: Array<{ detail: string }> }>('POST', '/sandbox/clock', { body })
    expect([answer.status, answer.body.data[0]?.detail]).toEqual([400, detail])
  })
})
