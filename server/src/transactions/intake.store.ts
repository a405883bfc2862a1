import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../db/database.ts'
import type { AccountId, ApplicationId, ConnectionId, TransactionId } from '../ids.ts'
import type { RowPlace } from './transaction-blocks.ts'

export interface Ledger {
  readonly posted_count: number
  readonly interval_from: string | null
  readonly interval_to: string | null
  readonly next_seq: number
  readonly next_block: number
  readonly open_block: number | null
}

/** What storing needs to know of an account, which stays locked until the transaction ends. */
export async function lockLedger(
  tx: Tx,
  applicationId: ApplicationId,
  connectionId: ConnectionId,
  accountId: AccountId,
): Promise<Ledger | undefined> {
  return tx
    .selectFrom('accounts')
    .select(['posted_count', 'interval_from', 'interval_to', 'next_seq', 'next_block', 'open_block'])
    .where('application_id', '=', applicationId)
    .where('id', '=', accountId)
    .where('connection_id', '=', connectionId)
    .forUpdate()
    .executeTakeFirst()
}

/** Ids of the posted rows from `from` (`YYYY-MM-DD`) on. */
export async function postedSince(
  tx: Tx,
  applicationId: ApplicationId,
  accountId: AccountId,
  from: string,
): Promise<Set<TransactionId>> {
  const rows = await tx
    .selectFrom('transactions')
    .select('id')
    .where('application_id', '=', applicationId)
    .where('account_id', '=', accountId)
    .where('sort_date', '>=', from)
    .where('sort_date', '<', 'infinity')
    .execute()
  return new Set(rows.map(({ id }) => id))
}

export async function readBlock(
  tx: Tx,
  applicationId: ApplicationId,
  accountId: AccountId,
  number: number,
): Promise<Buffer | undefined> {
  const row = await tx
    .selectFrom('transaction_blocks')
    .select('sealed_fragments')
    .where('application_id', '=', applicationId)
    .where('account_id', '=', accountId)
    .where('number', '=', number)
    .executeTakeFirst()
  return row?.sealed_fragments
}

export async function writeBlocks(
  tx: Tx,
  applicationId: ApplicationId,
  accountId: AccountId,
  blocks: readonly { readonly number: number; readonly box: Buffer }[],
): Promise<void> {
  if (blocks.length === 0) return
  await tx
    .insertInto('transaction_blocks')
    .values(
      blocks.map(({ number, box }) => ({
        application_id: applicationId,
        account_id: accountId,
        number,
        sealed_fragments: box,
      })),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['application_id', 'account_id', 'number'])
        .doUpdateSet((eb) => ({ sealed_fragments: eb.ref('excluded.sealed_fragments') })),
    )
    .execute()
}

export interface NewRow extends RowPlace {
  readonly id: TransactionId
  /** `YYYY-MM-DD` or `infinity`. */
  readonly sortDate: string
  readonly status: 'pending' | 'posted'
  readonly direction: 'debit' | 'credit'
  readonly class: string
  readonly madeOn: string | null
}

/**
 * One statement for all rows; they are numbered from `firstSeq` on in their order. None may be there already: the ledger's
 * lock and {@link postedSince} see to that, and `on conflict` would double the time of the statement.
 */
export async function insertRows(
  tx: Tx,
  applicationId: ApplicationId,
  accountId: AccountId,
  firstSeq: number,
  rows: readonly NewRow[],
): Promise<void> {
  if (rows.length === 0) return
  await sql`
    insert into transactions (application_id, account_id, seq, id, sort_date, status, direction, class, made_on,
      block, block_start, block_end)
    select ${applicationId}::uuid, ${accountId}::uuid, ${firstSeq}::bigint + place - 1, r.id, r.sort_date, r.status,
      r.direction, r.class, r.made_on, r.block, r.block_start, r.block_end
    from unnest(
      ${column(rows, 'id')}::uuid[], ${column(rows, 'sortDate')}::date[], ${column(rows, 'status')}::text[],
      ${column(rows, 'direction')}::text[], ${column(rows, 'class')}::text[], ${column(rows, 'madeOn')}::date[],
      ${column(rows, 'block')}::integer[], ${column(rows, 'start')}::integer[], ${column(rows, 'end')}::integer[]
    ) with ordinality r (id, sort_date, status, direction, class, made_on, block, block_start, block_end, place)`.execute(
    tx,
  )
}

/** Values that need no quoting: ids, dates, numbers and our own words. */
const column = (rows: readonly NewRow[], name: keyof NewRow): RawBuilder<string> =>
  sql`${`{${rows.map((row) => row[name] ?? 'NULL').join(',')}}`}`

/** Removes the pending rows of an account with their blocks. Answers how many rows there were. */
export async function removePending(
  tx: Tx,
  applicationId: ApplicationId,
  accountId: AccountId,
): Promise<number> {
  const result = await sql<{ count: number }>`
    with gone as (
      delete from transactions
      where application_id = ${applicationId} and account_id = ${accountId} and sort_date = 'infinity'
      returning block
    ), boxes as (
      delete from transaction_blocks
      where application_id = ${applicationId} and account_id = ${accountId} and number in (select block from gone)
    )
    select count(*) as count from gone`.execute(tx)
  return result.rows[0]?.count ?? 0
}

export interface LedgerChange extends Omit<Ledger, 'posted_count'> {
  readonly addedPosted: number
  readonly pending: number
  readonly at: Date
}

export async function saveLedger(
  tx: Tx,
  applicationId: ApplicationId,
  accountId: AccountId,
  { addedPosted, pending, at, ...ledger }: LedgerChange,
): Promise<void> {
  await tx
    .updateTable('accounts')
    .set((eb) => ({
      ...ledger,
      posted_count: eb('posted_count', '+', addedPosted),
      pending_count: pending,
      last_updated: at,
    }))
    .where('application_id', '=', applicationId)
    .where('id', '=', accountId)
    .execute()
}

/** Removes at most `batch` rows of an account, with the counters in step. */
export async function removeRows(
  tx: Tx,
  applicationId: ApplicationId,
  accountId: AccountId,
  batch: number,
): Promise<number> {
  const result = await sql<{ count: number }>`
    with gone as (
      delete from transactions
      where ctid = any(array(
        select ctid from transactions
        where application_id = ${applicationId} and account_id = ${accountId} limit ${batch}))
      returning status
    ), counted as (
      select count(*) filter (where status = 'posted') as posted, count(*) filter (where status = 'pending') as pending
      from gone
    ), counters as (
      update accounts set posted_count = posted_count - posted, pending_count = pending_count - pending
      from counted where application_id = ${applicationId} and id = ${accountId}
    )
    select count(*) as count from gone`.execute(tx)
  return result.rows[0]?.count ?? 0
}

/** Removes at most `batch` blocks of an account. */
export async function removeBlocks(
  tx: Tx,
  applicationId: ApplicationId,
  accountId: AccountId,
  batch: number,
): Promise<number> {
  const result = await sql`
    delete from transaction_blocks
    where ctid = any(array(
      select ctid from transaction_blocks
      where application_id = ${applicationId} and account_id = ${accountId} limit ${batch}))`.execute(tx)
  return Number(result.numAffectedRows ?? 0)
}

/** As if nothing had been read yet. Row and block numbers go on, so that no position is ever used twice. */
export async function resetLedger(tx: Tx, applicationId: ApplicationId, accountId: AccountId): Promise<void> {
  await tx
    .updateTable('accounts')
    .set({ interval_from: null, interval_to: null, open_block: null })
    .where('application_id', '=', applicationId)
    .where('id', '=', accountId)
    .execute()
}
