import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { send, startTestServer, type TestServer } from '../../test/harness.ts'

let server: TestServer
let userId: string

beforeAll(async () => {
  server = await startTestServer()
  userId = (await server.call<{ id: string }>('POST', '/users', { body: { email: 'a@example.com' } })).body.id
})
afterAll(() => server.close())

interface Problem {
  readonly data: ReadonlyArray<{
    code: string
    title: string
    detail: string
    source?: { parameter: string }
  }>
}

const ask = (body: string | undefined, headers: Record<string, string> = {}, url = '/token') =>
  send<Problem & { access_token: string; type?: string; expires_in: number; token_type: string }>(
    server.app,
    'POST',
    url,
    {
      ...(body !== undefined && { body }),
      headers: { authorization: `Basic ${server.apiKey}`, 'basiq-version': '3.0', ...headers },
    },
  )
const claims = (token: string) => JSON.parse(atob(token.split('.')[1] ?? ''))
const form = { 'content-type': 'application/x-www-form-urlencoded' }

describe('POST /token 200', () => {
  it('answers with exactly the three members of the contract', async () => {
    const answer = await ask('scope=SERVER_ACCESS', form)
    expect(answer.status).toBe(200)
    expect(Object.keys(answer.body).sort()).toEqual(['access_token', 'expires_in', 'token_type'])
    expect(answer.body).toMatchObject({ token_type: 'Bearer', expires_in: 3600 })
    expect(claims(answer.body.access_token)).toMatchObject({ scope: 'SERVER_ACCESS', version: '3.0' })
  })

  it('binds a client token to its user', async () => {
    const answer = await ask(`scope=CLIENT_ACCESS&userId=${userId}`, form)
    expect(claims(answer.body.access_token)).toMatchObject({ scope: 'CLIENT_ACCESS', userid: userId })
  })

  it.each([
    ['a form without a content type', 'scope=CLIENT_ACCESS', {}],
    ['JSON', '{"scope":"CLIENT_ACCESS"}', { 'content-type': 'application/json' }],
    ['JSON declared as a form', '{"scope":"CLIENT_ACCESS"}', form],
  ] as const)('reads %s', async (_name, body, headers) => {
    expect(claims((await ask(body, headers)).body.access_token).scope).toBe('CLIENT_ACCESS')
  })

  it.each([
    ['an empty JSON body', '', { 'content-type': 'application/json' }],
    ['the text null', 'null', form],
    ['no body at all', undefined, {}],
  ] as const)('takes %s as a server token', async (_name, body, headers) => {
    const answer = await ask(body, headers)
    expect(claims(answer.body.access_token).scope).toBe('SERVER_ACCESS')
  })

  it('reads parameters of the query, and the body over them', async () => {
    const inQuery = await ask(undefined, {}, `/token?userId=${userId}&scope=CLIENT_ACCESS`)
    expect(claims(inQuery.body.access_token).userid).toBe(userId)
    const both = await ask('scope=SERVER_ACCESS', form, `/token?userId=${userId}&scope=CLIENT_ACCESS`)
    expect(claims(both.body.access_token).userid).toBeUndefined()
  })

  it('serves the old path, and versions 2.0 and 2.1', async () => {
    expect((await ask('grant_type=client_credentials', form, '/oauth2/token')).status).toBe(200)
    for (const version of ['2.0', '2.1']) {
      const answer = await ask('', { 'basiq-version': version })
      expect(claims(answer.body.access_token).version).toBe(version)
    }
  })

  it('accepts a key that a client encoded with a colon', async () => {
    const authorization = `Basic ${Buffer.from(`${server.apiKey}:`).toString('base64')}`
    expect((await ask('', { authorization })).status).toBe(200)
  })

  it('carries a trusted adviser', async () => {
    const answer = await ask(
      `scope=CLIENT_ACCESS&userId=${userId}&orgName=Smith&orgRefID=1&orgRefType=ABN&orgType=Accountant&abnAcn=51824753556`,
      form,
    )
    expect(claims(answer.body.access_token)).toMatchObject({ orgName: 'Smith', abnAcn: '51824753556' })
  })
})

describe('POST /token refused', () => {
  it.each([
    [
      'no Authorization',
      { authorization: '' },
      '',
      400,
      'parameter-not-supplied',
      'Authorization header parameter is required',
    ],
    [
      'another scheme',
      { authorization: 'Bearer abc' },
      '',
      400,
      'parameter-not-valid',
      'Invalid authorization header',
    ],
    [
      'a key that is no base64',
      { authorization: 'Basic §' },
      '',
      400,
      'parameter-not-valid',
      'Invalid authorization header',
    ],
    [
      'an unknown key',
      { authorization: 'Basic YWJj' },
      '',
      404,
      'parameter-not-valid',
      'Unable to authenticate. Please, check your API key',
    ],
    [
      'no version',
      { 'basiq-version': '' },
      '',
      400,
      'parameter-not-valid',
      'Basiq-version must be specified in HTTP request header',
    ],
    [
      'a retired version',
      { 'basiq-version': '0.9' },
      '',
      400,
      'parameter-not-valid',
      'Version 0.9 is no longer supported. Please upgrade to the latest version',
    ],
    [
      'a version that never was',
      { 'basiq-version': '9.9' },
      '',
      400,
      'parameter-not-valid',
      'Version 9.9 is not valid',
    ],
    ['an unknown scope', form, 'scope=client_access', 400, 'parameter-not-valid', 'Scope value is not valid'],
    [
      'an impossible user id',
      form,
      'scope=CLIENT_ACCESS&userId=a%20b',
      400,
      'parameter-not-valid',
      'User ID value is not valid',
    ],
    [
      'an unknown user',
      form,
      'scope=CLIENT_ACCESS&userId=ea3a81',
      404,
      'resource-not-found',
      'Requested user does not exist.',
    ],
    [
      'an alien content type',
      { 'content-type': 'text/xml' },
      '<x/>',
      415,
      'unsupported-content-type',
      'Content type text/xml is not supported on requested endpoint.',
    ],
    [
      'an Accept without JSON',
      { accept: 'text/html' },
      '',
      400,
      'unsupported-accept',
      'Accept type text/html is not supported on requested endpoint.',
    ],
    ['broken JSON', form, '{"scope":', 400, 'invalid-content', 'Request is not in valid format.'],
  ] as const)('for %s', async (_name, headers, body, status, code, detail) => {
    const answer = await ask(body, headers as Record<string, string>)
    expect(answer.status).toBe(status)
    expect(answer.body.data[0]).toMatchObject({ type: 'error', code, detail })
  })

  it('for a key that was encoded once more', async () => {
    const authorization = `Basic ${Buffer.from(server.apiKey).toString('base64')}`
    expect((await ask('', { authorization })).status).toBe(400)
  })

  it('for a user of another application, as if they did not exist', async () => {
    const other = await server.another()
    const answer = await ask(`scope=CLIENT_ACCESS&userId=${userId}`, {
      ...form,
      authorization: `Basic ${other.apiKey}`,
    })
    expect(answer.status).toBe(404)
  })
})

describe('switches', () => {
  it('assume a version, and demand a user, when switched on', async () => {
    const other = await server.another({
      switches: { ...server.application.settings.switches, assumeVersion: true, clientTokenStrict: true },
    })
    const headers = { authorization: `Basic ${other.apiKey}`, 'basiq-version': '', ...form }
    expect(claims((await ask('scope=SERVER_ACCESS', headers)).body.access_token).version).toBe('3.0')
    expect((await ask('scope=CLIENT_ACCESS', headers)).status).toBe(400)
  })
})

describe('the flood limit', () => {
  it('answers 429 with Retry-After, and 403 where switched so', async () => {
    const limited = await startTestServer({ env: { BANKSIA_TOKEN_LIMIT: '3' } })
    const switched = await limited.another({
      switches: { ...limited.application.settings.switches, tokenFlood403: true },
    })
    const call = (key: string) =>
      send<Problem>(limited.app, 'POST', '/token', {
        headers: { authorization: `Basic ${key}`, 'basiq-version': '3.0' },
      })
    for (let i = 0; i < 3; i++) expect((await call(limited.apiKey)).status).toBe(200)
    const flooded = await call(limited.apiKey)
    expect(flooded.status).toBe(429)
    expect(Number(flooded.headers['retry-after'])).toBeGreaterThan(0)
    expect((await call(switched.apiKey)).status).toBe(403)
    limited.clock.skip(300_001)
    expect((await call(limited.apiKey)).status).toBe(200)
    await limited.close()
  })
})

describe('bearer tokens', () => {
  const get = (authorization: string | undefined, url = '/users') =>
    send<Problem>(server.app, 'GET', url, { headers: authorization === undefined ? {} : { authorization } })

  it('are 401 when absent, of another scheme or forged', async () => {
    const token = await server.token()
    const [head, body] = token.split('.')
    const none = Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url')
    for (const value of [
      undefined,
      'Basic x',
      'Bearer x.y.z',
      `Bearer ${head}.${body}.`,
      `Bearer ${none}.${body}.`,
    ]) {
      const answer = await get(value)
      expect(answer.status).toBe(401)
      expect(answer.body.data[0]).toMatchObject({
        code: 'invalid-authorization-token',
        detail: 'Invalid authorization token.',
      })
    }
  })

  it('may be spelt bearer', async () => {
    expect((await get(`bearer ${await server.token()}`)).status).toBe(200)
  })

  it('of a client are 403 on a server route and 401 for another user', async () => {
    const token = await server.token({ userId })
    expect((await get(`Bearer ${token}`)).body.data[0]).toMatchObject({ code: 'forbidden-access' })
    const foreign = await get(`Bearer ${token}`, '/users/2f7c1b0e-50f5-4a0f-8a77-5a1c2d3e4f50')
    expect(foreign.status).toBe(401)
    expect(foreign.body.data[0]).toMatchObject({ code: 'unauthorized-access' })
  })

  it('expire after an hour of real time with 403', async () => {
    const late = await startTestServer()
    const token = await late.token()
    late.clock.skip(3_600_000)
    const answer = await send<Problem>(late.app, 'GET', '/users', {
      headers: { authorization: `Bearer ${token}` },
    })
    expect(answer.status).toBe(403)
    expect(answer.body.data[0]).toMatchObject({
      code: 'access-denied',
      detail: 'Token has expired',
      source: null,
    })
    await late.close()
  })
})

describe('every path', () => {
  it('answers a preflight without a token, and lets any origin read errors', async () => {
    const preflight = await send(server.app, 'OPTIONS', '/users/x/anything')
    expect(preflight.status).toBe(204)
    expect(preflight.headers['content-type']).toBeUndefined()
    expect(preflight.headers['access-control-allow-methods']).toContain('POST')
    expect((await send(server.app, 'GET', '/users')).headers['access-control-allow-origin']).toBe('*')
  })

  it('tolerates a trailing slash, and refuses an empty segment with 403', async () => {
    const authorization = `Bearer ${await server.token()}`
    expect((await send(server.app, 'GET', '/users/', { headers: { authorization } })).status).toBe(200)
    expect(
      (await send(server.app, 'GET', '/users//connections', { headers: { authorization } })).status,
    ).toBe(403)
  })

  it('is 404 in the envelope when unknown, and 405 for another method', async () => {
    const unknown = await send<Problem>(server.app, 'GET', '/nowhere')
    expect([unknown.status, unknown.body.data[0]?.code]).toEqual([404, 'resource-not-found'])
    const method = await send<Problem>(server.app, 'PUT', '/users')
    expect([method.status, method.body.data[0]?.code]).toEqual([405, 'method-not-allowed'])
  })
})
