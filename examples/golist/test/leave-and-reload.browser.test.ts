import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  answerChallenge,
  approve,
  becomeUser,
  cancel,
  chooseBank,
  connect,
  consent,
  finish,
  handedBack,
  logIn,
  openConsentUi,
  reconciliation,
  reloadAt,
  type Scene,
  screen,
  setScene,
} from './walk.ts'

const hooli = { institutionId: 'AU00000', loginId: 'Wentworth-Smith', password: 'whislter' }
const piedPiper = { institutionId: 'AU00002', loginId: 'jared', password: 'django' }

let scene: Scene
/** The same without a worker: a bank that never gets to answer. */
let stalled: Scene

beforeAll(async () => {
  scene = await setScene()
  stalled = await setScene({ BANKSIA_ROLES: 'api,sandbox' })
}, 240_000)

afterAll(async () => {
  await scene?.close()
  await stalled?.close()
})

/** Steps of the flow, each reached from the one before. */
const flow: ReadonlyArray<readonly [screen: string, reach: (page: Page) => Promise<unknown>]> = [
  ['S-02', openConsentUi],
  ['S-05', consent],
  ['S-06', (page) => chooseBank(page, hooli.institutionId)],
  ['S-07', approve],
]

async function reach(page: Page, id: string): Promise<void> {
  await becomeUser(page)
  for (const [at, next] of flow) {
    await next(page)
    if (at === id) return
  }
}

describe('cancel', () => {
  it.each(flow.map(([id]) => id))('on %s goes back without a job', async (id) => {
    const page = await scene.visitor()
    await reach(page, id)
    await cancel(page)
    const query = handedBack(page)
    expect([query.get('result'), query.get('error')]).toEqual(['cancelled', 'cancelled'])
    expect([query.has('jobId'), query.has('jobIds')]).toEqual([false, false])
    expect(await page.locator('[data-parameter="state"] code').last().textContent()).toBe(query.get('state'))
  })

  it('on S-02 gives no consent; on S-05 the consent stays', async () => {
    const page = await scene.visitor()
    await reach(page, 'S-02')
    await cancel(page)
    await page.goto('/steps/6')
    expect(await page.locator('[data-consent]').count()).toBe(0)
    await openConsentUi(page)
    await consent(page)
    await cancel(page)
    await page.goto('/steps/6')
    expect(await page.locator('[data-consent="active"]').count()).toBe(1)
  })

  it('on S-05 may withdraw the consent given a moment ago', async () => {
    const page = await scene.visitor()
    await reach(page, 'S-05')
    await page.getByLabel('Cancel and leave').click()
    await page.getByRole('button', { name: 'Leave and withdraw consent' }).click()
    await page.locator('[data-came-back]').waitFor()
    expect(handedBack(page).get('result')).toBe('revoked')
    await page.goto('/steps/6')
    expect(await page.locator('[data-consent="revoked"]').count()).toBe(1)
  })

  it('on S-08 goes back with the job that runs', async () => {
    const page = await stalled.visitor()
    await connect(page, hooli)
    await screen(page, 'S-08')
    await cancel(page)
    expect(handedBack(page).get('result')).toBe('cancelled')
    const job = page.locator(`[data-job="${handedBack(page).get('jobId')}"]`)
    expect(await job.getAttribute('data-job-status')).toMatch(/^(pending|in-progress)$/)
  })

  it('on S-09 goes back with the job that waits for its answer', async () => {
    const page = await scene.visitor()
    await connect(page, piedPiper)
    await screen(page, 'S-09')
    await cancel(page)
    expect(handedBack(page).get('result')).toBe('cancelled')
    const job = page.locator(`[data-job="${handedBack(page).get('jobId')}"]`)
    expect(await job.locator('[data-step="mfa-challenge"]').getAttribute('data-status')).toBe('in-progress')
  })

  it('after Back on the first step is asked for once', async () => {
    const page = await scene.visitor()
    await reach(page, 'S-02')
    await page.getByRole('heading', { level: 1 }).click()
    await page.goBack()
    await page.getByRole('dialog').waitFor()
    await screen(page, 'S-02')
  })
})

describe('reload', () => {
  it('shows the same step again, from consent to success, and gives one consent', async () => {
    const page = await scene.visitor()
    await becomeUser(page)
    for (const [id, next] of flow) {
      await next(page)
      await reloadAt(page, id)
    }
    await logIn(page, hooli)
    await reloadAt(page, 'S-13')
    expect(page.url()).not.toContain('token')
    await finish(page)
    const before = await reconciliation(page)
    await page.reload()
    expect(await reconciliation(page)).toEqual(before)
    await page.goto('/steps/6')
    expect(await page.locator('[data-consent]').count()).toBe(1)
  })

  it('keeps watching a job on S-08', async () => {
    const page = await stalled.visitor()
    await connect(page, hooli)
    await reloadAt(page, 'S-08')
  })

  it.each([
    ['S-09', piedPiper, ['1234']],
    ['S-10', { institutionId: 'AU00002', loginId: 'Gilfoyle', password: 'PiedPiper' }, ['Hooli']],
  ])('asks the same question again on %s', async (id, login, answers) => {
    const page = await scene.visitor()
    await connect(page, login)
    await reloadAt(page, id)
    await answerChallenge(page, answers)
    await finish(page)
    expect(handedBack(page).get('result')).toBe('success')
  })
})

describe('without the browser’s script', () => {
  it('the whole walk works with links and forms alone', async () => {
    const page = await scene.visitor({ javaScriptEnabled: false })
    await connect(page, hooli)
    await screen(page, 'S-13')
    await page.getByRole('button', { name: 'Done' }).click()
    await page.getByRole('link', { name: 'Go back now' }).click()
    expect((await reconciliation(page)).every((account) => account.reconciles)).toBe(true)
  })
})
