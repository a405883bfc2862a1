import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../../test/database.ts'
import { inTransaction } from '../db/database.ts'
import type { Handlers, Task } from './handlers.ts'
import { freeOrphans, pruneTasks } from './leases.ts'
import { enqueue, type NewTask } from './queue.ts'
import { createWorker, type QueueWorker, type WorkerOptions } from './worker.ts'

declare module './queues.ts' {
  interface QueuePayloads {
    'test.work': { name: string; ms?: number }
    'test.other': { name: string }
  }
}

let database: TestDatabase
const workers: QueueWorker[] = []
beforeAll(async () => {
  database = await openTestDatabase()
  await sql`create table effects (name text not null, attempt integer not null)`.execute(database.db)
})
afterAll(() => database.drop())
beforeEach(async () => {
  await sql`truncate effects, queue_tasks`.execute(database.db)
})
afterEach(async () => {
  await Promise.all(workers.splice(0).map((worker) => worker.stop({ graceMs: 0 })))
})

const quiet = () => undefined
async function startWorker(handlers: Handlers, options: Partial<WorkerOptions> = {}): Promise<QueueWorker> {
  const logger = { info: quiet, warn: quiet, error: quiet }
  const worker = createWorker({ database, handlers, logger, backoffMs: () => 0, ...options })
  workers.push(worker)
  await worker.start()
  return worker
}

const add = (name: string, extra: Partial<NewTask<'test.work'>> = {}): Promise<number | undefined> =>
  inTransaction(database.db, (tx) => enqueue(tx, { queue: 'test.work', payload: { name }, ...extra }))
const writeEffect = (name: string, task: Task): Promise<unknown> =>
  task.finish((tx) => sql`insert into effects values (${name}, ${task.attempt})`.execute(tx))
const effects = async (): Promise<string[]> => {
  const { rows } = await sql<{
    name: string
    attempt: number
  }>`select * from effects order by name, attempt`.execute(database.db)
  return rows.map(({ name, attempt }) => `${name} ${attempt}`)
}
const onlyTask = () => database.db.selectFrom('queue_tasks').selectAll().executeTakeFirstOrThrow()
const takeOver = (id: number) =>
  sql`update queue_tasks set claims = claims + 1, lease_until = now() + interval '1 minute' where id = ${id}`.execute(
    database.db,
  )

describe('enqueue', () => {
  it('shows a task to workers after the commit and not before', async () => {
    const started: string[] = []
    await startWorker({ 'test.work': async ({ name }) => void started.push(name) })
    await inTransaction(database.db, async (tx) => {
      await enqueue(tx, { queue: 'test.work', payload: { name: 'a' } })
      await sleep(100)
      expect(started).toEqual([])
    })
    await expect.poll(() => started).toEqual(['a'])
  })

  it('leaves no task after a rollback', async () => {
    const work = inTransaction(database.db, async (tx) => {
      await enqueue(tx, { queue: 'test.work', payload: { name: 'a' } })
      throw new Error('no')
    })
    await expect(work).rejects.toThrow('no')
    expect(await sql`select 1 from queue_tasks`.execute(database.db)).toMatchObject({ rows: [] })
  })

  it('makes one task for one idempotency key of a queue, also after it is done', async () => {
    const worker = await startWorker({ 'test.work': ({ name }, task) => writeEffect(name, task).then(quiet) })
    expect(await add('a', { idempotencyKey: 'k' })).toBeTypeOf('number')
    await worker.idle()
    expect(await add('b', { idempotencyKey: 'k' })).toBeUndefined()
    await inTransaction(database.db, (tx) =>
      enqueue(tx, { queue: 'test.other', payload: { name: 'c' }, idempotencyKey: 'k' }),
    )
    await worker.idle()
    expect(await effects()).toEqual(['a 1'])
    expect(await database.db.selectFrom('queue_tasks').select('queue').orderBy('id').execute()).toHaveLength(
      2,
    )
  })

  it('holds a task back until its time', async () => {
    const worker = await startWorker({ 'test.work': ({ name }, task) => writeEffect(name, task).then(quiet) })
    await add('later', { runAt: new Date(Date.now() + 60_000) })
    await worker.idle()
    expect(await effects()).toEqual([])
    await sql`update queue_tasks set run_at = now()`.execute(database.db)
    await worker.idle()
    expect(await effects()).toEqual(['later 1'])
  })
})

describe('a worker', () => {
  it('runs everything of a backlog, never more at a time than it may', async () => {
    let now = 0
    let most = 0
    const names = Array.from({ length: 60 }, (_, index) => `t${index + 100}`)
    for (const name of names) await add(name)
    const worker = await startWorker(
      {
        'test.work': async ({ name }, task) => {
          now += 1
          most = Math.max(most, now)
          await sleep(2)
          await writeEffect(name, task)
          now -= 1
        },
      },
      { concurrency: 5 },
    )
    await worker.idle()
    expect(await effects()).toEqual(names.map((name) => `${name} 1`))
    expect(most).toBe(5)
  })

  it('shares a queue with another one, each task once', async () => {
    const handlers: Handlers = { 'test.work': ({ name }, task) => writeEffect(name, task).then(quiet) }
    const [one] = await Promise.all([startWorker(handlers), startWorker(handlers)])
    const names = Array.from({ length: 40 }, (_, index) => `t${index + 100}`)
    await Promise.all(names.map((name) => add(name)))
    await one.idle()
    expect(await effects()).toEqual(names.map((name) => `${name} 1`))
  })

  it('leaves queues it has no handler for alone', async () => {
    const worker = await startWorker({ 'test.other': async () => undefined })
    await add('a')
    await worker.idle()
    await sleep(600)
    expect(await onlyTask()).toMatchObject({ attempts: 0, outcome: null })
  })

  it('tries a failed task again and keeps the kind of its error, not the message', async () => {
    const seen: (string | null)[] = []
    const worker = await startWorker({
      'test.work': async ({ name }, task) => {
        seen.push((await onlyTask()).last_error)
        if (task.attempt === 1) throw new Error('password hunter2')
        if (task.attempt === 2) throw Object.assign(new Error('password hunter2'), { code: 'ECONNRESET' })
        await writeEffect(name, task)
      },
    })
    await add('a')
    await worker.idle()
    expect(await effects()).toEqual(['a 3'])
    expect(seen).toEqual([null, 'Error', 'ECONNRESET'])
  })

  it('gives a task up after its last attempt and fails its work in the same transaction', async () => {
    const worker = await startWorker({
      'test.work': {
        run: async () => {
          throw new TypeError('no')
        },
        onDead: (tx, { name }, { attempts, error }) =>
          sql`insert into effects values (${`${name} dead ${error}`}, ${attempts})`.execute(tx).then(quiet),
      },
    })
    await add('a', { maxAttempts: 2 })
    await worker.idle()
    expect(await effects()).toEqual(['a dead TypeError 2'])
    expect(await onlyTask()).toMatchObject({
      outcome: 'dead',
      last_error: 'TypeError',
      attempts: 2,
      lease_until: null,
    })
  })

  it('gives a task up whose last attempt ended in a crash', async () => {
    await add('a', { maxAttempts: 1 })
    await sql`update queue_tasks set attempts = 1, claims = 1, lease_until = now() - interval '1 s'`.execute(
      database.db,
    )
    const worker = await startWorker({ 'test.work': ({ name }, task) => writeEffect(name, task).then(quiet) })
    await worker.idle()
    expect(await effects()).toEqual([])
    expect(await onlyTask()).toMatchObject({ outcome: 'dead', last_error: 'CRASHED' })
  })

  it('stops at once when idle, and lets a running task end', async () => {
    const worker = await startWorker({
      'test.work': async ({ name }, task) => {
        await sleep(100)
        await writeEffect(name, task)
      },
    })
    await add('a')
    await expect.poll(async () => (await onlyTask()).attempts).toBe(1)
    await worker.stop()
    expect(await effects()).toEqual(['a 1'])
    await add('b')
    await sleep(100)
    expect(await effects()).toEqual(['a 1'])
  })

  it('gives back, untried, what does not end in time, and aborts it', async () => {
    const reasons: boolean[] = []
    const worker = await startWorker({
      'test.work': async (_, task) => {
        await sleep(60_000, undefined, { signal: task.signal }).finally(() =>
          reasons.push(task.signal.aborted),
        )
      },
    })
    await add('a')
    await expect.poll(async () => (await onlyTask()).attempts).toBe(1)
    await worker.stop({ graceMs: 10 })
    expect(reasons).toEqual([true])
    expect(await onlyTask()).toMatchObject({ attempts: 0, lease_until: null, outcome: null })
  })

  it('fences out a handler that ignores the stop', async () => {
    let finish: Promise<unknown> = Promise.resolve()
    let go: () => void = quiet
    const worker = await startWorker({
      'test.work': async ({ name }, task) => {
        await new Promise<void>((resolve) => {
          go = resolve
        })
        finish = writeEffect(name, task)
        await finish
      },
    })
    await add('a')
    await expect.poll(async () => (await onlyTask()).attempts).toBe(1)
    await worker.stop({ graceMs: 0 })
    go()
    await sleep(0)
    await expect(finish).rejects.toMatchObject({ code: 'TASK_LOST' })
    expect(await effects()).toEqual([])
  })
})

describe('a task', () => {
  it('keeps effects on the way, and its end, only while it is still ours', async () => {
    const outcomes: unknown[] = []
    const worker = await startWorker({
      'test.work': async ({ name }, task) => {
        await task.inTransaction((tx) => sql`insert into effects values (${name}, 1)`.execute(tx))
        await takeOver(task.id)
        const half = task.inTransaction((tx) => sql`insert into effects values ('half', 1)`.execute(tx))
        outcomes.push(await half.catch((error: unknown) => error))
        await writeEffect('end', task).catch((error: unknown) => outcomes.push(error))
      },
    })
    await add('a')
    await expect.poll(() => outcomes).toMatchObject([{ code: 'TASK_LOST' }, { code: 'TASK_LOST' }])
    expect(await effects()).toEqual(['a 1'])
    await worker.stop()
    expect(await onlyTask()).toMatchObject({ outcome: null, attempts: 1 })
  })

  it('hears that it was taken over', async () => {
    let aborted = false
    await startWorker(
      {
        'test.work': async (_, task) => {
          await takeOver(task.id)
          await sleep(10_000, undefined, { signal: task.signal }).catch(quiet)
          aborted = task.signal.aborted
        },
      },
      { leaseMs: 300 },
    )
    await add('a')
    await expect.poll(() => aborted, { timeout: 5_000 }).toBe(true)
  })

  it('keeps its lease for as long as it runs', async () => {
    const handlers: Handlers = {
      'test.work': async ({ name }, task) => {
        await sleep(1_500)
        await writeEffect(name, task)
      },
    }
    const worker = await startWorker(handlers, { leaseMs: 450 })
    await startWorker(handlers, { leaseMs: 450 })
    await add('a')
    await worker.idle()
    expect(await effects()).toEqual(['a 1'])
  })

  it('has its end rolled back with its effects', async () => {
    const worker = await startWorker({
      'test.work': async ({ name }, task) => {
        await task.finish(async (tx) => {
          await sql`insert into effects values (${name}, ${task.attempt})`.execute(tx)
          if (task.attempt === 1) throw new Error('half way')
        })
      },
    })
    await add('a')
    await worker.idle()
    expect(await effects()).toEqual(['a 2'])
  })
})

describe('housekeeping', () => {
  it('frees the tasks of an owner whose session is gone, and no one else’s', async () => {
    const running = await startWorker({ 'test.work': () => sleep(300) })
    await add('alive')
    await expect.poll(async () => (await onlyTask()).attempts).toBe(1)
    await add('orphan', { runAt: new Date(Date.now() + 60_000) })
    await sql`update queue_tasks set attempts = 1, claims = 1, owner_lock = 1, lease_until = now() + interval '1 minute'
      where payload ->> 'name' = 'orphan'`.execute(database.db)
    expect(await freeOrphans(database.db)).toBeLessThanOrEqual(1)
    const leased = await database.db
      .selectFrom('queue_tasks')
      .select('payload')
      .where('lease_until', 'is not', null)
      .execute()
    expect(leased).toEqual([{ payload: { name: 'alive' } }])
    await running.idle()
  })

  it('prunes tasks that ended long ago, some at a time', async () => {
    for (const name of ['old', 'older', 'fresh', 'dead']) await add(name)
    await sql`update queue_tasks set outcome = case payload ->> 'name' when 'dead' then 'dead' else 'done' end,
      finished_at = now() - case payload ->> 'name' when 'fresh' then interval '1 hour' else interval '2 days' end`.execute(
      database.db,
    )
    expect(await pruneTasks(database.db, 1)).toBe(1)
    expect(await pruneTasks(database.db)).toBe(1)
    expect(await pruneTasks(database.db)).toBe(0)
    const left = await database.db.selectFrom('queue_tasks').select('payload').orderBy('id').execute()
    expect(left.map(({ payload }) => payload['name'])).toEqual(['fresh', 'dead'])
  })
})
