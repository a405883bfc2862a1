import type { AccountRecord } from '@banksia/connector-kit'
import { type Db, inTransaction, type Tx } from '../db/database.ts'
import { appendEvent } from '../events/outbox.ts'
import { sealedLinks } from '../http/links.ts'
import { type AccountId, newId } from '../ids.ts'
import { clear, removeSome, stopBefore, takeIn } from '../transactions/transactions.intake.ts'
import type { Vault } from '../vault/vault.ts'
import {
  type AccountBody,
  type AccountFacts,
  bodyFragment,
  bodyPurpose,
  intervalsOf,
  parseFragment,
  toBody,
} from './account-body.ts'
import * as store from './accounts.store.ts'
import type {
  ConnectionRef,
  Removed,
  StoredAccount,
  StoredTransactions,
  SyncContext,
  SyncService,
} from './sync.types.ts'

export interface SyncDeps {
  readonly db: Db
  readonly vault: Pick<Vault, 'lookupHash'>
}

/** Transactions removed in one database transaction of a deletion. */
const removalBatch = 2_000

/** Storing of what a connector read. Scopes are enforced here: what was not consented is never stored (settled 7). */
export function createSyncService({ db, vault }: SyncDeps): SyncService {
  const referenceHash = ({ application, connectionId }: SyncContext, reference: string) =>
    vault.lookupHash(application.id, 'account', connectionId, reference)

  async function storeAccounts(
    tx: Tx,
    ctx: SyncContext,
    records: readonly AccountRecord[],
  ): Promise<StoredAccount[]> {
    if (!ctx.scopes.has('account.basic')) return []
    const rows = await store.lockOfConnection(tx, ctx.application.id, ctx.connectionId)
    const known = new Map(rows.map((row) => [row.reference_hash.toString('hex'), row]))
    const stored = new Map<string, StoredAccount>()
    for (const record of records) {
      if (stored.has(record.reference)) continue
      const hash = referenceHash(ctx, record.reference)
      const row = known.get(hash.toString('hex'))
      known.delete(hash.toString('hex'))
      stored.set(record.reference, await (row ? update(tx, ctx, row, record) : create(tx, ctx, hash, record)))
    }
    for (const row of known.values()) await takeAway(tx, ctx, row)
    return [...stored.values()]
  }

  async function storeTransactions(
    tx: Tx,
    ctx: SyncContext,
    accountId: AccountId,
    rows: Parameters<SyncService['storeTransactions']>[3],
    { complete }: { readonly complete: boolean },
  ): Promise<StoredTransactions> {
    if (!ctx.scopes.has('transaction.detail')) return { added: 0, removed: 0 }
    const { application, connectionId, key, at, initialRetrievalDays } = ctx
    const accountKey = vault.lookupHash(application.id, 'transactions', accountId)
    return takeIn(
      tx,
      {
        applicationId: application.id,
        connectionId,
        accountId,
        key,
        accountKey,
        at,
        initialRetrievalDays,
        complete,
      },
      rows,
    )
  }

  return {
    storeAccounts,
    storeTransactions,
    announceTransactions,
    markUnavailable: (tx, { application, connectionId }) =>
      store.disconnect(tx, application.id, connectionId),
    withdraw: (tx, { application, connectionId }) => store.withdraw(tx, application.id, connectionId),
    async purge(tx, connection) {
      const total = { accounts: 0, transactions: 0 }
      while (await removeNext(tx, connection, total));
      return total
    },
    async removeOf(connection) {
      const total = { accounts: 0, transactions: 0 }
      while (await inTransaction(db, (tx) => removeNext(tx, connection, total)));
      return total
    },
  }
}

async function create(tx: Tx, ctx: SyncContext, hash: Buffer, record: AccountRecord): Promise<StoredAccount> {
  const id = newId<AccountId>()
  await store.insert(tx, ctx.application.id, {
    id,
    user_id: ctx.userId,
    consent_id: ctx.consentId,
    connection_id: ctx.connectionId,
    institution_id: ctx.institutionId,
    reference_hash: hash,
    class_type: record.type,
    last_updated: ctx.at,
    sealed_body: ctx.key.seal(bodyPurpose(id), bodyFragment(toBody(id, record, ctx.scopes))),
  })
  return answer(ctx, record, id, null)
}

async function update(
  tx: Tx,
  ctx: SyncContext,
  row: store.AccountRow,
  record: AccountRecord,
): Promise<StoredAccount> {
  const body = toBody(row.id, record, ctx.scopes)
  // What another consent's key sealed cannot be read with this one: it is read from the bank again, under the same ids.
  const sameConsent = row.consent_id === ctx.consentId
  const former = sameConsent ? parseFragment(ctx.key.open(bodyPurpose(row.id), row.sealed_body)) : undefined
  if (!sameConsent) await clear(tx, ctx.application.id, row.id)
  const values = {
    consent_id: ctx.consentId,
    status: 'available' as const,
    connected: true,
    class_type: record.type,
    last_updated: ctx.at,
    sealed_body: ctx.key.seal(bodyPurpose(row.id), bodyFragment(body)),
  }
  await store.change(tx, ctx.application.id, row.id, values)
  const interval_to = sameConsent ? row.interval_to : null
  if (row.status !== 'available' || !former || differs(former, body)) {
    await tellUpdated(tx, ctx, body, { ...row, ...values, interval_to })
  }
  return answer(ctx, record, row.id, interval_to)
}

const answer = (
  ctx: SyncContext,
  { reference }: AccountRecord,
  accountId: AccountId,
  interval_to: string | null,
) => ({
  reference,
  accountId,
  stopBefore: stopBefore({ interval_to }, ctx.at, ctx.initialRetrievalDays),
})

/** The bank no longer lists it. */
async function takeAway(tx: Tx, ctx: SyncContext, row: store.AccountRow): Promise<void> {
  if (row.status === 'unavailable' || row.consent_id !== ctx.consentId) return
  await store.change(tx, ctx.application.id, row.id, { status: 'unavailable' })
  const body = parseFragment(ctx.key.open(bodyPurpose(row.id), row.sealed_body))
  await tellUpdated(tx, ctx, body, { ...row, status: 'unavailable' })
}

/** Whether more than money changed (settled 11). */
function differs(former: AccountBody, body: AccountBody): boolean {
  const still = { balance: null, availableFunds: null }
  return JSON.stringify({ ...former, ...still }) !== JSON.stringify({ ...body, ...still })
}

const reference = ({ userId, connectionId }: SyncContext) => ({
  type: 'connection' as const,
  id: connectionId,
  links: { self: sealedLinks.to(`/users/${userId}/connections/${connectionId}`) },
})

async function tellUpdated(tx: Tx, ctx: SyncContext, body: AccountBody, facts: AccountFacts): Promise<void> {
  const path = `/users/${ctx.userId}/accounts/${body.id}`
  await appendEvent(tx, {
    application: ctx.application,
    at: ctx.at,
    userId: ctx.userId,
    type: 'account.updated',
    dataRef: path,
    seal: { consentId: ctx.consentId, connectionId: ctx.connectionId, key: ctx.key },
    data: {
      type: 'account',
      id: body.id,
      accountNo: body.accountNo,
      // Banks' pages do not say when an account was opened.
      creationDate: '',
      accountHolder: body.accountHolder,
      availableFunds: body.availableFunds,
      currency: body.currency,
      class: body.class,
      status: facts.status,
      transactionIntervals: intervalsOf(facts),
      connection: reference(ctx),
      links: { self: sealedLinks.to(path) },
    },
  })
}

async function announceTransactions(
  tx: Tx,
  ctx: SyncContext,
  stored: readonly StoredTransactions[],
): Promise<void> {
  const sum = (name: keyof StoredTransactions) => stored.reduce((total, one) => total + one[name], 0)
  if (sum('added') + sum('removed') === 0) return
  const path = `/users/${ctx.userId}/transactions`
  await appendEvent(tx, {
    application: ctx.application,
    at: ctx.at,
    userId: ctx.userId,
    type: 'transactions.updated',
    dataRef: path,
    seal: { consentId: ctx.consentId, connectionId: ctx.connectionId, key: ctx.key },
    data: {
      type: 'transactions',
      count: String(sum('added')),
      connection: reference(ctx),
      links: { self: sealedLinks.to(`${path}?filter=connection.id.eq('${ctx.connectionId}')`) },
    },
  })
}

/** Removes a batch of a connection's data; `false` once there is none. */
async function removeNext(
  tx: Tx,
  { application, connectionId }: ConnectionRef,
  total: { -readonly [K in keyof Removed]: number },
): Promise<boolean> {
  const [account] = await store.lockOfConnection(tx, application.id, connectionId)
  if (!account) return false
  const { rows, done } = await removeSome(tx, application.id, account.id, removalBatch)
  total.transactions += rows
  if (!done) return true
  await store.remove(tx, application.id, account.id)
  total.accounts += 1
  return true
}
