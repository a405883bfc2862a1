import type { Tx } from '../db/database.ts'
import type { QueueName, QueuePayloads } from './queues.ts'

/** What a handler knows of the task it works on. */
export interface Task {
  readonly id: number
  /** 1 at the first start. */
  readonly attempt: number
  /** Fires when the task is lost or the worker must stop: nothing done after it will be kept. */
  readonly signal: AbortSignal
  /** Effects on the way: kept only if the task is still ours. Throws `TaskLost` otherwise. */
  inTransaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /** The last effects and the end of the task, together or not at all. Throws `TaskLost` if it is no longer ours. */
  finish(): Promise<void>
  finish<T>(work: (tx: Tx) => Promise<T>): Promise<T>
}

/** Works on one task. Returning completes it, if `finish` did not; throwing has it tried again later. */
export type Handler<Q extends QueueName> = (payload: QueuePayloads[Q], task: Task) => Promise<void>

export interface DeadTask {
  readonly id: number
  readonly attempts: number
  /** The error's code or class, never its message. */
  readonly error: string
}

export interface QueueHandler<Q extends QueueName> {
  readonly run: Handler<Q>
  /** In the transaction that gives the task up for good: the place to fail what it worked on. */
  readonly onDead?: (tx: Tx, payload: QueuePayloads[Q], dead: DeadTask) => Promise<void>
}

export type Handlers = { readonly [Q in QueueName]?: Handler<Q> | QueueHandler<Q> }

/** A handler once its queue has been looked up: the payload's type is the queue's by construction of `enqueue`. */
export interface BoundHandler {
  run(payload: unknown, task: Task): Promise<void>
  onDead(tx: Tx, payload: unknown, dead: DeadTask): Promise<void>
}

export function bindHandlers(handlers: Handlers): Map<string, BoundHandler> {
  const bound = Object.entries(handlers).map(([queue, handler]): [string, BoundHandler] => {
    const { run, onDead } = (
      typeof handler === 'function' ? { run: handler } : handler
    ) as QueueHandler<never>
    return [
      queue,
      {
        run: (payload, task) => run(payload as never, task),
        onDead: async (tx, payload, dead) => onDead?.(tx, payload as never, dead),
      },
    ]
  })
  return new Map(bound)
}
