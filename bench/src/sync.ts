// A reading of 10,000 rows, from the bank's pages to rows that can be queried, against fetching the same pages and inserting
// the same rows with no other work. Pages are served over HTTP as JSON, so that no bank's HTML decides the result.
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TransactionRecord } from '@banksia/connector-kit'
import { sql } from 'kysely'
import { type Db, inTransaction, type Tx } from '../../server/src/db/database.ts'
import { newId } from '../../server/src/ids.ts'
import { compare, oneByOne } from './measure.ts'
import { postedRows } from './rows.ts'
import { account, openData, prepareData } from './seed.ts'
import { openStage } from './stage.ts'

const size = 10_000
const pageSize = 100
const dataDir = await mkdtemp(join(tmpdir(), 'banksia-bench-data-'))
const stage = await openStage()
await prepareData(stage, { BANKSIA_DATA_DIR: dataDir, BANKSIA_ROLES: 'api' })
const bank = await startBank()
const data = await openData(dataDir, stage.databaseUrl)
const { db, sync } = data
const { ctx } = await data.user()
await sql`
  create table floor_rows (
    id uuid primary key default gen_random_uuid(), account_id uuid not null, post_date date not null, seq bigint not null,
    description text not null, reference text not null, amount bigint not null, balance bigint not null,
    class text not null)`.execute(db)
await sql`create unique index floor_rows_order on floor_rows (account_id, post_date, seq)`.execute(db)

await compare({
  name: `sync of ${size} rows (${stage.kind})`,
  floor: () => oneByOne(3, async () => inTransaction(db, async (tx) => insertPlain(tx, await fetchPages()))),
  subject: () => oneByOne(3, () => readAccount(db)),
  target: 0.5,
})
await data.close()
bank.close()
await stage.close()
await rm(dataDir, { recursive: true, force: true })

/** The bank: page after page of the same rows. */
async function startBank() {
  const rows = postedRows(size)
  const pages = Array.from({ length: size / pageSize }, (_, i) =>
    JSON.stringify(rows.slice(i * pageSize, (i + 1) * pageSize)),
  )
  const server = createServer((request, response) => response.end(pages[Number(request.url?.slice(1))]))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return server
}

async function fetchPages(): Promise<TransactionRecord[]> {
  const { port } = bank.address() as AddressInfo
  const rows: TransactionRecord[] = []
  for (let i = 0; i < size / pageSize; i++) {
    const answer = await fetch(`http://127.0.0.1:${port}/${i}`)
    rows.push(...((await answer.json()) as TransactionRecord[]))
  }
  return rows
}

/** As a job does it: the bank is read outside of any transaction, what was read is stored in one. */
async function readAccount(database: Db): Promise<void> {
  const rows = await fetchPages()
  const reading = { ...ctx, connectionId: newId<typeof ctx.connectionId>() }
  await inTransaction(database, async (tx) => {
    const [stored] = await sync.storeAccounts(tx, reading, [account('everyday')])
    if (!stored) throw new Error('nothing was stored')
    const result = await sync.storeTransactions(tx, reading, stored.accountId, rows, { complete: true })
    if (result.added !== size) throw new Error(`${result.added} rows were stored`)
    await sync.announceTransactions(tx, reading, [result])
  })
}

/** The least that makes the rows queryable in the order of the list. */
async function insertPlain(tx: Tx, rows: readonly TransactionRecord[]): Promise<void> {
  await sql`
    insert into floor_rows (account_id, post_date, seq, description, reference, amount, balance, class)
    select ${newId()}::uuid, post_date, place, description, '', amount, balance, class from unnest(
      ${rows.map((row) => row.postDate)}::date[], ${rows.map((row) => row.description)}::text[],
      ${rows.map((row) => row.amount)}::bigint[], ${rows.map((row) => row.balance)}::bigint[],
      ${rows.map((row) => row.class)}::text[]
    ) with ordinality r (post_date, description, amount, balance, class, place)`.execute(tx)
}
