import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  answerChallenge,
  becomeUser,
  cameBack,
  chooseBank,
  connect,
  connected,
  consent,
  exchanges,
  faults,
  finish,
  handedBack,
  type Login,
  openConsentUi,
  press,
  reconciliation,
  type Scene,
  screen,
  setScene,
} from './walk.ts'

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
const hooli: Login = { institutionId: 'AU00000', loginId: 'Wentworth-Smith', password: 'whislter' }
const dayMs = 24 * 60 * 60 * 1000

let scene: Scene

beforeAll(async () => {
  scene = await setScene()
}, 240_000)

afterAll(async () => {
  await scene?.close()
})

describe('the upgrade list, steps 1 and 2', () => {
  it('gets a token with the version header, and is refused without it', async () => {
    const page = await scene.visitor()
    await press(page, 1, 'Leave the header out')
    expect(await exchanges(page)).toEqual(['POST /token 400'])
    await press(page, 1, 'Ask for a token with version 3.0')
    expect(await exchanges(page)).toEqual(['POST /token 200'])
    await page.goto('/')
    expect(await page.locator('[data-step-state="done"]').count()).toBe(1)
    expect(await faults(page)).toEqual([])
  })

  it('binds a client token to the user it creates, and shows no whole token', async () => {
    const page = await scene.visitor()
    await becomeUser(page)
    await page.getByRole('button', { name: /^Ask for CLIENT_ACCESS/ }).click()
    await page.getByRole('heading', { name: 'What the client token says' }).waitFor()
    const text = await page.locator('main').textContent()
    expect(text).toContain('"scope": "CLIENT_ACCESS"')
    expect(text).not.toContain(scene.banksia.apiKey)
    expect(text).not.toMatch(/eyJ[\w-]{20,}\./)
    expect(await faults(page)).toEqual([])
  })
})

describe('step 3, a person connects a bank in the Consent UI', () => {
  it('hands back both job ids and the state, and the data adds up over two years', async () => {
    const page = await scene.visitor()
    await connected(page, hooli)
    const query = handedBack(page)
    expect(query.get('jobId')).toMatch(uuid)
    expect(query.get('jobIds')).toBe(query.get('jobId'))
    expect(query.get('result')).toBe('success')
    expect(query.has('error')).toBe(false)
    expect(await page.locator('[data-parameter="state"] code').last().textContent()).toBe(query.get('state'))
    expect(await page.locator('[data-parameter="referrer"] dd code').textContent()).toBe(
      `${scene.banksia.url}/`,
    )
    const accounts = await reconciliation(page)
    expect(accounts.map((account) => account.accountNo).toSorted()).toEqual([
      '12345612345678',
      '23456723456789',
      '34567834567890',
      '45678945678901',
    ])
    expect(accounts.filter((account) => !account.reconciles)).toEqual([])
    const everyday = accounts.find((account) => account.kind === 'transaction')
    const days = (Date.parse(everyday?.to ?? '') - Date.parse(everyday?.from ?? '')) / dayMs
    expect(days).toBeGreaterThan(715)
    expect(days).toBeLessThanOrEqual(731)
    expect(await page.locator('[data-exchange$="/transactions"]').count()).toBeGreaterThan(1)
    expect(await faults(page)).toEqual([])
  })

  it('is told that the old way is closed to a 3.0 token', async () => {
    const page = await scene.visitor()
    await becomeUser(page)
    await press(page, 3, 'Try the old way')
    expect((await exchanges(page))[0]).toMatch(/connections 403$/)
  })

  it('believes no hand-back whose state it did not send', async () => {
    const page = await scene.visitor()
    await becomeUser(page)
    const response = await page.goto(
      '/callback?jobId=2a1d6f0e-4a57-4b6f-8a3e-0c5d1b7f9e21&state=somebody-elses',
    )
    expect(response?.status()).toBe(400)
    expect(await page.locator('[data-refused]').count()).toBe(1)
  })
})

describe('step 3 at Pied Piper, which always asks', () => {
  const oneQuestion = ['Hooli']
  const twoQuestions = ['Basiq', 'AU00000']
  it.each([
    ['jared', 'django', ['1234']],
    ['richard', 'tabsnotspaces', ['1234']],
    ['gavinBelson', 'hooli2016', oneQuestion],
    ['Gilfoyle', 'PiedPiper', oneQuestion],
    ['Whistler', 'ShowBox', twoQuestions],
    ['Wentworth-Smith', 'whislter', twoQuestions],
  ])('%s answers the challenge and connects', async (loginId, password, answers) => {
    const page = await scene.visitor()
    await connected(page, { institutionId: 'AU00002', loginId, password }, answers)
    expect(handedBack(page).get('result')).toBe('success')
    const accounts = await reconciliation(page)
    expect(accounts.length).toBeGreaterThan(0)
    expect(accounts.filter((account) => !account.reconciles)).toEqual([])
    expect(await page.locator('[data-step="mfa-challenge"]').getAttribute('data-status')).toBe('success')
  })
})

describe('step 3 at a bank that asks now and then', () => {
  it.each([
    ['AU00003', 'richard', 'tabsnotspaces', '1234', 'retrieve-transactions'],
    ['AU00004', 'gavinBelson', 'hooli2016', 'Hooli', 'retrieve-statements'],
  ])('%s connects, whether it asks or not', async (institutionId, loginId, password, answer, lastStep) => {
    const page = await scene.visitor()
    await connect(page, { institutionId, loginId, password })
    await screen(page, 'S-09', 'S-10', 'S-13')
    if ((await page.locator('main[data-screen="S-13"]').count()) === 0) await answerChallenge(page, [answer])
    await finish(page)
    expect((await reconciliation(page)).filter((account) => !account.reconciles)).toEqual([])
    expect(await page.locator('[data-step]').last().getAttribute('data-step')).toBe(lastStep)
  })
})

describe('step 3 with a login that fails', () => {
  it.each([
    ['bighead', 'password', 'locked', 'invalid-credentials', 'Account is locked'],
    [
      'erlich',
      'aviato',
      'user-action',
      'account-not-accessible-requires-user-action',
      'An action is required from end-user before account details can be returned.',
    ],
    [
      'jianYang',
      'nothotdog',
      'unavailable',
      'service-unavailable',
      'Service is currently unavailable. Please try again later.',
    ],
    [
      'Wentworth-Smith',
      'wrong',
      'wrong-details',
      'invalid-credentials',
      'Please check credentials and try again.',
    ],
  ])('%s with %s ends as %s, and the job says why', async (loginId, password, cause, code, detail) => {
    const page = await scene.visitor()
    await connect(page, { institutionId: 'AU00000', loginId, password })
    await screen(page, 'S-14')
    expect(await page.locator('[data-cause]').getAttribute('data-cause')).toBe(cause)
    await page.reload()
    await screen(page, 'S-14')
    await page
      .getByRole('button', { name: /^Leave/ })
      .last()
      .click()
    await cameBack(page)
    const query = handedBack(page)
    expect(query.get('jobId')).toMatch(uuid)
    expect([query.get('result'), query.get('error')]).toEqual(['failed', code])
    const step = page.locator('[data-step="verify-credentials"][data-status="failed"]')
    expect(await step.textContent()).toContain(code)
    expect(await step.textContent()).toContain(detail)
  })
})

describe('steps 4 to 7', () => {
  it('reads the policy and the events, ends the consent, and finds the data gone', async () => {
    const page = await scene.visitor()
    await connected(page, hooli)
    await reconciliation(page)
    await press(page, 4, 'Read the consent’s policy')
    expect((await exchanges(page))[1]).toMatch(/^GET \/policies\/[0-9a-f-]{36} 200$/)
    await press(page, 5, 'Read this user’s events')
    const events = await page.locator('tbody code').allInnerTexts()
    expect(events).toEqual(
      expect.arrayContaining([
        'user.created',
        'consent.created',
        'connection.created',
        'transactions.updated',
      ]),
    )
    expect(await faults(page)).toEqual([])
    await press(page, 5, /^Read$/)
    expect((await exchanges(page))[0]).toMatch(/^GET \/events\/[0-9a-f]{64} 200$/)
    await press(page, 6, 'Read the consents')
    expect(await page.locator('[data-consent="active"]').count()).toBe(1)
    await page.getByRole('button', { name: 'Delete this consent and its data' }).click()
    await page.locator('[data-consent="revoked"]').waitFor()
    expect((await exchanges(page)).map((line) => line.slice(-3))).toEqual(['204', '200', '200'])
    expect(await faults(page)).toEqual([])
    await page.goto('/data')
    expect(await page.locator('[data-no-data]').count()).toBe(1)
    await page.goto('/steps/5')
    expect(await page.locator('tbody code').allInnerTexts()).toEqual(
      expect.arrayContaining(['consent.revoked', 'connection.deleted']),
    )
  })

  it('purges what one connection gave, and the next refresh reads it again', async () => {
    const page = await scene.visitor()
    await connected(page, hooli)
    await reconciliation(page)
    await press(page, 5, 'Purge what AU00000 gave')
    expect((await exchanges(page))[0]).toMatch(/purge 204$/)
    await page.goto('/data')
    expect(await page.locator('[data-no-data]').count()).toBe(1)
    await press(page, 8, 'Refresh AU00000')
    await page.locator('[data-job-status="success"]').waitFor()
    await page.goto('/data')
    expect((await reconciliation(page)).filter((account) => !account.reconciles)).toEqual([])
  })

  it('adds a bank with action=connect, without asking for consent again', async () => {
    const page = await scene.visitor()
    await becomeUser(page)
    await openConsentUi(page)
    await consent(page)
    await page.goto('/steps/7')
    await page.getByLabel(/^Bank/).selectOption('AU00002')
    await page.getByRole('button', { name: 'Open with action=connect' }).click()
    await screen(page, 'S-06')
    await page.goto('/steps/7')
    await page.getByRole('button', { name: 'Open without an action' }).click()
    await screen(page, 'S-05')
    await chooseBank(page, 'AU00000')
  })

  it('lets the person manage and extend what they share, and tells of the result', async () => {
    const page = await scene.visitor()
    await becomeUser(page)
    await openConsentUi(page)
    await consent(page)
    await page.goto('/steps/7')
    await page.getByRole('button', { name: 'Open with action=extend' }).click()
    await screen(page, 'S-22')
    await page.goto('/steps/7')
    await page.getByRole('button', { name: 'Open with action=manage' }).click()
    await screen(page, 'S-16')
    await page.getByRole('button', { name: 'Close', exact: true }).click()
    await page.waitForURL('**/callback?*')
    await page.locator('[data-parameter=result]').getByText('managed').waitFor()
    await page.getByText('The person has looked after what they share.').waitFor()
  })
})

describe('step 8, a refresh that the bank interrupts', () => {
  it('passes the answer on with POST /jobs/{id}/mfa, after a wrong one was refused', async () => {
    const page = await scene.visitor()
    await connected(page, { institutionId: 'AU00002', loginId: 'jared', password: 'django' }, ['1234'])
    await reconciliation(page)
    await press(page, 8, 'Refresh AU00002')
    const answer = page.getByLabel('OTP Password')
    await answer.waitFor()
    expect(await faults(page)).toEqual([])
    await answer.fill('9999')
    await page.getByRole('button', { name: 'Send the answer' }).click()
    await page.locator('[data-exchange$="/mfa"][data-status="400"]').waitFor()
    await answer.fill('1234')
    await page.getByRole('button', { name: 'Send the answer' }).click()
    await page.locator('[data-exchange$="/mfa"][data-status="202"]').waitFor()
    await page.locator('[data-job-status="success"]').waitFor()
    await page.goto('/')
    expect(await page.locator('.step.done h2').allInnerTexts()).toContain('Answer MFA on refresh')
    await page.goto('/data')
    expect((await reconciliation(page)).every((account) => account.reconciles)).toBe(true)
  })
})
