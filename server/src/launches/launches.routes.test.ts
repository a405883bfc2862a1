import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestApplication, type TestServer } from '../../test/harness.ts'

let server: TestServer

beforeAll(async () => {
  server = await startTestServer({ settings: { redirectUrl: 'https://partner.example/cb' } })
})

afterAll(() => server?.close())

async function newUser(application: TestApplication = server): Promise<string> {
  const { body } = await application.call<{ id: string }>('POST', '/users', {
    body: { email: 'a@example.com' },
  })
  return body.id
}

const home = (query: string, headers: Record<string, string> = {}) =>
  server.app.http.inject({ method: 'GET', url: `/home?${query}`, headers })

/** A launch as a browser holds it. */
async function launch(query = '', application: TestApplication = server, userId?: string) {
  const token = await application.token({ userId: userId ?? (await newUser(application)) })
  const started = await home(`token=${token}${query}`)
  const path = String(started.headers.location)
  const cookie = String(started.headers['set-cookie']).split(';', 1)[0] ?? ''
  const get = (step = '', headers = {}) =>
    server.app.http.inject({ method: 'GET', url: path + step, headers: { cookie, ...headers } })
  return {
    started,
    path,
    get,
    async post(step: string, form: Record<string, string>, options: { csrf?: string } = {}) {
      const csrf = options.csrf ?? /name="csrf" value="([^"]+)"/.exec((await get('/consent')).body)?.[1] ?? ''
      return server.app.http.inject({
        method: 'POST',
        url: path + step,
        headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
        payload: new URLSearchParams({ csrf, ...form }).toString(),
      })
    },
  }
}

const errorCodeOf = (html: string) => /data-error-code="([^"]+)"/.exec(html)?.[1]
const screenOf = (html: string) => /<main[^>]*data-screen="([^"]+)"/.exec(html)?.[1]

describe('GET /home', () => {
  it('answers 303 with a cookie that only this launch sees, and the token nowhere', async () => {
    const { started, path } = await launch()
    expect(started.statusCode).toBe(303)
    expect(path).toMatch(/^\/flow\/[0-9a-f-]{36}$/)
    const cookie = String(started.headers['set-cookie'])
    expect(cookie).toContain(`Path=${path};`)
    expect(cookie).toContain('HttpOnly')
    expect(cookie).toContain('SameSite=Lax')
    // The Consent UI of this test is http (settled 19).
    expect(cookie).not.toContain('Secure')
    expect(JSON.stringify(started.headers) + started.body).not.toContain('eyJ')
  })

  it.each([
    ['no token', () => ''],
    ['a malformed one', () => 'token=nonsense'],
    [
      'one that says alg:none',
      async () => {
        const [, payload] = (await server.token({ userId: await newUser() })).split('.')
        return `token=${Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url')}.${payload}.`
      },
    ],
    [
      'one whose payload was altered',
      async () => {
        const [header, payload = '', signature] = (await server.token({ userId: await newUser() })).split('.')
        const claims = {
          ...JSON.parse(Buffer.from(payload, 'base64url').toString()),
          userid: await newUser(),
        }
        return `token=${header}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.${signature}`
      },
    ],
  ])('shows E-TOKEN for %s', async (_name, query) => {
    const answer = await home(await query())
    expect(answer.statusCode).toBe(401)
    expect(errorCodeOf(answer.body)).toBe('invalid-authorization-token')
    expect(answer.headers['set-cookie']).toBeUndefined()
  })

  it('shows E-TOKEN with the way back for a genuine token that has expired', async () => {
    const late = await startTestServer({ settings: { redirectUrl: 'https://partner.example/cb' } })
    const { body } = await late.call<{ id: string }>('POST', '/users', { body: { email: 'a@example.com' } })
    const token = await late.token({ userId: body.id })
    late.clock.skip(61 * 60_000)
    const answer = await late.app.http.inject({ method: 'GET', url: `/home?token=${token}&state=s` })
    expect(answer.statusCode).toBe(401)
    expect(errorCodeOf(answer.body)).toBe('invalid-authorization-token')
    expect(answer.body).toContain('Back to Test application')
    expect(answer.body).toContain('https://partner.example/cb?state=s')
    await late.close()
  })

  it('shows E-TOKEN for a token of a user who was deleted', async () => {
    const userId = await newUser()
    const token = await server.token({ userId })
    await server.call('DELETE', `/users/${userId}`)
    expect(errorCodeOf((await home(`token=${token}`)).body)).toBe('invalid-authorization-token')
  })

  it('shows E-SCOPE for a server token, and no data', async () => {
    const answer = await home(`token=${await server.token()}`)
    expect(answer.statusCode).toBe(403)
    expect(errorCodeOf(answer.body)).toBe('access-denied')
  })

  it('shows E-ATTR for a client token without a user', async () => {
    const answer = await home(`token=${await server.token({ scope: 'CLIENT_ACCESS' })}`)
    expect(errorCodeOf(answer.body)).toBe('missing-attributes')
  })

  it('refuses a userId that is not the token’s, and accepts the one that is', async () => {
    const userId = await newUser()
    const token = await server.token({ userId })
    expect(errorCodeOf((await home(`token=${token}&userId=${await newUser()}`)).body)).toBe(
      'parameter-not-valid',
    )
    expect((await home(`token=${token}&userId=${userId}`)).statusCode).toBe(303)
  })

  it('refuses a state that is too long', async () => {
    const token = await server.token({ userId: await newUser() })
    expect((await home(`token=${token}&state=${'x'.repeat(2_049)}`)).statusCode).toBe(400)
  })

  it('takes the same token for a second launch', async () => {
    const token = await server.token({ userId: await newUser() })
    expect((await home(`token=${token}`)).statusCode).toBe(303)
    expect((await home(`token=${token}`)).statusCode).toBe(303)
  })
})

describe('pages', () => {
  it('cannot be framed, are kept in no cache, run nothing inline, and tell their origin only', async () => {
    const page = await (await launch()).get('/consent')
    expect(page.headers['x-frame-options']).toBe('DENY')
    expect(page.headers['cache-control']).toBe('no-store')
    expect(page.headers['referrer-policy']).toBe('strict-origin')
    expect(page.headers['content-security-policy']).toContain("frame-ancestors 'none'")
    expect(page.headers['content-security-policy']).toContain("script-src 'self'")
    expect(page.headers['access-control-allow-origin']).toBeUndefined()
  })

  it('are shown to nobody without the launch’s cookie', async () => {
    const { path } = await launch()
    const other = await launch()
    const answer = await server.app.http.inject({ method: 'GET', url: `${path}/consent` })
    expect(answer.statusCode).toBe(401)
    const cookie = String(other.started.headers['set-cookie']).split(';', 1)[0]
    const foreign = await server.app.http.inject({
      method: 'GET',
      url: `${path}/consent`,
      headers: { cookie },
    })
    expect(foreign.statusCode).toBe(401)
  })

  it('come with the colours of the application as a stylesheet', async () => {
    const { get } = await launch()
    const theme = await get('/theme.css')
    expect(theme.headers['content-type']).toContain('text/css')
    expect(theme.body).toContain('--primary:#130F26')
  })
})

describe('action', () => {
  it.each(['extend', 'update', 'reauthorise'])(
    '%s without a consent is E-NOCONSENT with the way back',
    async (action) => {
      const { get } = await launch(`&action=${action}&state=s`)
      const page = await get()
      expect(screenOf(page.body)).toBe('E-NOCONSENT')
      expect(page.body).toContain(
        'https://partner.example/cb?state=s&amp;result=failed&amp;error=resource-not-found',
      )
    },
  )

  it('manage of somebody who never shared is an empty page with the way back', async () => {
    const { get } = await launch('&action=manage')
    expect((await get()).headers.location).toMatch(/\/manage$/)
    const page = await get('/manage')
    expect(page.statusCode).toBe(200)
    expect(screenOf(page.body)).toBe('S-16')
    expect(page.body).toContain('You have not shared any data with Test application.')
    expect(page.body).toContain('Back to Test application')
    expect(page.body).not.toContain('/manage/stop')
  })

  it('reauthorise says that it is not offered yet, and hands back', async () => {
    const userId = await newUser()
    const first = await launch('', server, userId)
    const policy = /name="policy" value="([^"]+)"/.exec((await first.get('/consent')).body)?.[1] ?? ''
    await first.post('/consent', { policy })
    const page = await (await launch('&action=reauthorise', server, userId)).get()
    expect(screenOf(page.body)).toBe('not-offered')
    expect(page.body).toContain('href="https://partner.example/cb?')
  })

  it('payment is E-PAY', async () => {
    expect(errorCodeOf((await (await launch('&action=payments')).get()).body)).toBe('payments-not-enabled')
  })

  it('a connection of nobody, or of another user, is E-CONN404', async () => {
    const { get } = await launch('&connectionId=3f0f4c1e-0000-4000-8000-000000000000')
    expect(screenOf((await get()).body)).toBe('E-CONN404')
  })

  it('E-DELETING waits while data of the user is being deleted, and goes on by itself', async () => {
    const userId = await newUser()
    const first = await launch('', server, userId)
    const page = await first.get('/consent')
    const policy = /name="policy" value="([^"]+)"/.exec(page.body)?.[1] ?? ''
    await first.post('/consent', { policy })
    const consents = await server.call<{ data: { id: string }[] }>('GET', `/users/${userId}/consents`)
    await server.call('DELETE', `/users/${userId}/consents/${consents.body.data[0]?.id}`)
    const { get } = await launch('', server, userId)
    const waiting = await get()
    expect(waiting.statusCode).toBe(503)
    expect(errorCodeOf(waiting.body)).toBe('data-deletion-in-progress')
    expect(waiting.body).toContain('data-poll="5"')
    await server.app.startWork()
    await server.app.idle()
    expect((await get()).headers.location).toMatch(/\/consent$/)
  })

  it('an address that is no step is E-404', async () => {
    const { get } = await launch()
    expect(screenOf((await get('/nonsense/x')).body)).toBe('E-404')
  })

  it('a step reached by its address does not pass by the resolution', async () => {
    const { get } = await launch('&action=manage')
    for (const step of [
      '/consent',
      '/banks',
      '/bank?institutionId=AU00000',
      '/manage/stop',
      '/extend',
      '/update',
    ]) {
      expect((await get(step)).headers.location).toMatch(/\/manage$/)
    }
    const retired = await launch('&action=payment')
    for (const step of ['/manage', '/extend', '/update/consent', '/reconnect', '/consent']) {
      expect(errorCodeOf((await retired.get(step)).body)).toBe('payments-not-enabled')
    }
  })
})

describe('forms', () => {
  it('are refused without the launch’s anti-forgery token', async () => {
    const userId = await newUser()
    const { post } = await launch('', server, userId)
    const answer = await post('/consent', {}, { csrf: 'forged' })
    expect(answer.statusCode).toBe(401)
    expect((await server.call('GET', `/users/${userId}/consents`)).status).toBe(404)
  })

  it('larger than any login are refused', async () => {
    const { post } = await launch()
    expect((await post('/consent', { scope: 'x'.repeat(20_000) })).statusCode).toBe(413)
  })

  it('for an older policy show the new one before it is agreed to', async () => {
    const userId = await newUser()
    const { post, get } = await launch('', server, userId)
    const answer = await post('/consent', { policy: '3f0f4c1e-0000-4000-8000-000000000000' })
    expect(answer.headers.location).toMatch(/\/consent\?changed=1$/)
    expect((await get('/consent?changed=1')).body).toContain('The details changed while you were reading')
    expect((await server.call('GET', `/users/${userId}/consents`)).status).toBe(404)
  })

  it('of a later step lead to the consent when there is none', async () => {
    const { post } = await launch()
    const answer = await post('/login/AU00000', { loginId: 'a', password: 'b' })
    expect(answer.headers.location).toMatch(/\/consent$/)
  })
})

describe('redirect', () => {
  const leave = async (query: string, application: TestApplication, headers = {}) => {
    const token = await application.token({ userId: await newUser(application) })
    const started = await home(`token=${token}${query}`, headers)
    const path = String(started.headers.location)
    const cookie = String(started.headers['set-cookie']).split(';', 1)[0] ?? ''
    const page = await server.app.http.inject({ method: 'GET', url: `${path}/consent`, headers: { cookie } })
    const csrf = /name="csrf" value="([^"]+)"/.exec(page.body)?.[1] ?? ''
    await server.app.http.inject({
      method: 'POST',
      url: `${path}/leave`,
      headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({ csrf, leave: 'keep' }).toString(),
    })
    const end = await server.app.http.inject({ method: 'GET', url: `${path}/return`, headers: { cookie } })
    return /href="([^"]+)"[^>]*data-hand-back/.exec(end.body)?.[1]?.replaceAll('&amp;', '&')
  }

  it('goes to a configured URL that was asked for, never to another', async () => {
    const application = await server.another({
      redirectUrl: 'https://partner.example/cb',
      extraRedirectUrls: ['https://partner.example/other'],
    })
    expect(await leave('&redirect_uri=https%3A%2F%2Fpartner.example%2Fother', application)).toMatch(
      /^https:\/\/partner\.example\/other\?/,
    )
    expect(await leave('&redirect_uri=https%3A%2F%2Fevil.example', application)).toMatch(
      /^https:\/\/partner\.example\/cb\?/,
    )
  })

  it('falls back to the origin that opened a sandbox launch', async () => {
    const application = await server.another({ redirectUrl: null })
    expect(await leave('', application, { referer: 'http://localhost:3000/start?x=1' })).toMatch(
      /^http:\/\/localhost:3000\?result=cancelled/,
    )
    expect(await leave('', application)).toBeUndefined()
  })
})

describe('assets', () => {
  it('serves the hashed files for good, and nothing beside them', async () => {
    const page = await (await launch()).get('/consent')
    const script = /src="(\/consent-ui\/[^"]+)"/.exec(page.body)?.[1] ?? ''
    const file = await server.app.http.inject({ method: 'GET', url: script })
    expect(file.statusCode).toBe(200)
    expect(file.headers['cache-control']).toContain('immutable')
    expect(
      (await server.app.http.inject({ method: 'GET', url: '/consent-ui/..%2Fserver%2Frender.js' }))
        .statusCode,
    ).toBe(404)
  })

  it('draws a logo for each institution', async () => {
    for (const shape of ['square', 'full']) {
      const logo = await server.app.http.inject({ method: 'GET', url: `/logos/AU00000-${shape}.svg` })
      expect(logo.headers['content-type']).toContain('image/svg+xml')
      expect(logo.body).toContain('<svg')
    }
    expect(
      (await server.app.http.inject({ method: 'GET', url: '/logos/ZZ99999-square.svg' })).statusCode,
    ).toBe(404)
  })
})

// Last, because the tokens of this file end with it.
describe('an hour later', () => {
  it('the launch has ended, with the way back', async () => {
    const { get } = await launch('&state=s')
    server.clock.skip(61 * 60_000)
    const page = await get('/consent')
    expect(errorCodeOf(page.body)).toBe('invalid-authorization-token')
    expect(page.body).toContain('https://partner.example/cb?state=s')
  })
})
