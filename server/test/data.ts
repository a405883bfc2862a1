import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type { AccountRecord, TransactionRecord } from '@banksia/connector-kit'
import type { FastifyInstance } from 'fastify'
import pino from 'pino'
import { accountRoutes } from '../src/accounts/accounts.routes.ts'
import { createAccountsService } from '../src/accounts/accounts.service.ts'
import { createSyncService } from '../src/accounts/sync.service.ts'
import type { SyncContext } from '../src/accounts/sync.types.ts'
import { createApplicationsService, newApiKey } from '../src/applications/applications.service.ts'
import type { Application } from '../src/applications/applications.types.ts'
import { type Database, inTransaction } from '../src/db/database.ts'
import { installAuth } from '../src/http/auth.ts'
import { createLinks } from '../src/http/links.ts'
import { createHttpServer } from '../src/http/server.ts'
import {
  type AccountId,
  type ConnectionId,
  type ConsentId,
  type InstitutionId,
  newId,
  type PolicyId,
  type UserId,
} from '../src/ids.ts'
import { createFloodGate } from '../src/tokens/flood-gate.ts'
import { tokenRoutes } from '../src/tokens/tokens.routes.ts'
import { createTokensService } from '../src/tokens/tokens.service.ts'
import { transactionRoutes } from '../src/transactions/transactions.routes.ts'
import { createTransactionsService } from '../src/transactions/transactions.service.ts'
import { createUsersService } from '../src/users/users.service.ts'
import { createFileKeyStore } from '../src/vault/key-store.ts'
import { deriveKeys } from '../src/vault/keys.ts'
import { createVault } from '../src/vault/vault.ts'
import { createTestClock } from './clock.ts'

export type Data = Awaited<ReturnType<typeof startData>>
export type DataApplication = Awaited<ReturnType<Data['application']>>

export const allScopes = [
  'customer.person.detail',
  'account.basic',
  'account.detail',
  'transaction.detail',
] as const

/**
 * Accounts, transactions and their storing behind HTTP, with tokens, vault and database as they are. Users, consents and
 * connections are rows put in here: no bank is needed.
 */
export async function startData(database: Database, dataDir: string, origin = 'http://api.test') {
  const { db } = database
  const clock = createTestClock()
  const keys = deriveKeys(randomBytes(32))
  const links = createLinks(origin)
  const store = createFileKeyStore(join(dataDir, 'keys'))
  const vault = createVault({ keys, store, realTime: () => clock.real().getTime() })
  const sync = createSyncService({ db, vault })
  const accounts = createAccountsService({ db, vault, links })
  const transactions = createTransactionsService({ db, clock, vault, links, cursorKey: keys.cursors })
  const applications = await createApplicationsService({ database, clock })
  const users = createUsersService({
    db,
    clock,
    links,
    belongings: {
      read: async (application, userId) => ({
        connections: [],
        accounts: await accounts.idsOf(application, userId),
        authLink: false,
      }),
      prepareEnd: async () => async () => undefined,
    },
  })
  const floodGate = createFloodGate({ clock, limit: 0 })
  const tokens = createTokensService({ applications, users, keys, clock, floodGate })
  const http = createHttpServer({ logger: pino({ level: 'silent' }) })
  installAuth(http, tokens)
  for (const routes of [tokenRoutes(tokens), accountRoutes(accounts), transactionRoutes(transactions)]) {
    await http.register(routes)
  }
  await http.ready()
  return {
    db,
    clock,
    vault,
    sync,
    http,
    links,
    application: () => createApplication(http, database, applications),
    person: (application: Application, about: PersonOptions = {}) =>
      createPerson(database, vault, application, about),
    close: async () => {
      await http.close()
      await applications.close()
    },
  }
}

async function createApplication(
  http: FastifyInstance,
  { db }: Database,
  applications: Awaited<ReturnType<typeof createApplicationsService>>,
) {
  const apiKey = newApiKey()
  const application = await inTransaction(db, (tx) =>
    applications.create(tx, { partnerName: 'Partner', name: 'Lantern Budget', kind: 'sandbox', apiKey }),
  )
  const token = async (userId?: UserId): Promise<string> => {
    const answer = await http.inject({
      method: 'POST',
      url: '/token',
      headers: { authorization: `Basic ${apiKey.reveal()}`, 'basiq-version': '3.0' },
      payload: userId ? `scope=CLIENT_ACCESS&userId=${userId}` : 'scope=SERVER_ACCESS',
    })
    return answer.json<{ access_token: string }>().access_token
  }
  const serverToken = await token()
  return {
    application,
    token,
    serverToken,
    /** GET with the server token, or as a user. */
    async get<Body>(url: string, as?: UserId): Promise<{ status: number; body: Body; type: unknown }> {
      const bearer = as ? await token(as) : serverToken
      const answer = await http.inject({ url, headers: { authorization: `Bearer ${bearer}` } })
      return { status: answer.statusCode, body: answer.json<Body>(), type: answer.headers['content-type'] }
    },
  }
}

export interface PersonOptions {
  readonly scopes?: readonly string[]
  /** A user with this consent status; `none` for a user who never consented. */
  readonly consent?: 'active' | 'revoked' | 'none'
  readonly initialRetrievalDays?: number | null
  readonly at?: Date
}

async function createPerson(
  { db }: Database,
  vault: ReturnType<typeof createVault>,
  application: Application,
  { scopes = allScopes, consent = 'active', initialRetrievalDays = null, at = new Date() }: PersonOptions,
) {
  const userId = newId<UserId>()
  const consentId = newId<ConsentId>()
  const application_id = application.id
  await db
    .insertInto('users')
    .values({
      application_id,
      id: userId,
      business: '{}',
      created: at,
      updated: at,
      email: '',
      mobile: '',
      first_name: '',
      middle_name: '',
      last_name: '',
    })
    .execute()
  await vault.create(application.id, consentId)
  if (consent !== 'none') await insertConsent(db, application, userId, consentId, consent, scopes)
  const key = await vault.key(application.id, consentId)
  /** What a job would hand to the storing of one reading of a connection. */
  const context = (over: Partial<SyncContext> = {}): SyncContext => ({
    application,
    userId,
    consentId,
    connectionId: newId<ConnectionId>(),
    institutionId: 'AU00000' as InstitutionId,
    key,
    scopes: new Set(scopes),
    at,
    initialRetrievalDays,
    ...over,
  })
  return { userId, consentId, key, context, url: `/users/${userId}` }
}

export async function insertConsent(
  db: Database['db'],
  application: Application,
  userId: UserId,
  consentId: ConsentId,
  status: 'active' | 'revoked',
  scopes: readonly string[],
): Promise<void> {
  const policyId = newId<PolicyId>()
  const now = new Date()
  const application_id = application.id
  await db
    .insertInto('policies')
    .values({
      application_id,
      id: policyId,
      version: Math.floor(Math.random() * 1e9),
      status: 'superseded',
      content: '{}',
      created: now,
      created_by: 'test',
    })
    .execute()
  await db
    .insertInto('consents')
    .values({
      application_id,
      id: consentId,
      user_id: userId,
      policy_id: policyId,
      status,
      origin: 'user',
      created: now,
      updated: now,
      expiry_date: now,
      revoked: null,
      ended_reason: null,
      launch_id: null,
      scopes: [...scopes],
      content: '{}',
      record: '{}',
    })
    .execute()
}

export const anAccount = (over: Partial<AccountRecord> = {}): AccountRecord => ({
  reference: 'everyday',
  name: 'Everyday',
  accountNo: '45678945678901',
  accountHolder: 'Max Wentworth-Smith',
  type: 'transaction',
  product: 'Hooli Transaction',
  currency: 'AUD',
  balance: 142_108,
  availableFunds: 139_658,
  creditLimit: null,
  ...over,
})

export const aTransaction = (over: Partial<TransactionRecord> = {}): TransactionRecord => ({
  status: 'posted',
  description: 'CORNER CAFE MANLY AU',
  reference: '',
  amount: -1_140,
  currency: 'AUD',
  balance: 10_000,
  class: 'payment',
  postDate: '2024-05-02',
  transactionDate: null,
  ...over,
})

/** Stores one account with its rows (newest first) as a reading would. */
export async function storeAccount(
  { db, sync }: Pick<Data, 'db' | 'sync'>,
  ctx: SyncContext,
  rows: readonly TransactionRecord[],
  record: AccountRecord = anAccount(),
): Promise<AccountId> {
  return inTransaction(db, async (tx) => {
    const [stored] = await sync.storeAccounts(tx, ctx, [record])
    if (!stored) throw new Error('no account was stored')
    await sync.storeTransactions(tx, ctx, stored.accountId, rows, { complete: true })
    return stored.accountId
  })
}
