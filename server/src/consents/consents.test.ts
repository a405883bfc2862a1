import { Value } from 'typebox/value'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Core, type CoreApplication, startCore } from '../../test/core.ts'
import { shareData } from '../../test/shared-data.ts'
import { newId, type UserId } from '../ids.ts'
import { ConsentListOut } from './consents.schemas.ts'
import type { Consent } from './consents.types.ts'

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

const giveTo = (userId: UserId, at = app) => core.consents.give(at.application, { userId, origin: 'user' })

async function consented(at = app): Promise<{ userId: UserId; consent: Consent; url: string }> {
  const userId = await createUser(at)
  const consent = await giveTo(userId, at)
  return { userId, consent, url: `/users/${userId}/consents/${consent.id}` }
}

const eventsOf = async (userId: UserId, at = app) => {
  const { body } = await at.call('GET', `/events?filter=user.id.eq('${userId}')`)
  return Object.values(body['data'] ?? {}).map((event) => `${event['entity']}.${event['eventType']}`)
}

const problem = async (answer: ReturnType<CoreApplication['call']>) => {
  const { status, body } = await answer
  return [status, body['data']?.['0']?.['code'], body['data']?.['0']?.['detail']]
}
const consentMissing = [404, 'resource-not-found', 'Requested consent does not exist.']
const userMissing = [404, 'resource-not-found', 'Requested user does not exist.']

describe('200', () => {
  it('lists a consent as the contract shows it, newest first, ended ones included', async () => {
    const { userId, consent, url } = await consented()
    await app.call('DELETE', url)
    core.clock.skip(2_000)
    const second = await giveTo(userId)
    const { status, body } = await app.call('GET', `/users/${userId}/consents`)
    const policy = await core.policies.currentPolicy(app.application)
    expect(status).toBe(200)
    expect([...Value.Errors(ConsentListOut, body)]).toEqual([])
    expect(Object.keys(body)).toEqual(['type', 'size', 'data', 'links'])
    expect([body['size'], body['links']]).toEqual([2, { self: `http://api.test/users/${userId}/consents` }])
    const newest = body['data']?.['0']
    expect(newest).toEqual({
      type: 'consent',
      id: second.id,
      created: newest?.['updated'],
      updated: newest?.['created'],
      expiryDate: expect.any(String),
      origin: 'user',
      status: 'active',
      purpose: { primary: policy.content.purpose.primary, other: null },
      data: {
        retainData: false,
        initialRetrievalDays: 730,
        organisation: null,
        disclosure: null,
        permissions: expect.any(Array),
      },
      links: {
        self: `http://api.test/users/${userId}/consents/${second.id}`,
        consentPolicy: `http://api.test/policies/${policy.id}`,
        latestConsentPolicy: `http://api.test/policies/${policy.id}`,
      },
    })
    expect(Date.parse(String(newest?.['expiryDate'])) - Date.parse(String(newest?.['created']))).toBe(
      365 * day,
    )
    const ended = body['data']?.['1']
    expect([ended?.['id'], ended?.['status']]).toEqual([consent.id, 'revoked'])
    expect(ended?.['revoked']).toBe(ended?.['updated'])
    expect(newest?.['data']?.['permissions']?.['1']).toEqual({
      scope: 'account.basic',
      required: true,
      consented: true,
      entity: 'account',
      information: {
        name: 'Account name, type and balance',
        description: expect.any(String),
        attributeList: ['Name of account', 'Type of account', 'Account balance'],
      },
      purpose: { title: expect.any(String), description: expect.any(String) },
    })
  })

  it('reads one consent, also with the user’s own token, also when it has ended', async () => {
    const { userId, consent, url } = await consented()
    expect((await app.call('GET', url, { as: userId })).body).toEqual(
      expect.objectContaining({ id: consent.id, status: 'active' }),
    )
    await app.call('DELETE', url, { as: userId })
    expect((await app.call('GET', url)).body).toEqual(
      expect.objectContaining({ id: consent.id, status: 'revoked' }),
    )
  })

  it('adds the newest status beside the list, and answers an empty list, where the switches say so', async () => {
    const switched = await core.another()
    const { settings } = switched.application
    await core.applications.saveSettings(switched.application.id, {
      ...settings,
      switches: { ...settings.switches, consentsEmptyAsList: true, consentTopLevelStatus: true },
    })
    const userId = await createUser(switched)
    expect((await switched.call('GET', `/users/${userId}/consents`)).body).toEqual({
      type: 'list',
      size: 0,
      data: [],
      links: { self: `http://api.test/users/${userId}/consents` },
    })
    await giveTo(userId, switched)
    expect((await switched.call('GET', `/users/${userId}/consents`)).body['status']).toBe('active')
  })

  it('links the policy that was agreed to and the latest one apart', async () => {
    const changing = await core.another()
    const { url } = await consented(changing)
    await core.policies.setOptionalScopes(changing.application, ['transaction.detail'])
    const latest = await core.policies.currentPolicy(changing.application)
    const { links } = (await changing.call('GET', url)).body
    expect(links?.['latestConsentPolicy']).toBe(`http://api.test/policies/${latest.id}`)
    expect(links?.['consentPolicy']).not.toBe(links?.['latestConsentPolicy'])
  })
})

describe('204', () => {
  it('ends the consent and its connections with their events, and hides everything at once', async () => {
    const { userId, consent, url } = await consented()
    await shareData(core, app, consent)
    const { status, headers } = await app.call('DELETE', url)
    expect([status, headers['content-type']]).toEqual([204, undefined])
    expect(await eventsOf(userId)).toEqual([
      'connection.deleted',
      'consent.revoked',
      'transactions.updated',
      'consent.created',
      'user.created',
    ])
    expect(await core.consents.activeConsent(app.application, userId)).toBeUndefined()
    expect(await core.consents.isDeleting(app.application, userId)).toBe(true)
    const { body } = await app.call('GET', "/events?filter=event.type.eq('consent.revoked')&limit=1")
    expect(body['data']?.['0']).toEqual(
      expect.objectContaining({
        dataRef: `http://api.test${url}`,
        data: expect.objectContaining({
          type: 'consent',
          id: consent.id,
          status: 'revoked',
          cause: 'partner',
        }),
      }),
    )
  })

  it('notes that the person ended it when the person’s token did', async () => {
    const { userId, consent, url } = await consented()
    expect((await app.call('DELETE', url, { as: userId })).status).toBe(204)
    const row = await core.db
      .selectFrom('consents')
      .select('ended_reason')
      .where('id', '=', consent.id)
      .executeTakeFirst()
    expect(row?.ended_reason).toBe('consumer')
  })

  it('ends it once when it is asked for twice at the same moment', async () => {
    const { userId, url } = await consented()
    const answers = await Promise.all([app.call('DELETE', url), app.call('DELETE', url)])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([204, 404])
    expect((await eventsOf(userId)).filter((type) => type === 'consent.revoked')).toHaveLength(1)
  })
})

describe('DELETE /users/{userId}', () => {
  it('revokes with a date, ends connections and tells in order: consent, connections, user', async () => {
    const { userId, consent } = await consented()
    await shareData(core, app, consent)
    await shareData(core, app, consent)
    expect((await app.call('DELETE', `/users/${userId}`)).status).toBe(204)
    expect((await eventsOf(userId)).slice(0, 4)).toEqual([
      'user.deleted',
      'connection.deleted',
      'connection.deleted',
      'consent.revoked',
    ])
    const row = await core.db
      .selectFrom('consents')
      .selectAll()
      .where('id', '=', consent.id)
      .executeTakeFirstOrThrow()
    expect([row.status, row.ended_reason, row.revoked]).toEqual(['revoked', 'user-deleted', expect.any(Date)])
    const jobs = await core.db.selectFrom('jobs').select('id').where('user_id', '=', userId).execute()
    expect(jobs).toEqual([])
    const { body } = await app.call('GET', `/events?filter=user.id.eq('${userId}')`)
    for (const event of Object.values(body['data'] ?? {})) {
      expect(Object.keys(event['data'] ?? {}).filter((name) => name !== 'type' && name !== 'id')).toEqual([])
    }
  })
})

describe('400', () => {
  it.each(['GET', 'DELETE'] as const)('refuses impossible ids on %s', async (method) => {
    const { userId } = await consented()
    expect(await problem(app.call(method, `/users/${userId}/consents/a_b`))).toEqual([
      400,
      'parameter-not-valid',
      'Consent ID value is not valid',
    ])
    expect((await problem(app.call(method, `/users/a_b/consents/${newId()}`)))[2]).toBe(
      'User ID value is not valid',
    )
  })
})

describe('401', () => {
  it('refuses another user’s client token', async () => {
    const { url, userId } = await consented()
    const as = await createUser()
    for (const [method, path] of [
      ['GET', url],
      ['DELETE', url],
      ['GET', `/users/${userId}/consents`],
    ] as const) {
      expect((await problem(app.call(method, path, { as }))).slice(0, 2)).toEqual([
        401,
        'unauthorized-access',
      ])
    }
  })
})

describe('404', () => {
  it('says so for a user who never consented', async () => {
    expect(await problem(app.call('GET', `/users/${await createUser()}/consents`))).toEqual(consentMissing)
  })

  it('knows no consent of another user or application, nor an unknown one', async () => {
    const { userId } = await consented()
    const foreign = await consented(await core.another())
    const neighbour = await consented()
    for (const id of [foreign.consent.id, neighbour.consent.id, newId(), 'ea3a81']) {
      for (const method of ['GET', 'DELETE'] as const) {
        expect(await problem(app.call(method, `/users/${userId}/consents/${id}`))).toEqual(consentMissing)
      }
    }
    for (const method of ['GET', 'DELETE'] as const)
      expect(await problem(app.call(method, foreign.url))).toEqual(userMissing)
    expect(await problem(app.call('GET', `/users/${foreign.userId}/consents`))).toEqual(userMissing)
  })

  it('does not end a consent twice', async () => {
    const { url } = await consented()
    await app.call('DELETE', url)
    expect(await problem(app.call('DELETE', url))).toEqual(consentMissing)
  })
})
