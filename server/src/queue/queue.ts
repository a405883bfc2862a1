import { sql } from 'kysely'
import type { Tx } from '../db/database.ts'
import type { QueueName, QueuePayloads } from './queues.ts'

/** The NOTIFY channel that wakes workers; its payload is the queue's name. */
export const wakeChannel = 'banksia_queue'

export interface NewTask<Q extends QueueName> {
  readonly queue: Q
  readonly payload: QueuePayloads[Q]
  /** Real time before which it does not run; now unless told. What waits for an application's date is a sweep's row. */
  readonly runAt?: Date
  /** A second task of this queue with the same key is not made, as long as the first is kept (a day after it is done). */
  readonly idempotencyKey?: string
  /** Starts, crashes included, before the task is dead. 5 unless told. */
  readonly maxAttempts?: number
}

/**
 * Adds a task in the caller's transaction: seen by workers after the commit, never after a rollback.
 * Answers the task's id, or `undefined` when its idempotency key is taken.
 */
export async function enqueue<Q extends QueueName>(tx: Tx, task: NewTask<Q>): Promise<number | undefined> {
  const added = await tx
    .insertInto('queue_tasks')
    .values({
      queue: task.queue,
      payload: JSON.stringify(task.payload),
      idempotency_key: task.idempotencyKey ?? null,
      max_attempts: task.maxAttempts ?? 5,
      ...(task.runAt && { run_at: task.runAt }),
    })
    .onConflict((conflict) => conflict.columns(['queue', 'idempotency_key']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (added) await sql`select pg_notify(${wakeChannel}, ${task.queue})`.execute(tx)
  return added?.id
}
