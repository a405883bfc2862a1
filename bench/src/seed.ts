import { setTimeout as sleep } from 'node:timers/promises'
import type { AccountRecord, TransactionRecord } from '@banksia/connector-kit'
import { createSyncService } from '../../server/src/accounts/sync.service.ts'
import type { SyncContext } from '../../server/src/accounts/sync.types.ts'
import * as applications from '../../server/src/applications/applications.store.ts'
import type { Application } from '../../server/src/applications/applications.types.ts'
import { inTransaction, openDatabase } from '../../server/src/db/database.ts'
import {
  type ConnectionId,
  type ConsentId,
  type InstitutionId,
  newId,
  type UserId,
} from '../../server/src/ids.ts'
import { createFileKeyStore } from '../../server/src/vault/key-store.ts'
import { deriveKeys } from '../../server/src/vault/keys.ts'
import { loadMasterKey } from '../../server/src/vault/master-key.ts'
import { createVault } from '../../server/src/vault/vault.ts'
import type { Stage } from './stage.ts'

/** Starts Banksia once, so that schema, keys and the sandbox application are there, and stops it. */
export async function prepareData(stage: Stage, env: Readonly<Record<string, string>>): Promise<void> {
  const banksia = await stage.banksia(env)
  // The application is seeded after the server listens.
  while (!(await banksia.serverToken())) await sleep(100)
  await banksia.stop()
}

const scopes = ['account.basic', 'account.detail', 'transaction.detail']

export interface SeededUser {
  readonly application: Application
  readonly userId: UserId
  /** What a job would hand to the storing of one reading. */
  readonly ctx: SyncContext
}

/** The data of a Banksia that is not running, opened as it would open it. */
export async function openData(dataDir: string, databaseUrl: string | undefined) {
  const database = await openDatabase({ dataDir, databaseUrl })
  const { db } = database
  const keys = deriveKeys(await loadMasterKey({ dataDir, masterKey: undefined }))
  const vault = createVault({
    keys,
    store: createFileKeyStore(`${dataDir}/keys`),
    realTime: () => performance.now(),
  })
  const sync = createSyncService({ db, vault })
  return {
    db,
    sync,
    close: () => database.close(),
    /** A user of the sandbox application with an active consent to everything. */
    async user(): Promise<SeededUser> {
      const [id] = await applications.listIds(db)
      const application = id && (await applications.find(db, id))
      if (!application) throw new Error('Banksia has not been started on this data yet')
      const [userId, consentId, at] = [newId<UserId>(), newId<ConsentId>(), new Date()]
      const tenant = { application_id: application.id }
      const { id: policy_id } = await db.selectFrom('policies').select('id').executeTakeFirstOrThrow()
      const names = { email: '', mobile: '', first_name: '', middle_name: '', last_name: '' }
      await db
        .insertInto('users')
        .values({ ...tenant, ...names, id: userId, business: '{}', created: at, updated: at })
        .execute()
      const ending = { revoked: null, ended_reason: null, launch_id: null }
      await db
        .insertInto('consents')
        .values({
          ...tenant,
          ...ending,
          id: consentId,
          user_id: userId,
          policy_id,
          status: 'active',
          origin: 'user',
          created: at,
          updated: at,
          expiry_date: new Date(at.getTime() + 86_400_000),
          scopes,
          content: '{}',
          record: '{}',
        })
        .execute()
      await vault.create(application.id, consentId)
      const ctx = {
        application,
        userId,
        consentId,
        connectionId: newId<ConnectionId>(),
        institutionId: 'AU00000' as InstitutionId,
        key: await vault.key(application.id, consentId),
        scopes: new Set(scopes),
        at,
        initialRetrievalDays: null,
      }
      return { application, userId, ctx }
    },
    /** Stores one account as a reading would. */
    async store(ctx: SyncContext, reference: string, rows: readonly TransactionRecord[]): Promise<void> {
      await inTransaction(db, async (tx) => {
        const stored = await sync.storeAccounts(tx, ctx, [account(reference)])
        for (const { accountId } of stored)
          await sync.storeTransactions(tx, ctx, accountId, rows, { complete: true })
      })
    },
  }
}

export const account = (reference: string): AccountRecord => ({
  reference,
  name: 'Everyday',
  accountNo: '45678945678901',
  accountHolder: 'Max Wentworth-Smith',
  type: 'transaction',
  product: 'Hooli Transaction',
  currency: 'AUD',
  balance: 142_108,
  availableFunds: 139_658,
  creditLimit: null,
})
