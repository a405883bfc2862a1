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

const accountsOf = (subject: DeletionSubject) => sql`(select id from accounts where ${owned(subject)})`

/** Rows of a table that carries user and consent. */
const rowsOf =
  (table: 'accounts' | 'identities' | 'statements' | 'connections'): Step =>
  (tx, subject, limit) =>
    changed(
      tx,
      sql`delete from ${sql.table(table)} where application_id = ${subject.applicationId} and id in
        (select id from ${sql.table(table)} where ${owned(subject, table === 'connections' ? 'id' : 'connection_id')}
          limit ${limit}) returning 1`,
    )

/** Jobs stay on record without what they held. */
const jobs: Step = (tx, subject, limit) =>
  changed(
    tx,
    sql`update jobs set sealed_state = null, sealed_challenge = null, sealed_answer = null, accepted_answer = null,
        sealed_login = null
      where application_id = ${subject.applicationId} and id in
        (select id from jobs where ${owned(subject)}
          and (sealed_state is not null or sealed_challenge is not null or sealed_answer is not null
            or accepted_answer is not null or sealed_login is not null) limit ${limit}) returning 1`,
  )

/** Login ids remembered for another try in the Consent UI. */
const logins: Step = (tx, subject, limit) =>
  changed(
    tx,
    sql`update launch_attempts set sealed_login = null where application_id = ${subject.applicationId} and (launch_id, job_id) in
      (select a.launch_id, a.job_id from launch_attempts a join launches l on l.application_id = a.application_id and l.id = a.launch_id
        where l.application_id = ${subject.applicationId} and l.user_id = ${subject.userId}
          and (${subject.consentId}::uuid is null or a.consent_id = ${subject.consentId})
          and (${subject.connectionId}::uuid is null or a.connection_id = ${subject.connectionId}) and a.sealed_login is not null
        limit ${limit}) and sealed_login is not null returning 1`,
  )

/** Events keep their place in the list; the body read from a bank goes. */
const events: Step = (tx, subject, limit) =>
  changed(
    tx,
    sql`update events set sealed_data = null where application_id = ${subject.applicationId} and seq in
      (select seq from events where ${owned(subject)} and sealed_data is not null limit ${limit}) returning 1`,
  )

const transactions: Step = (tx, subject, limit) =>
  changed(
    tx,
    sql`delete from transactions where application_id = ${subject.applicationId} and id in
      (select id from transactions where application_id = ${subject.applicationId}
        and account_id in ${accountsOf(subject)} limit ${limit}) returning 1`,
  )

const blocks: Step = (tx, subject, limit) =>
  changed(
    tx,
    sql`delete from transaction_blocks where application_id = ${subject.applicationId} and (account_id, number) in
      (select account_id, number from transaction_blocks where application_id = ${subject.applicationId}
        and account_id in ${accountsOf(subject)} limit ${limit}) returning 1`,
  )

/** A deleted user's mail; what was written about a consent stays with its record. */
const notices: Step = async (tx, subject, limit) =>
  subject.consentId !== null || subject.connectionId !== null
    ? 0
    : changed(
        tx,
        sql`delete from notices where application_id = ${subject.applicationId} and id in
          (select id from notices where application_id = ${subject.applicationId} and user_id = ${subject.userId}
            limit ${limit}) returning 1`,
      )

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
  { name: 'transactions', limit: 2_000, step: transactions },
  { name: 'transactionBlocks', limit: 200, step: blocks },
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
