import type { Selectable } from 'kysely'
import type { Db, Tx } from '../db/database.ts'
import type { AccountId, ApplicationId, ConnectionId, ConsentId, UserId } from '../ids.ts'
import type { AccountsTable } from './accounts.table.ts'

const served = [
  'id',
  'user_id',
  'connection_id',
  'institution_id',
  'status',
  'class_type',
  'connected',
  'last_updated',
  'interval_from',
  'interval_to',
  'sealed_body',
] as const satisfies readonly (keyof AccountsTable)[]

export type ServedRow = Pick<Selectable<AccountsTable>, (typeof served)[number]>

const ofUser = (db: Db, applicationId: ApplicationId, userId: UserId, consentId: ConsentId) =>
  db
    .selectFrom('accounts')
    .where('application_id', '=', applicationId)
    .where('user_id', '=', userId)
    .where('consent_id', '=', consentId)

/** The accounts a user shares under a consent, oldest first. */
export async function list(
  db: Db,
  applicationId: ApplicationId,
  userId: UserId,
  consentId: ConsentId,
): Promise<ServedRow[]> {
  return ofUser(db, applicationId, userId, consentId).select(served).orderBy('seq').execute()
}

export async function find(
  db: Db,
  applicationId: ApplicationId,
  userId: UserId,
  consentId: ConsentId,
  id: AccountId,
): Promise<ServedRow | undefined> {
  return ofUser(db, applicationId, userId, consentId).select(served).where('id', '=', id).executeTakeFirst()
}

export async function ids(
  db: Db,
  applicationId: ApplicationId,
  userId: UserId,
  consentId: ConsentId,
): Promise<AccountId[]> {
  const rows = await ofUser(db, applicationId, userId, consentId).select('id').orderBy('seq').execute()
  return rows.map(({ id }) => id)
}

export type AccountRow = Selectable<AccountsTable>

/** All accounts of a connection, locked until the transaction ends, oldest first. */
export async function lockOfConnection(
  tx: Tx,
  applicationId: ApplicationId,
  connectionId: ConnectionId,
): Promise<AccountRow[]> {
  return tx
    .selectFrom('accounts')
    .selectAll()
    .where('application_id', '=', applicationId)
    .where('connection_id', '=', connectionId)
    .orderBy('seq')
    .forUpdate()
    .execute()
}

export type NewAccount = Pick<
  AccountRow,
  | 'id'
  | 'user_id'
  | 'consent_id'
  | 'connection_id'
  | 'institution_id'
  | 'reference_hash'
  | 'class_type'
  | 'last_updated'
  | 'sealed_body'
>

export async function insert(tx: Tx, applicationId: ApplicationId, account: NewAccount): Promise<void> {
  await tx
    .insertInto('accounts')
    .values({ ...account, application_id: applicationId, status: 'available' })
    .execute()
}

export type AccountChange = Partial<
  Pick<AccountRow, 'consent_id' | 'status' | 'connected' | 'class_type' | 'last_updated' | 'sealed_body'>
>

export async function change(
  tx: Tx,
  applicationId: ApplicationId,
  id: AccountId,
  values: AccountChange,
): Promise<void> {
  await tx
    .updateTable('accounts')
    .set(values)
    .where('application_id', '=', applicationId)
    .where('id', '=', id)
    .execute()
}

export async function disconnect(
  tx: Tx,
  applicationId: ApplicationId,
  connectionId: ConnectionId,
): Promise<void> {
  await tx
    .updateTable('accounts')
    .set({ status: 'unavailable', connected: false })
    .where('application_id', '=', applicationId)
    .where('connection_id', '=', connectionId)
    .execute()
}

/** Takes the accounts of a connection out of every consent: no read finds them from the commit on. */
export async function withdraw(
  tx: Tx,
  applicationId: ApplicationId,
  connectionId: ConnectionId,
): Promise<void> {
  await tx
    .updateTable('accounts')
    .set({ status: 'unavailable', connected: false, consent_id: null })
    .where('application_id', '=', applicationId)
    .where('connection_id', '=', connectionId)
    .execute()
}

export async function remove(tx: Tx, applicationId: ApplicationId, id: AccountId): Promise<void> {
  await tx.deleteFrom('accounts').where('application_id', '=', applicationId).where('id', '=', id).execute()
}
