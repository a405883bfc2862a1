import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDataDir, openTestDatabase, type TestDatabase } from '../../../test/database.ts'
import { inTransaction, openDatabase } from '../database.ts'
import { lockFolder } from './folder-lock.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await openTestDatabase({ limits: { idleMs: 700, waitMs: 300 } })
  await sql`create table lines (id integer primary key)`.execute(database.db)
})
afterAll(() => database.drop())
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

describe('durability', () => {
  it('has every commit on the disk before it is acknowledged', async () => {
    await sql`checkpoint`.execute(database.db)
    for (let id = 1000; id < 1050; id += 1) {
      const before = (await database.stats()).fsyncs
      await inTransaction(database.db, (tx) => sql`insert into lines values (${id})`.execute(tx))
      expect((await database.stats()).fsyncs).toBeGreaterThan(before)
    }
  })

  it('does not touch the disk to read', async () => {
    await sql`select * from lines`.execute(database.db)
    const before = (await database.stats()).fsyncs
    for (let read = 0; read < 20; read += 1) await sql`select * from lines`.execute(database.db)
    expect((await database.stats()).fsyncs).toBe(before)
  })

  it('brings the data files to the disk at a checkpoint', async () => {
    await sql`insert into lines select * from generate_series(2000, 4000)`.execute(database.db)
    const before = (await database.stats()).fsyncs
    await sql`checkpoint`.execute(database.db)
    expect((await database.stats()).fsyncs - before).toBeGreaterThan(3)
  })
})

// What a caller meets who opens a transaction without `inTransaction`, so that no scope warns him.
describe('a query that waits for its own transaction', () => {
  it('is told that the database is busy instead of hanging', async () => {
    const work = database.db.transaction().execute(async (tx) => {
      await sql`insert into lines values (1)`.execute(tx)
      await sql`select 1`.execute(database.db)
    })
    await expect(work).rejects.toMatchObject({ code: 'DB_BUSY' })
    await expect(sql`select id from lines where id = 1`.execute(database.db)).resolves.toMatchObject({
      rows: [],
    })
  })

  it('goes on when the idle transaction is rolled back, which then has lost its lease', async () => {
    const patient = await openTestDatabase({ limits: { idleMs: 200, waitMs: 5_000 } })
    const work = patient.db.transaction().execute(async (tx) => {
      await sql`create table half_done (id integer)`.execute(tx)
      await sql`select 1`.execute(patient.db)
      await sql`select 2`.execute(tx)
    })
    await expect(work).rejects.toMatchObject({ code: 'LEASE_LOST' })
    await expect(sql`select * from half_done`.execute(patient.db)).rejects.toMatchObject({ code: '42P01' })
    await patient.drop()
  })
})

describe('opening', () => {
  it('makes the cluster elsewhere and leaves nothing half-made beside it', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'banksia-new-'))
    const made = await openDatabase({ dataDir })
    await sql`select 1`.execute(made.db)
    await made.close()
    expect(readdirSync(dataDir).sort()).toEqual(['database', 'database.lock', 'database.owner'])
    rmSync(dataDir, { recursive: true })
  })

  it('finds everything again after a clean close', async () => {
    const dataDir = await freshDataDir()
    const first = await openDatabase({ dataDir })
    await sql`create table kept as select 42 as answer`.execute(first.db)
    await first.close()
    const second = await openDatabase({ dataDir })
    expect(await sql`select answer from kept`.execute(second.db)).toMatchObject({ rows: [{ answer: 42 }] })
    await second.close()
    rmSync(dataDir, { recursive: true })
  })

  it('refuses a folder that this process has open, and a handle that is closed', async () => {
    await expect(openDatabase(database.options)).rejects.toMatchObject({ code: 'FOLDER_IN_USE' })
    const dataDir = await freshDataDir()
    const closed = await openDatabase({ dataDir })
    await closed.close()
    await expect(sql`select 1`.execute(closed.db)).rejects.toThrow()
    lockFolder(dataDir)()
    rmSync(dataDir, { recursive: true })
  })

  it('ends what runs before it closes, and answers everything that waits', async () => {
    const dataDir = await freshDataDir()
    const closing = await openDatabase({ dataDir })
    const slow = sql`select pg_sleep(0.1)`.execute(closing.db)
    await pause(20)
    const behind = sql`select 1`.execute(closing.db)
    const outcomes = await Promise.allSettled([slow, behind, closing.close()])
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', expect.any(String), 'fulfilled'])
    rmSync(dataDir, { recursive: true })
  })

  it('lets exactly one of twelve simultaneous starters in and names it to the others', async () => {
    const dataDir = await freshDataDir()
    const program = fileURLToPath(new URL('../../../test/lock-process.ts', import.meta.url))
    const children: ChildProcess[] = Array.from({ length: 12 }, () => fork(program, [dataDir]))
    await Promise.all(children.map((child) => once(child, 'message')))
    const outcomes = await Promise.all(
      children.map(async (child): Promise<{ pid: number; opened: boolean }> => {
        child.send('go')
        const [outcome] = await once(child, 'message')
        return outcome
      }),
    )
    const [winner, ...more] = outcomes.filter(({ opened }) => opened)
    expect(more).toEqual([])
    await expect(openDatabase({ dataDir })).rejects.toThrow(`in use by process ${winner?.pid}, since 2`)

    const exits = children.map((child) => once(child, 'exit'))
    for (const child of children) child.kill('SIGKILL')
    await Promise.all(exits)
    const after = await openDatabase({ dataDir })
    await after.close()
    rmSync(dataDir, { recursive: true })
  })
})
