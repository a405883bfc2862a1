import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import type { ApplicationSettings } from '../../src/applications/settings.ts'
import { startTestServer, type TestApplication, type TestServer } from '../harness.ts'

/** A partner's site of its own: it writes what the browser told it into its page. */
export interface PartnerSite {
  readonly origin: string
  readonly callback: string
  close(): void
}

export interface Stage {
  readonly server: TestServer
  readonly partner: PartnerSite
  readonly browser: Browser
  readonly origin: string
  /** An application of its own with these settings, and a new user of it. */
  person(settings?: Partial<ApplicationSettings>): Promise<Person>
  close(): Promise<void>
}

export interface Person {
  readonly application: TestApplication
  readonly userId: string
  /** Path and query that launch the Consent UI for this user. */
  launchPath(query?: string): Promise<string>
  /** A new browser of this person's, at the launch. */
  launch(query?: string, options?: BrowserContextOptions): Promise<Page>
  consents(): Promise<Record<string, unknown>[]>
  connections(): Promise<Record<string, unknown>[]>
}

async function startPartner(): Promise<{ site: PartnerSite; server: Server }> {
  const server = createServer((_request, response) => {
    response
      .writeHead(200, { 'content-type': 'text/html' })
      .end('<link rel="icon" href="data:,"><title>Partner</title><h1>Partner</h1>')
  })
  const port = await listen(server)
  // Another host name than the server's, as a partner's site is.
  const origin = `http://localhost:${port}`
  return { server, site: { origin, callback: `${origin}/callback`, close: () => server.close() } }
}

const listen = (server: Server) =>
  new Promise<number>((resolve) => server.listen(0, () => resolve((server.address() as AddressInfo).port)))

async function freePort(): Promise<number> {
  const server = createServer()
  const port = await listen(server)
  await new Promise((resolve) => server.close(resolve))
  return port
}

/** The whole server listening, its banks, a partner's site and Chromium. */
export async function startStage(): Promise<Stage> {
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const server = await startTestServer({
    work: true,
    env: { BANKSIA_PUBLIC_URL: origin, BANKSIA_CONSENT_URL: origin },
  })
  await server.app.http.listen({ port, host: '127.0.0.1' })
  const { site: partner } = await startPartner()
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] })
  return {
    server,
    partner,
    browser,
    origin,
    async person(settings = {}) {
      const application = await server.another({ redirectUrl: partner.callback, ...settings })
      return createPerson(application, { browser, origin })
    },
    async close() {
      await browser.close()
      partner.close()
      await server.close()
    },
  }
}

async function createPerson(
  application: TestApplication,
  { browser, origin }: { browser: Browser; origin: string },
): Promise<Person> {
  const created = await application.call<{ id: string }>('POST', '/users', {
    body: { email: 'person@example.com' },
  })
  const userId = created.body.id
  const launchPath = async (query = '') => {
    const token = await application.token({ userId })
    return `/home?token=${token}${query}`
  }
  const listOf = async (thing: string) => {
    const { status, body } = await application.call<{ data: Record<string, unknown>[] }>(
      'GET',
      `/users/${userId}/${thing}`,
    )
    // Consents of a user who never gave one are 404 (settled 8).
    return status === 404 ? [] : body.data
  }
  return {
    application,
    userId,
    launchPath,
    async launch(query, options) {
      const context = await browser.newContext({ reducedMotion: 'reduce', ...options })
      const page = await context.newPage()
      page.setDefaultTimeout(45_000)
      await page.goto(`${origin}${await launchPath(query)}`)
      return page
    },
    consents: () => listOf('consents'),
    connections: () => listOf('connections'),
  }
}

/** Waits for a screen by its stable hook. */
export const screen = (page: Page, name: string) => page.locator(`main[data-screen="${name}"]`).waitFor()

export const consent = (page: Page) => page.getByRole('button', { name: 'I consent' }).click()
export const choose = (page: Page, institutionId: string) => page.locator(`button#${institutionId}`).click()
export const approve = (page: Page) => page.getByRole('button', { name: 'Approve' }).click()

export async function logIn(page: Page, loginId: string, password: string): Promise<void> {
  await screen(page, 'S-07')
  await page.locator('input[name=loginId]').fill(loginId)
  await page.locator('input[name=password]').fill(password)
  await page.getByRole('button', { name: 'Connect' }).click()
}

/** From S-02 to the bank's answer. */
export async function connect(
  page: Page,
  institutionId: string,
  loginId: string,
  password: string,
): Promise<void> {
  await choose(page, institutionId)
  await approve(page)
  await logIn(page, loginId, password)
}

export const done = (page: Page) => page.getByRole('button', { name: 'Done' }).click()

/** The query the partner's page was reached with. */
export async function handedBack(page: Page, partner: PartnerSite): Promise<URLSearchParams> {
  await page.waitForURL((url) => url.origin === partner.origin)
  return new URL(page.url()).searchParams
}

export const leave = async (page: Page, button = 'Leave') => {
  await page.getByRole('button', { name: 'Cancel and leave' }).click()
  await page.getByRole('dialog').getByRole('button', { name: button, exact: true }).click()
}

/** Publishes a policy with these members in place of the current one's. */
export async function publish(stage: Stage, { application }: Person, content: object): Promise<void> {
  const { policies } = stage.server.app.services
  const current = await policies.currentPolicy(application.application)
  await policies.saveDraft(application.application, { ...current.content, ...content }, 'Ann')
  await policies.publish(application.application, 'Ann')
}

const logins = {
  hooli: ['Wentworth-Smith', 'whislter'],
  hooliAgain: ['Whistler', 'ShowBox'],
} as const

/** A user who consented and connected these banks in earlier launches, under a policy with these members. */
export async function sharingPerson(
  stage: Stage,
  banks: readonly ('hooli' | 'hooliAgain')[] = [],
  settings: Partial<ApplicationSettings> = {},
  content?: object,
): Promise<Person> {
  const person = await stage.person(settings)
  if (content) await publish(stage, person, content)
  const page = await person.launch()
  await consent(page)
  await screen(page, 'S-05')
  await page.context().close()
  for (const bank of banks) {
    const adding = await person.launch('&action=connect')
    const [loginId, password] = logins[bank]
    await connect(adding, 'AU00000', loginId, password)
    await screen(adding, 'S-13')
    await adding.context().close()
  }
  return person
}

/** Types of a person's application's events, as `consent.created`. */
export async function eventsOf({ application }: Person): Promise<string[]> {
  const { body } = await application.call<{ data: { entity: string; eventType: string }[] }>('GET', '/events')
  return body.data.map(({ entity, eventType }) => `${entity}.${eventType}`)
}
