import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  approve,
  choose,
  connect,
  consent,
  done,
  handedBack,
  leave,
  logIn,
  type Stage,
  screen,
  startStage,
} from './consumer.ts'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const wentworth = ['Wentworth-Smith', 'whislter'] as const

let stage: Stage

beforeAll(async () => {
  stage = await startStage()
})

afterAll(() => stage?.close())

describe('first screen', () => {
  it('AC-101 shows brand, title, subtitle and one row per scope in the fixed wording', async () => {
    const person = await stage.person()
    const page = await person.launch()
    await screen(page, 'S-02')
    expect(await page.locator('h1').textContent()).toBe('Share your financial data')
    expect(await page.locator('.brand-name').textContent()).toBe('Test application')
    await page.getByText('We need to connect to your bank to collect some information').first().waitFor()
    expect(await page.locator('.cluster-name').allTextContents()).toEqual([
      'Name, occupation, contact details',
      'Account name, type and balance',
      'Account numbers and features',
      'Transaction details',
    ])
    expect(await page.locator('[data-scope="account.detail"] .permissions li').allTextContents()).toEqual([
      'Account number',
      'Interest rates',
      'Fees',
      'Discounts',
      'Account terms',
      'Account mail address',
    ])
    await page.context().close()
  })

  it.each(['&action=null', '&action=', '&action=undefined', '&action=Null'])(
    'AC-102 is the same with %s',
    async (query) => {
      const page = await (await stage.person()).launch(query)
      await screen(page, 'S-02')
      await page.context().close()
    },
  )

  it('AC-103 and AC-115: launches with a stray parameter, and the token leaves the address bar and the history', async () => {
    const person = await stage.person()
    const context = await stage.browser.newContext()
    const page = await context.newPage()
    const seen: string[] = []
    page.on('framenavigated', (frame) => seen.push(frame.url()))
    await page.goto(`${stage.partner.origin}/start`)
    await page.goto(`${stage.origin}${(await person.launchPath()).replace('?', '?&')}`)
    await screen(page, 'S-02')
    expect(seen.filter((url) => url.includes('token'))).toEqual([])
    expect(await page.evaluate(() => [location.href, document.referrer].join())).not.toContain('token')
    await context.close()
  })
})

describe('consent', () => {
  it('AC-104 one active consent on the current policy, its event, and its end', async () => {
    const person = await stage.person()
    const page = await person.launch()
    await consent(page)
    await screen(page, 'S-05')
    const [given, ...others] = await person.consents()
    expect(others).toEqual([])
    const { created, expiryDate, links } = given as {
      created: string
      expiryDate: string
      links: Record<string, string>
    }
    expect(given).toMatchObject({ status: 'active', origin: 'user' })
    expect(Date.parse(expiryDate) - Date.parse(created)).toBe(365 * 86_400_000)
    expect(links['consentPolicy']).toBe(links['latestConsentPolicy'])
    const events = await person.application.call<{ data: { entity: string; eventType: string }[] }>(
      'GET',
      `/events?filter=user.id.eq('${person.userId}'),event.entity.eq('consent')`,
    )
    expect(events.body.data).toMatchObject([{ entity: 'consent', eventType: 'created' }])
    await page.context().close()
  })

  it('AC-116 an optional scope left unticked is not consented to', async () => {
    const person = await stage.person({ optionalScopes: ['transaction.detail'] })
    const page = await person.launch()
    await screen(page, 'S-02')
    expect(await page.getByRole('checkbox').isChecked()).toBe(false)
    await consent(page)
    await screen(page, 'S-05')
    const [given] = (await person.consents()) as {
      data: { permissions: { scope: string; consented: boolean }[] }
    }[]
    const consented = given?.data.permissions.map(({ scope, consented: yes }) => [scope, yes])
    expect(consented).toContainEqual(['transaction.detail', false])
    expect(consented).toContainEqual(['account.detail', true])
    await connect(page, 'AU00000', ...wentworth)
    await screen(page, 'S-13')
    const transactions = await person.application.call('GET', `/users/${person.userId}/transactions`)
    expect(transactions.status).toBe(403)
    await page.context().close()
  })

  it('AC-114 a second tab of the same launch does not give a second consent', async () => {
    const person = await stage.person()
    const page = await person.launch()
    await screen(page, 'S-02')
    const tab = await page.context().newPage()
    await tab.goto(page.url())
    await screen(tab, 'S-02')
    await consent(page)
    await screen(page, 'S-05')
    await consent(tab)
    await screen(tab, 'S-05')
    expect(await person.consents()).toHaveLength(1)
    await page.context().close()
  })

  it('AC-117 pressing "I consent" twice quickly gives one consent', async () => {
    const person = await stage.person()
    // Without the script, which would drop the second press, the server has to.
    const page = await person.launch('', { javaScriptEnabled: false })
    await screen(page, 'S-02')
    const form = await page.locator('form[action$="/consent"]').evaluate((one) => {
      const data = new FormData(one as HTMLFormElement)
      return [...data].map(([name, value]) => [name, String(value)])
    })
    const body = new URLSearchParams(form).toString()
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    const answers = await Promise.all(
      [1, 2, 3].map(() => page.context().request.post(page.url(), { data: body, headers, maxRedirects: 0 })),
    )
    expect(answers.map((answer) => answer.status())).toEqual([303, 303, 303])
    expect(await person.consents()).toHaveLength(1)
    await page.context().close()
  })
})

describe('connecting', () => {
  it('AC-106 to AC-109: search, approve, log in, success, and the way back with jobs, state and referrer', async () => {
    const person = await stage.person()
    const state = '{"nonce":"a b&c=d","n":1}'
    const page = await person.launch(`&state=${encodeURIComponent(state)}`)
    await consent(page)
    await page.getByLabel('Search for your bank').fill('hooli')
    expect(await page.locator('button.bank').first().getAttribute('id')).toBe('AU00000')
    await page.getByLabel('Search for your bank').press('Enter')
    await screen(page, 'S-06')
    expect(await page.content()).not.toMatch(/never see or ask for your bank password|no passwords needed/i)
    await approve(page)
    await logIn(page, ...wentworth)
    await screen(page, 'S-13')
    expect(await page.locator('h1').textContent()).toMatch(/^Successfully connected to Hooli/)
    await page.getByText('Everyday Account').first().waitFor()
    await done(page)
    const query = await handedBack(page, stage.partner)
    expect(query.get('jobId')).toMatch(uuid)
    expect(query.get('jobIds')).toBe(query.get('jobId'))
    expect(query.get('state')).toBe(state)
    expect(query.get('result')).toBe('success')
    expect(query.has('error')).toBe(false)
    expect(await page.evaluate(() => document.referrer)).toBe(`${stage.origin}/`)
    expect((await person.application.call('GET', `/jobs/${query.get('jobId')}`)).status).toBe(200)
    await page.context().close()
  })

  it('AC-110 hands back without the success screen when it is skipped', async () => {
    const person = await stage.person({ skipSuccessScreen: true })
    const page = await person.launch('&state=s')
    const screens: (string | null)[] = []
    page.on('domcontentloaded', async () => {
      screens.push(
        await page
          .locator('main')
          .getAttribute('data-screen', { timeout: 500 })
          .catch(() => null),
      )
    })
    await consent(page)
    await connect(page, 'AU00000', ...wentworth)
    const query = await handedBack(page, stage.partner)
    expect(query.get('jobIds')).toBe(query.get('jobId'))
    expect(query.get('jobId')).toMatch(uuid)
    expect(query.get('state')).toBe('s')
    expect(await page.evaluate(() => document.referrer)).toBe(`${stage.origin}/`)
    expect(screens).not.toContain('S-13')
    await page.context().close()
  })

  it('AC-111 shows that the login is locked, and Leave hands back the failed job', async () => {
    const person = await stage.person()
    const page = await person.launch()
    await consent(page)
    await connect(page, 'AU00000', 'bighead', 'password')
    await screen(page, 'S-14')
    expect(await page.locator('[data-cause]').getAttribute('data-cause')).toBe('locked')
    await page.getByRole('button', { name: 'Leave and go back to Test application' }).click()
    const query = await handedBack(page, stage.partner)
    expect(query.get('result')).toBe('failed')
    expect(query.get('error')).toBe('invalid-credentials')
    expect(query.get('jobId')).toMatch(uuid)
    await page.context().close()
  })

  it.each([
    ['erlich', 'aviato', 'user-action'],
    ['jianYang', 'nothotdog', 'unavailable'],
    ['nobody', 'wrong', 'wrong-details'],
  ])('shows why %s cannot be connected', async (loginId, password, cause) => {
    const person = await stage.person()
    const page = await person.launch('&institutionId=AU00000')
    await consent(page)
    await approve(page)
    await logIn(page, loginId, password)
    await screen(page, 'S-14')
    expect(await page.locator('[data-cause]').getAttribute('data-cause')).toBe(cause)
    await page.getByRole('link', { name: 'Try again' }).click()
    await screen(page, 'S-07')
    expect(await page.locator('input[name=loginId]').inputValue()).toBe(loginId)
    expect(await page.locator('input[name=password]').inputValue()).toBe('')
    await page.context().close()
  })

  it('AC-112 goes straight to the bank asked for, and explains one that is not known', async () => {
    const known = await (await stage.person()).launch('&institutionId=AU00000')
    await consent(known)
    await screen(known, 'S-06')
    await known.context().close()
    const unknown = await (await stage.person()).launch('&institutionId=XX99999')
    await consent(unknown)
    await screen(unknown, 'S-05')
    await unknown.getByText('That bank is not available here').waitFor()
    await unknown.context().close()
  })
})

describe('leaving', () => {
  it('AC-113 names the partner, goes back with state and result, and leaves no consent', async () => {
    const person = await stage.person({ referenceName: 'Maple Budget' })
    const page = await person.launch('&state=abc')
    await page.getByRole('button', { name: 'Cancel', exact: true }).click()
    await page.getByRole('dialog').getByText('you will go back to Maple Budget').waitFor()
    await page.getByRole('dialog').getByRole('button', { name: 'Leave', exact: true }).click()
    const query = await handedBack(page, stage.partner)
    expect([...query.keys()].sort()).toEqual(['error', 'result', 'state'])
    expect(query.get('state')).toBe('abc')
    expect(query.get('result')).toBe('cancelled')
    expect(await person.consents()).toEqual([])
    await page.context().close()
  })

  it('offers to withdraw a consent given in this launch, and withdraws it', async () => {
    const person = await stage.person()
    const page = await person.launch()
    await consent(page)
    await screen(page, 'S-05')
    await leave(page, 'Leave and withdraw consent')
    const query = await handedBack(page, stage.partner)
    expect(query.get('result')).toBe('revoked')
    expect(await person.consents()).toMatchObject([{ status: 'revoked' }])
    await page.context().close()
  })

  it('keeps the consent when one simply leaves', async () => {
    const person = await stage.person()
    const page = await person.launch()
    await consent(page)
    await choose(page, 'AU00000')
    await leave(page, 'Leave and keep my consent')
    expect((await handedBack(page, stage.partner)).get('result')).toBe('cancelled')
    expect(await person.consents()).toMatchObject([{ status: 'active' }])
    await page.context().close()
  })

  it('asks once before Back leaves the first step', async () => {
    const person = await stage.person()
    const page = await person.launch()
    await screen(page, 'S-02')
    await page.goBack()
    await page.getByRole('dialog').getByText('Do you want to leave?').waitFor()
    await page.getByRole('link', { name: 'Stay here' }).click()
    await screen(page, 'S-02')
    await page.context().close()
  })

  it('says that the page can be closed when there is nowhere to go back to', async () => {
    const person = await stage.person({ redirectUrl: null })
    const page = await person.launch()
    await screen(page, 'S-02')
    await leave(page)
    await screen(page, 'ended')
    expect(await page.getByRole('button').count()).toBe(0)
    await page.context().close()
  })
})

describe('AC-114 reload', () => {
  it('resumes at every step', async () => {
    const person = await stage.person()
    const page = await person.launch()
    const stays = async (name: string) => {
      await screen(page, name)
      await page.reload()
      await screen(page, name)
    }
    await stays('S-02')
    await consent(page)
    await stays('S-05')
    await choose(page, 'AU00002')
    await stays('S-06')
    await approve(page)
    await stays('S-07')
    await logIn(page, 'jared', 'django')
    await stays('S-09')
    await page.getByLabel('OTP Password').fill('1234')
    await page.getByRole('button', { name: 'Continue' }).click()
    await stays('S-13')
    await done(page)
    await handedBack(page, stage.partner)
    await page.context().close()
  })
})
