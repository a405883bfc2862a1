// First and deep page of 500 transactions for a user with 100,000, against bare node:http with one hand-written statement.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { compare, load, oneByOne } from './measure.ts'
import { postedRows } from './rows.ts'
import { openData, prepareData } from './seed.ts'
import { openStage } from './stage.ts'

const size = 100_000
const deepAt = 75_000
const dataDir = await mkdtemp(join(tmpdir(), 'banksia-bench-data-'))
const env = { BANKSIA_DATA_DIR: dataDir, BANKSIA_ROLES: 'api' }
const stage = await openStage()
await prepareData(stage, env)
const data = await openData(dataDir, stage.databaseUrl)
const { userId, ctx } = await data.user()
await data.store(ctx, 'everyday', postedRows(size))
// What autovacuum does within a minute of such a load; the floor's table has its statistics too.
await sql`analyze`.execute(data.db)
await data.close()

const banksia = await stage.banksia(env)
const floor = await stage.floor('transactions-page', { ROWS: String(size) })
const headers = { authorization: `Bearer ${await banksia.serverToken()}` }
const first = `${banksia.url}/users/${userId}/transactions?limit=500`
const deep = await follow(first, deepAt / 500)
const connections = 4
const get = async (url: string) => (await fetch(url, { headers })).arrayBuffer()

await compare({
  name: `first page of 500, one after the other (${stage.kind})`,
  floor: () => oneByOne(100, () => get(`${floor}/?limit=500`)),
  subject: () => oneByOne(100, () => get(first)),
  target: 0.6,
})
await compare({
  name: `first page of 500, ${connections} at once (${stage.kind})`,
  floor: () => load({ url: `${floor}/?limit=500`, connections }),
  subject: () => load({ url: first, headers, connections }),
  target: 0.6,
})
await compare({
  name: `deep page of 500, ${connections} at once (${stage.kind})`,
  floor: () => load({ url: `${floor}/?limit=500&after=${size - deepAt}`, connections }),
  subject: () => load({ url: deep, headers, connections }),
  target: 0.6,
})
await compare({
  name: `deep page against first page (${stage.kind})`,
  floor: () => oneByOne(100, () => get(first)),
  subject: () => oneByOne(100, () => get(deep)),
  target: 0.9,
})
await stage.close()
await rm(dataDir, { recursive: true, force: true })

/** The URL of a later page, as a client reaches it. */
async function follow(url: string, pages: number): Promise<string> {
  let at = url
  for (let i = 0; i < pages; i++) {
    const answer = await fetch(at, { headers })
    const { links } = (await answer.json()) as { links: { next: string } }
    at = links.next.replace(/^http:\/\/[^/]+/, banksia.url)
  }
  return at
}
