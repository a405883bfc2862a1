import { Value } from 'typebox/value'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Core, type CoreApplication, startCore } from '../../test/core.ts'
import { inTransaction } from '../db/database.ts'
import { newId } from '../ids.ts'
import { PolicyOut } from './policies.schemas.ts'

let core: Core
let app: CoreApplication

beforeAll(async () => {
  core = await startCore()
  app = await core.another()
})
afterAll(() => core.close())

const scopesOf = async (application: CoreApplication) => {
  const { content } = await core.policies.currentPolicy(application.application)
  return content.permissions.map(({ scope, required }) => [scope, required])
}

describe('the default policy', () => {
  it('is version 1, asks for person, accounts and transactions, and is named after the application', async () => {
    const { id, version, content } = await core.policies.currentPolicy(app.application)
    expect(version).toBe(1)
    expect(content).toEqual(
      expect.objectContaining({
        brandName: 'Lantern Budget',
        title: 'Share your financial data',
        durationDays: 365,
        initialRetrievalDays: 730,
        collectionFrequency: 'ongoing',
        data: { retainData: false },
      }),
    )
    expect(await scopesOf(app)).toEqual([
      ['customer.person.detail', true],
      ['account.basic', true],
      ['account.detail', true],
      ['transaction.detail', true],
    ])
    await inTransaction(core.db, (tx) => core.policies.ensureDefaultPolicy(tx, app.application))
    expect((await core.policies.currentPolicy(app.application)).id).toBe(id)
  })

  it('is read with either token, as its schema says', async () => {
    const { id } = await core.policies.currentPolicy(app.application)
    const user = await app.call('POST', '/users', { body: { email: 'a@b.example' } })
    for (const as of [undefined, String(user.body['id'])]) {
      const { status, body } = await app.call('GET', `/policies/${id}`, as ? { as } : {})
      expect(status).toBe(200)
      expect(body).toEqual(
        expect.objectContaining({
          type: 'policy',
          id,
          version: 1,
          status: 'current',
          links: { self: `http://api.test/policies/${id}` },
        }),
      )
      expect([...Value.Errors(PolicyOut, body)]).toEqual([])
      expect(body['createdBy']).toBeUndefined()
    }
  })
})

describe('setOptionalScopes', () => {
  it('publishes a version once, whoever asks at the same time, and keeps the former readable', async () => {
    const changing = await core.another()
    const first = await core.policies.currentPolicy(changing.application)
    const change = () => core.policies.setOptionalScopes(changing.application, ['transaction.detail'])
    await Promise.all([change(), change(), change()])
    const second = await core.policies.currentPolicy(changing.application)
    expect(second.version).toBe(2)
    expect(await scopesOf(changing)).toContainEqual(['transaction.detail', false])
    const { body } = await changing.call('GET', `/policies/${first.id}`)
    expect([body['status'], body['version']]).toEqual(['superseded', 1])
    await core.policies.setOptionalScopes(changing.application, [])
    expect(await scopesOf(changing)).toContainEqual(['transaction.detail', true])
  })

  it.each(['account.basic', 'unknown.scope'])('refuses %s, which cannot be optional', async (scope) => {
    await expect(core.policies.setOptionalScopes(app.application, [scope])).rejects.toThrow(
      'sandbox-setting-invalid',
    )
  })

  it('leaves to the person what the application’s settings said from the start', async () => {
    expect(await scopesOf(await core.another({ optionalScopes: ['account.detail'] }))).toContainEqual([
      'account.detail',
      false,
    ])
  })
})

describe('400 and 404', () => {
  it('knows no policy of another application, none of an unknown id, and refuses impossible ids', async () => {
    const other = await core.another()
    const foreign = await core.policies.currentPolicy(other.application)
    for (const id of [foreign.id, newId(), 'abc123']) {
      const { status, body } = await app.call('GET', `/policies/${id}`)
      expect([status, body['data']?.['0']?.['detail']]).toEqual([404, 'Requested policy does not exist.'])
    }
    const { status, body } = await app.call('GET', '/policies/not_an_id')
    expect([status, body['data']?.['0']?.['detail']]).toEqual([400, 'Policy ID value is not valid'])
  })
})
