import { createHash, randomBytes } from 'node:crypto'
import type { Consent } from '../src/consents/consents.types.ts'
import { inTransaction } from '../src/db/database.ts'
import { appendEvent } from '../src/events/outbox.ts'
import { sealedLinks } from '../src/http/links.ts'
import {
  type AccountId,
  type ConnectionId,
  type IdentityId,
  type InstitutionId,
  type JobId,
  newId,
  type StatementId,
  type TransactionId,
} from '../src/ids.ts'
import type { Core, CoreApplication } from './core.ts'

const institution = 'AU00000' as InstitutionId

/** One connection of a consent with a row of everything a bank's answers are kept in, and an event that quotes them. */
export async function shareData(
  { db, vault, clock }: Pick<Core, 'db' | 'vault' | 'clock'>,
  { application }: Pick<CoreApplication, 'application'>,
  consent: Pick<Consent, 'id' | 'userId'>,
  {
    transactions = 3,
    jobStatus = 'success',
  }: { transactions?: number; jobStatus?: 'success' | 'in-progress' } = {},
): Promise<{ connectionId: ConnectionId; jobId: JobId; accountId: AccountId }> {
  const key = await vault.key(application.id, consent.id)
  const [connectionId, jobId, accountId] = [newId<ConnectionId>(), newId<JobId>(), newId<AccountId>()]
  const seal = (text: string) => key.seal('test', text)
  const at = clock.now(application)
  const owner = { application_id: application.id, user_id: consent.userId, consent_id: consent.id }
  const place = { ...owner, institution_id: institution }
  await inTransaction(db, async (tx) => {
    await tx
      .insertInto('connections')
      .values({
        ...place,
        id: connectionId,
        method: 'web',
        status: 'active',
        mfa_enabled: false,
        login_hash: randomBytes(32),
        sealed_credentials: seal('login'),
        sealed_profile: seal('profile'),
        created: at,
        last_used: at,
        expiry_date: null,
      })
      .execute()
    await tx
      .insertInto('jobs')
      .values({
        ...place,
        id: jobId,
        connection_id: connectionId,
        kind: 'connect',
        status: jobStatus,
        steps: '[]',
        created: at,
        updated: at,
        sealed_state: seal('state'),
        sealed_challenge: seal('challenge'),
        sealed_answer: seal('answer'),
        challenge_expires: null,
        tries: 0,
      } as never)
      .execute()
    await tx
      .insertInto('identities')
      .values({
        ...place,
        id: newId<IdentityId>(),
        connection_id: connectionId,
        job_id: jobId,
        source: 'web',
        created: at,
        updated: at,
        sealed_body: seal('identity'),
      })
      .execute()
    await tx
      .insertInto('statements')
      .values({
        ...place,
        id: newId<StatementId>(),
        connection_id: connectionId,
        account_id: accountId,
        reference_hash: randomBytes(32),
        created: at,
        sealed_body: seal('statement'),
      })
      .execute()
    await tx
      .insertInto('accounts')
      .values({
        ...place,
        id: accountId,
        connection_id: connectionId,
        reference_hash: createHash('sha256').update(accountId).digest(),
        status: 'available',
        class_type: 'transaction',
        last_updated: at,
        sealed_body: seal('account'),
      })
      .execute()
    await tx
      .insertInto('transaction_blocks')
      .values({
        application_id: application.id,
        account_id: accountId,
        number: 1,
        sealed_fragments: seal('fragments'),
      })
      .execute()
    await tx
      .insertInto('transactions')
      .values(
        Array.from({ length: transactions }, (_none, seq) => ({
          application_id: application.id,
          id: newId<TransactionId>(),
          account_id: accountId,
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
      seal: { consentId: consent.id, key },
    })
  })
  return { connectionId, jobId, accountId }
}
