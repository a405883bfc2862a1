import type { Insertable, Selectable } from 'kysely'
import type { Db, Tx } from '../db/database.ts'
import type { ApplicationId, AuthLinkId, UserId } from '../ids.ts'
import type { AuthLinksTable } from './auth-links.table.ts'

export type AuthLinkRow = Selectable<AuthLinksTable>

export async function find(
  db: Db,
  applicationId: ApplicationId,
  userId: UserId,
): Promise<AuthLinkRow | undefined> {
  return db
    .selectFrom('auth_links')
    .selectAll()
    .where('application_id', '=', applicationId)
    .where('user_id', '=', userId)
    .executeTakeFirst()
}

/** The new link takes the place of the former one. */
export async function replace(tx: Tx, link: Insertable<AuthLinksTable>): Promise<void> {
  const { application_id: _application, user_id: _user, ...rest } = link
  await tx
    .insertInto('auth_links')
    .values(link)
    .onConflict((conflict) => conflict.columns(['application_id', 'user_id']).doUpdateSet(rest))
    .execute()
}

export async function remove(db: Db, applicationId: ApplicationId, userId: UserId): Promise<boolean> {
  const removed = await db
    .deleteFrom('auth_links')
    .where('application_id', '=', applicationId)
    .where('user_id', '=', userId)
    .returning('id')
    .executeTakeFirst()
  return removed !== undefined
}

/** The link of a public address: its id is the secret, and says whose application it is. */
export async function findById(db: Db, id: AuthLinkId): Promise<AuthLinkRow | undefined> {
  return db.selectFrom('auth_links').selectAll().where('id', '=', id).executeTakeFirst()
}

/** Uses a link up; `false` when it was used, or another took its place, meanwhile. */
export async function use(tx: Tx, applicationId: ApplicationId, id: AuthLinkId, at: Date): Promise<boolean> {
  const used = await tx
    .updateTable('auth_links')
    .set({ used_at: at })
    .where('application_id', '=', applicationId)
    .where('id', '=', id)
    .where('used_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return used !== undefined
}

/** Removes this link; a newer one of the same user stays. */
export async function removeById(db: Db, applicationId: ApplicationId, id: AuthLinkId): Promise<void> {
  await db.deleteFrom('auth_links').where('application_id', '=', applicationId).where('id', '=', id).execute()
}
