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
  logins,
  readJob,
  stepOf,
  stepsOf,
  waitingFor,
} from '../../test/visits.ts'
import type { JobId } from '../ids.ts'

let server: TestServer

beforeAll(async () => {
  server = await startTestServer({ settings: { directConnections: true }, work: true })
})
afterAll(() => server.close())

const piedPiper = 'AU00002'

async function asked(login: { loginId: string; password: string }, institution = piedPiper) {
  const userId = await aUser(server)
  const jobId = await connect(server, userId, { ...login, institution })
  return { userId, jobId, challenge: await challenged(server, jobId) }
}

const statusOf = async (userId: string) =>
  (
    await server.call<{ data: { status: string; mfaEnabled: boolean }[] }>(
      'GET',
      `/users/${userId}/connections`,
    )
  ).body.data[0]

describe('a bank that always challenges', () => {
  const methods = [
    [logins.jared, 'token', ['OTP Password'], ['1234']],
    [logins.gavin, 'security-questions', ["What's your first company?"], ['Hooli']],
    [
      logins.whistler,
      'security-questions',
      ["What's your favourite company?", "What's the ID of this institution?"],
      ['Basiq', 'AU00000'],
    ],
    [
      logins.max,
      'security-questions',
      ["What's your favourite company?", "What's the ID of this institution?"],
      ['Basiq', 'AU00002'],
    ],
  ] as const

  for (const [login, method, input, answers] of methods) {
    it(`asks ${login.loginId} for ${input.join(' and ')}, and goes on after ${answers.join(', ')}`, async () => {
      const { userId, jobId, challenge } = await asked(login)
      expect(challenge).toEqual({
        type: 'mfa',
        method,
        description: expect.stringMatching(/./),
        input,
        expiryMs: 120_000,
        links: { response: `http://api.test/jobs/${jobId}/mfa` },
      })
      const waiting = await readJob(server, jobId)
      expect(stepsOf(waiting)).toBe(
        'verify-credentials success, mfa-challenge in-progress, retrieve-accounts pending, retrieve-transactions pending',
      )
      const accepted = await answer(server, jobId, answers)
      expect(accepted).toMatchObject({
        status: 202,
        body: { type: 'job', id: jobId, links: { self: `http://api.test/jobs/${jobId}` } },
      })
      const job = await ended(server, jobId)
      expect(job.status).toBe('success')
      // The question stays on the step after success.
      expect(stepOf(job, 'mfa-challenge')?.result).toEqual(challenge)
      expect(await statusOf(userId)).toMatchObject({ status: 'active', mfaEnabled: true })
    })
  }

  it('takes numbers as text, blanks around them, and text/plain', async () => {
    const { jobId } = await asked(logins.richard)
    const accepted = await server.call('POST', `/jobs/${jobId}/mfa`, {
      body: '{"mfa-response":[1234]}',
      headers: { 'content-type': 'text/plain;charset=UTF-8' },
    })
    expect(accepted.status).toBe(202)
    expect((await ended(server, jobId)).status).toBe('success')
  })

  it('asks again on refresh, which either token scope may answer', async () => {
    const { userId, jobId } = await asked(logins.jared)
    await answer(server, jobId, ['1234'], await server.token({ userId }))
    const id = connectionOf(await ended(server, jobId))
    const refresh = await server.call<{ id: string }>('POST', `/users/${userId}/connections/${id}/refresh`)
    await challenged(server, refresh.body.id)
    expect((await answer(server, refresh.body.id, ['1234'])).status).toBe(202)
    expect((await ended(server, refresh.body.id)).status).toBe('success')
  })
})

describe('an answer', () => {
  it('that was accepted may be repeated while the job runs', async () => {
    const { jobId } = await asked(logins.jared)
    const answers = await Promise.all([
      answer(server, jobId, ['1234']),
      answer(server, jobId, ['1234']),
      answer(server, jobId, ['1234']),
    ])
    const seen = answers.map(({ status }) => status)
    expect(seen).toContain(202)
    // The last may come after the job has ended.
    expect(seen.every((status) => status === 202 || status === 400)).toBe(true)
    await ended(server, jobId)
    const late = await answer(server, jobId, ['1234'])
    expect(late).toMatchObject({
      status: 400,
      body: { data: [{ code: 'parameter-not-valid', detail: 'Job is not awaiting an MFA response.' }] },
    })
  })

  it('that is wrong is 400 twice and may be mended', async () => {
    const { userId, jobId, challenge } = await asked(logins.gavin)
    for (const wrong of ['hooli', 'Aviato']) {
      expect(await answer(server, jobId, [wrong])).toMatchObject({
        status: 400,
        body: { data: [{ code: 'invalid-credentials', source: { parameter: 'mfa-response' } }] },
      })
      expect(waitingFor(await readJob(server, jobId))).toEqual(challenge)
    }
    expect((await answer(server, jobId, [' Hooli '])).status).toBe(202)
    expect((await ended(server, jobId)).status).toBe('success')
    expect((await statusOf(userId))?.status).toBe('active')
  })

  it('that is wrong for the third time fails the job and invalidates the connection; a new login recovers it', async () => {
    const { userId, jobId } = await asked(logins.gavin)
    for (let i = 0; i < 3; i++) expect((await answer(server, jobId, ['wrong'])).status).toBe(400)
    const job = await ended(server, jobId)
    expect(stepOf(job, 'mfa-challenge')).toMatchObject({
      status: 'failed',
      result: { code: 'invalid-credentials' },
    })
    expect((await statusOf(userId))?.status).toBe('invalid')
    expect(await eventTypes(server, userId)).toContain('connection.invalidated')
    expect((await answer(server, jobId, ['Hooli'])).body.data[0]?.detail).toBe(
      'Job is not awaiting an MFA response.',
    )
    const refresh = await server.call<{ id: string }>(
      'POST',
      `/users/${userId}/connections/${connectionOf(job)}/refresh`,
    )
    await challenged(server, refresh.body.id)
    await answer(server, refresh.body.id, ['Hooli'])
    await ended(server, refresh.body.id)
    expect((await statusOf(userId))?.status).toBe('active')
  })

  const bad = [
    ['', 'parameter-not-supplied', 'mfa-response parameter is required.'],
    ['null', 'parameter-not-supplied', 'mfa-response parameter is required.'],
    [{}, 'parameter-not-supplied', 'mfa-response parameter is required.'],
    ['{"mfa-response":', 'invalid-content', 'Posted mfa-response is not in valid format.'],
    [{ 'mfa-response': '1234' }, 'invalid-content', 'Posted mfa-response is not in valid format.'],
    [{ 'mfa-response': [{}] }, 'invalid-content', 'Posted mfa-response is not in valid format.'],
    [{ 'mfa-response': [] }, 'parameter-not-valid', 'mfa-response value is not valid.'],
    [{ 'mfa-response': ['1234', '5678'] }, 'parameter-not-valid', 'mfa-response value is not valid.'],
  ] as const

  it('of a wrong form or count is 400, and changes nothing', async () => {
    const { jobId, challenge } = await asked(logins.jared)
    for (const [body, code, detail] of bad) {
      const refused = await server.call('POST', `/jobs/${jobId}/mfa`, { body })
      expect(refused, JSON.stringify(body)).toMatchObject({ status: 400, body: { data: [{ code, detail }] } })
    }
    expect(waitingFor(await readJob(server, jobId))).toEqual(challenge)
    expect((await answer(server, jobId, ['1234'])).status).toBe(202)
    await ended(server, jobId)
  })

  it('is never readable in the database', async () => {
    const { jobId } = await asked(logins.gavin)
    await answer(server, jobId, ['sEcReT answer'])
    const row = await server.database.db
      .selectFrom('jobs')
      .selectAll()
      .where('id', '=', jobId as JobId)
      .executeTakeFirstOrThrow()
    const stored = Object.values(row).map((value) =>
      Buffer.isBuffer(value) ? value.toString('latin1') : JSON.stringify(value),
    )
    expect(stored.join()).not.toContain('sEcReT')
    expect(stored.join()).not.toContain('first company')
  })
})

describe('who may answer', () => {
  it('is the user, the server, and a 2.x token without a user; for others the job does not exist', async () => {
    const { userId, jobId } = await asked(logins.jared)
    const foreign = await server.token({ userId: await aUser(server) })
    const unbound = await server.token({ scope: 'CLIENT_ACCESS' })
    const other = await server.another()
    const missing = { status: 404, body: { data: [{ detail: 'Requested job does not exist.' }] } }
    expect(await answer(server, jobId, ['1234'], foreign)).toMatchObject(missing)
    expect(await answer(server, jobId, ['1234'], unbound)).toMatchObject(missing)
    expect(await answer(other, jobId, ['1234'])).toMatchObject(missing)
    expect((await server.call('GET', `/jobs/${jobId}`, { token: foreign })).status).toBe(404)
    expect(
      (await server.call('GET', `/jobs/${jobId}`, { token: await server.token({ userId }) })).status,
    ).toBe(200)
    const old = await server.token({ scope: 'CLIENT_ACCESS', version: '2.1' })
    expect((await answer(server, jobId, ['1234'], old)).status).toBe(202)
    await ended(server, jobId)
  })

  it('answers 400 and 404 to ids that name no job, and 401 without a token', async () => {
    expect((await answer(server, 'not_an_id', ['1'])).status).toBe(400)
    expect((await answer(server, 'ea3a81', ['1'])).status).toBe(404)
    expect((await answer(server, crypto.randomUUID(), ['1'])).status).toBe(404)
    expect((await answer(server, crypto.randomUUID(), ['1'], 'nonsense')).status).toBe(401)
  })
})

describe('a challenge nobody answers', () => {
  it('fails with job-timed-out when its time is over, by the application’s clock, and a refresh recovers', async () => {
    const sandbox = await server.another({ directConnections: true })
    const userId = await aUser(sandbox)
    const jobId = await connect(sandbox, userId, { ...logins.jared, institution: piedPiper })
    await challenged(sandbox, jobId)
    const early = await sandbox.call('POST', '/sandbox/clock', { body: { advance: 'PT60S' } })
    expect(early.status).toBe(200)
    expect(waitingFor(await readJob(sandbox, jobId))).toBeDefined()
    await sandbox.call('POST', '/sandbox/clock', { body: { advance: 'PT10M' } })
    const job = await readJob(sandbox, jobId)
    expect(stepOf(job, 'mfa-challenge')).toMatchObject({
      status: 'failed',
      result: { code: 'job-timed-out' },
    })
    // Stamped when it was due, not when somebody looked.
    const waited = Date.parse(job.updated) - Date.parse(job.created)
    expect(waited).toBeGreaterThanOrEqual(119_000)
    expect(waited).toBeLessThan(240_000)
    expect(await answer(sandbox, jobId, ['1234'])).toMatchObject({
      status: 400,
      body: { data: [{ detail: 'MFA challenge has expired.' }] },
    })
    expect(await eventTypes(sandbox, userId)).toContain('connection.invalidated')
    const path = `/users/${userId}/connections/${connectionOf(job)}/refresh`
    const refresh = await sandbox.call<{ id: string }>('POST', path)
    await challenged(sandbox, refresh.body.id)
    await answer(sandbox, refresh.body.id, ['1234'])
    expect((await ended(sandbox, refresh.body.id)).status).toBe('success')
  })
})

describe('a bank that challenges now and then', () => {
  it('gets the step only when it asks', async () => {
    const userId = await aUser(server)
    const first = await connect(server, userId, { ...logins.richard, institution: 'AU00003' })
    await challenged(server, first)
    expect((await answer(server, first, ['1234'])).status).toBe(202)
    const asking = await ended(server, first)
    expect(asking.steps.map(({ title }) => title)).toEqual([
      'verify-credentials',
      'mfa-challenge',
      'retrieve-accounts',
      'retrieve-transactions',
    ])
    const path = `/users/${userId}/connections/${connectionOf(asking)}/refresh`
    const second = await server.call<{ id: string }>('POST', path)
    const quiet = await ended(server, second.body.id)
    expect(quiet.status).toBe('success')
    expect(quiet.steps.map(({ title }) => title)).toEqual([
      'verify-credentials',
      'retrieve-accounts',
      'retrieve-transactions',
    ])
  })
})
