import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Core, type CoreApplication, startCore } from '../../test/core.ts'
import type { UserId } from '../ids.ts'
import { defaultPolicy } from './default-policy.ts'
import type { PolicyContent } from './policies.schemas.ts'
import { diffPolicies, scopesDiffer } from './policy-diff.ts'
import { brokenRules } from './policy-rules.ts'

let core: Core

beforeAll(async () => {
  core = await startCore()
})
afterAll(() => core.close())

const good = defaultPolicy('Lantern Budget')
const asking = (...scopes: readonly (readonly [string, boolean])[]): PolicyContent => ({
  ...good,
  permissions: scopes.map(([scope, required]) => ({
    scope,
    required,
    purpose: { title: 'Why', description: 'Because it is needed' },
  })),
})

async function consenting(app: CoreApplication): Promise<UserId> {
  const { body } = await app.call('POST', '/users', { body: { email: 'a@b.example' } })
  const userId = String(body['id']) as UserId
  await core.consents.give(app.application, { userId, origin: 'user' })
  return userId
}

describe('the rules of a policy', () => {
  it('are kept by the default policy', () => {
    expect(brokenRules(good)).toEqual([])
  })

  const party = { name: 'Platform', role: 'processor', reason: 'Runs it' }
  it.each<[string, unknown]>([
    ['shape', { ...good, durationDays: 'long' }],
    ['shape', null],
    ['shape', { ...good, title: 'x'.repeat(100_001) }],
    ['brand-name-length', { ...good, brandName: 'x' }],
    ['brand-name-length', { ...good, brandName: 'x'.repeat(61) }],
    ['title-length', { ...good, title: '' }],
    ['subtitle-length', { ...good, subtitle: 'x'.repeat(241) }],
    ['text-plain', { ...good, title: 'Share <b>now</b>' }],
    ['purpose-missing', { ...good, purpose: { primary: { title: 'Why', description: ' ' } } }],
    ['purpose-length', { ...good, purpose: { primary: { title: 'Why', description: 'x'.repeat(501) } } }],
    ['purposes-count', { ...good, purposes: [] }],
    ['duration-range', { ...good, durationDays: 0 }],
    ['duration-range', { ...good, durationDays: 366 }],
    ['retrieval-range', { ...good, initialRetrievalDays: 731 }],
    ['permission-unknown', asking(['account.basic', true], ['everything', true])],
    ['permission-not-offered', asking(['account.basic', true], ['payee.detail', false])],
    ['permission-twice', asking(['account.basic', true], ['account.basic', true])],
    [
      'permission-alternatives',
      asking(['account.basic', true], ['customer.person.basic', true], ['customer.person.detail', true]),
    ],
    [
      'permission-purpose',
      {
        ...good,
        permissions: good.permissions.map((one) => ({ ...one, purpose: { title: '', description: '' } })),
      },
    ],
    ['account-basic-locked', asking(['account.basic', false], ['transaction.detail', true])],
    ['account-detail-needs-basic', asking(['account.detail', true])],
    ['required-missing', asking(['account.basic', false])],
    ['retain-needs-statement', { ...good, data: { retainData: true } }],
    ['party-incomplete', { ...good, supportingParties: [{ ...party, reason: '' }] }],
    ['withdrawal-length', { ...good, withdrawalConsequences: 'x'.repeat(501) }],
    ['support-contact-length', { ...good, supportContact: 'x'.repeat(255) }],
    ['url-not-https', { ...good, complaintsUrl: 'http://example.com' }],
    ['url-not-https', { ...good, supportingParties: [{ ...party, cdrPolicyUrl: 'nowhere' }] }],
  ])('name %s', (rule, policy) => {
    expect(brokenRules(policy).map((one) => one.rule)).toContain(rule)
  })
})

describe('the difference of two policies', () => {
  it('counts as another scope when (scope, required) differs, and not for texts or periods', () => {
    const { permissions } = good
    expect(scopesDiffer(permissions, [...permissions].reverse())).toBe(false)
    expect(scopesDiffer(permissions, permissions.slice(1))).toBe(true)
    expect(
      scopesDiffer(
        permissions,
        permissions.map((one) => ({ ...one, required: false })),
      ),
    ).toBe(true)
    expect(diffPolicies(good, { ...good, durationDays: 30 }).scopesDiffer).toBe(false)
  })

  it('names what is added, removed, no longer required and changed', () => {
    const from = asking(['account.basic', true], ['transaction.detail', true])
    const to = { ...asking(['account.basic', true], ['account.detail', false]), durationDays: 30 }
    expect(diffPolicies(from, to)).toEqual({
      scopes: { added: ['account.detail'], removed: ['transaction.detail'], unchanged: ['account.basic'] },
      requiredChanged: [],
      scopesDiffer: true,
      changes: [
        { field: 'durationDays', from: 365, to: 30 },
        { field: 'permissions', from: from.permissions, to: to.permissions },
      ],
    })
  })
})

describe('a draft', () => {
  it('is not seen by consents until it is published, and then is the one current version', async () => {
    const app = await core.another()
    const before = await core.policies.currentPolicy(app.application)
    const userId = await consenting(app)
    const wanted = { ...asking(['account.basic', true], ['transaction.detail', false]), brandName: 'Lantern' }
    await core.policies.saveDraft(app.application, wanted, 'Ann')
    expect((await core.policies.currentPolicy(app.application)).id).toBe(before.id)

    const review = await core.policies.review(app.application)
    expect(review.broken).toEqual([])
    expect(review.affected).toEqual({ users: 1, toUpdate: 1 })
    expect(review.diff.scopes.removed).toEqual(['customer.person.detail', 'account.detail'])

    const published = await core.policies.publish(app.application, 'Ann')
    expect([published.version, published.status]).toEqual([2, 'current'])
    expect((await core.policies.currentPolicy(app.application)).id).toBe(published.id)
    expect(
      (await core.policies.versions(app.application)).map(({ version, status }) => [version, status]),
    ).toEqual([
      [2, 'current'],
      [1, 'superseded'],
    ])
    expect(await core.policies.draft(app.application)).toBeUndefined()
    const [consent] = await core.consents.history(app.application, userId)
    expect([consent?.policyId, consent?.status]).toEqual([before.id, 'active'])
  })

  it('counts those who agreed to the same data as not having to update', async () => {
    const app = await core.another()
    await consenting(app)
    await consenting(app)
    await core.policies.saveDraft(app.application, { ...good, durationDays: 90 }, 'Ann')
    expect((await core.policies.publish(app.application, 'Ann')).affected).toEqual({ users: 2, toUpdate: 0 })
  })

  it('that breaks a rule is kept but not published, and the rule is named', async () => {
    const app = await core.another()
    await core.policies.saveDraft(app.application, { ...good, durationDays: 0 }, 'Ann')
    await expect(core.policies.publish(app.application, 'Ann')).rejects.toMatchObject({
      problem: 'policy-rule-broken',
      item: { detail: 'Policy breaks a rule: duration-range: durationDays must be 1 to 365 days' },
    })
    expect((await core.policies.draft(app.application))?.content.durationDays).toBe(0)
    await core.policies.discardDraft(app.application)
    await expect(core.policies.review(app.application)).rejects.toMatchObject({
      problem: 'policy-draft-not-found',
    })
    await expect(core.policies.saveDraft(app.application, { title: 1 }, 'Ann')).rejects.toMatchObject({
      problem: 'policy-malformed',
    })
  })

  it('published twice at once makes one version', async () => {
    const app = await core.another()
    await core.policies.saveDraft(app.application, { ...good, brandName: 'Once' }, 'Ann')
    const both = await Promise.allSettled([1, 2].map(() => core.policies.publish(app.application, 'Ann')))
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await core.policies.versions(app.application)).toHaveLength(2)
  })

  it('that changes nothing makes no version', async () => {
    const app = await core.another()
    const current = await core.policies.currentPolicy(app.application)
    await core.policies.saveDraft(app.application, current.content, 'Ann')
    expect((await core.policies.publish(app.application, 'Ann')).id).toBe(current.id)
  })
})
