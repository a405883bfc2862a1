import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../../../test/database.ts'
import { keepUp } from './upkeep.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await openTestDatabase()
  await sql`create table upkeep_probe (id int primary key, class int)`.execute(database.db)
})
afterAll(() => database.drop())

it('gives a table that grew its statistics, once', async () => {
  const { db } = database
  await keepUp(db)
  await sql`insert into upkeep_probe select i, i % 7 from generate_series(1, 5000) i`.execute(db)
  expect(await keepUp(db)).toContain('upkeep_probe')
  const { rows } = await sql<{
    reltuples: number
  }>`select reltuples from pg_class where relname = 'upkeep_probe'`.execute(db)
  expect(rows).toEqual([{ reltuples: 5000 }])
  expect(await keepUp(db)).not.toContain('upkeep_probe')
})

it('clears dead rows away', async () => {
  const { db } = database
  await sql`delete from upkeep_probe where id > 500`.execute(db)
  expect(await keepUp(db)).toContain('upkeep_probe')
  const { rows } = await sql<{ dead: number }>`
    select n_dead_tup::int as dead from pg_stat_user_tables where relname = 'upkeep_probe'`.execute(db)
  expect(rows).toEqual([{ dead: 0 }])
})
