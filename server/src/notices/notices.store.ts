import type { Insertable, Selectable, Updateable } from 'kysely'
import type { Db, Tx } from '../db/database.ts'
import type { ApplicationId, NoticeId, UserId } from '../ids.ts'
import type { NoticesTable } from './notices.table.ts'

export type NoticeRow = Selectable<NoticesTable>

export async function insert(tx: Tx, notice: Insertable<NoticesTable>): Promise<void> {
  await tx.insertInto('notices').values(notice).execute()
}

/** The user's mail address; `undefined` without one. */
export async function addressOf(
  tx: Tx,
  applicationId: ApplicationId,
  userId: UserId,
): Promise<string | undefined> {
  const row = await tx
    .selectFrom('users')
    .select('email')
    .where('application_id', '=', applicationId)
    .where('id', '=', userId)
    .executeTakeFirst()
  return row?.email || undefined
}

export async function find(
  db: Db,
  applicationId: ApplicationId,
  id: NoticeId,
): Promise<NoticeRow | undefined> {
  return db
    .selectFrom('notices')
    .selectAll()
    .where('application_id', '=', applicationId)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** Newest first. */
export async function listOfUser(
  db: Db,
  applicationId: ApplicationId,
  userId: UserId,
  limit: number,
): Promise<NoticeRow[]> {
  return db
    .selectFrom('notices')
    .selectAll()
    .where('application_id', '=', applicationId)
    .where('user_id', '=', userId)
    .orderBy('seq', 'desc')
    .limit(limit)
    .execute()
}

/** What was sent, oldest first, the newest `limit` of it. */
export async function listSent(
  db: Db,
  applicationId: ApplicationId,
  to: string | undefined,
  limit: number,
): Promise<NoticeRow[]> {
  const rows = await db
    .selectFrom('notices')
    .selectAll()
    .where('application_id', '=', applicationId)
    .where('status', '=', 'sent')
    .$if(to !== undefined, (query) => query.where('recipient', '=', to ?? ''))
    .orderBy('seq', 'desc')
    .limit(limit)
    .execute()
  return rows.reverse()
}

export async function save(
  tx: Tx,
  applicationId: ApplicationId,
  id: NoticeId,
  change: Updateable<NoticesTable>,
): Promise<void> {
  await tx
    .updateTable('notices')
    .set(change)
    .where('application_id', '=', applicationId)
    .where('id', '=', id)
    .execute()
}

export async function oldest(db: Db, applicationId: ApplicationId): Promise<Date | undefined> {
  const row = await db
    .selectFrom('notices')
    .select('created')
    .where('application_id', '=', applicationId)
    .orderBy('created')
    .limit(1)
    .executeTakeFirst()
  return row?.created
}

export async function prune(tx: Tx, applicationId: ApplicationId, before: Date): Promise<void> {
  await tx
    .deleteFrom('notices')
    .where('application_id', '=', applicationId)
    .where('created', '<', before)
    .execute()
}
