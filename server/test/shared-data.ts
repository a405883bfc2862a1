import { createHash, randomBytes } from 'node:crypto'
import type { Consent } from '../src/consents/consents.types.ts'
import { inTransaction, type Tx } from '../src/db/database.ts'
import { appendEvent } from '../src/events/outbox.ts'
import { sealedLinks } from '../src/http/links.ts'
import {
  type AccountId,
  type ConnectionId,
  type IdentityId,
  type InstitutionId,
  type JobId,
  type LaunchId,
  newId,
  type StatementId,
  type TransactionId,
} from '../src/ids.ts'
import type { ConsentKey } from '../src/vault/vault.ts'
import type { Core, CoreApplication } from './core.ts'

interface Share {
  readonly application: CoreApplication['application']
  readonly consent: Pick<Consent, 'id' | 'userId'>
  readonly key: ConsentKey
  readonly at: Date
  readonly connectionId: ConnectionId
  readonly jobId: JobId
  readonly accountId: AccountId
}

const place = ({ application, consent }: Share) => ({
  application_id: application.id,
  user_id: consent.userId,
  consent_id: consent.id,
  institution_id: 'AU00000' as InstitutionId,
})

const seal = ({ key }: Share, text: string) => key.seal('test', text)

/** One connection of a consent with a row of everything a bank's answers are kept in, and an event that quotes them. */
export async function shareData(
  { db, vault, clock }: Pick<Core, 'db' | 'vault' | 'clock'>,
  { application }: Pick<CoreApplication, 'application'>,
  consent: Share['consent'],
  { transactions = 3 }: { transactions?: number } = {},
): Promise<Pick<Share, 'connectionId' | 'jobId' | 'accountId'>> {
  const share: Share = {
    application,
    consent,
    key: await vault.key(application.id, consent.id),
    at: clock.now(application),
    connectionId: newId<ConnectionId>(),
    jobId: newId<JobId>(),
    accountId: newId<AccountId>(),
  }
  await inTransaction(db, async (tx) => {
    await addConnection(tx, share)
    await addJob(tx, share)
    await addLaunch(tx, share)
    await addPapers(tx, share)
    await addMoney(tx, share, transactions)
    await addEvent(tx, share, transactions)
  })
  return share
}

async function addConnection(tx: Tx, share: Share): Promise<void> {
  await tx
    .insertInto('connections')
    .values({
      ...place(share),
      id: share.connectionId,
      method: 'web',
      status: 'active',
      mfa_enabled: false,
      login_hash: randomBytes(32),
      sealed_credentials: seal(share, 'login'),
      sealed_profile: seal(share, 'profile'),
      created: share.at,
      last_used: share.at,
      expiry_date: null,
    })
    .execute()
}

async function addJob(tx: Tx, share: Share): Promise<void> {
  await tx
    .insertInto('jobs')
    .values({
      ...place(share),
      id: share.jobId,
      connection_id: share.connectionId,
      kind: 'connect',
      status: 'success',
      steps: '[]',
      created: share.at,
      updated: share.at,
      sealed_state: seal(share, 'state'),
      sealed_challenge: seal(share, 'challenge'),
      sealed_answer: seal(share, 'answer'),
      accepted_answer: null,
      challenge_expires: null,
      deadline: null,
    })
    .execute()
}

async function addLaunch(tx: Tx, share: Share): Promise<void> {
  const { user_id, ...attempt } = place(share)
  const launchId = newId<LaunchId>()
  await tx
    .insertInto('launches')
    .values({
      application_id: share.application.id,
      id: launchId,
      user_id,
      secret_hash: randomBytes(32),
      request: '{}',
      adviser: null,
      created: share.at,
      expires_at: share.at,
      consent_id: share.consent.id,
      approvals: '{}',
      ended_at: null,
      ending: null,
    })
    .execute()
  await tx
    .insertInto('launch_attempts')
    .values({
      ...attempt,
      launch_id: launchId,
      job_id: share.jobId,
      connection_id: share.connectionId,
      sealed_login: seal(share, 'login id'),
    })
    .execute()
}

async function addPapers(tx: Tx, share: Share): Promise<void> {
  const { connectionId, jobId, accountId, at } = share
  await tx
    .insertInto('identities')
    .values({
      ...place(share),
      id: newId<IdentityId>(),
      connection_id: connectionId,
      job_id: jobId,
      source: 'web',
      created: at,
      updated: at,
      sealed_body: seal(share, 'identity'),
    })
    .execute()
  await tx
    .insertInto('statements')
    .values({
      ...place(share),
      id: newId<StatementId>(),
      connection_id: connectionId,
      account_id: accountId,
      reference_hash: randomBytes(32),
      created: at,
      sealed_body: seal(share, 'statement'),
    })
    .execute()
}

async function addMoney(tx: Tx, share: Share, transactions: number): Promise<void> {
  const owner = { application_id: share.application.id, account_id: share.accountId }
  await tx
    .insertInto('accounts')
    .values({
      ...place(share),
      id: share.accountId,
      connection_id: share.connectionId,
      reference_hash: createHash('sha256').update(share.accountId).digest(),
      status: 'available',
      class_type: 'transaction',
      last_updated: share.at,
      sealed_body: seal(share, 'account'),
    })
    .execute()
  await tx
    .insertInto('transaction_blocks')
    .values({ ...owner, number: 1, sealed_fragments: seal(share, 'fragments') })
    .execute()
  await tx
    .insertInto('transactions')
    .values(
      Array.from({ length: transactions }, (_none, seq) => ({
        ...owner,
        id: newId<TransactionId>(),
        sort_date: '2026-01-31',
        seq,
        status: 'posted' as const,
        direction: 'debit' as const,
        class: 'payment',
        made_on: null,
        block: 1,
        block_start: 0,
        block_end: 1,
      })),
    )
    .execute()
}

async function addEvent(tx: Tx, share: Share, transactions: number): Promise<void> {
  const { application, at, consent, connectionId, key } = share
  const path = `/users/${consent.userId}/transactions`
  await appendEvent(tx, {
    application,
    at,
    userId: consent.userId,
    type: 'transactions.updated',
    dataRef: path,
    data: {
      type: 'transactions',
      count: String(transactions),
      connection: {
        type: 'connection',
        id: connectionId,
        links: { self: sealedLinks.to(`/users/${consent.userId}/connections/${connectionId}`) },
      },
      links: { self: sealedLinks.to(`${path}?filter=connection.id.eq('${connectionId}')`) },
    },
    seal: { consentId: consent.id, connectionId, key },
  })
}
