import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestApplication, type TestServer } from '../../test/harness.ts'
import { aUser, connect, connectionOf, ended, eventTypes, type Login, logins } from '../../test/visits.ts'
import type { JobOut } from '../jobs/jobs.schemas.ts'
import type { ConnectionList } from './connections.schemas.ts'

let server: TestServer
/** Like every new application: direct connections are off. */
let strict: TestApplication

beforeAll(async () => {
  server = await startTestServer({ settings: { directConnections: true }, work: true })
  strict = await server.another()
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

describe('who may call', () => {
  it('lets a client token read and delete its user’s connection, and no more', async () => {
    const { userId, id } = await connected(logins.max)
    const token = await server.token({ userId })
    const as = (method: 'GET' | 'POST' | 'DELETE', path: string) =>
      server.call<Problem>(method, `/users/${userId}/connections${path}`, { token })
    const read = await as('GET', `/${id}`)
    expect(read.status).toBe(200)
    expect(read.body).not.toHaveProperty('status')
    expect(read.body).not.toHaveProperty('lastUsed')
    expect((await as('GET', '')).status).toBe(403)
    expect((await as('POST', `/${id}/refresh`)).status).toBe(403)
    expect((await as('POST', `/${id}/purge`)).status).toBe(403)
    expect((await as('DELETE', `/${id}`)).status).toBe(204)
  })

  it('words the 401 of a foreign user as this family does', async () => {
    const { userId, id } = await connected(logins.max)
    const token = await server.token({ userId: await aUser(server) })
    const answer = await server.call<Problem>('GET', `/users/${userId}/connections/${id}`, { token })
    expect(answer).toMatchObject({
      status: 401,
      body: { data: [{ code: 'unauthorized-access', detail: 'Unauthorized access' }] },
    })
  })

  it('knows no connection, job or identity of another application', async () => {
    const { userId, id, job } = await connected(logins.max)
    for (const path of [
      `/users/${userId}/connections`,
      `/users/${userId}/connections/${id}`,
      `/jobs/${job.id}`,
    ]) {
      expect((await strict.call('GET', path)).status, path).toBe(404)
    }
    const other = await aUser(strict)
    expect((await strict.call('GET', `/users/${other}/connections/${id}`)).status).toBe(404)
    expect((await strict.call('DELETE', `/users/${other}/connections/${id}`)).status).toBe(404)
    expect((await strict.call('POST', `/users/${other}/connections/${id}/refresh`)).status).toBe(404)
  })
})

describe('a login posted to the API', () => {
  it('needs the Consent UI with a 3.0 token, and works with a 2.1 token', async () => {
    const userId = await aUser(strict)
    const body = { ...logins.whistler, institutionId: 'AU00000' }
    const refused = await strict.call<Problem>('POST', `/users/${userId}/connections`, { body })
    expect(refused).toMatchObject({ status: 403, body: { data: [{ code: 'access-denied' }] } })
    expect(refused.text).toContain('Consent UI')
    const token = await strict.token({ version: '2.1' })
    const taken = await strict.call<{ id: string }>('POST', `/users/${userId}/connections`, { body, token })
    expect(taken.status).toBe(202)
    expect((await ended(strict, taken.body.id)).status).toBe('success')
  })

  const bad: readonly [unknown, number, string, string][] = [
    ['{', 400, 'invalid-content', 'Posted connection is not in valid format.'],
    ['[]', 400, 'invalid-content', 'Posted connection is not in valid format.'],
    ['', 400, 'parameter-not-supplied', 'Login ID parameter is required.'],
    [{ loginId: '', password: 'x' }, 400, 'parameter-not-supplied', 'Login ID parameter is required.'],
    [{ loginId: 'x' }, 400, 'parameter-not-supplied', 'Password parameter is required.'],
    [
      { loginId: 'x', password: 'y' },
      400,
      'parameter-not-supplied',
      'Institution ID  parameter is required.',
    ],
    [
      { loginId: 'x', password: 'y', institution: { id: 'AU99999' } },
      400,
      'resource-not-found',
      'Requested institution does not exist.',
    ],
    [{ loginId: {}, password: 'y' }, 400, 'invalid-content', 'Posted connection is not in valid format.'],
    [
      { loginId: 'x'.repeat(600), password: 'y' },
      400,
      'invalid-content',
      'Posted connection is not in valid format.',
    ],
  ]
  for (const [body, status, code, detail] of bad) {
    it(`answers ${status} ${detail} to ${JSON.stringify(body).slice(0, 60)}`, async () => {
      const answer = await server.call<Problem>('POST', `/users/${await aUser(server)}/connections`, { body })
      expect(answer).toMatchObject({ status, body: { data: [{ code, detail }] } })
    })
  }

  it('answers 415 to what is not JSON', async () => {
    const answer = await server.call<Problem>('POST', `/users/${await aUser(server)}/connections`, {
      body: '<x/>',
      headers: { 'content-type': 'text/xml' },
    })
    expect(answer).toMatchObject({ status: 415, body: { data: [{ code: 'unsupported-content-type' }] } })
  })

  it('replaces a password: wrong invalidates, right activates again, ids stay', async () => {
    const { userId, id } = await connected(logins.jared)
    const path = `/users/${userId}/connections/${id}`
    const update = async (body: unknown) => server.call<{ id: string } & Problem>('POST', path, { body })
    expect((await ended(server, (await update({ password: 'wrong' })).body.id)).status).toBe('failed')
    expect((await listed(userId))[0]?.status).toBe('invalid')
    expect((await ended(server, (await update({ password: logins.jared.password })).body.id)).status).toBe(
      'success',
    )
    expect(await listed(userId)).toMatchObject([{ id, status: 'active' }])
    expect(await update({})).toMatchObject({
      status: 400,
      body: { data: [{ detail: 'Password value is not valid' }] },
    })
    expect(await update({ password: 'x', institution: { id: 'AU00002' } })).toMatchObject({ status: 400 })
    expect(await eventTypes(server, userId)).toEqual(
      expect.arrayContaining(['connection.updated', 'connection.invalidated', 'connection.activated']),
    )
  })

  it('is refused beyond the original’s limit when quotas are on', async () => {
    const limited = await server.another({ directConnections: true, quotas: true })
    const { db } = server.database
    const userId = await aUser(limited)
    const jobId = await connect(limited, userId, logins.max)
    await ended(limited, jobId)
    const [template] = await db
      .selectFrom('connections')
      .selectAll()
      .where('application_id', '=', limited.application.id)
      .execute()
    if (!template) throw new Error('no connection')
    const copies = Array.from({ length: 499 }, (_, i) => ({
      ...template,
      id: crypto.randomUUID() as typeof template.id,
      login_hash: Buffer.from(`copy ${i}`),
    }))
    await db.insertInto('connections').values(copies).execute()
    const answer = await limited.call<Problem>('POST', `/users/${userId}/connections`, {
      body: { ...logins.whistler, institution: { id: 'AU00000' } },
    })
    expect(answer).toMatchObject({ status: 403, body: { data: [{ code: 'too-many-sandbox-connections' }] } })
  })
})

describe('the ids of a path', () => {
  it.each([
    ['GET', '/users/U/connections/not_an_id', 400, 'Connection ID value is not valid'],
    ['GET', '/users/U/connections/ea3a81', 404, 'Requested resource is not found'],
    ['GET', '/users/not_an_id/connections', 400, 'User ID value is not valid'],
    ['GET', '/users/ea3a81/connections', 404, 'Requested user does not exist.'],
    ['GET', '/jobs/not_an_id', 400, 'Job ID value is not valid'],
    ['GET', '/jobs/ea3a81', 404, 'Requested job does not exist.'],
    ['GET', '/users/U/identities/ea3a81', 404, 'Requested resource is not found'],
    ['GET', '/users/U/identitites', 200, ''],
    ['GET', '/users/U/statements/ea3a81', 404, 'Requested resource is not found'],
  ] as const)('%s %s answers %i %s', async (method, path, status, detail) => {
    const answer = await server.call<Problem>(method, path.replace('/U/', `/${await aUser(server)}/`))
    expect(answer.status).toBe(status)
    if (detail) expect(answer.body.data[0]?.detail).toBe(detail)
  })
})
