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

/** Every version, newest first. */
export async function list(db: Db, applicationId: ApplicationId): Promise<PolicyRow[]> {
  return db
    .selectFrom('policies')
    .selectAll()
    .where('application_id', '=', applicationId)
    .orderBy('version', 'desc')
    .execute()
}

export async function findDraft(
  db: Db,
  applicationId: ApplicationId,
): Promise<{ content: PolicyContent; updated: Date; updatedBy: string } | undefined> {
  const row = await db
    .selectFrom('policy_drafts')
    .selectAll()
    .where('application_id', '=', applicationId)
    .executeTakeFirst()
  return row && { content: row.content, updated: row.updated, updatedBy: row.updated_by }
}

export async function saveDraft(
  db: Db,
  applicationId: ApplicationId,
  draft: { content: PolicyContent; updated: Date; updatedBy: string },
): Promise<void> {
  const values = {
    content: JSON.stringify(draft.content),
    updated: draft.updated,
    updated_by: draft.updatedBy,
  }
  await db
    .insertInto('policy_drafts')
    .values({ application_id: applicationId, ...values })
    .onConflict((conflict) => conflict.column('application_id').doUpdateSet(values))
    .execute()
}

export async function removeDraft(db: Db, applicationId: ApplicationId): Promise<void> {
  await db.deleteFrom('policy_drafts').where('application_id', '=', applicationId).execute()
}

/** Users with an active consent, and those of them who agreed to a version with other (scope, required) pairs. */
export async function affected(
  db: Db,
  applicationId: ApplicationId,
  permissions: PolicyContent['permissions'],
  now: Date,
): Promise<{ users: number; toUpdate: number }> {
  const pairs = [...new Set(permissions.map(({ scope, required }) => `${scope} ${required}`))].sort()
  const { rows } = await sql<{ users: number; toUpdate: number }>`
    with versions as (
      select p.id, array(select distinct (one ->> 'scope') || ' ' || (one ->> 'required') collate "C" as pair
        from json_array_elements(p.content -> 'permissions') one order by pair) as pairs
      from policies p where p.application_id = ${applicationId})
    select count(*)::int as users,
      count(*) filter (where v.pairs is distinct from ${pairs}::text[])::int as "toUpdate"
    from consents c join versions v on v.id = c.policy_id
    where c.application_id = ${applicationId} and c.status = 'active' and c.expiry_date > ${now}`.execute(db)
  return rows[0] ?? { users: 0, toUpdate: 0 }
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
