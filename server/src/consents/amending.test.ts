import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Core, type CoreApplication, startCore } from '../../test/core.ts'
import { shareData } from '../../test/shared-data.ts'
import { type ConsentId, type LaunchId, newId, type UserId } from '../ids.ts'
import type { PolicyContent } from '../policies/policies.schemas.ts'
import type { Consent } from './consents.types.ts'

const day = 86_400_000
let core: Core
let app: CoreApplication

beforeAll(async () => {
  core = await startCore()
})
afterAll(() => core.close())

const anotherApplication = async () => {
  app = await core.another()
  return app.application
}

async function consenting(): Promise<Consent> {
  const { body } = await app.call('POST', '/users', { body: { email: 'a@b.example' } })
  return core.consents.give(app.application, { userId: String(body['id']) as UserId, origin: 'user' })
}

async function publish(change: Partial<PolicyContent>) {
  const { content } = await core.policies.currentPolicy(app.application)
  await core.policies.saveDraft(app.application, { ...content, ...change }, 'test')
  return core.policies.publish(app.application, 'test')
}

const eventsOf = async ({ userId }: Consent): Promise<string[]> => {
  const rows = await core.db
    .selectFrom('events')
    .selectAll()
    .where('user_id', '=', userId)
    .orderBy('seq')
    .execute()
  return rows.map(({ entity, verb }) => `${entity}.${verb}`).filter((type) => type !== 'user.created')
}

const turn = (days: number) => {
  const later = { ...app.application, clock: { offsetMs: days * day, frozenAt: null } }
  return later
}

describe('extending a consent', () => {
  it('keeps its id, counts the current policy’s duration from now and tells of it', async () => {
    await anotherApplication()
    const consent = await consenting()
    await publish({ durationDays: 200 })
    const later = turn(300)
    const { from, to, lengthens } = await core.consents.extension(later, consent.userId)
    expect([from, lengthens]).toEqual([consent.expiryDate, true])
    expect(await eventsOf(consent)).toEqual(['consent.created'])

    const extension = await core.consents.extend(later, consent.userId)
    expect(extension.consent.id).toBe(consent.id)
    expect(Math.abs(extension.to.getTime() - to.getTime())).toBeLessThan(5_000)
    expect(extension.to.getTime() - extension.consent.updated.getTime()).toBe(200 * day)
    expect(extension.consent.expiryDate).toEqual(extension.to)
    expect(await eventsOf(consent)).toEqual(['consent.created', 'consent.updated'])
    const [kept] = await core.consents.history(later, consent.userId)
    expect(kept?.amendments.map(({ field }) => field)).toEqual(['expiryDate'])
    expect(kept?.policyId).toBe(consent.policyId)
  })

  it('never shortens the period: then nothing changes and nothing is told', async () => {
    await anotherApplication()
    const consent = await consenting()
    await publish({ durationDays: 30 })
    const extension = await core.consents.extend(turn(10), consent.userId)
    expect([extension.lengthens, extension.consent.expiryDate]).toEqual([false, consent.expiryDate])
    expect(await eventsOf(consent)).toEqual(['consent.created'])
  })

  it('agrees to the current purpose when the policy asks for the same data, and not otherwise', async () => {
    await anotherApplication()
    const consent = await consenting()
    const purpose = { primary: { title: 'Budgeting', description: 'To help you budget' } }
    await publish({ purpose })
    await core.consents.extend(turn(1), consent.userId)
    const [kept] = await core.consents.history(turn(1), consent.userId)
    expect(kept?.content.purpose.primary.title).toBe('Budgeting')
    expect(kept?.amendments.map(({ field, to }) => [field, to]).slice(1)).toEqual([
      ['purpose.title', 'Budgeting'],
      ['purpose.description', 'To help you budget'],
    ])
    const { permissions } = (await core.policies.currentPolicy(app.application)).content
    await publish({
      permissions: permissions.slice(1),
      purpose: { primary: { title: 'Lending', description: 'To lend you money' } },
    })
    await core.consents.extend(turn(2), consent.userId)
    const [after] = await core.consents.history(turn(2), consent.userId)
    expect(after?.content.purpose.primary.title).toBe('Budgeting')
    expect(after?.amendments).toHaveLength(4)
  })

  it('needs an active consent', async () => {
    await anotherApplication()
    const consent = await consenting()
    await expect(core.consents.extend(turn(366), consent.userId)).rejects.toMatchObject({
      problem: 'consent-not-found',
    })
    await expect(core.consents.extension(turn(366), consent.userId)).rejects.toMatchObject({
      problem: 'consent-not-found',
    })
    await core.consents.revoke(app.application, consent.userId, consent.id, 'consumer')
    await expect(core.consents.extend(app.application, consent.userId)).rejects.toMatchObject({
      problem: 'consent-not-found',
    })
  })

  it('and ending it at once leave one outcome and no half state', async () => {
    await anotherApplication()
    const consent = await consenting()
    const [extended, ended] = await Promise.allSettled([
      core.consents.extend(turn(1), consent.userId),
      core.consents.revoke(app.application, consent.userId, consent.id, 'partner'),
    ])
    expect(ended.status).toBe('fulfilled')
    const [kept] = await core.consents.history(app.application, consent.userId)
    expect(kept?.status).toBe('revoked')
    const told = await eventsOf(consent)
    expect(told).toEqual(
      extended.status === 'fulfilled'
        ? ['consent.created', 'consent.updated', 'consent.revoked']
        : ['consent.created', 'consent.revoked'],
    )
  })
})

describe('updating a consent', () => {
  it('ends the old one as superseded with its connections and gives a new one on the new policy', async () => {
    await anotherApplication()
    const former = await consenting()
    await shareData(core, app, former)
    await shareData(core, app, former)
    const { permissions } = (await core.policies.currentPolicy(app.application)).content
    const policy = await publish({ permissions: permissions.slice(1) })
    const consent = await core.consents.replace(app.application, { userId: former.userId, origin: 'user' })
    expect(consent.policyId).toBe(policy.id)
    expect(consent.scopes.has('customer.person.detail')).toBe(false)
    const history = await core.consents.history(app.application, former.userId)
    expect(history.map(({ id, status, endedReason }) => [id, status, endedReason])).toEqual([
      [consent.id, 'active', null],
      [former.id, 'revoked', 'superseded'],
    ])
    const told = (await eventsOf(former)).filter((type) => /consent|deleted/.test(type))
    expect(told).toEqual([
      'consent.created',
      'consent.revoked',
      'connection.deleted',
      'connection.deleted',
      'consent.created',
    ])
    // The old data is on its way out; the new connections need not wait for that.
    expect(await core.consents.isDeleting(app.application, former.userId)).toBe(false)
    const deletion = await core.db
      .selectFrom('data_deletions')
      .selectAll()
      .where('consent_id', '=', former.id)
      .executeTakeFirstOrThrow()
    expect([deletion.status, deletion.cause]).toEqual(['running', 'superseded'])
  })

  it('by the same launch twice, also at once, replaces once', async () => {
    await anotherApplication()
    const former = await consenting()
    const launchId = newId<LaunchId>()
    const give = { userId: former.userId, origin: 'user' as const, launchId }
    const given = await Promise.all([1, 2].map(() => core.consents.replace(app.application, give)))
    expect(given[0]?.id).toBe(given[1]?.id)
    expect(await core.consents.history(app.application, former.userId)).toHaveLength(2)
  })

  it('of nothing, or to a policy that is not there, changes nothing', async () => {
    await anotherApplication()
    const former = await consenting()
    await expect(
      core.consents.replace(app.application, {
        userId: former.userId,
        origin: 'user',
        policyId: newId(),
      }),
    ).rejects.toMatchObject({ problem: 'policy-not-found' })
    const [kept] = await core.consents.history(app.application, former.userId)
    expect(kept?.status).toBe('active')
    await core.consents.revoke(app.application, former.userId, former.id, 'consumer')
    await expect(
      core.consents.replace(app.application, { userId: former.userId, origin: 'user' }),
    ).rejects.toMatchObject({ problem: 'consent-not-found' })
  })
})

describe('the review of consents', () => {
  it('shows an election to delete, made while active or after the end, once', async () => {
    await anotherApplication()
    const consent = await consenting()
    await core.consents.revoke(app.application, consent.userId, consent.id, 'consumer')
    await core.consents.electDeletion(app.application, consent.userId, consent.id)
    const [first] = await core.consents.history(app.application, consent.userId)
    expect(first?.deleteElection?.value).toBe(true)
    await core.consents.electDeletion(turn(3), consent.userId, consent.id)
    const [again] = await core.consents.history(app.application, consent.userId)
    expect(again?.deleteElection).toEqual(first?.deleteElection)
  })

  it('knows nothing of another user’s or another application’s consent', async () => {
    await anotherApplication()
    const consent = await consenting()
    const stranger = await consenting()
    const refused = { problem: 'consent-not-found' }
    await expect(
      core.consents.electDeletion(app.application, stranger.userId, consent.id),
    ).rejects.toMatchObject(refused)
    await expect(
      core.consents.electDeletion(app.application, consent.userId, newId<ConsentId>()),
    ).rejects.toMatchObject(refused)
    const other = await core.another()
    await expect(core.consents.history(other.application, consent.userId)).rejects.toMatchObject({
      problem: 'user-not-found',
    })
    await core.consents.touchedByPerson(other.application, consent.userId)
    const { reminder_due: due } = await core.db
      .selectFrom('consents')
      .select('reminder_due')
      .where('id', '=', consent.id)
      .executeTakeFirstOrThrow()
    expect(due).toEqual(new Date(consent.created.getTime() + 90 * day))
  })
})
