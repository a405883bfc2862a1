import type { Insertable, Selectable } from 'kysely'
import type { Db, Tx } from '../db/database.ts'
import type { ApplicationId, ConnectionId, StatementId, UserId } from '../ids.ts'
import type { StatementsTable } from './statements.table.ts'

export type StatementRow = Selectable<StatementsTable>

/** Statements under the user's active consent (settled 7). */
const visible = (db: Db, applicationId: ApplicationId, userId: UserId) =>
  db
    .selectFrom('statements')
    .innerJoin('consents', (join) =>
      join
        .onRef('consents.application_id', '=', 'statements.application_id')
        .onRef('consents.id', '=', 'statements.consent_id')
        .on('consents.status', '=', 'active'),
    )
    .selectAll('statements')
    .where('statements.application_id', '=', applicationId)
    .where('statements.user_id', '=', userId)

export async function list(db: Db, applicationId: ApplicationId, userId: UserId): Promise<StatementRow[]> {
  return visible(db, applicationId, userId)
    .orderBy('statements.created', 'desc')
    .orderBy('statements.id')
    .execute()
}

export async function find(
  db: Db,
  applicationId: ApplicationId,
  userId: UserId,
  id: StatementId,
): Promise<StatementRow | undefined> {
  return visible(db, applicationId, userId).where('statements.id', '=', id).executeTakeFirst()
}

/** Adds the statements that are new to the connection; those that are known keep their ids. */
export async function insertNew(tx: Tx, rows: readonly Insertable<StatementsTable>[]): Promise<void> {
  if (rows.length === 0) return
  await tx
    .insertInto('statements')
    .values([...rows])
    .onConflict((conflict) =>
      conflict.columns(['application_id', 'connection_id', 'reference_hash']).doNothing(),
    )
    .execute()
}

export async function removeOfConnection(
  tx: Tx,
  applicationId: ApplicationId,
  id: ConnectionId,
): Promise<void> {
  await tx
    .deleteFrom('statements')
    .where('application_id', '=', applicationId)
    .where('connection_id', '=', id)
    .execute()
}
