import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../../test/harness.ts'

let server: TestServer
let mobiles = 0

beforeAll(async () => {
  server = await startTestServer({ settings: { redirectUrl: 'https://partner.example/cb' } })
})

afterAll(() => server?.close())

const minute = 60_000

/** A link for a new user, or another one of theirs. */
async function newLink(userId?: string) {
  mobiles += 1
  const mobile = `+614000${String(mobiles).padStart(5, '0')}`
  const user =
    userId ??
    (await server.call<{ id: string }>('POST', '/users', { body: { email: 'a@b.example' } })).body.id
  const { body } = await server.call<{ links: { public: string } }>('POST', `/users/${user}/auth_link`, {
    body: { mobile },
  })
  const path = new URL(body.links.public).pathname
  const get = (query = '') => server.app.http.inject({ method: 'GET', url: path + query })
  const post = (step: string, form: Record<string, string> = {}) =>
    server.app.http.inject({
      method: 'POST',
      url: path + step,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams(form).toString(),
    })
  const codes = async () => {
    const sent = await server.app.services.notices.mailbox(server.application, mobile)
    return sent.map(({ text }) => /^\d{6}/.exec(text)?.[0] ?? '')
  }
  return {
    user,
    path,
    get,
    post,
    codes,
    send: () => post('/send'),
    code: (code: string) => post('', { code }),
  }
}

const stepOf = (html: string) =>
  /data-error-code="([^"]+)"/.exec(html)?.[1] ?? /<main[^>]*data-step="([^"]+)"/.exec(html)?.[1]
const otherThan = (code: string) => (code === '000000' ? '000001' : '000000')

describe('the page of an auth link', () => {
  it('sends nothing by being looked at, then a code of six digits, and never shows the mobile', async () => {
    const link = await newLink()
    const first = await link.get()
    expect(stepOf(first.body)).toBe('send')
    expect(first.body).not.toMatch(/\+?614000/)
    expect(await link.codes()).toEqual([])
    expect((await link.send()).headers.location).toBe(link.path)
    expect(await link.codes()).toEqual([expect.stringMatching(/^\d{6}$/)])
    expect(stepOf((await link.get()).body)).toBe('code')
  })

  it('starts a launch of the user with the right code, once, and is used up', async () => {
    const link = await newLink()
    await link.send()
    const [code = ''] = await link.codes()
    const answers = await Promise.all([link.code(code), link.code(code)])
    const started = answers.filter((answer) => String(answer.headers.location).startsWith('/flow/'))
    expect(started).toHaveLength(1)
    const cookie = String(started[0]?.headers['set-cookie'])
    expect(cookie).toContain('HttpOnly')
    const launch = await server.app.http.inject({
      method: 'GET',
      url: `${started[0]?.headers.location}/consent`,
      headers: { cookie: cookie.split(';', 1)[0] ?? '' },
    })
    expect(launch.body).toContain('data-screen="S-02"')
    expect((await link.get()).statusCode).toBe(410)
    expect((await server.call('GET', `/users/${link.user}/auth_link`)).status).toBe(410)
  })

  it('AC-801 a second link ends the first', async () => {
    const first = await newLink()
    await first.send()
    const second = await newLink(first.user)
    expect(stepOf((await first.get()).body)).toBe('resource-no-longer-available')
    const [code = ''] = await first.codes()
    expect((await first.code(code)).statusCode).toBe(410)
    expect(stepOf((await second.get()).body)).toBe('send')
  })

  it.each(['/connect/nonsense', '/connect/3f0f4c1e-0000-4000-8000-000000000000'])(
    'says the same of an address that never was a link: %s',
    async (url) => {
      const answer = await server.app.http.inject({ method: 'GET', url })
      expect([answer.statusCode, stepOf(answer.body)]).toEqual([410, 'resource-no-longer-available'])
    },
  )
})

describe('codes', () => {
  it('AC-803 five wrong ones lock the link for 15 minutes, also for the right one', async () => {
    const link = await newLink()
    await link.send()
    const [code = ''] = await link.codes()
    for (const _ of [1, 2, 3, 4]) {
      expect((await link.code(otherThan(code))).headers.location).toContain('answer=wrong')
    }
    await link.code(otherThan(code))
    expect(stepOf((await link.get()).body)).toBe('locked')
    expect((await link.code(code)).headers['set-cookie']).toBeUndefined()
    await link.send()
    expect(await link.codes()).toHaveLength(1)
    server.clock.skip(15 * minute + 1_000)
    expect(stepOf((await link.get()).body)).toBe('code')
    expect((await link.code(code)).headers.location).toContain('answer=late')
    await link.send()
    const fresh = (await link.codes())[1] ?? ''
    expect(String((await link.code(fresh)).headers.location)).toMatch(/^\/flow\//)
  })

  it('AC-803 are sent again after 30 seconds, and five times more at most', async () => {
    const link = await newLink()
    await link.send()
    await link.send()
    expect(await link.codes()).toHaveLength(1)
    for (const _ of [1, 2, 3, 4, 5, 6]) {
      server.clock.skip(31_000)
      await link.send()
    }
    const codes = await link.codes()
    expect(codes).toHaveLength(6)
    expect((await link.get()).body).not.toContain('Send another code')
    expect(String((await link.code(codes[5] ?? '')).headers.location)).toMatch(/^\/flow\//)
  })
})

it('AC-802 an expired link says to ask the sender for a new one', async () => {
  const link = await newLink()
  await link.send()
  await server.app.services.applications.saveClock(server.application.id, {
    offsetMs: 7 * 24 * 60 * minute + 1_000,
    frozenAt: null,
  })
  const page = await link.get()
  expect(page.statusCode).toBe(410)
  expect(page.body).toContain('Please ask the sender for a new one.')
})
