import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startTestServer, type TestApplication, type TestServer } from '../../test/harness.ts'
import { connect, ended, eventTypes, logins } from '../../test/visits.ts'
import { timestamp } from '../clock.ts'
import type { UserId } from '../ids.ts'

const day = 86_400_000
let server: TestServer
let app: TestApplication

beforeAll(async () => {
  server = await startTestServer({ work: true })
})
afterAll(() => server.close())
beforeEach(async () => {
  app = await server.another({ directConnections: true, expiryWarningMail: true })
})

const later = async (advance: string) => {
  const { status } = await app.call('POST', '/sandbox/clock', { body: { advance } })
  expect(status).toBe(200)
}

/** The application as it is now, its clock included. */
const now = async () => (await server.app.services.applications.get(app.application.id)) ?? app.application

async function consenting() {
  const { body } = await app.call<{ id: UserId }>('POST', '/users', {
    body: { email: 'max@person.example', firstName: 'Max' },
  })
  const { consents } = server.app.services
  const consent = await consents.give(await now(), { userId: body.id, origin: 'user' })
  return { userId: body.id, consent, path: `/users/${body.id}` }
}

/** Consent events with their times, oldest first. */
async function told(userId: UserId): Promise<[string, string][]> {
  const rows = await server.database.db
    .selectFrom('events')
    .selectAll()
    .where('user_id', '=', userId)
    .where('entity', '=', 'consent')
    .orderBy('seq')
    .execute()
  return rows.map(({ verb, occurred }) => [verb, timestamp(occurred)])
}

const mailbox = async () => server.app.services.notices.mailbox(await now(), 'max@person.example')

describe('the year of a consent', { timeout: 60_000 }, () => {
  it('turned in one go has its reminders, its warning and its end, each at its own second', async () => {
    const { userId, consent } = await consenting()
    await later('P380D')
    const after = (days: number) => timestamp(new Date(consent.created.getTime() + days * day))
    expect(await told(userId)).toEqual([
      ['created', after(0)],
      ['reminder', after(90)],
      ['reminder', after(180)],
      ['reminder', after(270)],
      ['warning', after(358)],
      ['reminder', after(360)],
      ['expired', after(365)],
    ])
  })

  it('warns once, and again only for another date of expiry', async () => {
    const { userId } = await consenting()
    const warnings = async () => (await told(userId)).filter(([verb]) => verb === 'warning').length
    await later('P358DT1M')
    expect(await warnings()).toBe(1)
    await later('P1D')
    expect(await warnings()).toBe(1)
    await server.app.services.consents.extend(await now(), userId)
    await later('P200D')
    expect(await warnings()).toBe(1)
    await later('P160D')
    expect(await warnings()).toBe(2)
  })

  it('reminds on day 90, or 90 days after the person looked', async () => {
    const untouched = await consenting()
    const touched = await consenting()
    const reminders = async ({ userId }: typeof touched) =>
      (await told(userId)).filter(([verb]) => verb === 'reminder').length
    await later('P80D')
    await server.app.services.consents.touchedByPerson(await now(), touched.userId)
    await later('P11D')
    expect([await reminders(untouched), await reminders(touched)]).toEqual([1, 0])
    await later('P78D')
    expect(await reminders(touched)).toBe(0)
    await later('P2D')
    expect(await reminders(touched)).toBe(1)
  })

  it('warns by mail where the application wants it, and nowhere else', async () => {
    const { consent } = await consenting()
    await later('P359D')
    const [mail, ...others] = await mailbox()
    expect(others).toEqual([])
    expect([mail?.to, mail?.kind]).toEqual(['max@person.example', 'expiry-warning'])
    expect(mail?.sentAt).toBe(timestamp(new Date(consent.expiryDate.getTime() - 7 * day)))
    expect(mail?.text).toContain('Test application')
    expect(mail?.html).toMatch(/^<!doctype html>/)

    app = await server.another({})
    await consenting()
    await later('P359D')
    expect(await mailbox()).toEqual([])
  })
})

describe('the end of a year in which a bank was read', { timeout: 60_000 }, () => {
  it('takes the data away at its second, tells of it, and says so by mail when it is done', async () => {
    const { userId, path } = await consenting()
    const job = await connect(app, userId, logins.gavin)
    expect((await ended(app, job)).status).toBe('success')
    await later('P365DT1M')
    const [consent] = (await app.call<{ data: { status: string }[] }>('GET', `${path}/consents`)).body.data
    expect(consent?.status).toBe('expired')
    for (const list of ['accounts', 'transactions', 'connections']) {
      expect((await app.call('GET', `${path}/${list}`)).body['data']).toEqual([])
    }
    await server.app.idle()
    const { db } = server.database
    for (const table of ['accounts', 'connections', 'identities', 'statements'] as const) {
      expect([table, await db.selectFrom(table).selectAll().where('user_id', '=', userId).execute()]).toEqual(
        [table, []],
      )
    }
    const deletion = await db
      .selectFrom('data_deletions')
      .selectAll()
      .where('user_id', '=', userId)
      .executeTakeFirstOrThrow()
    expect([deletion.status, deletion.cause, deletion.recipient]).toEqual(['done', 'expiry', null])
    const mails = await mailbox()
    expect(mails.map(({ kind }) => kind)).toEqual(['expiry-warning', 'deletion-completed'])
    expect(mails[1]?.text).toContain('accounts and balances, transactions')
    expect(await eventTypes(app, userId)).toContain('connection.deleted')
  })

  it('with no bank ever connected ends without a mail', async () => {
    app = await server.another({})
    const { userId, consent } = await consenting()
    await server.app.services.consents.revoke(await now(), userId, consent.id, 'consumer')
    await server.app.idle()
    expect(await mailbox()).toEqual([])
  })

  it('of a deleted user writes to the address it had', async () => {
    const { userId, path } = await consenting()
    expect((await ended(app, await connect(app, userId, logins.gavin))).status).toBe('success')
    expect((await app.call('DELETE', path)).status).toBe(204)
    await server.app.idle()
    expect((await mailbox()).map(({ kind }) => kind)).toEqual(['deletion-completed'])
  })
})
