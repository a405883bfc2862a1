import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../../test/harness.ts'
import {
  answer,
  aUser,
  challenged,
  connect,
  connectionOf,
  ended,
  eventTypes,
  type Login,
  logins,
  stepOf,
  stepsOf,
} from '../../test/visits.ts'
import type { JobOut } from '../jobs/jobs.schemas.ts'
import type { ConnectionList, ConnectionOut } from './connections.schemas.ts'

let server: TestServer

beforeAll(async () => {
  server = await startTestServer({ settings: { directConnections: true }, work: true })
})
afterAll(() => server.close())

interface Problem {
  readonly data: readonly { code: string; detail: string }[]
}

async function connected(login: Login): Promise<{ userId: string; id: string; job: JobOut }> {
  const userId = await aUser(server)
  const job = await ended(server, await connect(server, userId, login))
  return { userId, id: connectionOf(job), job }
}

const listed = async (userId: string, filter = '') =>
  (await server.call<ConnectionList>('GET', `/users/${userId}/connections${filter && `?filter=${filter}`}`))
    .body.data

describe('a login', () => {
  it('becomes an active connection with accounts and profile in under two seconds of work', async () => {
    const started = process.cpuUsage()
    const { userId, id, job } = await connected(logins.max)
    // Processor time of server, embedded database and banks together: it does not depend on what else runs here.
    const { user, system } = process.cpuUsage(started)
    expect(stepsOf(job)).toBe(
      'verify-credentials success, retrieve-accounts success, retrieve-transactions success',
    )
    expect((user + system) / 1_000).toBeLessThan(2_000)
    expect(job).toMatchObject({
      jobType: 'connection',
      links: {
        self: `http://api.test/jobs/${job.id}`,
        source: `http://api.test/users/${userId}/connections/${id}`,
      },
    })
    expect(stepOf(job, 'verify-credentials')?.result).toEqual({
      type: 'link',
      url: `/users/${userId}/connections/${id}`,
    })
    const { body } = await server.call<ConnectionOut>('GET', `/users/${userId}/connections/${id}`)
    expect(body).toMatchObject({
      type: 'connection',
      method: 'web',
      status: 'active',
      mfaEnabled: false,
      expiryDate: '',
      institution: { id: 'AU00000', links: { self: 'http://api.test/institutions/AU00000' } },
      profile: { fullName: 'Max Wentworth-Smith', phoneNumbers: ['0419000000'], middleName: '' },
    })
    expect(body.accounts.data.map(({ accountNo }) => accountNo).sort()).toEqual([
      '12345612345678',
      '23456723456789',
      '34567834567890',
      '45678945678901',
    ])
    expect(await eventTypes(server, userId)).toEqual(
      expect.arrayContaining(['connection.created', 'transactions.updated', 'connection.activated']),
    )
    expect(body).not.toHaveProperty('loginId')
    expect(JSON.stringify(body)).not.toContain(logins.max.password)
  })

  for (const login of [
    logins.whistler,
    logins.gilfoyle,
    logins.gavin,
    logins.jared,
    logins.richard,
    logins.ash,
  ]) {
    it(`of ${login.loginId} works`, async () => {
      const { job, userId } = await connected(login)
      expect(job.status).toBe('success')
      const { body } = await server.call<{ count: number }>('GET', `/users/${userId}/accounts`)
      expect(body.count).toBeGreaterThan(0)
    })
  }

  it('of a business has an identity of an organisation', async () => {
    const { userId, job } = await connected(logins.laurie)
    expect(job.status).toBe('success')
    const { body } = await server.call<{ data: Record<string, unknown>[] }>(
      'GET',
      `/users/${userId}/identities`,
    )
    expect(body.data).toHaveLength(1)
    expect(body.data[0]).toMatchObject({ type: 'identity', source: 'web', institutionID: 'AU00000' })
  })

  it('at a government institution has statements as its fifth step', async () => {
    const userId = await aUser(server)
    const id = await connect(server, userId, { ...logins.gavin, institution: 'AU00004' })
    await server.call('POST', `/jobs/${id}/mfa`, { body: { 'mfa-response': ['Hooli'] } })
    const job = await challengedOrEnded(id)
    expect(job.steps.map(({ title }) => title)).toEqual([
      'verify-credentials',
      'mfa-challenge',
      'retrieve-accounts',
      'retrieve-transactions',
      'retrieve-statements',
    ])
    expect(stepOf(job, 'retrieve-statements')).toEqual({
      title: 'retrieve-statements',
      status: 'success',
      result: { type: 'link', url: `/users/${userId}/statements` },
    })
    const { body } = await server.call<{ data: { id: string }[] }>('GET', `/users/${userId}/statements`)
    expect(body.data.length).toBeGreaterThan(0)
    const one = await server.call('GET', `/users/${userId}/statements/${body.data[0]?.id}`)
    expect(one.body).toMatchObject({ type: 'statement', title: expect.any(String), from: expect.any(String) })
  })

  async function challengedOrEnded(id: string): Promise<JobOut> {
    for (;;) {
      const { body } = await server.call<JobOut>('GET', `/jobs/${id}`)
      if (body.status === 'success' || body.status === 'failed') return body
      if (stepOf(body, 'mfa-challenge')?.result) {
        await server.call('POST', `/jobs/${id}/mfa`, { body: { 'mfa-response': ['Hooli'] } })
      }
    }
  }
})

describe('a login that the bank refuses', () => {
  const refused = [
    [
      { loginId: 'Wentworth-Smith', password: 'nope' },
      'invalid-credentials',
      /invalid username or password/,
      'user',
    ],
    [{ loginId: 'bighead', password: 'password' }, 'invalid-credentials', /^Account is locked$/, 'user'],
    [
      { loginId: 'erlich', password: 'aviato' },
      'account-not-accessible-requires-user-action',
      /^An action is required from end-user/,
      'user',
    ],
    [
      { loginId: 'jianYang', password: 'nothotdog' },
      'service-unavailable',
      /^Service is currently unavailable/,
      'bank',
    ],
  ] as const

  for (const [login, code, detail, blame] of refused) {
    it(`fails ${login.loginId} / ${login.password} with ${code}`, async () => {
      const { userId, job } = await connected(login)
      expect(stepsOf(job)).toBe(
        'verify-credentials failed, retrieve-accounts pending, retrieve-transactions pending',
      )
      const result = stepOf(job, 'verify-credentials')?.result
      expect(result).toMatchObject({ code, detail: expect.stringMatching(detail), title: expect.any(String) })
      expect(result).toHaveProperty('details', result && 'detail' in result ? result.detail : '')
      expect((await listed(userId)).map(({ status }) => status)).toEqual(['invalid'])
      const events = await eventTypes(server, userId)
      expect(events.includes('connection.invalidated')).toBe(blame === 'user')
    })
  }

  it('takes up the same connection on the next try', async () => {
    const { userId, id } = await connected({ ...logins.jared, password: 'wrong' })
    const job = await ended(server, await connect(server, userId, logins.jared))
    expect(job.status).toBe('success')
    expect(connectionOf(job)).toBe(id)
    expect(await listed(userId)).toHaveLength(1)
  })
})

describe('the same login again', () => {
  it('joins the job that runs, and another login makes another connection', async () => {
    const userId = await aUser(server)
    const post = (login: Login) =>
      server.call<{ id: string }>('POST', `/users/${userId}/connections`, {
        body: { ...login, institution: { id: 'AU00000' } },
      })
    const [one, two] = await Promise.all([post(logins.max), post(logins.max)])
    expect([one.status, two.status].sort()).toEqual([200, 202])
    expect(one.body.id).toBe(two.body.id)
    await ended(server, one.body.id)
    await ended(server, await connect(server, userId, logins.whistler))
    expect(await listed(userId)).toHaveLength(2)
  })
})

describe('a refresh', () => {
  it('answers 202, and 200 with the same job while that one runs', async () => {
    const { userId, id } = await connected(logins.gilfoyle)
    const path = `/users/${userId}/connections/${id}/refresh`
    const [one, two] = await Promise.all([
      server.call<{ id: string }>('POST', path),
      server.call<{ id: string }>('POST', path),
    ])
    expect([one.status, two.status].sort()).toEqual([200, 202])
    expect(one.body).toEqual(two.body)
    expect((await ended(server, one.body.id)).status).toBe('success')
  })

  it('keeps account ids and posted transactions', async () => {
    const { userId, id } = await connected(logins.whistler)
    const read = async () => {
      const accounts = await server.call<{ data: { id: string }[] }>('GET', `/users/${userId}/accounts`)
      const posted = await server.call<{ data: { id: string }[] }>(
        'GET',
        `/users/${userId}/transactions?filter=transaction.status.eq('posted')&limit=500`,
      )
      return { accounts: accounts.body.data.map((a) => a.id), posted: posted.body.data.map((t) => t.id) }
    }
    const before = await read()
    const { body } = await server.call<{ id: string }>('POST', `/users/${userId}/connections/${id}/refresh`)
    await ended(server, body.id)
    expect(await read()).toEqual(before)
  })

  it('leaves a connection active when the bank is down, and says maintenance', async () => {
    const { userId, id } = await connected(logins.ash)
    const world = server.banks.worlds.open(server.application.id)
    world.setMaintenance('AU00000', true)
    try {
      const { body } = await server.call<{ id: string }>('POST', `/users/${userId}/connections/${id}/refresh`)
      const job = await ended(server, body.id)
      expect(stepOf(job, 'verify-credentials')?.result).toMatchObject({ code: 'maintenance' })
      expect((await listed(userId)).map(({ status }) => status)).toEqual(['active'])
    } finally {
      world.setMaintenance('AU00000', false)
    }
  })

  it('of all connections answers one job for each, and an empty list without any', async () => {
    const { userId } = await connected(logins.whistler)
    const all = await server.call<{ data: { id: string }[] }>('POST', `/users/${userId}/connections/refresh`)
    expect(all.status).toBe(202)
    expect(all.body).toMatchObject({ type: 'list', data: [{ type: 'job' }] })
    await ended(server, all.body.data[0]?.id ?? '')
    const none = await server.call('POST', `/users/${await aUser(server)}/connections/refresh`)
    expect(none).toMatchObject({ status: 202, body: { type: 'list', data: [] } })
  })
})

describe('a deleted connection', () => {
  it('is gone, with profile and identity; its accounts stay, unavailable', async () => {
    const { userId, id } = await connected(logins.richard)
    const path = `/users/${userId}/connections/${id}`
    const gone = await server.call('DELETE', path)
    expect(gone).toMatchObject({ status: 204, text: '' })
    expect(gone.headers['content-type']).toBeUndefined()
    expect((await server.call('DELETE', path)).status).toBe(404)
    expect((await server.call('GET', path)).status).toBe(404)
    expect(await listed(userId)).toEqual([])
    const identities = await server.call<{ count: number }>('GET', `/users/${userId}/identities`)
    expect(identities.body.count).toBe(0)
    const accounts = await server.call<{
      data: { status: string; connection: string; links: { connection: null } }[]
    }>('GET', `/users/${userId}/accounts`)
    expect(accounts.body.data).toHaveLength(3)
    for (const account of accounts.body.data) {
      expect(account).toMatchObject({ status: 'unavailable', connection: id, links: { connection: null } })
    }
    expect((await eventTypes(server, userId)).at(-1)).toBe('connection.deleted')
  })

  it('fails the job that runs for it with invalid-connection', async () => {
    const userId = await aUser(server)
    const jobId = await connect(server, userId, { ...logins.jared, institution: 'AU00002' })
    const [connection] = await listed(userId)
    expect((await server.call('DELETE', `/users/${userId}/connections/${connection?.id}`)).status).toBe(204)
    const job = await ended(server, jobId)
    expect(JSON.stringify(job.steps)).toContain('"invalid-connection"')
  })
})

describe('a purge', () => {
  it('forgets what was read, and a refresh reads it again', async () => {
    const { userId, id } = await connected(logins.gilfoyle)
    const count = async () =>
      (await server.call<{ count: number }>('GET', `/users/${userId}/accounts`)).body.count
    expect((await server.call('POST', `/users/${userId}/connections/${id}/purge`)).status).toBe(204)
    expect(await count()).toBe(0)
    const { body } = await server.call<{ id: string }>('POST', `/users/${userId}/connections/${id}/refresh`)
    await ended(server, body.id)
    expect(await count()).toBe(3)
  })

  it('fails the job that runs, which could not go on from what is gone', async () => {
    const userId = await aUser(server)
    const first = await connect(server, userId, { ...logins.jared, institution: 'AU00002' })
    await challenged(server, first)
    await answer(server, first, ['1234'])
    const id = connectionOf(await ended(server, first))
    const path = `/users/${userId}/connections/${id}`
    const { body } = await server.call<{ id: string }>('POST', `${path}/refresh`)
    await challenged(server, body.id)
    expect((await server.call('POST', `${path}/purge`)).status).toBe(204)
    const job = await ended(server, body.id)
    expect(stepOf(job, 'mfa-challenge')).toMatchObject({
      status: 'failed',
      result: { code: 'unknown-error' },
    })
    expect((await listed(userId))[0]?.status).toBe('active')
  })

  it('is refused for a connection that is not active', async () => {
    const { userId, id } = await connected({ loginId: 'bighead', password: 'password' })
    const answer = await server.call<Problem>('POST', `/users/${userId}/connections/${id}/purge`)
    expect(answer).toMatchObject({ status: 400, body: { data: [{ code: 'parameter-not-valid' }] } })
  })
})

describe('the list', () => {
  it('can be filtered, bare names and openbanking included', async () => {
    const { userId, id } = await connected(logins.max)
    for (const filter of [
      `connection.id.eq('${id}')`,
      `id.eq('${id}')`,
      `status.eq('active')`,
      `connection.status.ne('invalid'),institution.id.eq('AU00000')`,
      `connection.method.ne('openbanking')`,
    ]) {
      expect(await listed(userId, filter), filter).toHaveLength(1)
    }
    expect(await listed(userId, `status.eq('invalid')`)).toEqual([])
    const wrong = await server.call<Problem>('GET', `/users/${userId}/connections?filter=colour.eq('red')`)
    expect(wrong).toMatchObject({ status: 400, body: { data: [{ code: 'parameter-not-valid' }] } })
  })

  it('shows nothing once the consent is over', async () => {
    const { userId, id } = await connected(logins.max)
    const consents = await server.call<{ data: { id: string; origin: string }[] }>(
      'GET',
      `/users/${userId}/consents`,
    )
    expect(consents.body.data[0]?.origin).toBe('system')
    await server.call('DELETE', `/users/${userId}/consents/${consents.body.data[0]?.id}`)
    expect(await listed(userId)).toEqual([])
    expect((await server.call('GET', `/users/${userId}/connections/${id}`)).status).toBe(404)
    expect(await eventTypes(server, userId)).toContain('connection.deleted')
  })
})
