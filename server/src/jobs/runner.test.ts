import pino from 'pino'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type BankProxy, startBankProxy } from '../../test/bank-proxy.ts'
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
} from '../../test/visits.ts'
import { inTransaction } from '../db/database.ts'
import type { JobId } from '../ids.ts'
import { createSweeps } from '../queue/sweeps.ts'
import { createWorker, type QueueWorker } from '../queue/worker.ts'
import { overdueJobs } from './jobs.sweeps.ts'
import { jobsRun } from './runner.tasks.ts'

let server: TestServer
let proxy: BankProxy
let worker: QueueWorker

beforeAll(async () => {
  proxy = await startBankProxy()
  // The worker is the test's own, so that it can die and another can take over.
  server = await startTestServer({
    settings: { directConnections: true },
    env: { BANKSIA_BANK_URL: proxy.url },
  })
  const address = server.banks.app.server.address()
  if (typeof address !== 'object' || !address) throw new Error('the banks do not listen')
  proxy.forwardTo(`http://127.0.0.1:${address.port}`)
  worker = aWorker()
  await worker.start()
})
afterEach(() => proxy.intercept({}))
afterAll(async () => {
  await worker.stop()
  await server.close()
  await proxy.close()
})

function aWorker(): QueueWorker {
  return createWorker({
    database: server.database,
    logger: pino({ level: 'silent' }),
    handlers: { 'jobs.run': jobsRun(server.app.services.runner) },
    leaseMs: 1_000,
    backoffMs: () => 20,
  })
}

const runOf = (jobId: string) => ({ applicationId: server.application.id, jobId: jobId as JobId })

async function rowsOf(userId: string) {
  const { db } = server.database
  const count = async (table: 'accounts' | 'connections' | 'identities') =>
    (
      await db
        .selectFrom(table)
        .select('id')
        .where('user_id', '=', userId as never)
        .execute()
    ).length
  const { body } = await server.call<{ size: number; count: number }>(
    'GET',
    `/users/${userId}/transactions?limit=1`,
  )
  return {
    accounts: await count('accounts'),
    connections: await count('connections'),
    identities: await count('identities'),
    transactions: body.size,
  }
}

describe('a request to a bank', () => {
  it('carries the application’s time and world, and a bank’s session goes no further', async () => {
    const userId = await aUser(server)
    await ended(server, await connect(server, userId, logins.max))
    expect(proxy.latest.headers['sandbox-world']).toBe(server.application.id)
    expect(proxy.latest.headers['sandbox-time']).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)
  })
})

describe('a page that changed its shape', () => {
  it('fails the job as connector-error and leaves an active connection active', async () => {
    const userId = await aUser(server)
    const id = connectionOf(await ended(server, await connect(server, userId, logins.max)))
    proxy.intercept({
      page: (page, name) =>
        name.startsWith('GET /hooli/accounts')
          ? {
              ...page,
              text: page.text
                .replaceAll('id="accounts"', 'id="renamed"')
                .replaceAll('page-accounts', 'page-new'),
            }
          : page,
    })
    const { body } = await server.call<{ id: string }>('POST', `/users/${userId}/connections/${id}/refresh`)
    const job = await ended(server, body.id)
    expect(job.status).toBe('failed')
    expect(JSON.stringify(job.steps)).toContain('"connector-error"')
    const { body: connection } = await server.call<{ status: string }>(
      'GET',
      `/users/${userId}/connections/${id}`,
    )
    expect(connection.status).toBe('active')
    expect(await eventTypes(server, userId)).not.toContain('connection.invalidated')
  })
})

describe('a bank that is down', () => {
  it('fails the job as service-unavailable', async () => {
    proxy.intercept({
      page: (page) => ({ ...page, status: 502, text: '<html><body>Bad gateway</body></html>' }),
    })
    const job = await ended(server, await connect(server, await aUser(server), logins.max))
    expect(stepOf(job, 'verify-credentials')).toMatchObject({
      status: 'failed',
      result: { code: 'service-unavailable' },
    })
  })
})

describe('a session that the bank lost', () => {
  it('is replaced once, from the sealed login', async () => {
    let lost = 0
    proxy.intercept({
      page: (page, name) =>
        name === 'GET /hooli/profile' && lost++ === 0
          ? { status: 303, headers: { location: '/hooli/login?ended=session' }, text: '' }
          : page,
    })
    const job = await ended(server, await connect(server, await aUser(server), logins.max))
    expect(lost).toBeGreaterThan(1)
    expect(job.status).toBe('success')
  })

  it('a second time fails the job', async () => {
    proxy.intercept({
      page: (page, name) =>
        name === 'GET /hooli/profile'
          ? { status: 303, headers: { location: '/hooli/login?ended=session' }, text: '' }
          : page,
    })
    const job = await ended(server, await connect(server, await aUser(server), logins.max))
    expect(stepsOf(job)).toBe(
      'verify-credentials success, retrieve-accounts failed, retrieve-transactions pending',
    )
    expect(stepOf(job, 'retrieve-accounts')?.result).toMatchObject({ code: 'service-unavailable' })
  })
})

describe('a worker that dies', () => {
  /** Runs a job to the `n`th transaction and dies there: what it did before is kept, the rest never happened. */
  async function dieAt(jobId: string, n: number): Promise<void> {
    let transactions = 0
    const abort = new AbortController()
    await server.app.services.runner
      .run(runOf(jobId), {
        attempt: 1,
        signal: abort.signal,
        inTransaction(work) {
          transactions++
          if (transactions >= n) {
            abort.abort()
            throw new Error('killed')
          }
          return inTransaction(server.database.db, work)
        },
      })
      .catch(() => undefined)
  }

  it('at any step leaves a job that another one ends, with nothing lost and nothing twice', async () => {
    const whole = await aUser(server)
    await ended(server, await connect(server, whole, logins.gilfoyle))
    const expected = await rowsOf(whole)
    for (const n of [1, 2, 3, 4]) {
      await worker.stop()
      const userId = await aUser(server)
      const jobId = await connect(server, userId, logins.gilfoyle)
      await dieAt(jobId, n)
      expect((await readJob(server, jobId)).status).not.toBe('success')
      worker = aWorker()
      await worker.start()
      const job = await ended(server, jobId)
      expect(job.status, `killed at transaction ${n}`).toBe('success')
      expect(await rowsOf(userId)).toEqual(expected)
      const events = await eventTypes(server, userId)
      expect(events.filter((type) => type === 'connection.activated')).toHaveLength(1)
      expect(events.filter((type) => type === 'transactions.updated')).toHaveLength(1)
    }
  })

  it('after the bank took an answer leaves a job that ends all the same', async () => {
    const userId = await aUser(server)
    const jobId = await connect(server, userId, { ...logins.jared, institution: 'AU00002' })
    await challenged(server, jobId)
    await worker.stop()
    const answering = answer(server, jobId, ['1234'])
    while ((await readJob(server, jobId)).steps[1]?.result !== null) await Promise.resolve()
    await dieAt(jobId, 1)
    // As the queue would hand it out again: a second attempt.
    await server.app.services.runner.run(runOf(jobId), {
      attempt: 2,
      signal: new AbortController().signal,
      inTransaction: (work) => inTransaction(server.database.db, work),
    })
    expect((await answering).status).toBe(202)
    worker = aWorker()
    await worker.start()
    // The login was repeated, so the bank asks afresh.
    await challenged(server, jobId)
    expect((await answer(server, jobId, ['1234'])).status).toBe(202)
    expect((await ended(server, jobId)).status).toBe('success')
  })
})

describe('a job whose time is up', () => {
  it('fails as job-timed-out, and its worker stores nothing more', async () => {
    const userId = await aUser(server)
    await worker.stop()
    const jobId = await connect(server, userId, logins.max)
    server.clock.skip(11 * 60_000)
    const sweeps = createSweeps({
      db: server.database.db,
      clock: server.clock,
      applications: server.app.services.applications,
      sweeps: [overdueJobs(server.app.services.runner)],
      logger: pino({ level: 'silent' }),
      everyMs: 10,
    })
    sweeps.start()
    const job = await ended(server, jobId)
    await sweeps.stop()
    expect(stepOf(job, 'verify-credentials')).toMatchObject({
      status: 'failed',
      result: { code: 'job-timed-out' },
    })
    worker = aWorker()
    await worker.start()
    await worker.idle()
    expect(await rowsOf(userId)).toMatchObject({ accounts: 0, transactions: 0 })
  })

  it('fails as unknown-error when its task was given up', async () => {
    await worker.stop()
    const jobId = await connect(server, await aUser(server), logins.max)
    const { runner } = server.app.services
    await inTransaction(server.database.db, (tx) => runner.giveUp(tx, runOf(jobId)))
    await runner.timeOut(runOf(jobId))
    const job = await readJob(server, jobId)
    expect(stepOf(job, 'verify-credentials')?.result).toMatchObject({ code: 'unknown-error' })
    worker = aWorker()
    await worker.start()
  })
})

describe('a scope that was not consented', () => {
  it('is not asked of the bank, and nothing of it is kept', async () => {
    const userId = await aUser(server)
    const consent = await server.app.services.consents.give(server.application, {
      userId: userId as never,
      origin: 'user',
    })
    const { db } = server.database
    const row = await db
      .selectFrom('consents')
      .selectAll()
      .where('id', '=', consent.id)
      .executeTakeFirstOrThrow()
    const permissions = row.content.data.permissions.map((permission) => ({
      ...permission,
      consented: permission.scope.startsWith('account.'),
    }))
    const content = { ...row.content, data: { ...row.content.data, permissions } }
    await db
      .updateTable('consents')
      .set({ content: JSON.stringify(content) })
      .where('id', '=', consent.id)
      .execute()
    const before = proxy.requests.length
    const job = await ended(server, await connect(server, userId, logins.max))
    expect(job.status).toBe('success')
    const pages = proxy.requests.slice(before)
    expect(pages.some((page) => page.includes('/transactions'))).toBe(false)
    expect(pages.some((page) => page.includes('/profile'))).toBe(false)
    const identities = await server.call<{ count: number }>('GET', `/users/${userId}/identities`)
    expect(identities.body.count).toBe(0)
    const stored = await db
      .selectFrom('transactions')
      .select('id')
      .where('application_id', '=', server.application.id)
      .execute()
    const accounts = await server.call<{ count: number; data: { id: string }[] }>(
      'GET',
      `/users/${userId}/accounts`,
    )
    expect(accounts.body.count).toBe(4)
    expect(stored.length).toBe(
      (
        await db
          .selectFrom('transactions')
          .select('id')
          .where(
            'account_id',
            'not in',
            accounts.body.data.map(({ id }) => id as never),
          )
          .execute()
      ).length,
    )
  })
})
