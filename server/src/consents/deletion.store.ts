import { type RawBuilder, sql } from 'kysely'
import type { Db, Tx } from '../db/database.ts'
import type { ApplicationId, ConnectionId, ConsentId, UserId } from '../ids.ts'

/** Whose data goes: everything of a deleted user, or what hangs from one ended consent. */
export interface DeletionSubject {
  readonly applicationId: ApplicationId
  readonly userId: UserId
  /** `null`: every consent of the user. */
  readonly consentId: ConsentId | null
  /** One connection's data alone. */
  readonly connectionId: ConnectionId | null
}

type Step = (tx: Tx, subject: DeletionSubject, limit: number) => Promise<number>

/** Runs a `delete` or `update … returning 1` and answers how many rows it met. */
async function changed(tx: Tx, change: RawBuilder<unknown>): Promise<number> {
  const { rows } = await sql<{
    count: number
  }>`with changed as (${change}) select count(*)::int as count from changed`.execute(tx)
  return rows[0]?.count ?? 0
}

const owned = (
  { applicationId, userId, consentId, connectionId }: DeletionSubject,
  connection = 'connection_id',
) =>
  sql.join(
    [
      sql`application_id = ${applicationId} and user_id = ${userId}`,
      // Of a disconnected bank, accounts are under no consent any more.
      ...(consentId === null || connectionId !== null ? [] : [sql`consent_id = ${consentId}`]),
      ...(connectionId === null ? [] : [sql`${sql.ref(connection)} = ${connectionId}`]),
    ],
    sql` and `,
  )

/**
 * A batch of rows by their place in the table. Found by key, a planner without statistics may read the whole table once
 * for each row; by place it cannot.
 */
const batch = (places: RawBuilder<unknown>, limit: number) => sql`ctid = any(array(${places} limit ${limit}))`

/** Rows of a table that carries user and consent. */
const rowsOf =
  (table: 'accounts' | 'identities' | 'statements' | 'connections'): Step =>
  (tx, subject, limit) => {
    const rows = owned(subject, table === 'connections' ? 'id' : 'connection_id')
    const places = sql`select ctid from ${sql.table(table)} where ${rows}`
    return changed(tx, sql`delete from ${sql.table(table)} where ${batch(places, limit)} returning 1`)
  }

/** Jobs stay on record without what they held. */
const jobs: Step = (tx, subject, limit) => {
  const places = sql`select ctid from jobs where ${owned(subject)}
    and (sealed_state is not null or sealed_challenge is not null or sealed_answer is not null
      or accepted_answer is not null or sealed_login is not null)`
  return changed(
    tx,
    sql`update jobs set sealed_state = null, sealed_challenge = null, sealed_answer = null, accepted_answer = null,
      sealed_login = null where ${batch(places, limit)} returning 1`,
  )
}

/** Login ids remembered for another try in the Consent UI. */
const logins: Step = (tx, { applicationId, userId, consentId, connectionId }, limit) => {
  const places = sql`select a.ctid from launch_attempts a
    join launches l on l.application_id = a.application_id and l.id = a.launch_id
    where l.application_id = ${applicationId} and l.user_id = ${userId} and a.sealed_login is not null
      and (${consentId}::uuid is null or a.consent_id = ${consentId})
      and (${connectionId}::uuid is null or a.connection_id = ${connectionId})`
  return changed(
    tx,
    sql`update launch_attempts set sealed_login = null where ${batch(places, limit)} returning 1`,
  )
}

/** Events keep their place in the list; the body read from a bank goes. */
const events: Step = (tx, subject, limit) => {
  const places = sql`select ctid from events where ${owned(subject)} and sealed_data is not null`
  return changed(tx, sql`update events set sealed_data = null where ${batch(places, limit)} returning 1`)
}

/** Rows that hang from an account alone. */
const rowsOfAccounts =
  (table: 'transactions' | 'transaction_blocks'): Step =>
  (tx, subject, limit) => {
    const accounts = sql`array(select id from accounts where ${owned(subject)})`
    const places = sql`select ctid from ${sql.table(table)}
      where application_id = ${subject.applicationId} and account_id = any(${accounts})`
    return changed(tx, sql`delete from ${sql.table(table)} where ${batch(places, limit)} returning 1`)
  }

/** A deleted user's mail; what was written about a consent stays with its record. */
const notices: Step = async (tx, { applicationId, userId, consentId, connectionId }, limit) => {
  if (consentId !== null || connectionId !== null) return 0
  const places = sql`select ctid from notices where application_id = ${applicationId} and user_id = ${userId}`
  return changed(tx, sql`delete from notices where ${batch(places, limit)} returning 1`)
}

/** A deleted user's jobs, at once: `GET /jobs/{id}` asks for nothing but the job. */
export async function removeJobs(tx: Tx, applicationId: ApplicationId, userId: UserId): Promise<void> {
  await tx
    .deleteFrom('jobs')
    .where('application_id', '=', applicationId)
    .where('user_id', '=', userId)
    .execute()
}

/** Everything that holds data of a consent, in the order in which it is deleted: what points before what is pointed at. */
export const deletionSteps: readonly {
  readonly name: string
  readonly limit: number
  readonly step: Step
}[] = [
  { name: 'connections', limit: 500, step: rowsOf('connections') },
  { name: 'jobs', limit: 500, step: jobs },
  { name: 'logins', limit: 500, step: logins },
  { name: 'transactions', limit: 2_000, step: rowsOfAccounts('transactions') },
  { name: 'transactionBlocks', limit: 200, step: rowsOfAccounts('transaction_blocks') },
  { name: 'accounts', limit: 200, step: rowsOf('accounts') },
  { name: 'identities', limit: 200, step: rowsOf('identities') },
  { name: 'statements', limit: 200, step: rowsOf('statements') },
  { name: 'events', limit: 500, step: events },
  { name: 'notices', limit: 500, step: notices },
]

/** Consents whose keys go with this deletion: none for one connection of a consent that stays. */
export async function consentIds(db: Db, subject: DeletionSubject): Promise<ConsentId[]> {
  if (subject.connectionId !== null) return []
  if (subject.consentId !== null) return [subject.consentId]
  const rows = await db
    .selectFrom('consents')
    .select('id')
    .where('application_id', '=', subject.applicationId)
    .where('user_id', '=', subject.userId)
    .execute()
  return rows.map((row) => row.id)
}
