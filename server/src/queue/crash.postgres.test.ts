import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../../test/database.ts'
import { startWorkerProcess, type WorkerProcess } from '../../test/worker-process.ts'
import { inTransaction } from '../db/database.ts'
import { enqueue } from './queue.ts'

let database: TestDatabase
let processes: WorkerProcess[] = []
beforeAll(async () => {
  database = await openTestDatabase()
  await sql`create table effects (name text not null, attempt integer not null)`.execute(database.db)
})
afterAll(() => database.drop())
afterEach(async () => {
  await Promise.all(processes.map((one) => one.kill()))
  processes = []
})

const startTwo = async (leaseMs: number): Promise<void> => {
  processes = await Promise.all([1, 2].map(() => startWorkerProcess(database.options, leaseMs)))
}
const add = (name: string, ms: number): Promise<unknown> =>
  inTransaction(database.db, (tx) => enqueue(tx, { queue: 'test.work', payload: { name, ms } }))
const effects = async (name: string): Promise<unknown[]> =>
  (await sql`select attempt from effects where name = ${name}`.execute(database.db)).rows
const starterOf = (name: string): Promise<WorkerProcess> =>
  Promise.race(processes.map((one) => one.seen('started', name).then(() => one)))
const otherThan = (one: WorkerProcess): WorkerProcess => processes.find((other) => other !== one) ?? one

it('a task of a killed worker runs again within two seconds, and its effect happens once', async () => {
  await startTwo(30_000)
  await add('killed', 400)
  const first = await starterOf('killed')
  const killedAt = performance.now()
  await first.kill('SIGKILL')
  const again = await otherThan(first).seen('started', 'killed')
  expect(again.at - killedAt).toBeLessThan(2_000)
  await otherThan(first).seen('done', 'killed')
  expect(await effects('killed')).toEqual([{ attempt: 2 }])
})

it('a frozen worker loses its task after the lease, and what it does on waking has no effect', async () => {
  await startTwo(1_000)
  await add('frozen', 300)
  const first = await starterOf('frozen')
  first.child.kill('SIGSTOP')
  await otherThan(first).seen('done', 'frozen')
  first.child.kill('SIGCONT')
  await first.seen('warned', 'A task was taken over by another worker')
  expect(await effects('frozen')).toEqual([{ attempt: 2 }])
})

it('a worker whose listening connection was cut takes its place again and keeps its task', async () => {
  await startTwo(30_000)
  const present = async (): Promise<number[]> => {
    const { rows } = await sql<{ pid: number }>`select pid from pg_locks where locktype = 'advisory'
      and database = (select oid from pg_database where datname = current_database())`.execute(database.db)
    return rows.map(({ pid }) => pid)
  }
  const before = await present()
  expect(before).toHaveLength(2)
  await sql`select pg_terminate_backend(pid) from unnest(${before}::int[]) as pid`.execute(database.db)
  const replaced = async () => (await present()).filter((pid) => !before.includes(pid)).length
  await expect.poll(replaced, { timeout: 5_000 }).toBe(2)
  await add('after', 1_200)
  await Promise.race(processes.map((one) => one.seen('done', 'after')))
  expect(await effects('after')).toEqual([{ attempt: 1 }])
})

it('random kills lose no task and double no effect', async () => {
  await startTwo(30_000)
  const names = Array.from({ length: 40 }, (_, index) => `many-${index}`)
  for (const name of names) await add(name, 20)
  for (const index of [0, 1, 0]) {
    await new Promise((resolve) => setTimeout(resolve, 60))
    await processes[index]?.kill('SIGKILL')
    processes[index] = await startWorkerProcess(database.options, 30_000)
  }
  const count = async (): Promise<unknown> =>
    (
      await sql`select count(*)::int as n, count(distinct name)::int as names from effects where name like 'many-%'`.execute(
        database.db,
      )
    ).rows
  await expect.poll(count, { timeout: 15_000 }).toEqual([{ n: 40, names: 40 }])
})
