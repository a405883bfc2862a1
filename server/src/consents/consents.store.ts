import { CompiledQuery, type Insertable, type Selectable, sql, type Updateable } from 'kysely'
import type { Db, Tx } from '../db/database.ts'
import type { ApplicationId, ConsentId, DeletionId, LaunchId, UserId } from '../ids.ts'
import type { ConsentCause, ConsentEnd } from './consent-states.ts'
import type { ConsentAmendment } from './consents.schemas.ts'
import type { ConsentsTable } from './consents.table.ts'
import type { ActiveConsent, Consent, DataDeletion, ReviewedConsent } from './consents.types.ts'

const toConsent = (row: Selectable<ConsentsTable>): Consent => ({
  id: row.id,
  userId: row.user_id,
  policyId: row.policy_id,
  status: row.status,
  origin: row.origin,
  created: row.created,
  updated: row.updated,
  expiryDate: row.expiry_date,
  revoked: row.revoked,
  endedReason: row.ended_reason,
  scopes: new Set(row.scopes),
  content: row.content,
})

const activeQuery = `select id, scopes, expiry_date from consents
  where application_id = $1 and user_id = $2 and status = 'active' and expiry_date > $3`

/** The read behind every data route; its text is fixed so that no query is built for it. */
export async function findActive(
  db: Db,
  applicationId: ApplicationId,
  userId: UserId,
  now: Date,
): Promise<ActiveConsent | undefined> {
  const { rows } = await db.executeQuery<{ id: ConsentId; scopes: string[]; expiry_date: Date }>(
    CompiledQuery.raw(activeQuery, [applicationId, userId, now]),
  )
  const row = rows[0]
  return row && { id: row.id, scopes: new Set(row.scopes), expiryDate: row.expiry_date }
}

const ofUser = (db: Db, applicationId: ApplicationId, userId: UserId) =>
  db
    .selectFrom('consents')
    .selectAll()
    .where('application_id', '=', applicationId)
    .where('user_id', '=', userId)

/** Newest first. */
export async function list(db: Db, applicationId: ApplicationId, userId: UserId): Promise<Consent[]> {
  const rows = await ofUser(db, applicationId, userId).orderBy('created', 'desc').orderBy('id').execute()
  return rows.map(toConsent)
}

export async function find(
  db: Db,
  applicationId: ApplicationId,
  userId: UserId,
  id: ConsentId,
): Promise<Consent | undefined> {
  const row = await ofUser(db, applicationId, userId).where('id', '=', id).executeTakeFirst()
  return row && toConsent(row)
}

export async function findOfLaunch(
  db: Db,
  applicationId: ApplicationId,
  userId: UserId,
  launchId: LaunchId,
): Promise<Consent | undefined> {
  const row = await ofUser(db, applicationId, userId).where('launch_id', '=', launchId).executeTakeFirst()
  return row && toConsent(row)
}

/** The consent in status `active`, expired by date or not. */
export async function lockActive(
  tx: Tx,
  applicationId: ApplicationId,
  userId: UserId,
): Promise<Consent | undefined> {
  const row = await ofUser(tx, applicationId, userId)
    .where('status', '=', 'active')
    .forUpdate()
    .executeTakeFirst()
  return row && toConsent(row)
}

/** Reads active consents of which one date has passed at `upTo`, oldest first. */
export const due =
  (column: 'expiry_date' | 'warning_due' | 'reminder_due') =>
  async (
    db: Db,
    applicationId: ApplicationId,
    upTo: Date,
    limit: number,
  ): Promise<{ id: ConsentId; at: Date }[]> => {
    const rows = await db
      .selectFrom('consents')
      .select(['id', `${column} as at`])
      .where('application_id', '=', applicationId)
      .where('status', '=', 'active')
      .where(column, '<=', upTo)
      .orderBy(column)
      .limit(limit)
      .execute()
    return rows.flatMap(({ id, at }) => (at ? [{ id, at }] : []))
  }

/** Marks a consent as warned of, if that is due at `at`. */
export async function takeWarning(
  tx: Tx,
  applicationId: ApplicationId,
  id: ConsentId,
  at: Date,
): Promise<Consent | undefined> {
  const row = await tx
    .updateTable('consents')
    .set({ warning_due: null })
    .where('application_id', '=', applicationId)
    .where('id', '=', id)
    .where('status', '=', 'active')
    .where('warning_due', '<=', at)
    .returningAll()
    .executeTakeFirst()
  return row && toConsent(row)
}

/** Moves the reminder on, if it is due at `at`. */
export async function takeReminder(
  tx: Tx,
  applicationId: ApplicationId,
  id: ConsentId,
  at: Date,
  next: Date,
): Promise<Consent | undefined> {
  const row = await tx
    .updateTable('consents')
    .set({ reminder_due: next })
    .where('application_id', '=', applicationId)
    .where('id', '=', id)
    .where('status', '=', 'active')
    .where('reminder_due', '<=', at)
    .returningAll()
    .executeTakeFirst()
  return row && toConsent(row)
}

/** Locks a consent that is still active and due at `at`. */
export async function lockDue(
  tx: Tx,
  applicationId: ApplicationId,
  id: ConsentId,
  at: Date,
): Promise<boolean> {
  const row = await tx
    .selectFrom('consents')
    .select('id')
    .where('application_id', '=', applicationId)
    .where('id', '=', id)
    .where('status', '=', 'active')
    .where('expiry_date', '<=', at)
    .forUpdate()
    .executeTakeFirst()
  return row !== undefined
}

export async function insert(tx: Tx, consent: Insertable<ConsentsTable>): Promise<void> {
  await tx.insertInto('consents').values(consent).execute()
}

/** Newest first, with what only the person's own review shows. */
export async function review(
  db: Db,
  applicationId: ApplicationId,
  userId: UserId,
): Promise<ReviewedConsent[]> {
  const rows = await ofUser(db, applicationId, userId).orderBy('created', 'desc').orderBy('id').execute()
  return rows.map((row) => ({
    ...toConsent(row),
    amendments: row.record.amendments ?? [],
    deleteElection: row.record.deleteElection ?? null,
    displayed: row.record.displayed?.texts ?? null,
  }))
}

/** Changes a locked active consent, adding to its amendments. */
export async function amend(
  tx: Tx,
  applicationId: ApplicationId,
  id: ConsentId,
  { amendments, ...change }: Updateable<ConsentsTable> & { readonly amendments: readonly ConsentAmendment[] },
): Promise<Consent> {
  const row = await tx
    .updateTable('consents')
    .set({
      ...change,
      record: sql<string>`record || jsonb_build_object('amendments',
        coalesce(record -> 'amendments', '[]'::jsonb) || ${JSON.stringify(amendments)}::jsonb)`,
    })
    .where('application_id', '=', applicationId)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
  return toConsent(row)
}

/** Notes the person's election, once; `false` when the user has no such consent. */
export async function electDeletion(
  db: Db,
  applicationId: ApplicationId,
  userId: UserId,
  id: ConsentId,
  at: Date,
): Promise<boolean> {
  const election = JSON.stringify({ deleteElection: { value: true, at: at.toISOString() } })
  const row = await db
    .updateTable('consents')
    .set({
      record: sql<string>`case when record -> 'deleteElection' -> 'value' = 'true'::jsonb
        then record else record || ${election}::jsonb end`,
    })
    .where('application_id', '=', applicationId)
    .where('user_id', '=', userId)
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export async function postponeReminder(
  db: Db,
  applicationId: ApplicationId,
  userId: UserId,
  due: Date,
  now: Date,
): Promise<void> {
  await db
    .updateTable('consents')
    .set({ reminder_due: due })
    .where('application_id', '=', applicationId)
    .where('user_id', '=', userId)
    .where('status', '=', 'active')
    .where('expiry_date', '>', now)
    .execute()
}

/** Moves an active consent to its end; `undefined` when it is not active (any more). */
export async function end(
  tx: Tx,
  applicationId: ApplicationId,
  id: ConsentId,
  to: { readonly status: ConsentEnd; readonly cause: ConsentCause; readonly at: Date },
): Promise<Consent | undefined> {
  const row = await tx
    .updateTable('consents')
    .set({
      status: to.status,
      ended_reason: to.cause,
      updated: to.at,
      ...(to.status === 'revoked' && { revoked: to.at }),
    })
    .where('application_id', '=', applicationId)
    .where('id', '=', id)
    .where('status', '=', 'active')
    .returningAll()
    .executeTakeFirst()
  return row && toConsent(row)
}

export async function insertDeletion(
  tx: Tx,
  deletion: Omit<DataDeletion, 'status' | 'counts' | 'recipient'> & { readonly requested: Date },
): Promise<void> {
  await tx
    .insertInto('data_deletions')
    .values({
      application_id: deletion.applicationId,
      id: deletion.id,
      user_id: deletion.userId,
      consent_id: deletion.consentId,
      connection_id: deletion.connectionId,
      cause: deletion.cause,
      status: 'running',
      requested: deletion.requested,
      counts: '{}',
      recipient: sql<string>`(select nullif(email, '') from users
        where application_id = ${deletion.applicationId} and id = ${deletion.userId})`,
    })
    .execute()
}

export async function findDeletion(
  db: Db,
  applicationId: ApplicationId,
  id: DeletionId,
): Promise<DataDeletion | undefined> {
  const row = await db
    .selectFrom('data_deletions')
    .selectAll()
    .where('application_id', '=', applicationId)
    .where('id', '=', id)
    .executeTakeFirst()
  return (
    row && {
      id: row.id,
      applicationId: row.application_id,
      userId: row.user_id,
      consentId: row.consent_id,
      connectionId: row.connection_id,
      cause: row.cause,
      status: row.status,
      counts: row.counts,
      recipient: row.recipient,
    }
  )
}

/**
 * Whether what a user shared before is still being deleted. One connection's own deletion does not count, nor that of a
 * consent another one took the place of: its new connections have nothing to wait for.
 */
export async function isDeleting(db: Db, applicationId: ApplicationId, userId: UserId): Promise<boolean> {
  const row = await db
    .selectFrom('data_deletions')
    .select('id')
    .where('application_id', '=', applicationId)
    .where('user_id', '=', userId)
    .where('status', '=', 'running')
    .where('connection_id', 'is', null)
    .where('cause', '!=', 'superseded')
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Adds to the number of rows of one class that a deletion has removed. */
export async function addCount(
  tx: Tx,
  applicationId: ApplicationId,
  id: DeletionId,
  name: string,
  more: number,
): Promise<void> {
  await tx
    .updateTable('data_deletions')
    .set({
      counts: sql<string>`counts || jsonb_build_object(${name}::text, coalesce((counts ->> ${name}::text)::int, 0) + ${more}::int)`,
    })
    .where('application_id', '=', applicationId)
    .where('id', '=', id)
    .execute()
}

export async function completeDeletion(
  tx: Tx,
  applicationId: ApplicationId,
  id: DeletionId,
  completed: Date,
): Promise<void> {
  await tx
    .updateTable('data_deletions')
    .set({ status: 'done', completed, recipient: null })
    .where('application_id', '=', applicationId)
    .where('id', '=', id)
    .execute()
}
