import { CompiledQuery, type Selectable } from 'kysely'
import type { Db, Tx } from '../db/database.ts'
import type { ApplicationId } from '../ids.ts'
import type { ApiKeysTable, ApplicationsTable, PartnersTable } from './applications.table.ts'
import type { Application } from './applications.types.ts'
import type { ApplicationSettings } from './settings.ts'

const toApplication = (row: Selectable<ApplicationsTable>): Application => ({
  id: row.id,
  partnerId: row.partner_id,
  name: row.name,
  kind: row.kind,
  settings: row.settings,
  clock: { offsetMs: row.clock_offset_ms, frozenAt: row.clock_frozen_at },
})

export async function find(db: Db, id: ApplicationId): Promise<Application | undefined> {
  const row = await db.selectFrom('applications').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toApplication(row)
}

/** Every application, for work that is done for each in turn. */
export async function listIds(db: Db): Promise<ApplicationId[]> {
  const rows = await db.selectFrom('applications').select('id').orderBy('id').execute()
  return rows.map((row) => row.id)
}

/** Written out: a token is asked for often, and building the query would cost as much as running it. */
const byKeyHash = 'select application_id from api_keys where key_hash = $1 and revoked is null'

export async function findByKeyHash(db: Db, keyHash: Buffer): Promise<ApplicationId | undefined> {
  const query = CompiledQuery.raw(byKeyHash, [keyHash])
  const { rows } = await db.executeQuery<Pick<ApiKeysTable, 'application_id'>>(query)
  return rows[0]?.application_id
}

export async function lock(tx: Tx, id: ApplicationId): Promise<Application | undefined> {
  const row = await tx
    .selectFrom('applications')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row && toApplication(row)
}

export async function saveSettings(tx: Tx, id: ApplicationId, settings: ApplicationSettings): Promise<void> {
  await tx
    .updateTable('applications')
    .set({ settings: JSON.stringify(settings) })
    .where('id', '=', id)
    .execute()
}

export async function saveClock(tx: Tx, id: ApplicationId, clock: Application['clock']): Promise<void> {
  await tx
    .updateTable('applications')
    .set({ clock_offset_ms: clock.offsetMs, clock_frozen_at: clock.frozenAt })
    .where('id', '=', id)
    .execute()
}

export async function insertPartner(tx: Tx, partner: PartnersTable): Promise<void> {
  await tx.insertInto('partners').values(partner).execute()
}

export async function insertApplication(tx: Tx, application: Application, created: Date): Promise<void> {
  await tx
    .insertInto('applications')
    .values({
      id: application.id,
      partner_id: application.partnerId,
      name: application.name,
      kind: application.kind,
      settings: JSON.stringify(application.settings),
      created,
    })
    .execute()
}

export async function insertKey(tx: Tx, key: ApiKeysTable): Promise<void> {
  await tx.insertInto('api_keys').values(key).execute()
}

export async function dropKeys(tx: Tx, applicationId: ApplicationId, revoked: Date): Promise<void> {
  await tx
    .updateTable('api_keys')
    .set({ revoked })
    .where('application_id', '=', applicationId)
    .where('revoked', 'is', null)
    .execute()
}
