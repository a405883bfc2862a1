import { CompiledQuery, type Insertable, type Selectable, sql, type Updateable } from 'kysely'
import type { Db, Tx } from '../db/database.ts'
import type { ApplicationId, ConnectionId, ConsentId, JobId, UserId } from '../ids.ts'
import type { JobsTable } from './jobs.table.ts'

export type JobRow = Selectable<JobsTable>

/** What answering a poll takes. */
export type JobView = Pick<
  JobRow,
  | 'id'
  | 'user_id'
  | 'connection_id'
  | 'consent_id'
  | 'institution_id'
  | 'status'
  | 'steps'
  | 'created'
  | 'updated'
  | 'sealed_challenge'
  | 'challenge_expires'
> & { readonly checking: boolean }

const viewColumns = `id, user_id, connection_id, consent_id, institution_id, status, steps, created, updated,
  sealed_challenge, challenge_expires, sealed_answer is not null as checking`
const viewById = `select ${viewColumns} from jobs where application_id = $1 and id = $2`

/** The point read behind every poll; its text is fixed so that no query is built for it. */
export async function view(db: Db, applicationId: ApplicationId, id: JobId): Promise<JobView | undefined> {
  const { rows } = await db.executeQuery<JobView>(CompiledQuery.raw(viewById, [applicationId, id]))
  return rows[0]
}

export async function listOfUser(
  db: Db,
  applicationId: ApplicationId,
  userId: UserId,
  since: Date,
): Promise<JobView[]> {
  return db
    .selectFrom('jobs')
    .select([
      'id',
      'user_id',
      'connection_id',
      'consent_id',
      'institution_id',
      'status',
      'steps',
      'created',
      'updated',
      'sealed_challenge',
      'challenge_expires',
    ])
    .select(sql<boolean>`sealed_answer is not null`.as('checking'))
    .where('application_id', '=', applicationId)
    .where('user_id', '=', userId)
    .where('created', '>', since)
    .orderBy('created', 'desc')
    .orderBy('id')
    .execute()
}

/** Adds a job unless one runs for the connection; answers whether it was added. */
export async function insert(tx: Tx, job: Insertable<JobsTable>): Promise<boolean> {
  const added = await tx
    .insertInto('jobs')
    .values(job)
    .onConflict((conflict) =>
      conflict
        .columns(['application_id', 'connection_id'])
        // Literals: the planner matches a partial index by its predicate's text.
        .where(sql<boolean>`status in ('pending', 'in-progress')`)
        .doNothing(),
    )
    .returning('id')
    .executeTakeFirst()
  return added !== undefined
}

/** The job that runs for a connection. Lock the connection first: whoever ends a job holds that lock. */
export async function findRunning(
  tx: Tx,
  applicationId: ApplicationId,
  connectionId: ConnectionId,
): Promise<JobId | undefined> {
  const row = await tx
    .selectFrom('jobs')
    .select('id')
    .where('application_id', '=', applicationId)
    .where('connection_id', '=', connectionId)
    .where('status', 'in', ['pending', 'in-progress'])
    .executeTakeFirst()
  return row?.id
}

export async function find(db: Db, applicationId: ApplicationId, id: JobId): Promise<JobRow | undefined> {
  return db
    .selectFrom('jobs')
    .selectAll()
    .where('application_id', '=', applicationId)
    .where('id', '=', id)
    .executeTakeFirst()
}

export async function lock(tx: Tx, applicationId: ApplicationId, id: JobId): Promise<JobRow | undefined> {
  return tx
    .selectFrom('jobs')
    .selectAll()
    .where('application_id', '=', applicationId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

export async function save(
  tx: Tx,
  applicationId: ApplicationId,
  id: JobId,
  change: Updateable<JobsTable>,
): Promise<void> {
  await tx
    .updateTable('jobs')
    .set(change)
    .where('application_id', '=', applicationId)
    .where('id', '=', id)
    .execute()
}

/** Forgets the sessions and answers of every job of a connection. */
export async function forgetSecrets(
  tx: Tx,
  applicationId: ApplicationId,
  connectionId: ConnectionId,
): Promise<void> {
  await tx
    .updateTable('jobs')
    .set({
      sealed_state: null,
      sealed_challenge: null,
      sealed_answer: null,
      sealed_login: null,
      accepted_answer: null,
    })
    .where('application_id', '=', applicationId)
    .where('connection_id', '=', connectionId)
    .execute()
}

/** When the oldest job that has ended was made. */
export async function oldest(db: Db, applicationId: ApplicationId): Promise<Date | undefined> {
  const row = await db
    .selectFrom('jobs')
    .select('created')
    .where('application_id', '=', applicationId)
    .where('status', 'in', sql<'success' | 'failed'>`('success', 'failed')`)
    .orderBy('created')
    .limit(1)
    .executeTakeFirst()
  return row?.created
}

export async function prune(tx: Tx, applicationId: ApplicationId, before: Date): Promise<void> {
  await tx
    .deleteFrom('jobs')
    .where('application_id', '=', applicationId)
    .where('status', 'in', sql<'success' | 'failed'>`('success', 'failed')`)
    .where('created', '<', before)
    .execute()
}

/** Jobs whose challenge nobody answered in time, oldest first. */
export async function dueChallenges(
  db: Db,
  applicationId: ApplicationId,
  upTo: Date,
  limit: number,
): Promise<{ at: Date; id: JobId }[]> {
  const rows = await db
    .selectFrom('jobs')
    .select(['id', 'challenge_expires'])
    .where('application_id', '=', applicationId)
    .where('challenge_expires', '<=', upTo)
    .where('sealed_answer', 'is', null)
    .orderBy('challenge_expires')
    .limit(limit)
    .execute()
  return rows.flatMap(({ id, challenge_expires: at }) => (at ? [{ id, at }] : []))
}

/** Jobs that should have ended by now in real time, oldest first. */
export async function overdue(
  db: Db,
  applicationId: ApplicationId,
  upTo: Date,
  limit: number,
): Promise<{ at: Date; id: JobId }[]> {
  const rows = await db
    .selectFrom('jobs')
    .select(['id', 'deadline'])
    .where('application_id', '=', applicationId)
    .where('status', 'in', ['pending', 'in-progress'])
    .where('deadline', '<=', upTo)
    .orderBy('deadline')
    .limit(limit)
    .execute()
  return rows.flatMap(({ id, deadline: at }) => (at ? [{ id, at }] : []))
}

/** What the consent a job runs under allows; `undefined` once it is no longer active. */
export async function consentOf(
  db: Db,
  applicationId: ApplicationId,
  consentId: ConsentId,
): Promise<{ scopes: ReadonlySet<string>; initialRetrievalDays: number | null } | undefined> {
  const row = await db
    .selectFrom('consents')
    .select('content')
    .where('application_id', '=', applicationId)
    .where('id', '=', consentId)
    .where('status', '=', 'active')
    .executeTakeFirst()
  if (!row) return undefined
  const { permissions, initialRetrievalDays } = row.content.data
  return {
    scopes: new Set(permissions.filter((permission) => permission.consented).map(({ scope }) => scope)),
    initialRetrievalDays,
  }
}
