import type { Generated, JSONColumnType } from 'kysely'

/** A unit of background work. It says what to work on; what people see is the feature's own row. */
export interface QueueTasksTable {
  id: Generated<number>
  queue: string
  payload: JSONColumnType<Record<string, unknown>>
  idempotency_key: string | null
  /** Real time from which it may run. */
  run_at: Generated<Date>
  attempts: Generated<number>
  max_attempts: number
  /** Counts claims and never goes back: the fence against a worker that lost its lease. */
  claims: Generated<number>
  lease_until: Date | null
  /** The object id of the owner's presence lock. */
  owner_lock: number | null
  /** For people: who claimed it. */
  owner: string | null
  last_error: string | null
  outcome: 'done' | 'dead' | null
  created_at: Generated<Date>
  finished_at: Date | null
}

export interface QueueTables {
  queue_tasks: QueueTasksTable
}
