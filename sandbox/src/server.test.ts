import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { logIn, openBrowser } from '../test/browser.ts'
import { accountLinks, readHooli } from '../test/reading.ts'
import { dayOf } from './calendar.ts'
import { type Banks, createBanks } from './index.ts'

let banks: Banks

beforeAll(async () => {
  banks = await createBanks({ now: () => new Date('2026-11-24T03:00:00Z'), benchRows: 1234 })
})

afterAll(() => banks.close())

let worldCount = 0

const visitor = () => {
  worldCount += 1
  return openBrowser(banks.app, { 'sandbox-world': `server-${worldCount}` })
}

describe('time and worlds', () => {
  it('show the day that the request names', async () => {
    const ask = async (time: string) => {
      const browser = openBrowser(banks.app, { 'sandbox-world': 'time', 'sandbox-time': time })
      const [first = ''] = accountLinks(await logIn(browser, 'AU00000', 'ashMann', 'hooli2024'))
      return readHooli(await browser.get(`${first}/transactions`), 'posted')
    }
    const today = await ask('2026-11-24T03:00:00Z')
    const tomorrow = await ask('2026-11-25T14:00:00+11:00')
    expect(today[0]?.date).toBe('24/11/2026')
    expect(tomorrow[0]?.date).toBe('25/11/2026')
    const shift = tomorrow.findIndex((row) => row.balance === today[0]?.balance)
    expect(tomorrow.slice(shift)).toEqual(today.slice(0, 100 - shift))
  })

  it('keep the pages of one reading together while time goes on', async () => {
    const world = { 'sandbox-world': 'pages-over-night' }
    let time = '2026-11-24T12:59:00Z'
    const browser = openBrowser(banks.app, {
      ...world,
      get 'sandbox-time'() {
        return time
      },
    })
    const [first = ''] = accountLinks(await logIn(browser, 'AU00000', 'ashMann', 'hooli2024'))
    const page = await browser.get(`${first}/transactions`)
    const expected = readHooli(await browser.get(page.$('a[rel=next]').attr('href') ?? ''), 'posted')
    time = '2026-11-24T13:10:00Z'
    expect(readHooli(await browser.get(page.$('a[rel=next]').attr('href') ?? ''), 'posted')).toEqual(expected)
  })

  it.each([
    { 'sandbox-time': 'yesterday' },
    { 'sandbox-time': '2026-13-45T00:00:00Z' },
    { 'sandbox-time': '9999-01-01T00:00:00Z' },
    { 'sandbox-world': '' },
    { 'sandbox-world': 'x'.repeat(65) },
    { 'sandbox-world': '<b>' },
  ])('are refused when they cannot be read: %o', async (headers) => {
    expect((await banks.app.inject({ url: '/hooli/login', headers })).statusCode).toBe(400)
  })

  it('take any query for a page of history as the first page at worst', async () => {
    const browser = visitor()
    const [first = ''] = accountLinks(await logIn(browser, 'AU00000', 'jared', 'django'))
    const queries = [
      'page=-1',
      'page=x',
      'page=1&page=2',
      'as=zzz',
      'page=0&as=99999999-1',
      'as=1-1',
      'page=9999999',
    ]
    for (const query of queries) {
      expect((await browser.get(`${first}/transactions?${query}`)).status).toBe(200)
    }
  })
})

describe('bodies', () => {
  it('are refused when they are too large or no form', async () => {
    const post = (payload: string, type: string) =>
      banks.app.inject({ method: 'POST', url: '/hooli/login', headers: { 'content-type': type }, payload })
    const form = 'application/x-www-form-urlencoded'
    expect((await post(`loginId=${'x'.repeat(20_000)}`, form)).statusCode).toBe(413)
    expect((await post('{"loginId":"jared"}', 'application/json')).statusCode).toBe(415)
    expect((await post('', form)).statusCode).toBe(403)
    expect((await post('loginId=a&loginId=b&csrfToken=c', form)).statusCode).toBe(403)
  })
})

describe('the server', () => {
  it('listens on an origin of its own', async () => {
    const other = await createBanks({ now: () => new Date('2026-11-24T03:00:00Z') })
    const origin = await other.listen({ host: '127.0.0.1', port: 0 })
    const page = await fetch(`${origin}/`)
    expect(await page.text()).toContain('Pied Piper Bank')
    expect((await fetch(`${origin}/hooli/style.css`)).headers.get('content-type')).toMatch(/text\/css/)
    await other.close()
  })

  it('has a login with as many rows as asked for', async () => {
    const browser = visitor()
    const [first = ''] = accountLinks(await logIn(browser, 'AU00000', 'bench', 'bench'))
    const last = await browser.get(`${first}/transactions?page=13&as=${dayOf(2026, 11, 24)}-43200`)
    expect(readHooli(last, 'posted')).toHaveLength(34)
    expect(last.$('a[rel=next]')).toHaveLength(0)
  })
})
