import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { send, startTestServer, type TestServer } from '../../test/harness.ts'

type Body = Record<string, unknown>
let server: TestServer

beforeAll(async () => {
  server = await startTestServer({ work: true })
})
afterAll(() => server.close())

const list = async (url: string): Promise<Body[]> => {
  const { status, body } = await server.call('GET', url)
  expect([url, status]).toEqual([url, 200])
  return body['data'] as Body[]
}

const jobStatus = async (url: string): Promise<unknown> => (await server.call('GET', url)).body['status']

/** A user with a connection made the 2.x way: its consent comes with it. */
async function connect(institutionId: string, loginId: string, password: string) {
  const { body: user } = await server.call('POST', '/users', { body: { email: 'a@b.example' } })
  const token = await server.token({ version: '2.1' })
  const path = `/users/${user['id']}`
  const answer = await send<Body>(server.app, 'POST', `${path}/connections`, {
    headers: { authorization: `Bearer ${token}` },
    body: { loginId, password, institution: { id: institutionId } },
  })
  expect(answer.status).toBe(202)
  return { path, job: `/jobs/${answer.body['id']}` }
}

describe('the end of a consent', { timeout: 60_000 }, () => {
  it('takes what was really read from a bank out of sight at once, and then out of the database', async () => {
    const { path, job } = await connect('AU00000', 'Wentworth-Smith', 'whislter')
    await expect.poll(() => jobStatus(job), { timeout: 40_000 }).toBe('success')
    expect((await list(`${path}/transactions`)).length).toBeGreaterThan(50)
    const [consent] = await list(`${path}/consents`)
    expect([consent?.['origin'], consent?.['status']]).toEqual(['system', 'active'])

    expect((await server.call('DELETE', `${path}/consents/${consent?.['id']}`)).status).toBe(204)
    for (const data of ['accounts', 'transactions', 'connections'])
      expect(await list(`${path}/${data}`)).toEqual([])
    const user = (await server.call('GET', path)).body
    expect([user['connections'], user['accounts']]).toEqual([
      { type: 'list', count: 0, data: [] },
      { type: 'list', count: 0, data: [] },
    ])
    await server.app.idle()
    const { db } = server.database
    const deletion = await db.selectFrom('data_deletions').selectAll().executeTakeFirstOrThrow()
    expect(deletion.status).toBe('done')
    expect(Object.keys(deletion.counts)).toEqual(expect.arrayContaining(['accounts', 'transactions', 'keys']))
    for (const table of [
      'connections',
      'accounts',
      'transactions',
      'transaction_blocks',
      'identities',
      'statements',
    ] as const) {
      expect([table, await db.selectFrom(table).selectAll().execute()]).toEqual([table, []])
    }
    const bankEvents = (await list('/events')).filter(
      ({ entity }) => entity === 'connection' || entity === 'account',
    )
    expect(bankEvents.length).toBeGreaterThan(1)
    for (const { data } of bankEvents) expect(Object.keys(data as Body)).toEqual(['type', 'id'])
  })

  it('fails a job that waits for the person with the contract’s code', async () => {
    const { path, job } = await connect('AU00002', 'Wentworth-Smith', 'whislter')
    const steps = async () => (await server.call('GET', job)).body['steps'] as Body[]
    await expect
      .poll(async () => (await steps()).find(({ title }) => title === 'mfa-challenge')?.['status'], {
        timeout: 15_000,
      })
      .toBe('in-progress')
    const [consent] = await list(`${path}/consents`)
    await server.call('DELETE', `${path}/consents/${consent?.['id']}`)
    const failed = (await steps()).find(({ status }) => status === 'failed')
    expect(failed?.['result']).toEqual(expect.objectContaining({ code: 'invalid-connection' }))
    await server.app.idle()
    expect(await jobStatus(job)).toBe('failed')
    await server.call('DELETE', path)
    expect((await server.call('GET', job)).status).toBe(404)
  })
})
