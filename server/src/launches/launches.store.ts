import { type Selectable, sql } from 'kysely'
import type { Db, Tx } from '../db/database.ts'
import type { ApplicationId, ConsentId, LaunchId, UserId } from '../ids.ts'
import type { LaunchAttemptsTable, LaunchesTable } from './launches.table.ts'
import type { Accomplished, Attempt, Ending, Launch, Progress } from './launches.types.ts'

export interface NewLaunch
  extends Omit<Launch, 'consentId' | 'approvals' | 'ending' | 'accomplished' | 'progress'> {
  readonly applicationId: ApplicationId
  readonly secretHash: Buffer
  readonly created: Date
}

const toLaunch = (row: Selectable<LaunchesTable>): Launch => ({
  id: row.id,
  userId: row.user_id,
  request: row.request,
  adviser: row.adviser,
  expiresAt: row.expires_at,
  consentId: row.consent_id,
  approvals: row.approvals,
  ending: row.ending,
  accomplished: row.accomplished,
  progress: row.progress,
})

const toAttempt = (row: Selectable<LaunchAttemptsTable>): Attempt => ({
  jobId: row.job_id,
  institutionId: row.institution_id,
  connectionId: row.connection_id,
  consentId: row.consent_id,
  sealedLogin: row.sealed_login,
})

export async function insert(tx: Tx, launch: NewLaunch): Promise<void> {
  await tx
    .insertInto('launches')
    .values({
      application_id: launch.applicationId,
      id: launch.id,
      user_id: launch.userId,
      secret_hash: launch.secretHash,
      request: JSON.stringify(launch.request),
      adviser: launch.adviser && JSON.stringify(launch.adviser),
      created: launch.created,
      expires_at: launch.expiresAt,
      approvals: '{}',
      progress: '{}',
    })
    .execute()
}

/** Launches that ended long ago are of no use to anyone. */
export async function dropExpired(tx: Tx, applicationId: ApplicationId, before: Date): Promise<void> {
  await tx
    .deleteFrom('launches')
    .where('application_id', '=', applicationId)
    .where('expires_at', '<', before)
    .execute()
}

export async function find(db: Db, applicationId: ApplicationId, id: LaunchId, secretHash: Buffer) {
  const row = await db
    .selectFrom('launches')
    .selectAll()
    .where('application_id', '=', applicationId)
    .where('id', '=', id)
    .where('secret_hash', '=', secretHash)
    .executeTakeFirst()
  return row && toLaunch(row)
}

export async function attemptsOf(db: Db, applicationId: ApplicationId, id: LaunchId): Promise<Attempt[]> {
  const rows = await db
    .selectFrom('launch_attempts')
    .selectAll()
    .where('application_id', '=', applicationId)
    .where('launch_id', '=', id)
    .orderBy('seq')
    .execute()
  return rows.map(toAttempt)
}

/** Adds the job, once: a running job that is joined again keeps its place. */
export async function addAttempt(
  db: Db,
  applicationId: ApplicationId,
  launchId: LaunchId,
  attempt: Attempt,
): Promise<void> {
  await db
    .insertInto('launch_attempts')
    .values({
      application_id: applicationId,
      launch_id: launchId,
      job_id: attempt.jobId,
      institution_id: attempt.institutionId,
      connection_id: attempt.connectionId,
      consent_id: attempt.consentId,
      sealed_login: attempt.sealedLogin,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function setConsent(db: Db, applicationId: ApplicationId, id: LaunchId, consentId: ConsentId) {
  await db
    .updateTable('launches')
    .set({ consent_id: consentId })
    .where('application_id', '=', applicationId)
    .where('id', '=', id)
    .execute()
}

export async function setApprovals(
  db: Db,
  applicationId: ApplicationId,
  id: LaunchId,
  approvals: Readonly<Record<string, string>>,
): Promise<void> {
  await db
    .updateTable('launches')
    .set({ approvals: JSON.stringify(approvals) })
    .where('application_id', '=', applicationId)
    .where('id', '=', id)
    .execute()
}

/** Adds to what is known of the launch; with `first`, what is known already stands. */
export async function note(
  db: Db,
  applicationId: ApplicationId,
  id: LaunchId,
  progress: Progress,
  first = false,
): Promise<void> {
  const more = sql`${JSON.stringify(progress)}::jsonb`
  await db
    .updateTable('launches')
    .set({ progress: first ? sql<string>`${more} || progress` : sql<string>`progress || ${more}` })
    .where('application_id', '=', applicationId)
    .where('id', '=', id)
    .execute()
}

export async function setAccomplished(
  db: Db,
  applicationId: ApplicationId,
  id: LaunchId,
  accomplished: Accomplished,
): Promise<void> {
  await db
    .updateTable('launches')
    .set({ accomplished })
    .where('application_id', '=', applicationId)
    .where('id', '=', id)
    .execute()
}

/** Ends the launch; the first ending stands. */
export async function end(
  db: Db,
  applicationId: ApplicationId,
  id: LaunchId,
  ending: Ending,
  at: Date,
): Promise<void> {
  await db
    .updateTable('launches')
    .set({ ending, ended_at: at })
    .where('application_id', '=', applicationId)
    .where('id', '=', id)
    .where('ending', 'is', null)
    .execute()
}

/** Institutions of the user's latest attempts, newest first, for the order of the picker. */
export async function recentInstitutions(
  db: Db,
  applicationId: ApplicationId,
  userId: UserId,
): Promise<string[]> {
  const rows = await db
    .selectFrom('launch_attempts as a')
    .innerJoin('launches as l', (join) =>
      join.onRef('l.application_id', '=', 'a.application_id').onRef('l.id', '=', 'a.launch_id'),
    )
    .select('a.institution_id')
    .where('a.application_id', '=', applicationId)
    .where('l.user_id', '=', userId)
    .orderBy('a.seq', 'desc')
    .limit(20)
    .execute()
  return [...new Set(rows.map((row) => row.institution_id))]
}
