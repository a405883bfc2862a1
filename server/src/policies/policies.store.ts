import { type Selectable, sql } from 'kysely'
import type { Db, Tx } from '../db/database.ts'
import type { ApplicationId, PolicyId } from '../ids.ts'
import type { PolicyContent } from './policies.schemas.ts'
import type { PoliciesTable } from './policies.table.ts'

export type PolicyRow = Selectable<PoliciesTable>

export async function find(
  db: Db,
  applicationId: ApplicationId,
  id: PolicyId,
): Promise<PolicyRow | undefined> {
  return db
    .selectFrom('policies')
    .selectAll()
    .where('application_id', '=', applicationId)
    .where('id', '=', id)
    .executeTakeFirst()
}

export async function findCurrent(db: Db, applicationId: ApplicationId): Promise<PolicyRow | undefined> {
  return db
    .selectFrom('policies')
    .selectAll()
    .where('application_id', '=', applicationId)
    .where('status', '=', 'current')
    .executeTakeFirst()
}

export async function findCurrentId(db: Db, applicationId: ApplicationId): Promise<PolicyId | undefined> {
  const row = await db
    .selectFrom('policies')
    .select('id')
    .where('application_id', '=', applicationId)
    .where('status', '=', 'current')
    .executeTakeFirst()
  return row?.id
}

/** Lets one transaction at a time publish versions of an application's policy. */
export async function lockVersions(tx: Tx, applicationId: ApplicationId): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('policies'), hashtext(${applicationId}))`.execute(tx)
}

export async function supersede(tx: Tx, applicationId: ApplicationId): Promise<void> {
  await tx
    .updateTable('policies')
    .set({ status: 'superseded' })
    .where('application_id', '=', applicationId)
    .where('status', '=', 'current')
    .execute()
}

export async function insert(
  tx: Tx,
  applicationId: ApplicationId,
  policy: { id: PolicyId; version: number; content: PolicyContent; created: Date; createdBy: string },
): Promise<void> {
  await tx
    .insertInto('policies')
    .values({
      application_id: applicationId,
      id: policy.id,
      version: policy.version,
      status: 'current',
      content: JSON.stringify(policy.content),
      created: policy.created,
      created_by: policy.createdBy,
    })
    .execute()
}
