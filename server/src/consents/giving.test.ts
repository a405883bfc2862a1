import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import pino from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Core, type CoreApplication, startCore } from '../../test/core.ts'
import { shareData } from '../../test/shared-data.ts'
import { type ConsentId, type LaunchId, newId, type UserId } from '../ids.ts'
import { createSweeps } from '../queue/sweeps.ts'
import { KeyDestroyed } from '../vault/vault.ts'
import { expiredConsents } from './consents.sweeps.ts'
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

const eventsOf = async (userId: UserId) => {
  const { body } = await app.call('GET', `/events?filter=user.id.eq('${userId}')`)
  return Object.values(body['data'] ?? {}).map((event) => `${event['entity']}.${event['eventType']}`)
}

describe('give', () => {
  it('gives one consent, however many ask at once', async () => {
    const userId = await createUser()
    const given = await Promise.all(Array.from({ length: 6 }, () => giveTo(userId)))
    expect(new Set(given.map(({ id }) => id)).size).toBe(1)
    expect((await eventsOf(userId)).filter((type) => type === 'consent.created')).toHaveLength(1)
    await expect(core.vault.key(app.application.id, given[0]?.id as ConsentId)).resolves.toBeDefined()
  })

  it('answers the same consent when a launch repeats, even after that consent ended', async () => {
    const userId = await createUser()
    const launchId = newId<LaunchId>()
    const give = () => core.consents.give(app.application, { userId, origin: 'user', launchId })
    const first = await give()
    expect((await give()).id).toBe(first.id)
    await core.consents.revoke(app.application, userId, first.id, 'consumer')
    expect(await give()).toEqual(expect.objectContaining({ id: first.id, status: 'revoked' }))
    expect((await giveTo(userId)).id).not.toBe(first.id)
  })

  it('leaves out what was not ticked, but nothing that is required', async () => {
    const choosing = await core.another({ optionalScopes: ['transaction.detail', 'customer.person.detail'] })
    const userId = await createUser(choosing)
    const consent = await core.consents.give(choosing.application, {
      userId,
      origin: 'user',
      ticked: ['customer.person.detail'],
    })
    const active = await core.consents.activeConsent(choosing.application, userId)
    expect([...(active?.scopes ?? [])]).toEqual(['customer.person.detail', 'account.basic', 'account.detail'])
    const { body } = await choosing.call('GET', `/users/${userId}/consents/${consent.id}`)
    expect(body['data']?.['permissions']?.['3']).toEqual(
      expect.objectContaining({ scope: 'transaction.detail', required: false, consented: false }),
    )
  })

  it('is given to the policy version that was shown, and to no other application’s', async () => {
    const changing = await core.another()
    const shown = await core.policies.currentPolicy(changing.application)
    await core.policies.setOptionalScopes(changing.application, ['transaction.detail'])
    const userId = await createUser(changing)
    const consent = await core.consents.give(changing.application, {
      userId,
      origin: 'user',
      policyId: shown.id,
    })
    expect(consent.policyId).toBe(shown.id)
    const foreign = { userId: await createUser(), origin: 'user', policyId: shown.id } as const
    await expect(core.consents.give(app.application, foreign)).rejects.toThrow('policy-not-found')
  })

  it('keeps the texts that were shown with their hash, and never serves them', async () => {
    const userId = await createUser()
    const { id } = await core.consents.give(app.application, {
      userId,
      origin: 'user',
      displayed: ['Share your data', 'I consent'],
      givenFrom: { ipTruncated: '203.0.113.0', browserFamily: 'Firefox' },
    })
    const row = await core.db
      .selectFrom('consents')
      .select('record')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    expect(row.record).toEqual({
      displayed: { hash: expect.stringMatching(/^[0-9a-f]{64}$/), texts: ['Share your data', 'I consent'] },
      givenFrom: { ipTruncated: '203.0.113.0', browserFamily: 'Firefox' },
    })
    expect(JSON.stringify((await app.call('GET', `/users/${userId}/consents`)).body)).not.toContain('Firefox')
  })

  it('is not given for a user of another application, and leaves no key behind', async () => {
    const userId = await createUser(await core.another())
    const empty = await core.another()
    await expect(giveTo(userId, empty)).rejects.toThrow('user-not-found')
    const known = await createUser(empty)
    await giveTo(known, empty)
    await giveTo(known, empty)
    expect(await readdir(join(core.database.options.dataDir, 'keys', empty.application.id))).toHaveLength(1)
  })

  it('leaves no active consent behind when the user is deleted at the same moment', async () => {
    for (let round = 0; round < 5; round += 1) {
      const userId = await createUser()
      const [, deleted] = await Promise.allSettled([
        giveTo(userId),
        core.users.remove(app.application, userId),
      ])
      const active = await core.consents.activeConsent(app.application, userId)
      const gone = (await app.call('GET', `/users/${userId}`)).status === 404
      expect(gone).toBe(deleted.status === 'fulfilled')
      if (gone) expect(active).toBeUndefined()
    }
  })

  it('takes the place of a consent whose date has passed', async () => {
    const aging = await core.another()
    const { userId, consent } = await consented(aging)
    await shareData(core, aging, consent)
    await core.applications.saveClock(aging.application.id, { offsetMs: 366 * day, frozenAt: null })
    const later = await aging.now()
    expect(await core.consents.activeConsent(later, userId)).toBeUndefined()
    const second = await core.consents.give(later, { userId, origin: 'user' })
    expect(second.id).not.toBe(consent.id)
    const { body } = await aging.call('GET', `/users/${userId}/consents`)
    expect([
      body['data']?.['0']?.['status'],
      body['data']?.['1']?.['status'],
      body['data']?.['1']?.['revoked'],
    ]).toEqual(['active', 'expired', undefined])
  })
})

describe('the sweep of expired consents', () => {
  it('ends what is due, oldest first, each stamped with its own date', async () => {
    const aging = await core.another()
    const [first, second] = [await consented(aging), await consented(aging)]
    const sweeps = createSweeps({
      db: core.db,
      clock: core.clock,
      applications: core.applications,
      sweeps: [expiredConsents(core.consents)],
      logger: pino({ level: 'silent' }),
    })
    const expiries = async () => {
      await sweeps.runDue(aging.application, second.consent.expiryDate)
      const events = core.db
        .selectFrom('events')
        .selectAll()
        .where('application_id', '=', aging.application.id)
      const rows = await events.where('verb', '=', 'expired').orderBy('seq').execute()
      return rows.map((row) => [row.user_id, row.occurred])
    }
    await sweeps.runDue(aging.application, new Date(first.consent.expiryDate.getTime() - 1_000))
    expect(await core.consents.activeConsent(aging.application, first.userId)).toBeDefined()
    const both = [
      [first.userId, first.consent.expiryDate],
      [second.userId, second.consent.expiryDate],
    ]
    expect(await expiries()).toEqual(both)
    expect(await expiries()).toEqual(both)
    expect((await aging.call('GET', first.url)).body).toEqual(expect.objectContaining({ status: 'expired' }))
    expect(await core.consents.isDeleting(aging.application, first.userId)).toBe(true)
  })

  it('leaves alone a consent that was given a later date meanwhile', async () => {
    const { consent, userId } = await consented()
    await core.consents.expire(app.application, consent.id, new Date(consent.expiryDate.getTime() - 1))
    expect(await core.consents.activeConsent(app.application, userId)).toBeDefined()
  })
})

describe('a lost key', () => {
  it('does not keep a consent from being ended', async () => {
    const { consent, url } = await consented()
    await core.vault.destroy(app.application.id, consent.id)
    await expect(core.vault.key(app.application.id, consent.id)).rejects.toThrow(KeyDestroyed)
    expect((await app.call('DELETE', url)).status).toBe(204)
  })
})
