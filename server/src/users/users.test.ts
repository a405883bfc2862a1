import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Core, type CoreApplication, startCore } from '../../test/core.ts'
import { newId } from '../ids.ts'

let core: Core
let app: CoreApplication
let other: CoreApplication

beforeAll(async () => {
  core = await startCore()
  app = await core.another()
  other = await core.another()
})
afterAll(() => core.close())

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/
const dora = {
  email: 'dora@lanterncove.example',
  mobile: '+61491570006',
  firstName: 'Dora',
  middleName: '',
  lastName: 'Quill',
}

const create = async (body: object = dora, at = app) =>
  String((await at.call('POST', '/users', { body })).body['id'])

describe('201', () => {
  it('answers what was supplied with type, id and links, and tells of it', async () => {
    const { status, body } = await app.call('POST', '/users', { body: dora })
    expect(status).toBe(201)
    expect(body).toEqual({
      type: 'user',
      id: expect.stringMatching(uuid),
      ...dora,
      links: { self: `http://api.test/users/${body['id']}` },
    })
    const events = await app.call('GET', `/events?filter=user.id.eq('${body['id']}')`)
    expect(events.body['data']).toEqual([
      expect.objectContaining({
        entity: 'user',
        eventType: 'created',
        dataRef: `http://api.test/users/${body['id']}`,
        data: {
          type: 'user',
          id: body['id'],
          email: dora.email,
          mobile: dora.mobile,
          links: { self: `http://api.test/users/${body['id']}` },
        },
      }),
    ])
  })

  it('makes two users of two equal posts', async () => {
    expect(await create()).not.toBe(await create())
  })

  it('takes a mobile alone, as a number or with blanks, and serves it in international form', async () => {
    for (const mobile of ['0491 570 006', 61491570006, '+61 491 570 006']) {
      const { status, body } = await app.call('POST', '/users', { body: { mobile } })
      expect([status, body['mobile'], body['email']]).toEqual([201, '+61491570006', ''])
    }
  })

  it('takes blanks for absent, and ignores members it does not know', async () => {
    const { status, body } = await app.call('POST', '/users', {
      body: {
        id: 'x',
        name: 'Nobody',
        email: ' a@b.example ',
        mobile: '',
        businessIdNoType: '',
        unknown: [1],
        lastName: null,
      },
    })
    expect(status).toBe(201)
    expect(body).toEqual({
      type: 'user',
      id: expect.stringMatching(uuid),
      email: 'a@b.example',
      mobile: '',
      links: expect.anything(),
    })
  })

  it('keeps business members as supplied, without a check sum', async () => {
    const business = {
      businessName: 'Lantern Cove Pty Ltd',
      businessIdNo: '12 345 678',
      businessIdNoType: 'ACN',
      businessAddress: {
        addressLine1: '4 Pier Rd',
        addressLine2: '',
        suburb: 'Hobart',
        state: 'TAS',
        postcode: '7000',
        countryCode: 'AUS',
      },
      verificationStatus: true,
      verificationDate: '12/01/2024',
    }
    const { status, body } = await app.call('POST', '/users', { body: { ...dora, ...business } })
    expect([status, body]).toEqual([201, expect.objectContaining(business)])
    expect((await app.call('GET', `/users/${body['id']}`)).body).toEqual(expect.objectContaining(business))
  })
})

describe('200', () => {
  it('reads a user with empty lists, all links and no auth link', async () => {
    const id = await create()
    const { status, body } = await app.call('GET', `/users/${id}`)
    const self = `http://api.test/users/${id}`
    expect(status).toBe(200)
    expect(body).toEqual({
      type: 'user',
      id,
      name: 'Dora Quill',
      ...dora,
      connections: { type: 'list', count: 0, data: [] },
      accounts: { type: 'list', count: 0, data: [] },
      links: {
        self,
        connections: `${self}/connections`,
        accounts: `${self}/accounts`,
        transactions: `${self}/transactions`,
        auth_link: null,
      },
    })
  })

  it('reads texts that were never given as empty', async () => {
    const id = await create({ email: 'only@mail.example' })
    const { body } = await app.call('GET', `/users/${id}`)
    expect(body).toEqual(
      expect.objectContaining({ mobile: '', name: '', firstName: '', middleName: '', lastName: '' }),
    )
  })

  it('links a live auth link, and only that', async () => {
    const id = await create()
    await app.call('POST', `/users/${id}/auth_link`)
    const link = async () => (await app.call('GET', `/users/${id}`)).body['links']?.['auth_link']
    expect(await link()).toBe(`http://api.test/users/${id}/auth_link`)
    await app.call('DELETE', `/users/${id}/auth_link`)
    expect(await link()).toBeNull()
  })

  it('lets a client token read its own user', async () => {
    const id = await create()
    expect((await app.call('GET', `/users/${id}`, { as: id })).status).toBe(200)
  })

  it('updates what is given, keeps what is absent and clears names that are blank', async () => {
    const id = await create()
    const { status, body } = await app.call('POST', `/users/${id}`, {
      body: { email: 'new@lanterncove.example', firstName: '', businessName: 'Lantern' },
    })
    expect(status).toBe(200)
    expect(body).toEqual({
      type: 'user',
      id,
      email: 'new@lanterncove.example',
      mobile: dora.mobile,
      firstName: '',
      middleName: '',
      lastName: 'Quill',
      businessName: 'Lantern',
      links: { self: `http://api.test/users/${id}` },
    })
    const { body: events } = await app.call('GET', `/events?filter=user.id.eq(${id})`)
    expect(events['data']?.['0']).toEqual(
      expect.objectContaining({
        eventType: 'updated',
        data: expect.objectContaining({ email: 'new@lanterncove.example' }),
      }),
    )
  })

  it('updates nothing when the body is empty', async () => {
    const id = await create()
    for (const body of ['', 'null', '{}']) {
      const answer = await app.call('POST', `/users/${id}`, {
        body,
        headers: { 'content-type': 'application/json' },
      })
      expect([answer.status, answer.body['email']]).toEqual([200, dora.email])
    }
  })

  it('lists users newest first, page by page', async () => {
    const listing = await core.another()
    const made = [await create(dora, listing), await create(dora, listing), await create(dora, listing)]
    const first = await listing.call('GET', '/users?limit=2&_=1')
    expect(first.body).toEqual({
      type: 'list',
      size: 2,
      count: 3,
      data: [expect.objectContaining({ id: made[2], ...dora }), expect.objectContaining({ id: made[1] })],
      links: {
        self: 'http://api.test/users?limit=2',
        next: expect.stringMatching(/^http:\/\/api\.test\/users\?limit=2&next=\w+$/),
      },
    })
    const second = await listing.call(
      'GET',
      String(first.body['links']?.['next']).replace('http://api.test', ''),
    )
    expect(second.body['data']).toEqual([expect.objectContaining({ id: made[0] })])
    expect(second.body['links']?.['next']).toBeUndefined()
  })

  it('filters the list by id, email and mobile', async () => {
    const listing = await core.another()
    const id = await create({ email: 'x+y@z.example', mobile: '+61400000001' }, listing)
    await create(dora, listing)
    const ids = async (filter: string) => {
      const { body } = await listing.call('GET', `/users?filter=${filter}`)
      return [body['count'], body['data']?.['0']?.['id']]
    }
    expect(await ids(`user.id.eq('${id}')`)).toEqual([1, id])
    expect(await ids("user.email.eq('x+y@z.example')")).toEqual([1, id])
    expect(await ids("user.mobile.eq('%2B61400000001')")).toEqual([1, id])
    expect(await ids("user.id.eq('nobody')")).toEqual([0, undefined])
    expect((await ids(`user.id.ne('nobody')`))[0]).toBe(2)
    expect(await ids("user.email.ne('dora@lanterncove.example')")).toEqual([1, id])
    expect(await ids("user.email.eq('nobody@z.example')")).toEqual([0, undefined])
  })
})

describe('204', () => {
  it('deletes a user without a body or content type; the second time is 404', async () => {
    const id = await create()
    const first = await app.call('DELETE', `/users/${id}`)
    expect([first.status, first.headers['content-type'], first.body]).toEqual([204, undefined, {}])
    expect((await app.call('DELETE', `/users/${id}`)).status).toBe(404)
    expect((await app.call('GET', `/users/${id}`)).status).toBe(404)
  })

  it('leaves the events of a deleted user readable for seven days, saying only what they were about', async () => {
    const id = await create()
    await app.call('DELETE', `/users/${id}`)
    const { body } = await app.call('GET', `/events?filter=user.id.eq('${id}')`)
    expect(body['data']).toEqual([
      expect.objectContaining({ eventType: 'deleted', data: { type: 'user', id } }),
      expect.objectContaining({ eventType: 'created', data: { type: 'user', id } }),
    ])
    const eventId = body['data']?.['0']?.['id']
    expect((await app.call('GET', `/events/${eventId}`)).body['data']).toEqual({ type: 'user', id })
  })
})

describe('400', () => {
  const refused = async (body: unknown, to = '/users') => {
    const answer = await app.call('POST', to, { body })
    return [answer.status, answer.body['data']?.['0']?.['code'], answer.body['data']?.['0']?.['detail']]
  }
  const contact = [400, 'parameter-not-supplied', "One of 'email' or 'mobile' is required."]
  const email = [400, 'parameter-not-valid', 'Provided email is in bad format.']
  const mobile = [400, 'parameter-not-valid', 'Provided mobile is in bad format.']
  const malformed = [400, 'invalid-content', 'Posted user is not in valid format.']

  it.each([
    ['no body', '', contact],
    ['only blanks', { email: ' ', mobile: '', firstName: '' }, contact],
    ['no contact', { firstName: 'Dora' }, contact],
    ['an email without a domain', { email: 'dora' }, email],
    ['an email of the wrong kind', { email: 7 }, email],
    ['an endless email', { email: `${'x'.repeat(300)}@a.example` }, email],
    ['a mobile with letters', { mobile: '0491-CALL-ME' }, mobile],
    ['a mobile that is too short', { mobile: '1234567' }, mobile],
    ['a mobile that is an object', { mobile: {} }, mobile],
    ['broken JSON', '{"email":', malformed],
    ['an array', [dora], malformed],
    ['a name of the wrong kind', { ...dora, firstName: 1 }, malformed],
    ['an address that is text', { ...dora, businessAddress: 'Pier Rd' }, malformed],
    [
      'a business number without a name',
      { ...dora, businessIdNo: '1' },
      [400, 'parameter-not-supplied', 'Business name is required when business number is provided.'],
    ],
    [
      'an unknown kind of number',
      { ...dora, businessIdNoType: 'TFN' },
      [400, 'parameter-not-valid', 'Business ID number type value is not valid'],
    ],
  ])('refuses to create from %s', async (_name, body, problem) => {
    expect(await refused(body)).toEqual(problem)
  })

  it('refuses an update after which no contact would be left, and changes nothing', async () => {
    const id = await create()
    expect(await refused({ email: '', mobile: '' }, `/users/${id}`)).toEqual(contact)
    expect(await refused({ email: 'x' }, `/users/${id}`)).toEqual(email)
    expect(await refused('{', `/users/${id}`)).toEqual(malformed)
    expect((await app.call('GET', `/users/${id}`)).body['email']).toBe(dora.email)
  })

  it.each(['GET', 'POST', 'DELETE'] as const)('refuses an impossible user id on %s', async (method) => {
    const { status, body } = await app.call(method, '/users/a%20b')
    expect([status, body['data']?.['0']?.['detail']]).toEqual([400, 'User ID value is not valid'])
  })

  it('refuses bad limits, cursors and filters of the list', async () => {
    const detail = async (query: string) =>
      (await app.call('GET', `/users?${query}`)).body['data']?.['0']?.['detail']
    expect(await detail('limit=0')).toBe('Limit value is not valid')
    expect(await detail('limit=501')).toBe('Maximum limit allowed is 500')
    expect(await detail('next=%00')).toBe('Next value is not valid')
    expect(await detail(`next=${Buffer.from('events:1:2').toString('base64url')}`)).toBe(
      'Next value is not valid',
    )
    expect(await detail("filter=user.name.eq('x')")).toMatch(/^The provided filter parameter/)
  })
})

describe('401 and 403', () => {
  it('refuses a client token on another user, and on what only servers may do', async () => {
    const [mine, foreign] = [await create(), await create()]
    expect((await app.call('GET', `/users/${foreign}`, { as: mine })).status).toBe(401)
    const calls = [
      ['POST', '/users'],
      ['GET', '/users'],
      ['POST', `/users/${mine}`],
      ['DELETE', `/users/${mine}`],
    ] as const
    for (const [method, url] of calls) expect((await app.call(method, url, { as: mine })).status).toBe(403)
  })
})

describe('404', () => {
  it.each(['GET', 'POST', 'DELETE'] as const)(
    'knows nothing of another application’s users on %s',
    async (method) => {
      const id = await create(dora, other)
      for (const unknown of [id, newId(), 'ea3a81']) {
        const { status, body } = await app.call(
          method,
          `/users/${unknown}`,
          method === 'POST' ? { body: '{' } : {},
        )
        expect([status, body['data']?.['0']?.['detail']]).toEqual([404, 'Requested user does not exist.'])
      }
      expect((await other.call('GET', `/users/${id}`)).status).toBe(200)
    },
  )
})
