import { type RawBuilder, type Selectable, sql } from 'kysely'
import type { AccountsTable } from '../accounts/accounts.table.ts'
import type { Db } from '../db/database.ts'
import type { DayBound } from '../http/filter-dates.ts'
import type { AccountId, ApplicationId, ConsentId, TransactionId, UserId } from '../ids.ts'
import type { RowQuery } from './transaction-query.ts'

const listed = [
  'id',
  'seq',
  'connection_id',
  'institution_id',
  'connected',
  'posted_count',
  'pending_count',
] as const satisfies readonly (keyof AccountsTable)[]

export type ListedAccount = Pick<Selectable<AccountsTable>, (typeof listed)[number]>

export interface Shared {
  /** `null` without an active consent. */
  readonly consentId: ConsentId | null
  readonly scopes: readonly string[]
  /** The accounts shared under it, in the order of the list. */
  readonly accounts: readonly ListedAccount[]
}

/** What a user shares now, in one statement; `undefined` when the application has no such user. */
export async function readShared(
  db: Db,
  applicationId: ApplicationId,
  userId: UserId,
): Promise<Shared | undefined> {
  const result = await sql<ListedAccount & { consent_id: ConsentId | null; scopes: string[] | null }>`
    select c.id as consent_id, c.scopes, a.id, a.seq, a.connection_id, a.institution_id, a.connected, a.posted_count,
      a.pending_count
    from users u
    left join consents c on c.application_id = u.application_id and c.user_id = u.id and c.status = 'active'
    left join accounts a on a.application_id = u.application_id and a.user_id = u.id and a.consent_id = c.id
    where u.application_id = ${applicationId} and u.id = ${userId} order by a.seq`.execute(db)
  const [first] = result.rows
  if (!first) return undefined
  const { consent_id: consentId, scopes } = first
  // Without an account the join answers one row of nulls.
  return { consentId, scopes: scopes ?? [], accounts: result.rows.filter(({ id }) => id !== null) }
}

export interface Position {
  readonly sortDate: string
  readonly seq: number
}

export interface Slice {
  readonly accountId: AccountId
  readonly block: number
  readonly sealed: Buffer
  /** Places of the rows in the page, from 1 on, and their byte ranges in the opened block. */
  readonly places: readonly number[]
  readonly starts: readonly number[]
  readonly ends: readonly number[]
}

export interface Page {
  readonly slices: readonly Slice[]
  readonly count: number
  /** The last row of the page. */
  readonly last: (Position & { readonly accountId: AccountId }) | undefined
  /** Whether rows of these accounts follow. */
  readonly more: boolean
}

interface SliceRow {
  account_id: AccountId
  block: number
  sealed_fragments: Buffer
  places: string
  starts: string
  ends: string
  found: number
  end_at: string | null
}

/**
 * The first `limit` rows after `after` in one account, or the first ones of several accounts in their order. The rows come
 * grouped by block, each block once.
 */
export async function page(
  db: Db,
  applicationId: ApplicationId,
  accounts: readonly AccountId[],
  asked: { readonly query: RowQuery; readonly after?: Position | undefined; readonly limit: number },
): Promise<Page> {
  const { limit } = asked
  const result = await sql<SliceRow>`
    with page as (${pageRows(applicationId, accounts, asked)}), slices as (
      select account_id, block, array_agg(place)::text as places, array_agg(block_start)::text as starts,
        array_agg(block_end)::text as ends, max(found) as found,
        max(sort_date::text || ' ' || seq) filter (where place = least(${limit}, found)) as end_at
      from page where place <= ${limit} group by account_id, block
    )
    select s.*, b.sealed_fragments from slices s join transaction_blocks b
      on b.application_id = ${applicationId} and b.account_id = s.account_id and b.number = s.block`.execute(
    db,
  )
  const slices = result.rows.map(toSlice)
  const count = slices.reduce((total, { places }) => total + places.length, 0)
  const more = (result.rows[0]?.found ?? 0) > limit
  const end = result.rows.find((row) => row.end_at !== null)
  const [sortDate = '', seq] = end?.end_at?.split(' ') ?? []
  return { slices, count, more, last: end && { accountId: end.account_id, sortDate, seq: Number(seq) } }
}

const toSlice = (row: SliceRow): Slice => ({
  accountId: row.account_id,
  block: row.block,
  sealed: row.sealed_fragments,
  places: integers(row.places),
  starts: integers(row.starts),
  ends: integers(row.ends),
})

/** An array of integers as PostgreSQL writes it. */
const integers = (text: string) => text.slice(1, -1).split(',').map(Number)

function pageRows(
  applicationId: ApplicationId,
  accounts: readonly AccountId[],
  { query, after, limit }: { query: RowQuery; after?: Position | undefined; limit: number },
): RawBuilder<unknown> {
  const columns = sql`account_id, sort_date, seq, block, block_start, block_end`
  const rows = (account: RawBuilder<unknown>) => sql`
    select ${columns} from transactions
    where application_id = ${applicationId} and account_id = ${account} and ${conditions(query)}
      ${after ? sql`and (sort_date, seq) < (${after.sortDate}::date, ${after.seq}::bigint)` : sql``}
    order by sort_date desc, seq desc limit ${limit + 1}`
  const [only] = accounts
  if (accounts.length === 1) {
    return sql`
      select ${columns}, row_number() over (order by sort_date desc, seq desc) as place, count(*) over () as found
      from (${rows(sql`${only}::uuid`)}) found`
  }
  return sql`
    select ${columns}, row_number() over (order by turn, sort_date desc, seq desc) as place, count(*) over () as found
    from (
      select turn, t.* from unnest(${accounts}::uuid[]) with ordinality a (id, turn)
      cross join lateral (${rows(sql`a.id`)}) t order by turn, sort_date desc, seq desc limit ${limit + 1}
    ) found`
}

/** How many rows of these accounts a query finds. */
export async function count(
  db: Db,
  applicationId: ApplicationId,
  accounts: readonly AccountId[],
  query: RowQuery,
): Promise<number> {
  const result = await sql<{ count: number }>`
    select count(*) as count from transactions
    where application_id = ${applicationId} and account_id = any(${accounts}::uuid[]) and ${conditions(query)}`.execute(
    db,
  )
  return result.rows[0]?.count ?? 0
}

function conditions({
  posted,
  pending,
  posting,
  making,
  directions,
  classes,
}: RowQuery): RawBuilder<unknown> {
  const all: RawBuilder<unknown>[] = []
  if (!pending) all.push(sql`sort_date < 'infinity'`)
  if (!posted) all.push(sql`sort_date = 'infinity'`)
  if (posted) all.push(...posting.flatMap((alternatives) => postingConditions(alternatives, pending)))
  for (const alternatives of making) all.push(anyOf(alternatives, sql.ref('made_on')))
  if (directions) all.push(sql`direction = any(${directions}::text[])`)
  if (classes) all.push(sql`class = any(${classes}::text[])`)
  return all.length === 0 ? sql`true` : sql.join(all, sql` and `)
}

/**
 * Pending rows pass, as `infinity`. The lower bound stands alone as well, so that the index is entered at its place: an upper
 * bound that lets pending rows pass is at most a week old, and little lies above it.
 */
function postingConditions(alternatives: readonly DayBound[][], pending: boolean): RawBuilder<unknown>[] {
  const sortDate = sql.ref('sort_date')
  const exact = anyOf(alternatives, sortDate)
  if (!pending) return [exact]
  const lower = alternatives.map(
    (bounds) => bounds.find(({ operator }) => ['=', '>', '>='].includes(operator))?.day,
  )
  const first = lower.includes(undefined) ? undefined : lower.toSorted()[0]
  const entry = first === undefined ? [] : [sql`sort_date >= ${first}::date`]
  return [...entry, sql`(${exact} or sort_date = 'infinity')`]
}

function anyOf(alternatives: readonly DayBound[][], column: RawBuilder<unknown>): RawBuilder<unknown> {
  const groups = alternatives.map(
    (bounds) =>
      sql`(${sql.join(
        bounds.map(({ operator, day }) => sql`${column} ${sql.raw(operator)} ${day}::date`),
        sql` and `,
      )})`,
  )
  return sql`(${sql.join(groups, sql` or `)})`
}

export type FoundRow = ListedAccount & {
  block: number
  block_start: number
  block_end: number
  sealed_fragments: Buffer
}

/** One row with its account and its block. */
export async function find(
  db: Db,
  applicationId: ApplicationId,
  userId: UserId,
  consentId: ConsentId,
  id: TransactionId,
): Promise<FoundRow | undefined> {
  return db
    .selectFrom('transactions as t')
    .innerJoin('accounts as a', (join) =>
      join.onRef('a.application_id', '=', 't.application_id').onRef('a.id', '=', 't.account_id'),
    )
    .innerJoin('transaction_blocks as b', (join) =>
      join
        .onRef('b.application_id', '=', 't.application_id')
        .onRef('b.account_id', '=', 't.account_id')
        .onRef('b.number', '=', 't.block'),
    )
    .select(listed.map((name) => `a.${name}` as const))
    .select(['t.block', 't.block_start', 't.block_end', 'b.sealed_fragments'])
    .where('t.application_id', '=', applicationId)
    .where('t.id', '=', id)
    .where('a.user_id', '=', userId)
    .where('a.consent_id', '=', consentId)
    .executeTakeFirst()
}
