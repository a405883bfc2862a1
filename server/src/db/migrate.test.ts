import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../../test/database.ts'
import { openDatabase } from './database.ts'
import { migrate } from './migrate.ts'

let database: TestDatabase
let folder: string
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.drop())
beforeEach(async () => {
  await sql`drop table if exists schema_migrations, colours`.execute(database.db)
  folder = mkdtempSync(join(tmpdir(), 'migrations-'))
  write('0001_colours.sql', 'create table colours (name text); insert into colours values ($$red;$$);')
  return () => rmSync(folder, { recursive: true })
})

const write = (file: string, text: string): void => writeFileSync(join(folder, file), text)
const colours = async (): Promise<unknown[]> => {
  const { rows } = await sql<{ name: string }>`select name from colours order by name`.execute(database.db)
  return rows.map(({ name }) => name)
}

it('applies what is new, in order, once', async () => {
  write('0002_green.sql', "insert into colours values ('green')")
  expect(await migrate(database.db, folder)).toEqual(['colours', 'green'])
  write('0003_blue.sql', "insert into colours values ('blue')")
  expect(await migrate(database.db, folder)).toEqual(['blue'])
  expect(await migrate(database.db, folder)).toEqual([])
  expect(await colours()).toEqual(['blue', 'green', 'red;'])
})

it('keeps nothing of a migration that fails half way', async () => {
  write('0002_broken.sql', "insert into colours values ('half'); select 1/0")
  await expect(migrate(database.db, folder)).rejects.toThrow('division by zero')
  expect(await colours()).toEqual(['red;'])
})

it('refuses a migration that was edited after it was applied', async () => {
  await migrate(database.db, folder)
  write('0001_colours.sql', 'create table colours (name varchar)')
  await expect(migrate(database.db, folder)).rejects.toThrow('Migration 1 (colours) was changed')
})

it('refuses a database newer than the program', async () => {
  write('0002_green.sql', "insert into colours values ('green')")
  await migrate(database.db, folder)
  rmSync(join(folder, '0002_green.sql'))
  await expect(migrate(database.db, folder)).rejects.toThrow('newer than this program')
})

it('refuses a number used twice and a misnamed file', async () => {
  write('0001_other.sql', 'select 1')
  await expect(migrate(database.db, folder)).rejects.toThrow('are both 1')
  rmSync(join(folder, '0001_other.sql'))
  write('2-other.sql', 'select 1')
  await expect(migrate(database.db, folder)).rejects.toThrow('NNNN_name.sql')
})

it('lets starters that race take turns', async () => {
  write('0002_slow.sql', "select pg_sleep(0.05); insert into colours values ('slow')")
  const others =
    database.kind === 'postgres' ? await Promise.all([1, 2, 3].map(() => openDatabase(database.options))) : []
  const handles = [database.db, ...others.map(({ db }) => db)]
  const applied = await Promise.all([...handles, ...handles].map((db) => migrate(db, folder)))
  expect(applied.flat().sort()).toEqual(['colours', 'slow'])
  expect(await colours()).toEqual(['red;', 'slow'])
  await Promise.all(others.map((other) => other.close()))
})
