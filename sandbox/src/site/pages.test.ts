import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bankIds, doors, logIn, openBrowser, people, type TestPage } from '../../test/browser.ts'
import { dayOf } from '../calendar.ts'
import { type Banks, createBanks } from '../index.ts'

let banks: Banks

beforeAll(async () => {
  banks = await createBanks({ now: () => new Date('2026-11-24T03:00:00Z'), benchRows: 1234 })
})

afterAll(() => banks.close())

let worldCount = 0

const visitor = () => {
  worldCount += 1
  return openBrowser(banks.app, { 'sandbox-world': `pages-${worldCount}` })
}

/** Label and value pairs of a page, whatever markup the bank uses. */
const factsOf = (page: TestPage): Record<string, string> =>
  Object.fromEntries(
    page
      .$('table#details tr, table#profile tr, table.facts tr')
      .toArray()
      .map((row) => [page.$(row).find('th').text(), page.$(row).find('td').text()])
      .concat(
        page
          .$('dl.facts dt')
          .toArray()
          .map((term) => [page.$(term).text(), page.$(term).next('dd').text()]),
      ),
  )

interface ReadRow {
  readonly date: string
  readonly description: string
  readonly amount: number
  readonly balance: number | undefined
}

/** Cents of any amount a bank prints. */
const cents = (text: string): number => {
  const match = /^([-+]?)\$([\d,]+)\.(\d\d)( DR| CR)?$/.exec(text)
  if (match === null) throw new Error(`not an amount: ${text}`)
  const size = Number(match[2]?.replaceAll(',', '')) * 100 + Number(match[3])
  return match[1] === '-' || match[4] === ' DR' ? -size : size
}

const readHooli = (page: TestPage, part: 'pending' | 'posted'): ReadRow[] =>
  page
    .$(`table#transactions tbody.${part} tr`)
    .toArray()
    .map((row) => {
      const cell = (name: string) => page.$(row).find(`td.${name}`).text()
      const amount = cell('debit') === '' ? cents(cell('credit')) : -cents(cell('debit'))
      const balance = cell('balance') === 'Pending' ? undefined : cents(cell('balance'))
      return { date: cell('date'), description: cell('description'), amount, balance }
    })

const readPiedPiper = (page: TestPage, part: 'pending' | 'posted'): ReadRow[] =>
  page
    .$(`section#${part === 'posted' ? 'activity' : part} article`)
    .toArray()
    .map((article) => {
      const facts = Object.fromEntries(
        page
          .$(article)
          .find('dt')
          .toArray()
          .map((term) => [page.$(term).text(), page.$(term).next().text()]),
      )
      const balance = facts['Balance'] === undefined ? undefined : cents(facts['Balance'])
      return {
        date: facts['Date'] ?? '',
        description: page.$(article).find('h3').text(),
        amount: cents(facts['Amount'] ?? ''),
        balance,
      }
    })

const readLedger = (page: TestPage, part: 'pending' | 'posted'): ReadRow[] =>
  page
    .$(`table#${part === 'posted' ? 'history' : part} tbody tr`)
    .toArray()
    .map((row) => {
      const cells = page
        .$(row)
        .find('td')
        .toArray()
        .map((cell) => page.$(cell))
      const balance = cells[3]?.text()
      return {
        date: cells[0]?.text() ?? '',
        description: cells[1]?.find('span.text').text() ?? '',
        amount: cents(cells[2]?.text() ?? ''),
        balance: balance === undefined ? undefined : cents(balance),
      }
    })

const readers = { AU00000: readHooli, AU00002: readPiedPiper, AU00003: readLedger, AU00004: readLedger }

const accountLinks = (home: TestPage): string[] =>
  home
    .$('td a[href], article.account a[href]')
    .toArray()
    .map((link) => home.$(link).attr('href') ?? '')

describe.each(bankIds)('the pages of %s', (bank) => {
  const door = doors[bank]
  const read = readers[bank]

  it('show histories whose pages join without gap, and whose balances reconcile with the details', async () => {
    const browser = visitor()
    const home = await logIn(browser, bank, 'Wentworth-Smith', 'whislter')
    const links = accountLinks(home)
    expect(links).toHaveLength(4)
    for (const link of links) {
      const details = await browser.get(link)
      const facts = factsOf(details)
      let page = await browser.get(details.$('a.history').attr('href') ?? '')
      const pending = read(page, 'pending')
      const rows = read(page, 'posted')
      for (let pages = 1; ; pages += 1) {
        const next = page.$('a[rel=next], a.older, a.more').attr('href')
        if (next === undefined) break
        expect(rows).toHaveLength(pages * 100)
        page = await browser.get(next)
        expect(read(page, 'pending')).toEqual([])
        rows.push(...read(page, 'posted'))
      }
      expect(rows[0]?.balance).toBe(cents(facts['Balance'] ?? ''))
      const broken = rows.filter((row, index) => {
        const older = rows[index + 1]
        return older !== undefined && (older.balance ?? 0) + row.amount !== row.balance
      })
      expect(broken).toEqual([])
      const held = pending.reduce((total, { amount }) => total + amount, 0)
      const limit = facts['Credit limit'] === undefined ? 0 : cents(facts['Credit limit'])
      expect(cents(facts['Available funds'] ?? '')).toBe((rows[0]?.balance ?? 0) + held + limit)
    }
  })

  it('print dates and account facts in the words of the bank', async () => {
    const browser = visitor()
    const home = await logIn(browser, bank, 'Wentworth-Smith', 'whislter')
    const [first = '', , , mortgage = ''] = accountLinks(home)
    const facts = factsOf(await browser.get(mortgage))
    const brand = { AU00000: 'Hooli', AU00002: 'Pied Piper', AU00003: 'Nucleus', AU00004: 'HooliGov' }[bank]
    expect(facts).toMatchObject({
      'Account number': '12345612345678',
      'Account holder': 'Max Wentworth-Smith & Paul Wentworth-Smith',
      'Account type': 'Home loan',
      Product: `${brand} Home Loan`,
      Currency: 'AUD',
    })
    const history = await browser.get((await browser.get(first)).$('a.history').attr('href') ?? '')
    const pattern =
      bank === 'AU00000'
        ? /^\d\d\/\d\d\/\d{4}$/
        : bank === 'AU00002'
          ? /^[1-3]?\d \w{3} \d{4}$/
          : /^\d\d \w{3} \d{4}$/
    for (const { date } of [...read(history, 'pending'), ...read(history, 'posted')])
      expect(date).toMatch(pattern)
  })

  it.each(people)('have sound markup and headers, and nothing unescaped: %s', async (loginId, password) => {
    const browser = visitor()
    const home = await logIn(browser, bank, loginId, password)
    const links = home
      .$('a[href]')
      .toArray()
      .map((link) => home.$(link).attr('href') ?? '')
    for (const url of new Set(links)) {
      const page = await browser.follow(await browser.get(url))
      expect(page.status).toBe(200)
      expect(page.headers['content-security-policy']).toMatch(/default-src 'none'/)
      expect(page.headers['cache-control']).toBe('no-store')
      expect(page.headers['x-content-type-options']).toBe('nosniff')
      expect(page.$('title').text()).not.toBe('')
      expect(page.body).not.toMatch(/undefined|\[object|NaN|&(?!(amp|lt|gt|quot|#39);)/)
      const ids = page
        .$('[id]')
        .toArray()
        .map((element) => page.$(element).attr('id'))
      expect(new Set(ids).size).toBe(ids.length)
    }
  })

  it('escape what was typed into the login form', async () => {
    const browser = visitor()
    const login = await browser.get(door.base + door.login)
    const typed = `"><script>alert('x')</script>&amp;`
    const page = await browser.submit(login, { [door.loginId]: typed, [door.password]: 'x' })
    expect(page.$('script')).toHaveLength(0)
    expect(page.$(`input[name=${door.loginId}]`).attr('value')).toBe(typed)
  })

  it('are closed for maintenance in the world where that is set, and there only', async () => {
    const closed = `closed-${bank}`
    banks.worlds.open(closed).setMaintenance(bank, true)
    const ask = (world: string) =>
      banks.app.inject({ url: door.base + door.login, headers: { 'sandbox-world': world } })
    const answer = await ask(closed)
    expect([answer.statusCode, answer.headers['retry-after']]).toEqual([503, '3600'])
    expect(answer.body).toMatch(/(id="page-|data-screen="|name="page" content=")maintenance"/i)
    expect((await ask('public')).statusCode).toBe(200)
    banks.worlds.open(closed).setMaintenance(bank, false)
    expect((await ask(closed)).statusCode).toBe(200)
  })

  it('answer 404 with a page of the bank for an account of somebody else, and for no page', async () => {
    const browser = visitor()
    const [own = ''] = accountLinks(await logIn(browser, bank, 'jared', 'django'))
    const other = visitor()
    await logIn(other, bank, 'richard', 'tabsnotspaces')
    for (const url of [own, `${door.base}/nothing-here`]) {
      const page = await other.get(url)
      expect(page.status).toBe(404)
      expect(page.body).toContain('We could not find this page.')
    }
  })
})

describe('profiles', () => {
  it.each([
    [
      'AU00000',
      { Street: '13/91 Fisher Rd', Suburb: 'Dee Why', State: 'NSW', Postcode: '2099', Country: 'Australia' },
    ],
    ['AU00002', { Address: '13/91 Fisher RdDee Why NSW 2099Australia' }],
    ['AU00003', { Address: '13/91 Fisher Rd, Dee Why NSW 2099, Australia' }],
  ] as const)('at %s say who the person is and where to write', async (bank, address) => {
    const browser = visitor()
    await logIn(browser, bank, 'Wentworth-Smith', 'whislter')
    const path = { AU00000: '/hooli/profile', AU00002: '/pied-piper/me', AU00003: '/nucleus/ib/details' }[
      bank
    ]
    expect(factsOf(await browser.get(path))).toEqual({
      'Full name': 'Max Wentworth-Smith',
      'First name': 'Max',
      'Last name': 'Wentworth-Smith',
      Mobile: '0419000000',
      Email: 'maxsmith@micr0soft.com',
      ...address,
    })
  })

  it('of a business say whose it is', async () => {
    const browser = visitor()
    await logIn(browser, 'AU00000', 'laurieBream', 'business2024')
    expect(factsOf(await browser.get('/hooli/profile'))).toMatchObject({
      'Legal name': 'Manly Accountants Pty Ltd',
      ABN: '89000000019',
      ACN: '000000019',
      'Organisation type': 'COMPANY',
      'Agent role': 'Director',
    })
  })
})

describe('statements', () => {
  it('are listed by HooliGov for each account and each of twelve months', async () => {
    const browser = visitor()
    await logIn(browser, 'AU00004', 'gavinBelson', 'hooli2016')
    const page = await browser.get('/hooligov/ib/statements')
    const rows = page.$('table#statements tbody tr').toArray()
    expect(rows).toHaveLength(48)
    const newest = page
      .$(rows[0] ?? '')
      .find('td')
      .toArray()
      .map((cell) => page.$(cell).text())
    expect(newest.slice(0, 4)).toEqual([
      'Everyday Account statement',
      '000001000002',
      '01 Oct 2026',
      '31 Oct 2026',
    ])
  })

  it('are not listed by Nucleus', async () => {
    const browser = visitor()
    await logIn(browser, 'AU00003', 'gavinBelson', 'hooli2016')
    expect((await browser.get('/nucleus/ib/statements')).status).toBe(404)
  })
})

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
