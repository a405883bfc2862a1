import { type Insertable, type Selectable, sql, type Updateable } from 'kysely'
import type { Db, Tx } from '../db/database.ts'
import type { ApplicationId, ConnectionId, ConsentId, UserId } from '../ids.ts'
import type { ConnectionsTable } from './connections.table.ts'

export type ConnectionRow = Selectable<ConnectionsTable>

/** Connections are seen only while their consent is active: nothing of an ended consent shows, at once (settled 7). */
const visible = (db: Db | Tx, applicationId: ApplicationId, userId: UserId) =>
  db
    .selectFrom('connections')
    .selectAll('connections')
    .where('connections.application_id', '=', applicationId)
    .where('connections.user_id', '=', userId)
    .where((where) =>
      where.exists(
        where
          .selectFrom('consents')
          .select('consents.id')
          .whereRef('consents.application_id', '=', 'connections.application_id')
          .whereRef('consents.id', '=', 'connections.consent_id')
          .where('consents.status', '=', 'active'),
      ),
    )

export async function listOfUser(
  db: Db,
  applicationId: ApplicationId,
  userId: UserId,
): Promise<ConnectionRow[]> {
  return visible(db, applicationId, userId).orderBy('connections.created').orderBy('connections.id').execute()
}

export async function findOfUser(
  db: Db,
  applicationId: ApplicationId,
  userId: UserId,
  id: ConnectionId,
): Promise<ConnectionRow | undefined> {
  return visible(db, applicationId, userId).where('connections.id', '=', id).executeTakeFirst()
}

/** Whatever the state of its consent. */
export async function find(
  db: Db,
  applicationId: ApplicationId,
  id: ConnectionId,
): Promise<ConnectionRow | undefined> {
  return db
    .selectFrom('connections')
    .selectAll()
    .where('application_id', '=', applicationId)
    .where('id', '=', id)
    .executeTakeFirst()
}

export async function lock(
  tx: Tx,
  applicationId: ApplicationId,
  id: ConnectionId,
): Promise<ConnectionRow | undefined> {
  return tx
    .selectFrom('connections')
    .selectAll()
    .where('application_id', '=', applicationId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

export async function lockByLogin(
  tx: Tx,
  key: Pick<ConnectionRow, 'application_id' | 'user_id' | 'institution_id' | 'method' | 'login_hash'>,
): Promise<ConnectionRow | undefined> {
  return tx
    .selectFrom('connections')
    .selectAll()
    .where('application_id', '=', key.application_id)
    .where('user_id', '=', key.user_id)
    .where('institution_id', '=', key.institution_id)
    .where('method', '=', key.method)
    .where('login_hash', '=', key.login_hash)
    .forUpdate()
    .executeTakeFirst()
}

/** Every connection of a consent or of a user, locked in one order so that two endings cannot block each other. */
export async function lockAll(
  tx: Tx,
  applicationId: ApplicationId,
  of: { readonly consentId: ConsentId } | { readonly userId: UserId },
): Promise<ConnectionRow[]> {
  const all = tx.selectFrom('connections').selectAll().where('application_id', '=', applicationId)
  const chosen =
    'consentId' in of ? all.where('consent_id', '=', of.consentId) : all.where('user_id', '=', of.userId)
  return chosen.orderBy('id').forUpdate().execute()
}

/** Adds a connection; `false` when that login has one by now. */
export async function insert(tx: Tx, row: Insertable<ConnectionsTable>): Promise<boolean> {
  const added = await tx
    .insertInto('connections')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['application_id', 'user_id', 'institution_id', 'method', 'login_hash']).doNothing(),
    )
    .returning('id')
    .executeTakeFirst()
  return added !== undefined
}

export async function save(
  tx: Tx,
  applicationId: ApplicationId,
  id: ConnectionId,
  change: Updateable<ConnectionsTable>,
): Promise<void> {
  await tx
    .updateTable('connections')
    .set(change)
    .where('application_id', '=', applicationId)
    .where('id', '=', id)
    .execute()
}

export async function remove(tx: Tx, applicationId: ApplicationId, id: ConnectionId): Promise<void> {
  await tx
    .deleteFrom('connections')
    .where('application_id', '=', applicationId)
    .where('id', '=', id)
    .execute()
}

export async function countOfApplication(tx: Tx, applicationId: ApplicationId): Promise<number> {
  const row = await tx
    .selectFrom('connections')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('application_id', '=', applicationId)
    .executeTakeFirstOrThrow()
  return row.count
}

/** Connections whose turn to be refreshed came by `upTo`, oldest first. */
export async function dueRefreshes(
  db: Db,
  applicationId: ApplicationId,
  upTo: Date,
  limit: number,
): Promise<{ at: Date; id: ConnectionId }[]> {
  const rows = await db
    .selectFrom('connections')
    .select(['id', 'refresh_due'])
    .where('application_id', '=', applicationId)
    .where('refresh_due', '<=', upTo)
    .orderBy('refresh_due')
    .limit(limit)
    .execute()
  return rows.flatMap(({ id, refresh_due: at }) => (at ? [{ id, at }] : []))
}

/**
 * Keeps a consent from ending while the transaction makes something under it; `false` when it has ended, or when `now` is
 * given and its date has passed by then.
 */
export async function holdConsent(
  tx: Tx,
  applicationId: ApplicationId,
  id: ConsentId,
  now?: Date,
): Promise<boolean> {
  const row = await tx
    .selectFrom('consents')
    .select('id')
    .where('application_id', '=', applicationId)
    .where('id', '=', id)
    .where('status', '=', 'active')
    .$if(now !== undefined, (query) => query.where('expiry_date', '>', now ?? new Date(0)))
    .forShare()
    .executeTakeFirst()
  return row !== undefined
}
