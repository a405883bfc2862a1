import { sql } from 'kysely'
import type { Db, Tx } from '../db/database.ts'

/** The class id of the workers' presence locks (`pg_locks.classid`). */
export const presenceClass = 7_240_302

/** Names one claim of a task. A later claim of the same task has a higher number, and this one then matches nothing. */
export interface Claim {
  readonly id: number
  readonly claims: number
}

export interface ClaimedTask extends Claim {
  readonly queue: string
  readonly payload: Record<string, unknown>
  readonly attempts: number
  readonly max_attempts: number
}

export interface Claimant {
  readonly queues: readonly string[]
  readonly owner: string
  readonly ownerLock: number
  readonly leaseMs: number
}

/** The worker lost the task: another one may have it. Nothing it wrote in a fenced transaction is kept. */
export class TaskLost extends Error {
  override readonly name = 'TaskLost'
  readonly code = 'TASK_LOST'
}

/**
 * Claims up to `limit` due tasks, oldest first. `running` are left alone: a worker whose own lease lapsed while its
 * process was stalled must not start the task a second time beside itself.
 */
export async function claimTasks(
  db: Db,
  { queues, owner, ownerLock, leaseMs }: Claimant,
  limit: number,
  running: readonly number[],
): Promise<ClaimedTask[]> {
  const { rows } = await sql<ClaimedTask>`
    with due as (
      select id from queue_tasks
      where finished_at is null and run_at <= now() and (lease_until is null or lease_until <= now())
        and queue = any(${queues}::text[]) and id <> all(${running}::bigint[])
      order by run_at, id limit ${limit}::int for update skip locked
    )
    update queue_tasks as task
    set attempts = attempts + 1, claims = claims + 1, lease_until = now() + ${leaseMs} * interval '1 ms',
      owner = ${owner}, owner_lock = ${ownerLock}
    from due where task.id = due.id
    returning task.id, task.queue, task.payload, task.attempts, task.max_attempts, task.claims`.execute(db)
  return rows.sort((a, b) => a.id - b.id)
}

/** Extends the leases; answers the ids still ours. */
export async function renewLeases(db: Db, held: readonly Claim[], leaseMs: number): Promise<Set<number>> {
  const { rows } = await sql<{ id: number }>`
    update queue_tasks as task set lease_until = now() + ${leaseMs} * interval '1 ms'
    from unnest(${held.map(({ id }) => id)}::bigint[], ${held.map(({ claims }) => claims)}::int[]) as mine (id, claims)
    where task.id = mine.id and task.claims = mine.claims and task.finished_at is null
    returning task.id`.execute(db)
  return new Set(rows.map(({ id }) => id))
}

/** Locks the task for the rest of the transaction, so that it cannot be taken over before the commit. */
export async function holdTask(tx: Tx, { id, claims }: Claim): Promise<void> {
  const held = await tx
    .selectFrom('queue_tasks')
    .select('id')
    .where('id', '=', id)
    .where('claims', '=', claims)
    .where('finished_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (!held) throw new TaskLost('The task is no longer ours')
}

/** Ends the task in the transaction of its effects. */
export async function endTask(
  tx: Tx,
  { id, claims }: Claim,
  outcome: 'done' | 'dead',
  error?: string,
): Promise<void> {
  const ended = await tx
    .updateTable('queue_tasks')
    .set({ outcome, finished_at: sql<Date>`now()`, lease_until: null, owner_lock: null })
    .$if(error !== undefined, (query) => query.set({ last_error: error ?? null }))
    .where('id', '=', id)
    .where('claims', '=', claims)
    .where('finished_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (!ended) throw new TaskLost('The task is no longer ours')
}

/** Gives the task up until `delayMs` from now, keeping the kind of error that stopped it. */
export async function postponeTask(
  db: Db,
  { id, claims }: Claim,
  delayMs: number,
  error: string,
): Promise<void> {
  await db
    .updateTable('queue_tasks')
    .set({
      run_at: sql<Date>`now() + ${delayMs} * interval '1 ms'`,
      lease_until: null,
      owner_lock: null,
      last_error: error,
    })
    .where('id', '=', id)
    .where('claims', '=', claims)
    .where('finished_at', 'is', null)
    .execute()
}

/** Gives a task back untried: the attempt does not count, and the handler that had it is fenced out. */
export async function releaseTask(db: Db, { id, claims }: Claim): Promise<void> {
  await db
    .updateTable('queue_tasks')
    .set((task) => ({
      attempts: task('attempts', '-', 1),
      claims: task('claims', '+', 1),
      lease_until: null,
      owner_lock: null,
    }))
    .where('id', '=', id)
    .where('claims', '=', claims)
    .where('finished_at', 'is', null)
    .execute()
}

/**
 * Frees the tasks of workers whose session is gone: the server drops their presence lock when the connection ends, long
 * before their leases lapse. On the embedded database this frees, after a start, whatever the last process held.
 */
export async function freeOrphans(db: Db): Promise<number> {
  const { numAffectedRows } = await sql`
    update queue_tasks set lease_until = null, owner_lock = null where id in (
      select id from queue_tasks
      where finished_at is null and owner_lock is not null and not exists (
        select from pg_locks
        where locktype = 'advisory' and classid = ${presenceClass}::int::oid and objid = owner_lock::oid and granted
          and database = (select oid from pg_database where datname = current_database()))
      for update skip locked)`.execute(db)
  return Number(numAffectedRows ?? 0n)
}

/** Deletes some of the finished tasks whose time is over: done ones after a day, dead ones after 30. */
export async function pruneTasks(db: Db, limit = 1_000): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from queue_tasks where id in (
      select id from queue_tasks
      where finished_at < now() - case outcome when 'done' then interval '1 day' else interval '30 days' end
      order by finished_at limit ${limit}::int for update skip locked)`.execute(db)
  return Number(numAffectedRows ?? 0n)
}

/** How many tasks of these queues could run now or are running. */
export async function countOpen(db: Db, queues: readonly string[]): Promise<number> {
  const { open } = await db
    .selectFrom('queue_tasks')
    .select((task) => task.fn.countAll<number>().as('open'))
    .where('finished_at', 'is', null)
    .where('queue', 'in', [...queues])
    .where((task) => task.or([task('run_at', '<=', sql<Date>`now()`), task('lease_until', 'is not', null)]))
    .executeTakeFirstOrThrow()
  return open
}
