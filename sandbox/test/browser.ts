import { type CheerioAPI, load } from 'cheerio'
import type { FastifyInstance } from 'fastify'

export interface TestPage {
  readonly status: number
  readonly url: string
  readonly location: string | undefined
  readonly headers: Readonly<Record<string, unknown>>
  readonly body: string
  readonly $: CheerioAPI
}

export interface Browser {
  /** One request, no redirect followed; cookies are kept. */
  get(url: string): Promise<TestPage>
  /** Posts the page's form to its action: its own fields, and what was typed. */
  submit(page: TestPage, typed: Readonly<Record<string, string>>, form?: string): Promise<TestPage>
  /** Follows redirects to a page. */
  follow(page: TestPage): Promise<TestPage>
  cookies(): Readonly<Record<string, string>>
}

/** A browser without windows, at the banks of `app`; `headers` go with each request. */
export const openBrowser = (
  app: FastifyInstance,
  headers: Readonly<Record<string, string>> = {},
): Browser => {
  const jar = new Map<string, string>()

  const request = async (method: 'GET' | 'POST', url: string, payload?: string): Promise<TestPage> => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const form = payload === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }
    const answer = await app.inject({
      method,
      url,
      headers: { ...headers, ...form, cookie },
      ...(payload === undefined ? {} : { payload }),
    })
    for (const { name, value } of answer.cookies) jar.set(name, value)
    return {
      status: answer.statusCode,
      url,
      location: answer.headers.location,
      headers: answer.headers,
      body: answer.body,
      $: load(answer.body),
    }
  }

  const follow = async (page: TestPage): Promise<TestPage> =>
    page.location === undefined ? page : follow(await request('GET', page.location))

  return {
    get: (url) => request('GET', url),
    follow,
    submit(page, typed, form = 'form') {
      const element = page.$(form).last()
      const own = element.serializeArray().map(({ name, value }) => [name, value] as const)
      const fields = { ...Object.fromEntries(own), ...typed }
      return request('POST', element.attr('action') ?? page.url, new URLSearchParams(fields).toString())
    },
    cookies: () => Object.fromEntries(jar),
  }
}

/** How the tests log in at each bank. */
export const doors = {
  AU00000: { base: '/hooli', login: '/login', loginId: 'loginId', password: 'password', home: '/accounts' },
  AU00002: {
    base: '/pied-piper',
    login: '/sign-in',
    loginId: 'username',
    password: 'passphrase',
    home: '/home',
  },
  AU00003: {
    base: '/nucleus/ib',
    login: '/logon',
    loginId: 'customer_id',
    password: 'access_code',
    home: '/portfolio',
  },
  AU00004: {
    base: '/hooligov/ib',
    login: '/logon',
    loginId: 'customer_id',
    password: 'access_code',
    home: '/portfolio',
  },
} as const

export type BankId = keyof typeof doors

export const bankIds = Object.keys(doors) as readonly BankId[]

/** Types login and password; gives the bank's answer, not followed. */
export const typeLogin = async (
  browser: Browser,
  bank: BankId,
  loginId: string,
  password: string,
): Promise<TestPage> => {
  const door = doors[bank]
  const page = await browser.get(door.base + door.login)
  return browser.submit(page, { [door.loginId]: loginId, [door.password]: password })
}

/** Right answer to each question that the banks ask. */
const rightAnswers: Readonly<Record<string, string>> = {
  'OTP Password': '1234',
  "What's your first company?": 'Hooli',
  "What's your favourite company?": 'Basiq',
  "What's the ID of this institution?": 'AU00000',
}

/** What the challenge page asks, as pairs of field and right answer. */
export const answersFor = (page: TestPage): Record<string, string> =>
  Object.fromEntries(
    page
      .$('form label')
      .toArray()
      .map((label) => [page.$(label).attr('for') ?? '', rightAnswers[page.$(label).text()] ?? '']),
  )

/** Logs in all the way to the account list. */
export const logIn = async (
  browser: Browser,
  bank: BankId,
  loginId: string,
  password: string,
): Promise<TestPage> => {
  const page = await browser.follow(await typeLogin(browser, bank, loginId, password))
  if (page.$('p.prompt').length === 0) return page
  return browser.follow(await browser.submit(page, answersFor(page)))
}

/** Login and password of everybody who reaches the accounts. */
export const people = [
  ['Wentworth-Smith', 'whislter'],
  ['Whistler', 'ShowBox'],
  ['Gilfoyle', 'PiedPiper'],
  ['gavinBelson', 'hooli2016'],
  ['jared', 'django'],
  ['richard', 'tabsnotspaces'],
  ['laurieBream', 'business2024'],
  ['ashMann', 'hooli2024'],
] as const
