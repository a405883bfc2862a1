import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bankIds, doors, logIn, openBrowser, people } from '../../test/browser.ts'
import { accountLinks, cents, factsOf, readers } from '../../test/reading.ts'
import { type Banks, createBanks } from '../index.ts'

let banks: Banks

beforeAll(async () => {
  banks = await createBanks({ now: () => new Date('2026-11-24T03:00:00Z') })
})

afterAll(() => banks.close())

let worldCount = 0

const visitor = () => {
  worldCount += 1
  return openBrowser(banks.app, { 'sandbox-world': `pages-${worldCount}` })
}

describe.each(bankIds)('the pages of %s', (bank) => {
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
})

describe.each(bankIds)('every page of %s', (bank) => {
  const door = doors[bank]

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
