import { type Db, inTransaction, type Tx } from '../db/database.ts'
import type { BoundHandler, Task } from './handlers.ts'
import { type ClaimedTask, endTask, holdTask, postponeTask, releaseTask, TaskLost } from './leases.ts'

/** The part of pino's logger that background work needs. */
export interface QueueLogger {
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
  error(fields: object, message: string): void
}

export interface RunningTask {
  readonly claimed: ClaimedTask
  readonly abort: AbortController
  /** Settles when nothing more will happen for this claim; never rejects. */
  readonly ended: Promise<void>
  finished: boolean
}

export interface RunContext {
  readonly db: Db
  readonly logger: QueueLogger
  readonly backoffMs: (attempt: number) => number
  /** Whether the worker is stopping: then an aborted task goes back untried. */
  readonly stopping: () => boolean
}

/** The error's code or class: enough to tell failures apart, and free of whatever its message quotes. */
export function errorKind(error: unknown): string {
  const code: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'code') : undefined
  if (typeof code === 'string' && /^[\w.-]{1,60}$/.test(code)) return code
  return error instanceof Error ? error.name.slice(0, 60) : typeof error
}

/** Starts the handler on a claimed task and sees it to its end: done, tried again later, dead, lost or given back. */
export function startTask(context: RunContext, claimed: ClaimedTask, handler: BoundHandler): RunningTask {
  const running: { -readonly [K in keyof RunningTask]: RunningTask[K] } = {
    claimed,
    abort: new AbortController(),
    ended: Promise.resolve(),
    finished: false,
  }
  running.ended = work(context, running, handler).catch((error: unknown) =>
    // The lease lapses and the task is claimed again.
    context.logger.warn({ ...names(claimed), err: error }, 'A task could not be put down'),
  )
  return running
}

const names = ({ id, queue, attempts }: ClaimedTask) => ({ task: id, queue, attempt: attempts })

async function work(context: RunContext, running: RunningTask, handler: BoundHandler): Promise<void> {
  const { claimed } = running
  // Only a crash leaves an attempt uncounted as failed; the last one may have been such.
  if (claimed.attempts > claimed.max_attempts) return bury(context, claimed, handler, 'CRASHED')
  const task = taskOf(context.db, running)
  try {
    await handler.run(claimed.payload, task)
    if (!running.finished) await task.finish()
  } catch (error) {
    await fail(context, running, handler, error)
  }
}

function taskOf(db: Db, running: RunningTask): Task {
  const { claimed, abort } = running
  async function finish(): Promise<void>
  async function finish<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  async function finish<T>(work?: (tx: Tx) => Promise<T>): Promise<T | undefined> {
    const result = await inTransaction(db, async (tx) => {
      await endTask(tx, claimed, 'done')
      return work?.(tx)
    })
    running.finished = true
    return result
  }
  return {
    id: claimed.id,
    attempt: claimed.attempts,
    signal: abort.signal,
    finish,
    inTransaction: (work) =>
      inTransaction(db, async (tx) => {
        await holdTask(tx, claimed)
        return work(tx)
      }),
  }
}

async function fail(
  context: RunContext,
  running: RunningTask,
  handler: BoundHandler,
  error: unknown,
): Promise<void> {
  const { claimed, abort, finished } = running
  const { db, logger, backoffMs } = context
  if (finished) return logger.error({ ...names(claimed), err: error }, 'A finished task threw')
  if (error instanceof TaskLost) return logger.warn(names(claimed), 'A task was taken over by another worker')
  if (abort.signal.aborted && context.stopping()) return releaseTask(db, claimed)
  const kind = errorKind(error)
  if (claimed.attempts >= claimed.max_attempts) {
    logger.error({ ...names(claimed), err: error }, 'A task failed for the last time')
    return bury(context, claimed, handler, kind)
  }
  const delayMs = backoffMs(claimed.attempts)
  logger.warn({ ...names(claimed), err: error, delayMs }, 'A task failed and will be tried again')
  await postponeTask(db, claimed, delayMs, kind)
}

async function bury(
  { db }: RunContext,
  claimed: ClaimedTask,
  handler: BoundHandler,
  kind: string,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    await endTask(tx, claimed, 'dead', kind)
    await handler.onDead(tx, claimed.payload, { id: claimed.id, attempts: claimed.attempts, error: kind })
  })
}
