import type { Insertable, Selectable } from 'kysely'
import type { Db, Tx } from '../db/database.ts'
import type { ApplicationId, ConnectionId, IdentityId, UserId } from '../ids.ts'
import type { IdentitiesTable } from './identities.table.ts'

export type IdentityRow = Selectable<IdentitiesTable>

/** Identities under the user's active consent (settled 7). */
const visible = (db: Db, applicationId: ApplicationId, userId: UserId) =>
  db
    .selectFrom('identities')
    .innerJoin('consents', (join) =>
      join
        .onRef('consents.application_id', '=', 'identities.application_id')
        .onRef('consents.id', '=', 'identities.consent_id')
        .on('consents.status', '=', 'active'),
    )
    .selectAll('identities')
    .where('identities.application_id', '=', applicationId)
    .where('identities.user_id', '=', userId)

export async function list(db: Db, applicationId: ApplicationId, userId: UserId): Promise<IdentityRow[]> {
  return visible(db, applicationId, userId).orderBy('identities.created').orderBy('identities.id').execute()
}

export async function find(
  db: Db,
  applicationId: ApplicationId,
  userId: UserId,
  id: IdentityId,
): Promise<IdentityRow | undefined> {
  return visible(db, applicationId, userId).where('identities.id', '=', id).executeTakeFirst()
}

export async function idOfConnection(
  tx: Tx,
  applicationId: ApplicationId,
  connectionId: ConnectionId,
): Promise<IdentityId | undefined> {
  const row = await tx
    .selectFrom('identities')
    .select('id')
    .where('application_id', '=', applicationId)
    .where('connection_id', '=', connectionId)
    .executeTakeFirst()
  return row?.id
}

/** Adds the identity of a connection, or takes over what changed of it; its id and `created` stay. */
export async function put(tx: Tx, row: Insertable<IdentitiesTable>): Promise<void> {
  const { job_id, updated, sealed_body, consent_id } = row
  await tx
    .insertInto('identities')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .columns(['application_id', 'connection_id'])
        .doUpdateSet({ job_id, updated, sealed_body, consent_id }),
    )
    .execute()
}

export async function removeOfConnection(
  tx: Tx,
  applicationId: ApplicationId,
  id: ConnectionId,
): Promise<void> {
  await tx
    .deleteFrom('identities')
    .where('application_id', '=', applicationId)
    .where('connection_id', '=', id)
    .execute()
}
