import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { createExample } from '../src/app.ts'
import { type BanksiaProcess, startBanksia } from './banksia-process.ts'

/** A browser, the example, and the Banksia it talks to. */
export interface Scene {
  readonly banksia: BanksiaProcess
  readonly exampleUrl: string
  /** A new person in a browser of their own. Console errors fail whoever awaits `calm`. */
  visitor(options?: BrowserContextOptions): Promise<Page>
  close(): Promise<void>
}

export async function setScene(env: Readonly<Record<string, string>> = {}): Promise<Scene> {
  // The example's address must be known to Banksia before the example can know Banksia's.
  const placeholder = await createExample({
    port: 0,
    banksiaUrl: 'http://x',
    consentUrl: 'http://x',
    apiKey: 'x',
  })
  await placeholder.listen({ host: '127.0.0.1', port: 0 })
  const { port } = placeholder.server.address() as AddressInfo
  await placeholder.close()
  const exampleUrl = `http://127.0.0.1:${port}`
  const banksia = await startBanksia({ BANKSIA_REDIRECT_URL: `${exampleUrl}/callback`, ...env })
  const example = await createExample({
    port,
    banksiaUrl: banksia.url,
    consentUrl: banksia.url,
    apiKey: banksia.apiKey,
  })
  await example.listen({ host: '127.0.0.1', port })
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] })
  return {
    banksia,
    exampleUrl,
    visitor: (options) => visitor(browser, exampleUrl, options),
    async close() {
      await browser.close()
      await example.close()
      await banksia.stop()
    },
  }
}

async function visitor(
  browser: Browser,
  exampleUrl: string,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const context = await browser.newContext({
    baseURL: exampleUrl,
    viewport: { width: 1100, height: 800 },
    reducedMotion: 'reduce',
    ...options,
  })
  context.setDefaultTimeout(60_000)
  return context.newPage()
}

/** Steps 1 and 2: tokens, and a user of one's own. */
export async function becomeUser(page: Page): Promise<void> {
  await page.goto('/steps/2')
  await page.getByLabel('E-mail').fill('max@lanterncove.example')
  await Promise.all([
    page.waitForEvent('load'),
    page.getByRole('button', { name: 'Create the user' }).click(),
  ])
  const made = await page.locator('[data-exchange="POST /users"][data-status="201"]').count()
  if (made === 0) throw new Error(`No user was made: ${await page.locator('main').textContent()}`)
}

/** Step 3 up to the first screen of the Consent UI. */
export async function openConsentUi(page: Page): Promise<void> {
  await page.goto('/steps/3')
  await page.getByRole('button', { name: 'Open the Consent UI' }).click()
  await screen(page, 'S-02', 'S-05')
}

/** Waits for one of the screens of the Consent UI. */
export const screen = (page: Page, ...ids: readonly string[]): Promise<void> =>
  page.locator(ids.map((id) => `main[data-screen="${id}"]`).join(', ')).waitFor()

export async function consent(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'I consent' }).click()
  await screen(page, 'S-05')
}

export interface Login {
  readonly institutionId: string
  readonly loginId: string
  readonly password: string
}

export async function chooseBank(page: Page, institutionId: string): Promise<void> {
  await page.locator(`#${institutionId}`).click()
  await screen(page, 'S-06')
}

export async function approve(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Approve' }).click()
  await screen(page, 'S-07')
}

export async function logIn(page: Page, { loginId, password }: Omit<Login, 'institutionId'>): Promise<void> {
  await page.locator('input[name="loginId"]').fill(loginId)
  await page.locator('input[name="password"]').fill(password)
  await page.getByRole('button', { name: 'Connect' }).click()
}

/** From a new user to the bank having been given the login. */
export async function connect(page: Page, login: Login): Promise<void> {
  await becomeUser(page)
  await openConsentUi(page)
  await consent(page)
  await chooseBank(page, login.institutionId)
  await approve(page)
  await logIn(page, login)
}

/** Answers the bank's challenge, one answer a question. */
export async function answerChallenge(page: Page, answers: readonly string[]): Promise<void> {
  await screen(page, 'S-09', 'S-10')
  for (const [index, answer] of answers.entries()) await page.locator(`#answer-${index}`).fill(answer)
  await page.getByRole('button', { name: 'Continue' }).click()
}

/** From the success screen back to the example. */
export async function finish(page: Page): Promise<void> {
  await screen(page, 'S-13')
  await page.getByRole('button', { name: 'Done' }).click()
  await cameBack(page)
}

export async function cameBack(page: Page): Promise<void> {
  await page.waitForURL('**/callback?*')
  await page.locator('[data-came-back]').waitFor()
}

/** The whole of step 3: the bank connected, and back at the example. */
export async function connected(page: Page, login: Login, answers: readonly string[] = []): Promise<void> {
  await connect(page, login)
  if (answers.length > 0) await answerChallenge(page, answers)
  await finish(page)
}

/** Presses a button of a step. */
export async function press(page: Page, step: number, name: string | RegExp): Promise<void> {
  await page.goto(`/steps/${step}`)
  await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name }).first().click()])
}

/** The calls a step showed last with their statuses, e.g. `GET /events 200`. */
export const exchanges = (page: Page): Promise<readonly string[]> =>
  page
    .locator('[data-exchange]')
    .evaluateAll((all) =>
      all.map((one) => `${one.getAttribute('data-exchange')} ${one.getAttribute('data-status')}`),
    )

/** The parameters of the hand-back, read from the address bar. */
export const handedBack = (page: Page): URLSearchParams => new URL(page.url()).searchParams

export interface ReconciledAccount {
  readonly accountNo: string
  readonly kind: string
  readonly from: string
  readonly to: string
  readonly posted: number
  readonly reconciles: boolean
}

/** The reconciliation table, once the jobs have ended. */
export async function reconciliation(page: Page): Promise<readonly ReconciledAccount[]> {
  await page.locator('[data-reconciliation]').waitFor({ timeout: 30_000 })
  return page.locator('[data-reconciliation] tbody tr').evaluateAll((rows) =>
    rows.map((row) => ({
      accountNo: row.getAttribute('data-account') ?? '',
      kind: row.getAttribute('data-class') ?? '',
      from: row.getAttribute('data-from') ?? '',
      to: row.getAttribute('data-to') ?? '',
      posted: Number(row.getAttribute('data-posted')),
      reconciles: row.getAttribute('data-reconciles') === 'yes',
    })),
  )
}

/** ✕ of the frame, then the confirmation of M-CANCEL. */
export async function cancel(page: Page): Promise<void> {
  await page.getByLabel('Cancel and leave').click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Leave( and keep my consent)?$/ })
    .click()
  await cameBack(page)
}

/** Reloads, and expects the same screen again. */
export async function reloadAt(page: Page, id: string): Promise<void> {
  await screen(page, id)
  await page.reload()
  await screen(page, id)
}

const axe = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What is wrong with the page for people with a disability, and whether it scrolls sideways on a small phone. */
export async function faults(page: Page): Promise<readonly string[]> {
  await page.evaluate(await axe)
  const violations: string[] = await page.evaluate(
    `axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes[0].html))`,
  )
  const size = page.viewportSize() ?? { width: 1100, height: 800 }
  await page.setViewportSize({ width: 320, height: 800 })
  const width: number = await page.evaluate('document.documentElement.scrollWidth')
  await page.setViewportSize(size)
  return width > 320 ? [...violations, `scrolls sideways: ${width}`] : violations
}
