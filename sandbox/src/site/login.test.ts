import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  answersFor,
  type BankId,
  bankIds,
  doors,
  logIn,
  openBrowser,
  people,
  typeLogin,
} from '../../test/browser.ts'
import { type Banks, createBanks } from '../index.ts'

let banks: Banks
let time = new Date('2026-11-24T03:00:00Z')

beforeAll(async () => {
  banks = await createBanks({
    now: () => time,
    onError(error) {
      throw error
    },
  })
})

afterAll(() => banks.close())

let worldCount = 0

/** A browser in a world of its own. */
const visitor = (headers: Record<string, string> = {}) => {
  worldCount += 1
  return openBrowser(banks.app, { 'sandbox-world': `login-${worldCount}`, ...headers })
}

describe.each(bankIds)('logging in at %s', (bank) => {
  const door = doors[bank]

  it.each(people)('lets %s in', async (loginId, password) => {
    const page = await logIn(visitor(), bank, loginId, password)
    expect(page.status).toBe(200)
    expect(page.url).toBe(door.base + door.home)
  })

  it.each([
    ['jared', 'Django'],
    ['Jared', 'django'],
    ['jared', ''],
    ['nobody', 'django'],
    ['bench', 'bench'],
    ['bighead', 'wrong'],
  ])('shows the form again for %s with password "%s"', async (loginId, password) => {
    const browser = visitor()
    const page = await typeLogin(browser, bank, loginId, password)
    expect(page.status).toBe(200)
    expect(page.$('[role=alert]').text()).toBe('The login or password you entered is not correct.')
    expect((await browser.get(door.base + door.home)).location).toBe(
      `${door.base}${door.login}?ended=session`,
    )
  })

  it('shows bighead that the access is locked', async () => {
    const browser = visitor()
    const answer = await typeLogin(browser, bank, 'bighead', 'password')
    expect([answer.status, answer.location]).toEqual([303, `${door.base}/locked`])
    expect((await browser.follow(answer)).body).toContain('This account is locked.')
  })

  it('asks erlich to accept a notice at each login, and then goes on', async () => {
    const browser = visitor()
    for (let login = 0; login < 2; login += 1) {
      const answer = await typeLogin(browser, bank, 'erlich', 'aviato')
      expect([answer.status, answer.location]).toEqual([303, `${door.base}/notice`])
      const notice = await browser.follow(answer)
      expect((await browser.get(door.base + door.home)).location).toBe(`${door.base}/notice`)
      const refused = await browser.submit(notice, {})
      expect(refused.$('[role=alert]').text()).toBe('Please tick the box to go on.')
      const box = notice.$('input[type=checkbox]')
      const accepted = await browser.submit(notice, { [box.attr('name') ?? '']: 'yes' })
      expect(accepted.location).toBe(door.base + door.home)
      expect((await browser.follow(accepted)).status).toBe(200)
    }
  })

  it('tells jianYang that the service is unavailable', async () => {
    const answer = await typeLogin(visitor(), bank, 'jianYang', 'nothotdog')
    expect(answer.status).toBe(503)
    expect(answer.body).toMatch(/unavailable/i)
    expect(answer.body).not.toMatch(/maintenance/i)
  })
})

describe.each(bankIds)('login forms and cookies of %s', (bank) => {
  const door = doors[bank]

  it('refuses a login form without its token, or with that of another visitor', async () => {
    const other = await visitor().get(door.base + door.login)
    const token = other.$('input[type=hidden]')
    for (const value of ['', String(token.attr('value'))]) {
      const browser = visitor()
      const page = await browser.get(door.base + door.login)
      const answer = await browser.submit(page, {
        [token.attr('name') ?? '']: value,
        [door.loginId]: 'jared',
        [door.password]: 'django',
      })
      expect(answer.status).toBe(403)
    }
  })

  it('gives the session another cookie than the login page had, out of reach of scripts', async () => {
    const browser = visitor()
    const page = await browser.get(door.base + door.login)
    const before = Object.values(browser.cookies())
    await logIn(browser, bank, 'jared', 'django')
    expect(Object.values(browser.cookies())).not.toEqual(before)
    expect(page.headers['set-cookie']).toMatch(new RegExp(`Path=${door.base}; HttpOnly; SameSite=Lax`))
  })

  it('ends the session on log-out, not without the token', async () => {
    const browser = visitor()
    const home = await logIn(browser, bank, 'jared', 'django')
    const form = 'form:is([action*=log],[action*=sign-out])'
    const token = home.$(`${form} input[type=hidden]`).attr('name') ?? ''
    expect((await browser.submit(home, { [token]: 'x' }, form)).status).toBe(403)
    expect((await browser.get(door.base + door.home)).status).toBe(200)
    const cookies = browser.cookies()
    const out = await browser.submit(home, {}, form)
    expect(out.location).toBe(`${door.base}${door.login}?ended=logout`)
    const cookie = Object.entries(cookies)
      .map(([name, value]) => `${name}=${value}`)
      .join(';')
    const headers = { cookie, 'sandbox-world': `login-${worldCount}` }
    const stolen = await banks.app.inject({ url: door.base + door.home, headers })
    expect(stolen.headers.location).toBe(`${door.base}${door.login}?ended=session`)
  })

  it('has a page for forgotten passwords', async () => {
    const browser = visitor()
    const page = await browser.get(door.base + door.login)
    const link = page.$('a').filter((_index, a) => /forg|reset/i.test(page.$(a).text()))
    expect((await browser.get(link.attr('href') ?? '')).status).toBe(200)
  })
})

/** A new visitor, with right login and password, before the challenge. */
const challenged = async (bank: BankId, loginId: string, password: string) => {
  const browser = visitor()
  return { browser, page: await browser.follow(await typeLogin(browser, bank, loginId, password)) }
}

describe.each(['AU00002', 'AU00003', 'AU00004'] as const)('the challenge of %s', (bank) => {
  const door = doors[bank]

  it.each([
    ['jared', 'django', ['OTP Password']],
    ['richard', 'tabsnotspaces', ['OTP Password']],
    ['laurieBream', 'business2024', ['OTP Password']],
    ['ashMann', 'hooli2024', ['OTP Password']],
    ['gavinBelson', 'hooli2016', ["What's your first company?"]],
    ['Gilfoyle', 'PiedPiper', ["What's your first company?"]],
    ['Whistler', 'ShowBox', ["What's your favourite company?", "What's the ID of this institution?"]],
    ['Wentworth-Smith', 'whislter', ["What's your favourite company?", "What's the ID of this institution?"]],
  ])(
    'asks %s what is published, and keeps the accounts closed until then',
    async (loginId, password, labels) => {
      const { browser, page } = await challenged(bank, loginId, password)
      expect(
        page
          .$('form label')
          .toArray()
          .map((label) => page.$(label).text()),
      ).toEqual(labels)
      expect((await browser.get(door.base + door.home)).location).toBe(page.url)
      const answer = await browser.submit(page, answersFor(page))
      expect([answer.status, answer.location]).toEqual([303, door.base + door.home])
    },
  )

  it.each(['AU00000', bank, `  ${bank} `])('takes "%s" for the id of the institution', async (id) => {
    const { browser, page } = await challenged(bank, 'Whistler', 'ShowBox')
    const [first = '', second = ''] = Object.keys(answersFor(page))
    const answer = await browser.submit(page, { [first]: 'Basiq', [second]: id })
    expect(answer.location).toBe(door.base + door.home)
  })

  it.each([
    ['basiq', 'AU00000'],
    ['Basiq', bank === 'AU00002' ? 'AU00003' : 'AU00002'],
    ['Basiq', ''],
    ['bank-id', 'bank-id'],
  ])('does not take "%s" and "%s"', async (company, id) => {
    const { browser, page } = await challenged(bank, 'Whistler', 'ShowBox')
    const [first = '', second = ''] = Object.keys(answersFor(page))
    const answer = await browser.submit(page, { [first]: company, [second]: id })
    expect(answer.status).toBe(200)
    expect(answer.$('[role=alert]').text()).toBe('That answer is not correct. Please try again.')
  })
})

describe.each(['AU00002', 'AU00003', 'AU00004'] as const)('wrong and late answers at %s', (bank) => {
  const door = doors[bank]

  it('takes a right answer after two wrong ones, and ends the session at the third', async () => {
    for (const wrong of [2, 3]) {
      const { browser, page } = await challenged(bank, 'jared', 'django')
      const field = Object.keys(answersFor(page))[0] ?? ''
      let answer = page
      for (let turn = 0; turn < wrong; turn += 1) answer = await browser.submit(page, { [field]: '4321' })
      if (wrong === 3) expect(answer.location).toBe(`${door.base}${door.login}?ended=answers`)
      const right = await browser.submit(page, { [field]: '1234' })
      expect(right.location).toBe(
        wrong === 2 ? door.base + door.home : `${door.base}${door.login}?ended=session`,
      )
    }
  })

  it('refuses an answer without the token, and counts it not', async () => {
    const { browser, page } = await challenged(bank, 'jared', 'django')
    const token = page.$('input[type=hidden]').attr('name') ?? ''
    for (let turn = 0; turn < 4; turn += 1) {
      expect((await browser.submit(page, { ...answersFor(page), [token]: 'x' })).status).toBe(403)
    }
    expect((await browser.submit(page, answersFor(page))).location).toBe(door.base + door.home)
  })

  it('waits five minutes for the answer', async () => {
    const headers = { 'sandbox-world': `slow-${bank}` }
    const before = openBrowser(banks.app, { ...headers, 'sandbox-time': '2026-11-24T10:00:00Z' })
    const page = await before.follow(await typeLogin(before, bank, 'jared', 'django'))
    const cookie = Object.entries(before.cookies())
      .map(([name, value]) => `${name}=${value}`)
      .join(';')
    const at = (instant: string) =>
      banks.app.inject({ url: page.url, headers: { ...headers, cookie, 'sandbox-time': instant } })
    expect((await at('2026-11-24T10:04:59Z')).statusCode).toBe(200)
    expect((await at('2026-11-24T10:05:01Z')).headers.location).toBe(
      `${door.base}${door.login}?ended=session`,
    )
  })
})

describe('how often banks challenge', () => {
  const challenges = async (
    browser: ReturnType<typeof visitor>,
    bank: BankId,
    loginId: string,
    password: string,
  ) => {
    const page = await browser.follow(await typeLogin(browser, bank, loginId, password))
    return page.$('p.prompt').length === 1
  }

  it.each([
    ['AU00000', [false, false, false, false]],
    ['AU00002', [true, true, true, true]],
    ['AU00003', [true, false, true, false]],
    ['AU00004', [true, false, true, false]],
  ] as const)('follows the rule of %s', async (bank, expected) => {
    const browser = visitor()
    const seen = []
    for (const _login of expected) seen.push(await challenges(browser, bank, 'jared', 'django'))
    expect(seen).toEqual(expected)
  })

  it('is counted for each world, bank and login by itself, right passwords only', async () => {
    const browser = visitor()
    await typeLogin(browser, 'AU00003', 'jared', 'wrong')
    expect(await challenges(browser, 'AU00003', 'jared', 'django')).toBe(true)
    expect(await challenges(browser, 'AU00003', 'Whistler', 'ShowBox')).toBe(true)
    expect(await challenges(browser, 'AU00004', 'jared', 'django')).toBe(true)
    expect(await challenges(visitor(), 'AU00003', 'jared', 'django')).toBe(true)
    expect(await challenges(browser, 'AU00003', 'jared', 'django')).toBe(false)
  })
})

describe('sessions', () => {
  it('end after fifteen idle minutes of the bank’s clock', async () => {
    time = new Date('2026-11-24T03:00:00Z')
    const browser = visitor()
    await logIn(browser, 'AU00000', 'jared', 'django')
    for (const minutes of [14, 28]) {
      time = new Date(Date.parse('2026-11-24T03:00:00Z') + minutes * 60_000)
      expect((await browser.get('/hooli/accounts')).status).toBe(200)
    }
    time = new Date('2026-11-24T03:43:01Z')
    const ended = await browser.get('/hooli/accounts')
    expect(ended.location).toBe('/hooli/login?ended=session')
    expect((await browser.follow(ended)).$('[role=status]').text()).toMatch(/session has ended/)
  })

  it('belong to one world and one bank', async () => {
    const browser = visitor()
    await logIn(browser, 'AU00000', 'jared', 'django')
    const value = browser.cookies()['HOOLISESSION']
    const ask = (url: string, cookie: string, world: string) =>
      banks.app.inject({ url, headers: { cookie, 'sandbox-world': world } })
    const own = `login-${worldCount}`
    expect((await ask('/hooli/accounts', `HOOLISESSION=${value}`, own)).statusCode).toBe(200)
    expect((await ask('/hooli/accounts', `HOOLISESSION=${value}`, 'other')).statusCode).toBe(303)
    expect((await ask('/pied-piper/home', `pp_sid=${value}`, own)).statusCode).toBe(303)
  })

  it('are forgotten when the bank restarts', async () => {
    const browser = visitor()
    await logIn(browser, 'AU00000', 'jared', 'django')
    const restarted = await createBanks({ now: () => time })
    const cookie = `HOOLISESSION=${browser.cookies()['HOOLISESSION']}`
    const answer = await restarted.app.inject({ url: '/hooli/accounts', headers: { cookie } })
    expect(answer.headers.location).toBe('/hooli/login?ended=session')
    await restarted.close()
  })
})
