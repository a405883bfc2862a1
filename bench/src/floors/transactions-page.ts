// Bare node:http that sends what one hand-written statement makes of plain columns: the floor of a page of transactions.
// `GET /?limit=500` is the first page, `&after=<seq>` goes on from there. The size comes from a counter, as ours does.
import { randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { createServer } from 'node:http'
import { sql } from 'kysely'
import pg from 'pg'
import { openDatabase } from '../../../server/src/db/database.ts'
import { postedRows } from '../rows.ts'

type Query = (text: string, values: unknown[]) => Promise<{ page: string }>

const user = `http://127.0.0.1/users/${randomUUID()}`
const [accountId, connectionId] = [randomUUID(), randomUUID()]

const create = `
  create table floor_accounts (id uuid primary key, rows bigint not null);
  create table floor_rows (
    id uuid primary key default gen_random_uuid(), account_id uuid not null, post_date date not null, seq bigint not null,
    description text not null, reference text not null, amount bigint not null, balance bigint not null, class text not null);
  create unique index floor_rows_order on floor_rows (account_id, post_date, seq)`

const fill = `
  insert into floor_rows (account_id, post_date, seq, description, reference, amount, balance, class)
  select $1, post_date, seq, description, '', amount, balance, class from unnest(
    $2::date[], $3::bigint[], $4::text[], $5::bigint[], $6::bigint[], $7::text[]
  ) r (post_date, seq, description, amount, balance, class)`

const page = `
  select '{"type":"list","count":' || count(*) || ',"size":' || (select rows from floor_accounts where id = $1) || ',"data":'
    || json_agg(json_build_object(
      'type', 'transaction', 'id', id, 'status', 'posted', 'description', description, 'reference', reference,
      'amount', to_char(amount / 100.0, 'FM999999990.00'), 'currency', 'AUD', 'account', account_id,
      'balance', to_char(balance / 100.0, 'FM999999990.00'),
      'direction', case when amount < 0 then 'debit' else 'credit' end, 'class', class, 'institution', 'AU00000',
      'connection', $4::text, 'transactionDate', '', 'postDate', to_char(post_date, 'YYYY-MM-DD"T00:00:00Z"'),
      'subClass', null, 'enrich', null, 'links', json_build_object(
        'self', $5 || '/transactions/' || id, 'account', $5 || '/accounts/' || account_id,
        'institution', 'http://127.0.0.1/institutions/AU00000', 'connection', $5 || '/connections/' || $4)))::text
    || ',"links":{"self":"' || $5 || '/transactions"}}' as page
  from (
    select * from floor_rows where account_id = $1 and (post_date, seq) < ($2::date, $3::bigint)
    order by post_date desc, seq desc limit $6) r`

async function open(): Promise<Query> {
  const url = process.env['DATABASE_URL']
  if (url) {
    const pool = new pg.Pool({ connectionString: url, max: 10 })
    await pool.query(create)
    return async (text, values) =>
      (await pool.query({ text, values, name: text === page ? 'page' : '' })).rows[0]
  }
  const folder = process.env['BENCH_DIR'] ?? ''
  mkdirSync(folder, { recursive: true })
  const { db } = await openDatabase({ dataDir: folder })
  for (const statement of create.split(';')) await sql.raw(statement).execute(db)
  return async (text, values) => {
    const parts = text.split(/\$(\d+)/)
    const query = sql.join(
      parts.map((part, i) => (i % 2 ? sql`${values[Number(part) - 1]}` : sql.raw(part))),
      sql.raw(''),
    )
    return (await sql<{ page: string }>`${query}`.execute(db)).rows[0] ?? { page: '' }
  }
}

const query = await open()
const rows = postedRows(Number(process.env['ROWS'])).toReversed()
for (let from = 0; from < rows.length; from += 10_000) {
  const some = rows.slice(from, from + 10_000)
  await query(fill, [
    accountId,
    some.map((row) => row.postDate),
    some.map((_, i) => from + i),
    some.map((row) => row.description),
    some.map((row) => row.amount),
    some.map((row) => row.balance),
    some.map((row) => row.class),
  ])
}
await query('insert into floor_accounts values ($1, $2)', [accountId, rows.length])
await query('analyze floor_rows', [])

createServer((request, response) => {
  const { searchParams: ask } = new URL(request.url ?? '/', 'http://127.0.0.1')
  const after = rows[Number(ask.get('after') ?? -1)]
  const place = [
    after?.postDate ?? 'infinity',
    ask.get('after') ?? '0',
    connectionId,
    user,
    ask.get('limit') ?? '500',
  ]
  query(page, [accountId, ...place]).then(({ page: body }) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) })
    response.end(body)
  })
}).listen(Number(process.env['PORT']), '127.0.0.1')
