import type { Selectable } from 'kysely'
import type { Db, Tx } from '../db/database.ts'
import { type Match, matches } from '../db/match.ts'
import type { ApplicationId, UserId } from '../ids.ts'
import type { UserFields } from './users.schemas.ts'
import type { UsersTable } from './users.table.ts'

export type UserRow = Selectable<UsersTable>

export type UserFilter = Match<'id' | 'email' | 'mobile'>

const columns = (fields: UserFields) => ({
  email: fields.email,
  mobile: fields.mobile,
  first_name: fields.firstName,
  middle_name: fields.middleName,
  last_name: fields.lastName,
  business: JSON.stringify(fields.business),
})

export async function insert(
  tx: Tx,
  applicationId: ApplicationId,
  id: UserId,
  fields: UserFields,
  created: Date,
): Promise<void> {
  await tx
    .insertInto('users')
    .values({ application_id: applicationId, id, ...columns(fields), created, updated: created })
    .execute()
}

export async function find(db: Db, applicationId: ApplicationId, id: UserId): Promise<UserRow | undefined> {
  return db
    .selectFrom('users')
    .selectAll()
    .where('application_id', '=', applicationId)
    .where('id', '=', id)
    .executeTakeFirst()
}

export async function exists(db: Db, applicationId: ApplicationId, id: UserId): Promise<boolean> {
  const row = await db
    .selectFrom('users')
    .select('id')
    .where('application_id', '=', applicationId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row !== undefined
}

export async function lock(tx: Tx, applicationId: ApplicationId, id: UserId): Promise<UserRow | undefined> {
  return tx
    .selectFrom('users')
    .selectAll()
    .where('application_id', '=', applicationId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

export async function save(
  tx: Tx,
  applicationId: ApplicationId,
  id: UserId,
  fields: UserFields,
  updated: Date,
): Promise<void> {
  await tx
    .updateTable('users')
    .set({ ...columns(fields), updated })
    .where('application_id', '=', applicationId)
    .where('id', '=', id)
    .execute()
}

export async function remove(tx: Tx, applicationId: ApplicationId, id: UserId): Promise<void> {
  await tx.deleteFrom('users').where('application_id', '=', applicationId).where('id', '=', id).execute()
}

function matching(db: Db, applicationId: ApplicationId, filters: readonly UserFilter[]) {
  let query = db.selectFrom('users').where('application_id', '=', applicationId)
  for (const filter of filters) query = query.where(matches(filter))
  return query
}

/** Newest first, from before `before` on. */
export async function list(
  db: Db,
  applicationId: ApplicationId,
  filters: readonly UserFilter[],
  page: { readonly before?: number | undefined; readonly limit: number },
): Promise<UserRow[]> {
  let query = matching(db, applicationId, filters).selectAll().orderBy('seq', 'desc').limit(page.limit)
  if (page.before !== undefined) query = query.where('seq', '<', page.before)
  return query.execute()
}

export async function count(
  db: Db,
  applicationId: ApplicationId,
  filters: readonly UserFilter[],
): Promise<number> {
  const row = await matching(db, applicationId, filters)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return row.count
}
