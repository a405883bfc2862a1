import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type { FastifyInstance, HTTPMethods } from 'fastify'
import pino from 'pino'
import {
  type ApplicationsService,
  createApplicationsService,
  newApiKey,
} from '../src/applications/applications.service.ts'
import type { Application } from '../src/applications/applications.types.ts'
import { type ApplicationSettings, defaultSettings } from '../src/applications/settings.ts'
import { authLinkRoutes } from '../src/auth-links/auth-links.routes.ts'
import { createAuthLinksService } from '../src/auth-links/auth-links.service.ts'
import { toSnapshot } from '../src/connections/connection-out.ts'
import { consentRoutes } from '../src/consents/consents.routes.ts'
import { createConsentsService } from '../src/consents/consents.service.ts'
import type { ConnectionsEnd } from '../src/consents/consents.types.ts'
import { createDataDeletionService } from '../src/consents/data-deletion.service.ts'
import { inTransaction } from '../src/db/database.ts'
import { eventRoutes } from '../src/events/events.routes.ts'
import { createEventsService } from '../src/events/events.service.ts'
import { appendEvent } from '../src/events/outbox.ts'
import { installAuth } from '../src/http/auth.ts'
import { createLinks } from '../src/http/links.ts'
import { createHttpServer } from '../src/http/server.ts'
import { createNoticesService } from '../src/notices/notices.service.ts'
import { policyRoutes } from '../src/policies/policies.routes.ts'
import { createPoliciesService, type PoliciesService } from '../src/policies/policies.service.ts'
import { createFloodGate } from '../src/tokens/flood-gate.ts'
import { tokenRoutes } from '../src/tokens/tokens.routes.ts'
import { createTokensService } from '../src/tokens/tokens.service.ts'
import { userRoutes } from '../src/users/users.routes.ts'
import { createUsersService } from '../src/users/users.service.ts'
import { createFileKeyStore } from '../src/vault/key-store.ts'
import { deriveKeys } from '../src/vault/keys.ts'
import { createVault, type Vault } from '../src/vault/vault.ts'
import { createTestClock } from './clock.ts'
import { openTestDatabase, type TestDatabase } from './database.ts'

/** A JSON body that tests look into as a client would: members by name, items by `'0'`, `'1'`. */
export interface Json {
  readonly [member: string]: Json
}

export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, unknown>>
  readonly body: Json
}

export type Core = Awaited<ReturnType<typeof startCore>>
export type CoreApplication = Awaited<ReturnType<typeof createCoreApplication>>

/**
 * Users, auth links, policies, consents and events behind HTTP, with tokens, vault and database as they are, and
 * without banks: connections are rows that a test puts in.
 */
export async function startCore() {
  const clock = createTestClock()
  const database = await openTestDatabase()
  const { db } = database
  const keys = deriveKeys(randomBytes(32))
  const links = createLinks('http://api.test')
  const vault = createVault({
    keys,
    store: createFileKeyStore(join(database.options.dataDir, 'keys')),
    realTime: () => clock.real().getTime(),
  })
  const applications = await createApplicationsService({ database, clock })
  const policies = createPoliciesService({ db, clock, links })
  const users = createUsersService({
    db,
    clock,
    links,
    belongings: {
      read: async (application, userId) => ({
        ...(await belongings(database, application, userId)),
        authLink: await authLinks.hasLive(application, userId),
      }),
      prepareEnd: (application, userId) => consents.prepareEnd(application, userId),
    },
  })
  const connections = rowConnections(vault)
  const consents = createConsentsService({ db, clock, links, vault, users, policies, connections })
  const notices = createNoticesService({ db, clock, policies, applications, delivery: 'mailbox' })
  const deletions = createDataDeletionService({ db, clock, applications, vault, notices })
  const authLinks = createAuthLinksService({ db, clock, links, consentUrl: 'http://consent.test', users })
  const events = createEventsService({ db, clock, links, vault })
  const floodGate = createFloodGate({ clock, limit: 0 })
  const tokens = createTokensService({ applications, users, keys, clock, floodGate })
  const http = createHttpServer({ logger: pino({ level: 'silent' }) })
  installAuth(http, tokens)
  for (const routes of [
    tokenRoutes(tokens),
    userRoutes(users, links),
    authLinkRoutes(authLinks),
    policyRoutes(policies),
    consentRoutes(consents),
    eventRoutes(events, links),
  ]) {
    await http.register(routes)
  }
  await http.ready()
  const services = { applications, users, policies, consents, deletions, authLinks, events, notices }
  const another = (settings: Partial<ApplicationSettings> = {}) =>
    createCoreApplication(http, database, services, settings)
  return {
    ...services,
    database,
    db,
    clock,
    vault,
    another,
    async close() {
      await http.close()
      await applications.close()
      await database.drop()
    },
  }
}

interface Services {
  readonly applications: ApplicationsService
  readonly policies: PoliciesService
}

async function createCoreApplication(
  http: FastifyInstance,
  { db }: TestDatabase,
  { applications, policies }: Services,
  settings: Partial<ApplicationSettings>,
) {
  const apiKey = newApiKey()
  const application = await inTransaction(db, async (tx) => {
    const created = await applications.create(tx, {
      partnerName: 'Partner',
      name: 'Lantern Budget',
      kind: 'sandbox',
      apiKey,
      settings: { ...defaultSettings, ...settings },
    })
    await policies.ensureDefaultPolicy(tx, created)
    return created
  })
  const token = async (userId?: string): Promise<string> => {
    const { body } = await send(http, 'POST', '/token', {
      headers: { authorization: `Basic ${apiKey.reveal()}`, 'basiq-version': '3.0' },
      body: userId ? `scope=CLIENT_ACCESS&userId=${userId}` : 'scope=SERVER_ACCESS',
    })
    return String(body['access_token'])
  }
  const serverToken = await token()
  return {
    application,
    token,
    /** Calls the API with the server token, or as the given user. */
    async call(
      method: HTTPMethods,
      url: string,
      { body, as, headers = {} }: CallOptions = {},
    ): Promise<Answer> {
      const bearer = as ? await token(as) : serverToken
      return send(http, method, url, { body, headers: { authorization: `Bearer ${bearer}`, ...headers } })
    },
    /** The application as it is now: settings and clock included. */
    async now(): Promise<Application> {
      return (await applications.get(application.id)) ?? application
    },
  }
}

export interface CallOptions {
  readonly body?: unknown
  /** A user whose client token is used. */
  readonly as?: string
  readonly headers?: Readonly<Record<string, string>>
}

async function send(
  http: FastifyInstance,
  method: HTTPMethods,
  url: string,
  { body, headers = {} }: Pick<CallOptions, 'body' | 'headers'>,
): Promise<Answer> {
  const answer = await http.inject({
    method: method as 'GET',
    url,
    headers,
    ...(body !== undefined && { payload: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  const json: unknown = answer.body === '' ? {} : JSON.parse(answer.body)
  return { status: answer.statusCode, headers: answer.headers, body: json as Json }
}

async function belongings({ db }: TestDatabase, application: Application, userId: string) {
  const ids = (table: 'connections' | 'accounts') =>
    db
      .selectFrom(table)
      .select('id')
      .where('application_id', '=', application.id)
      .where('user_id', '=', userId as never)
      .execute()
  const [connections, accounts] = await Promise.all([ids('connections'), ids('accounts')])
  return {
    connections: connections.map((row) => row.id as never),
    accounts: accounts.map((row) => row.id as never),
  }
}

/** The port of connections over bare rows: deletes them and tells of each. */
const rowConnections = (vault: Vault): ConnectionsEnd => ({
  async endAll(tx, application, of, _cause, at) {
    const consentId = 'consentId' in of ? of.consentId : undefined
    if (!consentId) return
    const key = await vault.key(application.id, consentId)
    const rows = await tx
      .deleteFrom('connections')
      .where('application_id', '=', application.id)
      .where('consent_id', '=', consentId)
      .returningAll()
      .execute()
    for (const row of rows) {
      await appendEvent(tx, {
        application,
        at,
        userId: row.user_id,
        type: 'connection.deleted',
        dataRef: `/users/${row.user_id}/connections/${row.id}`,
        data: toSnapshot(row),
        seal: { consentId, connectionId: row.id, key },
      })
    }
  },
})
