// How long a task waits between the commit that made it and the first line of its handler, and how many tasks a second
// go through, on both databases. The floors are measured in the same run: a bare NOTIFY heard by a listener, and bare
// transactions of the same two writes without a queue. The aim: p99 of the wait under 100 ms.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { type Database, inTransaction, openDatabase } from '../../server/src/db/database.ts'
import { migrate } from '../../server/src/db/migrate.ts'
import { enqueue } from '../../server/src/queue/queue.ts'
import { createWorker } from '../../server/src/queue/worker.ts'
import { startPostgres } from '../../server/test/native-postgres.ts'

declare module '../../server/src/queue/queues.ts' {
  interface QueuePayloads {
    'bench.wait': { madeAt: number }
    'bench.write': { line: number }
  }
}

const samples = 300
const tasks = 2_000
const concurrency = 8

const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN

function describe(times: number[]): string {
  const sorted = times.toSorted((a, b) => a - b)
  const [p50, p95, p99, most] = [0.5, 0.95, 0.99, 1].map((share) => percentile(sorted, share).toFixed(1))
  return `p50 ${p50} ms  p95 ${p95} ms  p99 ${p99} ms  max ${most} ms`
}

/** Bare notifications, one at a time: the least a wake-up can cost on this database. */
async function notifyFloor({ db, listen }: Database): Promise<number[]> {
  const times: number[] = []
  let heard: () => void = () => undefined
  const stop = await listen('bench_floor', () => heard())
  for (let sample = 0; sample < samples; sample += 1) {
    const from = performance.now()
    const arrival = new Promise<void>((resolve) => {
      heard = resolve
    })
    await inTransaction(db, (tx) => sql`select pg_notify('bench_floor', '')`.execute(tx))
    await arrival
    times.push(performance.now() - from)
  }
  await stop()
  return times
}

async function waits(database: Database): Promise<number[]> {
  const times: number[] = []
  const worker = createWorker({
    database,
    concurrency,
    logger: { info: () => undefined, warn: console.warn, error: console.error },
    handlers: {
      'bench.wait': async ({ madeAt }) => void times.push(performance.now() - madeAt),
    },
  })
  await worker.start()
  for (let sample = 0; sample < samples; sample += 1) {
    await inTransaction(database.db, (tx) =>
      enqueue(tx, { queue: 'bench.wait', payload: { madeAt: performance.now() } }),
    )
    await sleep(5)
  }
  await worker.idle()
  await worker.stop()
  return times
}

async function drainRate(database: Database): Promise<number> {
  await inTransaction(database.db, async (tx) => {
    for (let line = 0; line < tasks; line += 1) await enqueue(tx, { queue: 'bench.write', payload: { line } })
  })
  const worker = createWorker({
    database,
    concurrency,
    logger: { info: () => undefined, warn: console.warn, error: console.error },
    handlers: {
      'bench.write': async ({ line }, task) => {
        await task.finish((tx) => sql`insert into bench_lines values (${line})`.execute(tx))
      },
    },
  })
  const from = performance.now()
  await worker.start()
  await worker.idle()
  const rate = (tasks * 1000) / (performance.now() - from)
  await worker.stop()
  return rate
}

/** The same writes by hand: one row updated, one inserted, one commit; eight at a time. */
async function writeFloor({ db }: Database): Promise<number> {
  await sql`create table bench_todo as select n, false as done from generate_series(1, ${tasks}::int) as n`.execute(
    db,
  )
  await sql`alter table bench_todo add primary key (n)`.execute(db)
  let next = 0
  const one = async (): Promise<void> => {
    while (next < tasks) {
      next += 1
      const line = next
      await inTransaction(db, async (tx) => {
        await sql`update bench_todo set done = true where n = ${line} and not done`.execute(tx)
        await sql`insert into bench_lines values (${line})`.execute(tx)
      })
    }
  }
  const from = performance.now()
  await Promise.all(Array.from({ length: concurrency }, one))
  return (tasks * 1000) / (performance.now() - from)
}

async function measure(name: string, database: Database): Promise<void> {
  await migrate(database.db)
  await sql`create table bench_lines (n integer not null)`.execute(database.db)
  console.log(`\n${name}`)
  const floor = await notifyFloor(database)
  console.log(`  bare notify      ${describe(floor)}`)
  const wait = await waits(database)
  const ratio =
    percentile(
      wait.toSorted((a, b) => a - b),
      0.5,
    ) /
    percentile(
      floor.toSorted((a, b) => a - b),
      0.5,
    )
  console.log(`  enqueue → start  ${describe(wait)}  (${ratio.toFixed(1)} × the floor’s p50)`)
  const bare = await writeFloor(database)
  const drained = await drainRate(database)
  console.log(`  bare writes      ${bare.toFixed(0)} /s`)
  console.log(`  tasks            ${drained.toFixed(0)} /s  (${(drained / bare).toFixed(2)} of the floor)`)
}

const dataDir = mkdtempSync(join(tmpdir(), 'banksia-bench-'))
const embedded = await openDatabase({ dataDir })
await measure('embedded', embedded)
await embedded.close()
rmSync(dataDir, { recursive: true })

const native = await startPostgres({ durable: true })
const postgres = await openDatabase({ databaseUrl: native.url, dataDir: '' })
await measure('PostgreSQL', postgres)
await postgres.close()
await native.stop()
