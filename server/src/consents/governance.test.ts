import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestApplication, type TestServer } from '../../test/harness.ts'
import { answer, connect, connectionOf, ended, logins, readJob, waitingFor } from '../../test/visits.ts'
import type { ConnectionId, ConsentId, UserId } from '../ids.ts'
import { type Effects, governance, type Trigger } from './governance.ts'

let server: TestServer

beforeAll(async () => {
  server = await startTestServer({ work: true })
})
afterAll(() => server.close())

/** A user of an application of its own, with two banks that were read: one with statements, one without. */
interface Sharing {
  readonly app: TestApplication
  readonly userId: UserId
  readonly consentId: ConsentId
  readonly path: string
  readonly one: ConnectionId
  readonly other: ConnectionId
}

async function sharing(): Promise<Sharing> {
  const app = await server.another({ directConnections: true })
  const { body } = await app.call<{ id: UserId }>('POST', '/users', { body: { email: 'max@person.example' } })
  const userId = body.id
  const { consents } = server.app.services
  const consent = await consents.give(app.application, { userId, origin: 'user' })
  const read = async (login: { loginId: string; password: string; institution?: string }) => {
    const job = await connect(app, userId, login)
    // This bank challenges now and then.
    const settled = async () => {
      const seen = await readJob(app, job)
      return waitingFor(seen) ? 'asks' : seen.status
    }
    await expect.poll(settled, { timeout: 15_000 }).toMatch(/asks|success/)
    if ((await settled()) === 'asks') await answer(app, job, ['Hooli'])
    const done = await ended(app, job)
    expect(done.status).toBe('success')
    return connectionOf(done) as ConnectionId
  }
  const one = await read({ ...logins.gavin, institution: 'AU00004' })
  const other = await read({ ...logins.max })
  return { app, userId, consentId: consent.id, path: `/users/${userId}`, one, other }
}

const turnAYear = async ({ app }: Sharing) => {
  expect((await app.call('POST', '/sandbox/clock', { body: { advance: 'P366D' } })).status).toBe(200)
}
const call = async ({ app }: Sharing, method: 'DELETE' | 'POST', url: string) => {
  expect((await app.call(method, url)).status).toBeLessThan(300)
}

const deeds: Readonly<Record<Trigger, (sharing: Sharing) => Promise<unknown>>> = {
  'consumer-stops-sharing': ({ app, userId, consentId }) =>
    server.app.services.consents.revoke(app.application, userId, consentId, 'consumer'),
  'consent-expires': turnAYear,
  'consent-is-updated': ({ app, userId }) =>
    server.app.services.consents.replace(app.application, { userId, origin: 'user' }),
  'partner-deletes-consent': (it) => call(it, 'DELETE', `${it.path}/consents/${it.consentId}`),
  'consumer-disconnects-bank': ({ app, userId, one }) =>
    server.app.services.connections.disconnect(app.application, userId, one),
  'partner-deletes-connection': (it) => call(it, 'DELETE', `${it.path}/connections/${it.one}`),
  'partner-purges-connection': (it) => call(it, 'POST', `${it.path}/connections/${it.one}/purge`),
  'partner-deletes-user': (it) => call(it, 'DELETE', it.path),
}

const count = async (table: 'accounts' | 'identities' | 'statements' | 'connections', id: ConnectionId) => {
  const { db } = server.database
  const column = table === 'connections' ? 'id' : 'connection_id'
  const rows = await db.selectFrom(table).select('id').where(column, '=', id).execute()
  return rows.length
}

async function transactionsOf(ids: readonly string[]): Promise<number> {
  const { db } = server.database
  const rows = await db
    .selectFrom('transactions')
    .select('id')
    .where('account_id', 'in', ids as never)
    .execute()
  return rows.length
}

async function accountIds(id: ConnectionId): Promise<string[]> {
  const { db } = server.database
  const rows = await db.selectFrom('accounts').select('id').where('connection_id', '=', id).execute()
  return rows.map((row) => row.id)
}

async function eventBodies(id: ConnectionId): Promise<number> {
  const { db } = server.database
  const rows = await db
    .selectFrom('events')
    .select('id')
    .where('connection_id', '=', id)
    .where('sealed_data', 'is not', null)
    .execute()
  return rows.length
}

async function lastSeq(): Promise<number> {
  const { db } = server.database
  const row = await db.selectFrom('events').select('seq').orderBy('seq', 'desc').limit(1).executeTakeFirst()
  return row?.seq ?? 0
}

async function toldSince(seq: number, { userId }: Sharing): Promise<string[]> {
  const { db } = server.database
  const rows = await db
    .selectFrom('events')
    .select(['entity', 'verb'])
    .where('seq', '>', seq)
    .where('user_id', '=', userId)
    .orderBy('seq')
    .execute()
  return rows.map(({ entity, verb }) => `${entity}.${verb}`)
}

const keyOf = ({ app, consentId }: Sharing): Promise<string> =>
  server.app.services.vault.key(app.application.id, consentId).then(
    () => 'kept',
    () => 'destroyed',
  )

const statuses = async ({ userId }: Sharing) => {
  const { db } = server.database
  const rows = await db
    .selectFrom('consents')
    .select(['status', 'ended_reason'])
    .where('user_id', '=', userId)
    .orderBy('created')
    .execute()
  return rows.map(({ status }) => status).join()
}

const consentThen: Readonly<Record<Effects['consent'], string>> = {
  revoked: 'revoked',
  expired: 'expired',
  replaced: 'revoked,active',
  stays: 'active',
}

const kept = (is: 'deleted' | 'kept', before: number) => (is === 'kept' ? before : 0)
const isTimer = (type: string) => type === 'consent.warning' || type === 'consent.reminder'

describe('what happens to data', { timeout: 60_000 }, () => {
  it.each(Object.keys(governance) as Trigger[])('when %s', async (trigger) => {
    const effects: Effects = governance[trigger]
    const data = await sharing()
    const { one, other } = data
    const [accounts, others] = await Promise.all([accountIds(one), accountIds(other)])
    const before = {
      transactions: await transactionsOf(accounts),
      others: await transactionsOf(others),
      identities: await count('identities', one),
      statements: await count('statements', one),
      events: await eventBodies(one),
    }
    expect(Math.min(accounts.length, ...Object.values(before))).toBeGreaterThan(0)
    const seq = await lastSeq()

    await deeds[trigger](data)
    const told = (await toldSince(seq, data)).filter((type) => !isTimer(type))
    await server.app.idle()

    expect(await statuses(data)).toBe(consentThen[effects.consent])
    expect(await count('connections', one)).toBe(effects.connections === 'stay' ? 1 : 0)
    expect(await count('accounts', one)).toBe(kept(effects.accounts, accounts.length))
    expect(await transactionsOf(accounts)).toBe(kept(effects.transactions, before.transactions))
    expect(await count('identities', one)).toBe(kept(effects.identities, before.identities))
    expect(await count('statements', one)).toBe(kept(effects.statements, before.statements))
    const tells = effects.tells.flatMap((type) =>
      type === 'connection.deleted' && effects.connections === 'all-end' ? [type, type] : [type],
    )
    expect(told).toEqual(tells)
    const more = effects.connections === 'one-ends' && effects.eventBodies === 'kept' ? 1 : 0
    expect(await eventBodies(one)).toBe(kept(effects.eventBodies, before.events) + more)
    expect(await keyOf(data)).toBe(effects.key)

    const all = effects.connections === 'all-end'
    expect(await count('connections', other)).toBe(all ? 0 : 1)
    expect(await transactionsOf(others)).toBe(all ? 0 : before.others)
  })
})

describe('a bank the person disconnected', { timeout: 60_000 }, () => {
  it('is out of sight from the first moment, and the other bank is not touched', async () => {
    const data = await sharing()
    const { app, path, one, other } = data
    const list = async (name: string) =>
      (await app.call<{ data: { id: string; connection?: string }[] }>('GET', `${path}/${name}`)).body.data
    const held = (await list('accounts')).filter(({ connection }) => connection === other)
    expect(held.length).toBeGreaterThan(0)
    await server.app.services.connections.disconnect(app.application, data.userId, one)
    // No waiting for the task that deletes: reads go by what is committed.
    expect((await list('connections')).map(({ id }) => id)).toEqual([other])
    expect(await list('accounts')).toEqual(held)
    await expect(
      server.app.services.connections.disconnect(app.application, data.userId, one),
    ).rejects.toMatchObject({ problem: 'connection-not-found' })
    expect(await server.app.services.consents.isDeleting(app.application, data.userId)).toBe(false)
    await server.app.idle()
    expect(await list('accounts')).toEqual(held)
    const mails = await server.app.services.notices.mailbox(app.application)
    expect(mails.map(({ kind }) => kind)).toEqual(['deletion-completed'])
    expect(mails[0]?.text).toContain('You disconnected a bank')
  })

  it('is nobody else’s to disconnect', async () => {
    const data = await sharing()
    const stranger = await server.another({})
    const { body } = await stranger.call<{ id: UserId }>('POST', '/users', {
      body: { email: 'b@person.example' },
    })
    const { connections } = server.app.services
    const refused = { problem: 'connection-not-found' }
    await expect(connections.disconnect(stranger.application, body.id, data.one)).rejects.toMatchObject(
      refused,
    )
    await expect(
      connections.updateLogin(stranger.application, body.id, data.one, { password: 'x' }),
    ).rejects.toMatchObject(refused)
  })
})
