import { Value } from 'typebox/value'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Core, type CoreApplication, startCore } from '../../test/core.ts'
import { shareData } from '../../test/shared-data.ts'
import { inTransaction } from '../db/database.ts'
import { sealedLinks } from '../http/links.ts'
import { type ConnectionId, newId, type UserId } from '../ids.ts'
import { eventCatalogue } from './catalogue.ts'
import { EventListOut, EventOut, EventTypeListOut } from './events.schemas.ts'
import { appendEvent } from './outbox.ts'

let core: Core
let app: CoreApplication
const day = 86_400_000

beforeAll(async () => {
  core = await startCore()
  app = await core.another()
})
afterAll(() => core.close())

const createUser = async (at = app) =>
  String((await at.call('POST', '/users', { body: { email: 'a@b.example' } })).body['id']) as UserId

/** Appends a `user.updated` that happened at a moment. */
const append = (application: CoreApplication['application'], userId: UserId, at: Date) =>
  inTransaction(core.db, (tx) =>
    appendEvent(tx, {
      application,
      at,
      userId,
      type: 'user.updated',
      dataRef: `/users/${userId}`,
      data: {
        type: 'user',
        id: userId,
        email: '',
        mobile: '',
        links: { self: sealedLinks.to(`/users/${userId}`) },
      },
    }),
  )

const count = async (filter: string, at = app) =>
  Object.keys((await at.call('GET', `/events?filter=${filter}`)).body['data'] ?? {}).length

describe('appendEvent', () => {
  it('leaves nothing when the transaction is rolled back', async () => {
    const userId = newId<UserId>()
    const failing = inTransaction(core.db, async (tx) => {
      await appendEvent(tx, {
        application: app.application,
        at: new Date(),
        userId,
        type: 'user.created',
        dataRef: `/users/${userId}`,
        data: { type: 'user', id: userId, email: '', mobile: '', links: { self: '' } },
      })
      throw new Error('changed my mind')
    })
    await expect(failing).rejects.toThrow('changed my mind')
    expect(await count(`user.id.eq('${userId}')`)).toBe(0)
  })

  it('seals what was read from a bank, and shows it whole while the consent is active', async () => {
    const userId = await createUser()
    const consent = await core.consents.give(app.application, { userId, origin: 'user' })
    const { connectionId } = await shareData(core, app, consent, { transactions: 13 })
    const row = await core.db
      .selectFrom('events')
      .selectAll()
      .where('user_id', '=', userId)
      .where('entity', '=', 'transactions')
      .executeTakeFirstOrThrow()
    expect(row.data).toBeNull()
    expect(row.sealed_data?.includes(connectionId)).toBe(false)
    const { body } = await app.call('GET', `/events/${row.id}`)
    expect(body).toEqual({
      type: 'event',
      id: row.id,
      createdDate: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
      entity: 'transactions',
      eventType: 'updated',
      userId,
      dataRef: `http://api.test/users/${userId}/transactions`,
      data: {
        type: 'transactions',
        count: '13',
        connection: {
          type: 'connection',
          id: connectionId,
          links: { self: `http://api.test/users/${userId}/connections/${connectionId}` },
        },
        links: {
          self: `http://api.test/users/${userId}/transactions?filter=connection.id.eq('${connectionId}')`,
        },
      },
      links: { self: `http://api.test/events/${row.id}` },
    })
    expect([...Value.Errors(EventOut, body)]).toEqual([])

    await core.consents.revoke(app.application, userId, consent.id, 'partner')
    expect((await app.call('GET', `/events/${row.id}`)).body['data']).toEqual({ type: 'transactions' })
    const deleted = await app.call(
      'GET',
      `/events?filter=event.type.eq('connection.deleted'),user.id.eq('${userId}')`,
    )
    expect(deleted.body['data']?.['0']?.['data']).toEqual({
      type: 'connection',
      id: connectionId as ConnectionId,
    })
  })
})

describe('GET /events', () => {
  it('lists newest first, page by page, each event once', async () => {
    const paged = await core.another()
    const userId = await createUser(paged)
    const now = core.clock.real().getTime()
    // Same moment for two of them: the sequence decides.
    const ids = [
      await append(paged.application, userId, new Date(now)),
      await append(paged.application, userId, new Date(now)),
    ]
    const older = await append(paged.application, userId, new Date(now - day))
    const seen: unknown[] = []
    let url = '/events?limit=2'
    for (let page = 0; page < 5 && url; page += 1) {
      const { status, body } = await paged.call('GET', url)
      expect(status).toBe(200)
      expect([...Value.Errors(EventListOut, body)]).toEqual([])
      expect(Object.keys(body)).toEqual(['type', 'data', 'links'])
      seen.push(...Object.values(body['data'] ?? {}).map((event) => event['id']))
      url = String(body['links']?.['next'] ?? '').replace('http://api.test', '')
    }
    expect(seen).toHaveLength(4)
    expect(seen.slice(0, 2)).toEqual(ids.toReversed())
    expect(seen.at(-1)).toBe(older)
  })

  it('forgets after seven days of the application’s clock, but still reads by id', async () => {
    const aging = await core.another()
    const userId = await createUser(aging)
    const id = (await aging.call('GET', '/events?')).body['data']?.['0']?.['id']
    await core.applications.saveClock(aging.application.id, { offsetMs: 7 * day - 60_000, frozenAt: null })
    expect(await count(`user.id.eq('${userId}')`, aging)).toBe(1)
    await core.applications.saveClock(aging.application.id, { offsetMs: 7 * day + 60_000, frozenAt: null })
    expect(await count(`user.id.eq('${userId}')`, aging)).toBe(0)
    expect((await aging.call('GET', `/events/${id}`)).status).toBe(200)
  })

  it('filters by user, entity and type, quoted or bare', async () => {
    const filtered = await core.another()
    const userId = await createUser(filtered)
    await createUser(filtered)
    await core.consents.give(filtered.application, { userId, origin: 'user' })
    expect(await count(`user.id.eq(${userId})`, filtered)).toBe(2)
    expect(await count("event.entity.eq('user')", filtered)).toBe(2)
    expect(await count("event.type.eq('created')", filtered)).toBe(3)
    expect(await count("event.type.eq('consent.created')", filtered)).toBe(1)
    expect(await count(`user.id.eq('${userId}'),event.entity.eq('consent')`, filtered)).toBe(1)
    expect(await count("user.id.eq('not-a-user')", filtered)).toBe(0)
    expect(await count('', filtered)).toBe(3)
  })

  it('refuses filters, limits and cursors it does not know', async () => {
    const status = async (query: string) => (await app.call('GET', `/events?${query}`)).status
    expect(await status("filter=event.name.eq('x')")).toBe(400)
    expect(await status("filter=event.type.gt('x')")).toBe(400)
    expect(await status('limit=501')).toBe(400)
    expect(await status('next=abc')).toBe(400)
    const cursor = (text: string) => Buffer.from(text).toString('base64url')
    expect(await status(`next=${cursor('events:999999999999999:1')}`)).toBe(400)
    expect(await status(`next=${cursor('events:1')}`)).toBe(400)
    expect(await status(`next=${cursor('events:99999999999999:99999999999999')}`)).toBe(200)
  })

  it('is for server tokens only', async () => {
    const as = await createUser()
    for (const url of [
      '/events',
      '/events/types',
      '/events/types/user.created',
      `/events/${'a'.repeat(64)}`,
    ]) {
      expect((await app.call('GET', url, { as })).status).toBe(403)
    }
  })
})

describe('GET /events/{eventId}', () => {
  it('knows nothing of another application’s events nor of unknown ids, and refuses impossible ids', async () => {
    const foreign = await append((await core.another()).application, newId<UserId>(), new Date())
    for (const id of [foreign, 'f'.repeat(64), '61723']) {
      const { status, body } = await app.call('GET', `/events/${id}`)
      expect([status, body['data']?.['0']?.['code']]).toEqual([404, 'resource-not-found'])
    }
    const { status, body } = await app.call('GET', '/events/no_such')
    expect([status, body['data']?.['0']?.['code']]).toEqual([400, 'path-parameter-not-valid'])
  })
})

describe('GET /events/types', () => {
  it('publishes fifteen types in alphabetical order, with or without a trailing slash', async () => {
    for (const url of ['/events/types', '/events/types/']) {
      const { status, body } = await app.call('GET', url)
      expect(status).toBe(200)
      expect([...Value.Errors(EventTypeListOut, body)]).toEqual([])
      expect([body['size'], body['count'], body['links']?.['self']]).toEqual([
        15,
        15,
        'http://api.test/events/types/',
      ])
      const ids = Object.values(body['data'] ?? {}).map((type) => String(type['id']))
      expect(ids).toEqual(ids.toSorted())
      expect(ids).not.toContain('connection.updated')
      expect(ids).not.toContain('consent.archived')
      expect(Object.keys(eventCatalogue)).toEqual(expect.arrayContaining(ids))
    }
  })

  it('reads one type; an unknown one is 404, an impossible one 400', async () => {
    const { body } = await app.call('GET', '/events/types/user.created')
    expect(body).toEqual({
      type: 'eventType',
      id: 'user.created',
      description: 'when an user is created',
      links: { self: 'http://api.test/events/types/user.created' },
    })
    const answer = async (id: string) => {
      const refused = await app.call('GET', `/events/types/${id}`)
      return [refused.status, refused.body['data']?.['0']?.['detail']]
    }
    expect(await answer('connection.updated')).toEqual([404, 'Requested event type does not exist.'])
    expect(await answer('created')).toEqual([400, 'Event Type ID parameter is not valid'])
    expect(await answer('User.Created')).toEqual([400, 'Event Type ID parameter is not valid'])
  })
})
