import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startTestServer, type TestApplication, type TestServer } from '../../test/harness.ts'
import { answer, challenged, connect, connectionOf, ended, logins } from '../../test/visits.ts'
import type { ConnectionId, UserId } from '../ids.ts'
import { nextRefresh, refreshAfter, slotOf } from './background.ts'
import { credentialsPurpose } from './lifecycle.ts'

const hour = 3_600_000
const day = 24 * hour
const id = '0b6f3f7e-3c19-4a53-9a0a-6f3b6a6f1d52' as ConnectionId
const at = new Date('2026-03-01T10:00:00Z')

describe('the turn of a connection', () => {
  it('comes at the same moment of each day, and at another for another connection', () => {
    const first = nextRefresh(id, at)
    expect(first.getTime() % day).toBe(slotOf(id))
    expect(first.getTime() - at.getTime()).toBeGreaterThanOrEqual(12 * hour)
    expect(first.getTime() - at.getTime()).toBeLessThan(36 * hour)
    expect(nextRefresh(id, first).getTime()).toBe(first.getTime() + day)
    const slots = Array.from({ length: 200 }, (_, n) => slotOf(`connection-${n}` as ConnectionId))
    expect(new Set(slots.map((slot) => Math.floor(slot / hour))).size).toBe(24)
  })

  const row = {
    id,
    status: 'active',
    mfa_enabled: false,
    unavailable_since: null,
    refresh_due: new Date(at.getTime() + day),
  } as Parameters<typeof refreshAfter>[0]
  const none = { refresh_due: null, unavailable_since: null }

  it('is lost by connections that ask the person something or do not work', () => {
    expect(refreshAfter({ ...row, mfa_enabled: true }, 'succeeded', at, false)).toEqual(none)
    expect(refreshAfter(row, 'failed-user', at, false)).toEqual(none)
    expect(refreshAfter({ ...row, status: 'pending' }, 'failed-bank', at, false)).toEqual(none)
  })

  it('is not moved by a refresh of somebody else’s that failed', () => {
    expect(refreshAfter(row, 'failed-bank', at, false).refresh_due).toEqual(row.refresh_due)
  })

  it('is repeated every two hours for seven days while the institution is unavailable, then daily again', () => {
    let now = at
    let seen = row
    let tries = 0
    for (; tries < 200; tries++) {
      const timing = refreshAfter(seen, 'failed-bank', now, true)
      seen = { ...seen, ...timing }
      if (timing.unavailable_since === null) break
      expect(timing.refresh_due).toEqual(new Date(now.getTime() + 2 * hour))
      now = timing.refresh_due ?? now
    }
    expect(tries).toBe(84)
    expect(seen.refresh_due).toEqual(nextRefresh(id, now))
    expect(refreshAfter(seen, 'succeeded', now, false)).toEqual({
      refresh_due: nextRefresh(id, now),
      unavailable_since: null,
    })
  })
})

describe('a refresh by the server', { timeout: 60_000 }, () => {
  let server: TestServer
  let app: TestApplication

  beforeAll(async () => {
    server = await startTestServer({ work: true })
  })
  afterAll(() => server.close())
  beforeEach(async () => {
    app = await server.another({ directConnections: true })
  })

  const later = async (advance: string) => {
    expect((await app.call('POST', '/sandbox/clock', { body: { advance } })).status).toBe(200)
    await server.app.idle()
  }

  async function connected(login: { loginId: string; password: string; institution?: string }) {
    const { body } = await app.call<{ id: UserId }>('POST', '/users', { body: { email: 'a@b.example' } })
    const jobId = await connect(app, body.id, login)
    if (login.institution) {
      await challenged(app, jobId)
      await answer(app, jobId, ['Hooli'])
    }
    return { userId: body.id, job: await ended(app, jobId) }
  }

  const jobs = (userId: UserId) =>
    server.database.db
      .selectFrom('jobs')
      .selectAll()
      .where('user_id', '=', userId)
      .where('background', '=', true)
      .orderBy('created')
      .execute()
  const row = (of: string) =>
    server.database.db
      .selectFrom('connections')
      .selectAll()
      .where('id', '=', of as ConnectionId)
      .executeTakeFirstOrThrow()

  it('happens once after a jump of many days, and then has its next turn', async () => {
    const { userId, job } = await connected(logins.gavin)
    expect(job.status).toBe('success')
    await later('P20D')
    const made = await jobs(userId)
    expect(made.map(({ status, kind }) => [status, kind])).toEqual([['success', 'refresh']])
    const { refresh_due: due } = await row(connectionOf(job))
    expect(due?.getTime()).toBeGreaterThan(made[0]?.created.getTime() ?? Number.POSITIVE_INFINITY)
    await later('PT1H')
    expect(await jobs(userId)).toHaveLength(1)
    await later('P2D')
    expect(await jobs(userId)).toHaveLength(2)
  })

  it('is not made for a consent that is over on arrival', async () => {
    const { userId } = await connected(logins.gavin)
    await later('P370D')
    expect(await jobs(userId)).toEqual([])
  })

  it('is never made for a connection that asks the person something', async () => {
    const { userId, job } = await connected({ ...logins.gavin, institution: 'AU00002' })
    expect(job.status).toBe('success')
    expect((await row(connectionOf(job))).refresh_due).toBeNull()
    await later('P5D')
    expect(await jobs(userId)).toEqual([])
  })

  it('that finds the institution unavailable is repeated two hours later, and the connection stays active', async () => {
    const { userId, job } = await connected(logins.gavin)
    const of = await row(connectionOf(job))
    const key = await server.app.services.vault.key(app.application.id, of.consent_id)
    const unavailable = JSON.stringify({ loginId: 'jianYang', password: 'nothotdog' })
    await server.database.db
      .updateTable('connections')
      .set({ sealed_credentials: key.seal(credentialsPurpose(of.id), unavailable) })
      .where('id', '=', of.id)
      .execute()
    await later('P2D')
    const [first] = await jobs(userId)
    const failed = await row(of.id)
    expect([first?.status, failed.status]).toEqual(['failed', 'active'])
    expect(failed.unavailable_since).not.toBeNull()
    expect(failed.refresh_due?.getTime()).toBe((failed.unavailable_since?.getTime() ?? 0) + 2 * hour)
    await later('PT2H')
    expect(await jobs(userId)).toHaveLength(2)
    const again = await row(of.id)
    expect(again.unavailable_since).toEqual(failed.unavailable_since)
    expect(again.refresh_due?.getTime()).toBeGreaterThan(failed.refresh_due?.getTime() ?? 0)
  })

  it('that meets an institution in maintenance keeps its daily turn', async () => {
    const { userId, job } = await connected(logins.gavin)
    const world = server.banks.worlds.open(app.application.id)
    world.setMaintenance('AU00000', true)
    await later('P2D')
    world.setMaintenance('AU00000', false)
    expect((await jobs(userId)).map(({ status }) => status)).toEqual(['failed'])
    const { status, unavailable_since: since } = await row(connectionOf(job))
    expect([status, since]).toEqual(['active', null])
  })
})
