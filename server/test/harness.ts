import { randomBytes } from 'node:crypto'
import { type Banks, createBanks } from '@banksia/sandbox'
import type { HTTPMethods } from 'fastify'
import pino, { type Logger } from 'pino'
import { type App, createApp } from '../src/app.ts'
import { newApiKey } from '../src/applications/applications.service.ts'
import type { Application } from '../src/applications/applications.types.ts'
import type { ApplicationSettings } from '../src/applications/settings.ts'
import { loadConfig } from '../src/config/load.ts'
import { inTransaction } from '../src/db/database.ts'
import { createTestClock, type TestClock } from './clock.ts'
import { openTestDatabase, type TestDatabase } from './database.ts'

/** An answer of the API, loosely typed: tests look into it as a client would. */
export interface ApiAnswer<Body = Record<string, unknown>> {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | number | undefined>>
  readonly text: string
  readonly body: Body
}

export interface CallOptions {
  readonly token?: string
  readonly headers?: Readonly<Record<string, string>>
  /** Objects are sent as JSON, text as it is. */
  readonly body?: unknown
}

export interface TestApplication {
  readonly application: Application
  readonly apiKey: string
  /** A token of this application: server scope, or bound to a user. */
  token(grant?: { userId?: string; version?: string; scope?: string }): Promise<string>
  /** Calls the API, with this application's server token unless told otherwise. */
  call<Body = Record<string, unknown>>(
    method: HTTPMethods,
    url: string,
    options?: CallOptions,
  ): Promise<ApiAnswer<Body>>
}

export interface TestServer extends TestApplication {
  readonly app: App
  readonly database: TestDatabase
  readonly clock: TestClock
  readonly banks: Banks
  /** A second application of another partner, to prove that nothing leaks. */
  another(settings?: Partial<ApplicationSettings>): Promise<TestApplication>
  close(): Promise<void>
}

export interface TestServerOptions {
  readonly settings?: Partial<ApplicationSettings>
  /** Starts the worker and the sweeps. */
  readonly work?: boolean
  readonly env?: Readonly<Record<string, string>>
  /** For tests that read the log. */
  readonly logger?: Logger
}

/** The whole server on a fresh database, with the sandbox banks on a free port and time that a test can turn. */
export async function startTestServer({
  settings = {},
  work = false,
  env = {},
  logger = pino({ level: process.env['BANKSIA_TEST_LOG'] ?? 'silent' }),
}: TestServerOptions = {}): Promise<TestServer> {
  const clock = createTestClock()
  const database = await openTestDatabase()
  const banks = await createBanks({ now: clock.real })
  const bankUrl = await banks.listen({ host: '127.0.0.1', port: 0 })
  const config = {
    ...loadConfig({
      BANKSIA_DATA_DIR: database.options.dataDir,
      BANKSIA_PUBLIC_URL: 'http://api.test',
      BANKSIA_CONSENT_URL: 'http://consent.test',
      BANKSIA_BANK_URL: bankUrl,
      BANKSIA_TOKEN_LIMIT: '0',
      ...env,
    }),
  }
  const app = await createApp({
    config,
    database,
    keysDatabase: undefined,
    clock,
    logger,
    masterKey: randomBytes(32),
  })
  await app.http.ready()
  if (work) await app.startWork()
  return {
    ...(await createTestApplication(app, database, settings)),
    app,
    database,
    clock,
    banks,
    another: (other = {}) => createTestApplication(app, database, other),
    async close() {
      await app.close()
      await banks.close()
      await database.drop()
    },
  }
}

async function createTestApplication(
  app: App,
  database: TestDatabase,
  settings: Partial<ApplicationSettings>,
): Promise<TestApplication> {
  const apiKey = newApiKey()
  const application = await inTransaction(database.db, async (tx) => {
    const created = await app.services.applications.create(tx, {
      partnerName: 'Test partner',
      name: 'Test application',
      kind: 'sandbox',
      apiKey,
      settings,
    })
    await app.prepare(tx, created)
    return created
  })
  const token: TestApplication['token'] = async ({ userId, version = '3.0', scope } = {}) => {
    const asked = scope ?? (userId ? 'CLIENT_ACCESS' : 'SERVER_ACCESS')
    const answer = await app.http.inject({
      method: 'POST',
      url: '/token',
      headers: { authorization: `Basic ${apiKey.reveal()}`, 'basiq-version': version },
      payload: new URLSearchParams({ scope: asked, ...(userId && { userId }) }).toString(),
    })
    return answer.json<{ access_token: string }>().access_token
  }
  let serverToken: Promise<string> | undefined
  return {
    application,
    apiKey: apiKey.reveal(),
    token,
    async call(method, url, options = {}) {
      serverToken ??= token()
      const bearer = options.token ?? (await serverToken)
      return send(app, method, url, {
        ...options,
        headers: { authorization: `Bearer ${bearer}`, ...options.headers },
      })
    },
  }
}

/** A request exactly as described, without a token of its own. */
export async function send<Body = Record<string, unknown>>(
  app: App,
  method: HTTPMethods,
  url: string,
  { headers = {}, body }: CallOptions = {},
): Promise<ApiAnswer<Body>> {
  const text = typeof body === 'string' || body === undefined ? body : JSON.stringify(body)
  const type = text !== undefined && typeof body !== 'string' ? { 'content-type': 'application/json' } : {}
  const answer = await app.http.inject({
    method: method as 'GET',
    url,
    headers: { ...type, ...headers },
    ...(text !== undefined && { payload: text }),
  })
  const json = answer.headers['content-type']?.toString().includes('json') ? answer.json() : undefined
  return { status: answer.statusCode, headers: answer.headers, text: answer.body, body: json as Body }
}
