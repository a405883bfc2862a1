import { type BankRequest, ConnectorError } from '@banksia/connector-kit'
import { aContext, type RecordedPages, recordedBank, watched } from '@banksia/connector-kit/testing'
import { describe, expect, it } from 'vitest'
import { formWith } from './page.ts'
import { openSession, type SessionState } from './session.ts'

const origin = 'https://banking.example.com/ib'
const site = {
  isMaintenance: (page: (selector: string) => { length: number }) => page('#maintenance').length > 0,
}
const html = (body: string) => `<html><body>${body}</body></html>`

function open(pages: RecordedPages, state?: SessionState) {
  const { http, requests } = watched(recordedBank(pages, origin))
  return { session: openSession(aContext({ http, origin }), site, state), requests }
}

const kindOf = (work: Promise<unknown>) =>
  work.then(
    () => 'no error',
    (error: unknown) => (error instanceof ConnectorError ? error.kind : error),
  )

describe('openSession', () => {
  it('keeps cookies over redirects and over JSON, and drops those the bank takes back', async () => {
    const pages: RecordedPages = {
      'GET /login': {
        text: html('in'),
        headers: { 'set-cookie': ['sid=a; Path=/ib; HttpOnly', 'seen=1; Path=/'] },
      },
      'GET /go': { status: 302, headers: { location: '/ib/home', 'set-cookie': ['sid=b; Path=/ib'] } },
      'GET /home': { text: html('home'), headers: { 'set-cookie': ['seen=; Path=/; Max-Age=0'] } },
    }
    const first = open(pages)
    await first.session.get('/login')
    await first.session.get('/go')
    expect(first.requests.map((request) => cookie(request))).toEqual([
      undefined,
      'sid=a; seen=1',
      'sid=b; seen=1',
    ])

    const state = first.session.state()
    expect(JSON.parse(JSON.stringify(state))).toEqual(state)
    expect(state.at).toBe('/home')
    const second = open(pages, JSON.parse(JSON.stringify(state)))
    await second.session.get('/home')
    expect(cookie(second.requests[0])).toBe('sid=b')
    expect(second.requests[0]?.headers?.['referer']).toBe(`${origin}/home`)
  })

  it('posts a form as it stands, with its hidden fields, and follows with GET', async () => {
    const form =
      '<form action="/ib/login"><input type="hidden" name="csrf" value="t&amp;1"><input name="user"></form>'
    const { session, requests } = open({
      'GET /login': html(form),
      'POST /login': { status: 303, headers: { location: 'home' } },
      'GET /home': html('home'),
    })
    const page = (await session.get('/login')).page()
    const answer = await session.submit(formWith(page, 'user'), { user: 'pat smith' })
    expect(answer.at).toBe('/home')
    expect(requests[1]).toMatchObject({ method: 'POST', body: 'csrf=t%261&user=pat+smith' })
    expect(requests[2]).toMatchObject({ method: 'GET' })
    expect(requests[2]).not.toHaveProperty('body')
  })

  it.each([
    'https://evil.example/ib/home',
    'https://banking.example.com/ibx',
    'http://banking.example.com/ib/home',
    '/',
    '//evil.example/ib/',
  ])('does not follow a redirect to %s', async (location) => {
    const { session, requests } = open({ 'GET /login': { status: 302, headers: { location } } })
    expect(await kindOf(session.get('/login'))).toBe('institution-changed')
    expect(requests).toHaveLength(1)
  })

  it('keeps cookies of a bank on a bare host name', async () => {
    const local = 'http://localhost:4001/hooli'
    const pages: RecordedPages = {
      'GET /login': { text: html('in'), headers: { 'set-cookie': ['sid=a; Path=/hooli'] } },
    }
    const { http, requests } = watched(recordedBank(pages, local))
    const session = openSession(aContext({ http, origin: local }), site)
    await session.get('/login')
    await session.get('/login')
    expect(cookie(requests[1])).toBe('sid=a')
  })
})

describe('an answer', () => {
  it.each([
    [{ status: 503, text: html('<p id="maintenance">') }, 'maintenance'],
    [{ status: 503, text: html('sorry') }, 'service-unavailable'],
    [{ status: 500, text: '' }, 'service-unavailable'],
    [{ status: 429, text: '' }, 'service-unavailable'],
    [{ status: 403, text: html('forbidden') }, 'institution-changed'],
    [{ status: 200, text: '<html><body><p>half a pa' }, 'institution-changed'],
  ])('takes the answer %j for %s', async (answer, kind) => {
    expect(await kindOf(open({ 'GET /login': answer }).session.get('/login'))).toBe(kind)
  })

  it('says service-unavailable when nothing answers', async () => {
    const http = () => Promise.reject(new TypeError('fetch failed'))
    expect(await kindOf(openSession(aContext({ http, origin }), site).get('/login'))).toBe(
      'service-unavailable',
    )
  })

  it('says session-expired for a state no jar can be made of', () => {
    const broken = { cookies: { cookies: [{ key: 7, creation: {} }] }, at: '' }
    expect(() => open({}, { ...broken, cookies: JSON.parse('{"cookies":7}') })).toThrow('session-expired')
  })
})

function cookie(request: BankRequest | undefined): string | undefined {
  return request?.headers?.['cookie']
}
