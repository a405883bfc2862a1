import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Core, type CoreApplication, startCore } from '../../test/core.ts'

let core: Core
let app: CoreApplication
const day = 86_400_000

beforeAll(async () => {
  core = await startCore()
  app = await core.another()
})
afterAll(() => core.close())

const create = async (body: object = { mobile: '+61491570006' }, at = app) =>
  String((await at.call('POST', '/users', { body })).body['id'])

describe('201', () => {
  it('makes a link for the user’s mobile, without its id, from an empty body with a JSON type', async () => {
    const id = await create()
    const { status, body } = await app.call('POST', `/users/${id}/auth_link`, {
      body: '',
      headers: { 'content-type': 'application/json' },
    })
    expect(status).toBe(201)
    expect(body).toEqual({
      type: 'auth_link',
      userId: id,
      mobile: '+61491570006',
      expiresAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
      links: {
        self: `http://api.test/users/${id}/auth_link`,
        public: expect.stringMatching(/^http:\/\/consent\.test\/connect\/[0-9a-f-]{36}$/),
      },
    })
    const life = Date.parse(String(body['expiresAt'])) - core.clock.real().getTime()
    expect(Math.abs(life - 7 * day)).toBeLessThan(10_000)
  })

  it('keeps a mobile of the body on the link alone', async () => {
    const id = await create()
    const { body } = await app.call('POST', `/users/${id}/auth_link`, { body: { mobile: '0400 000 002' } })
    expect(body['mobile']).toBe('+61400000002')
    expect((await app.call('GET', `/users/${id}`)).body['mobile']).toBe('+61491570006')
  })

  it('serves the mobile as a number when the switch is on', async () => {
    const numbers = await core.another()
    const { settings } = numbers.application
    await core.applications.saveSettings(numbers.application.id, {
      ...settings,
      switches: { ...settings.switches, authLinkMobileNumber: true },
    })
    const id = await create(undefined, numbers)
    expect((await numbers.call('POST', `/users/${id}/auth_link`)).body['mobile']).toBe(61491570006)
  })
})

describe('200, 204, 404 and 410', () => {
  it('reads the live link with its id, which ends the public link; a new one takes its place', async () => {
    const id = await create()
    await app.call('POST', `/users/${id}/auth_link`)
    const first = await app.call('GET', `/users/${id}/auth_link`)
    expect(first.status).toBe(200)
    expect(first.body['links']?.['public']).toBe(`http://consent.test/connect/${first.body['id']}`)
    await app.call('POST', `/users/${id}/auth_link`)
    const second = await app.call('GET', `/users/${id}/auth_link`)
    expect(second.body['id']).not.toBe(first.body['id'])
  })

  it('has none before one is made and after it was deleted', async () => {
    const id = await create()
    const none = [404, 'resource-not-found']
    const answer = async (method: 'GET' | 'DELETE') => {
      const { status, body } = await app.call(method, `/users/${id}/auth_link`)
      return [status, body['data']?.['0']?.['code']]
    }
    expect(await answer('GET')).toEqual(none)
    expect(await answer('DELETE')).toEqual(none)
    await app.call('POST', `/users/${id}/auth_link`)
    const deleted = await app.call('DELETE', `/users/${id}/auth_link`, { as: id })
    expect([deleted.status, deleted.headers['content-type']]).toEqual([204, undefined])
    expect(await answer('GET')).toEqual(none)
  })

  it('is gone once seven days of the application’s clock have passed', async () => {
    const ahead = await core.another()
    const id = await create(undefined, ahead)
    await ahead.call('POST', `/users/${id}/auth_link`)
    await core.applications.saveClock(ahead.application.id, { offsetMs: 7 * day + 1_000, frozenAt: null })
    const { status, body } = await ahead.call('GET', `/users/${id}/auth_link`)
    expect([status, body['data']?.['0']?.['code']]).toEqual([410, 'resource-no-longer-available'])
    expect((await ahead.call('GET', `/users/${id}`)).body['links']?.['auth_link']).toBeNull()
  })
})

describe('400', () => {
  const refused = async (id: string, body: unknown) => {
    const answer = await app.call('POST', `/users/${id}/auth_link`, { body })
    return [answer.status, answer.body['data']?.['0']?.['code'], answer.body['data']?.['0']?.['detail']]
  }

  it('needs a mobile from somewhere', async () => {
    const id = await create({ email: 'only@mail.example' })
    expect(await refused(id, '')).toEqual([400, 'parameter-not-supplied', 'Mobile is required.'])
    expect(await refused(id, { mobile: ' ' })).toEqual([400, 'parameter-not-supplied', 'Mobile is required.'])
  })

  it('refuses a mobile that is none', async () => {
    const id = await create()
    expect(await refused(id, { mobile: 'call me' })).toEqual([
      400,
      'invalid-content',
      'Posted mobile is not in valid format.',
    ])
    expect((await refused(id, '{'))[1]).toBe('invalid-content')
  })
})

describe('403 and 404 of users', () => {
  it('lets a client token delete its own link only', async () => {
    const [id, foreign] = [await create(), await create()]
    expect((await app.call('POST', `/users/${id}/auth_link`, { as: id })).status).toBe(403)
    expect((await app.call('GET', `/users/${id}/auth_link`, { as: id })).status).toBe(403)
    expect((await app.call('DELETE', `/users/${foreign}/auth_link`, { as: id })).status).toBe(401)
  })

  it('knows no user of another application', async () => {
    const id = await create(undefined, await core.another())
    for (const method of ['POST', 'GET', 'DELETE'] as const) {
      const { status, body } = await app.call(method, `/users/${id}/auth_link`)
      expect([status, body['data']?.['0']?.['detail']]).toEqual([404, 'Requested user does not exist.'])
    }
  })
})
