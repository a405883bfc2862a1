import { randomInt } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Database } from '../db/database.ts'
import { bindHandlers, type Handlers } from './handlers.ts'
import {
  type Claimant,
  claimTasks,
  countOpen,
  freeOrphans,
  presenceClass,
  pruneTasks,
  releaseTask,
  renewLeases,
} from './leases.ts'
import { wakeChannel } from './queue.ts'
import { type QueueLogger, type RunContext, type RunningTask, startTask } from './run-task.ts'

export interface WorkerOptions {
  readonly database: Database
  readonly handlers: Handlers
  readonly logger: QueueLogger
  /** Tasks at a time, at most 8: on the embedded database more of them would crowd out requests. */
  readonly concurrency?: number
  /** For people reading the table. */
  readonly owner?: string
  /** How long a worker that hangs keeps its tasks; one that dies loses them at once. 5 s unless told. */
  readonly leaseMs?: number
  /** The wait before the next attempt. */
  readonly backoffMs?: (attempt: number) => number
}

export interface QueueWorker {
  start(): Promise<void>
  /** Claims nothing more, lets tasks end for `graceMs`, then aborts them and gives them back. */
  stop(options?: { graceMs?: number }): Promise<void>
  /** For tests: settles when no task of these queues is due or running. */
  idle(): Promise<void>
}

const pollMs = 500
const pruneEvery = 120
const exponential = (attempt: number): number => Math.min(500 * 4 ** (attempt - 1), 300_000)

/** Runs the tasks of the queues it has handlers for. Leases are real time, whatever an application's clock says. */
export function createWorker(options: WorkerOptions): QueueWorker {
  const { database, logger, leaseMs = 5_000, owner = `pid ${process.pid}` } = options
  const { db } = database
  const concurrency = Math.min(options.concurrency ?? 4, 8)
  const handlers = bindHandlers(options.handlers)
  const claimant: Claimant = {
    queues: [...handlers.keys()],
    owner,
    leaseMs,
    ownerLock: randomInt(1, 2 ** 31),
  }
  const running = new Map<number, RunningTask>()
  const timers: NodeJS.Timeout[] = []
  let stopListening: (() => Promise<void>) | undefined
  let stopping = false
  let claiming: Promise<void> | undefined
  let wakeAgain = false
  let ticking = false
  let ticks = 0
  let troubled = false
  const context: RunContext = {
    db,
    logger,
    backoffMs: options.backoffMs ?? exponential,
    stopping: () => stopping,
  }

  /** A wake-up that arrives while claiming is remembered, or a task enqueued in between would wait for the poll. */
  function wake(): void {
    wakeAgain = true
    if (stopping || claiming) return
    claiming = claimWhileDue()
      .catch(trouble)
      .finally(() => {
        claiming = undefined
        if (wakeAgain) wake()
      })
  }

  async function claimWhileDue(): Promise<void> {
    while (wakeAgain && !stopping) {
      wakeAgain = false
      const room = concurrency - running.size
      if (room <= 0) return
      const claimed = await claimTasks(db, claimant, room, [...running.keys()])
      for (const task of claimed) begin(task)
      if (claimed.length === room) wakeAgain = true
    }
  }

  function begin(claimed: Awaited<ReturnType<typeof claimTasks>>[number]): void {
    const handler = handlers.get(claimed.queue)
    if (!handler) return
    const task = startTask(context, claimed, handler)
    running.set(claimed.id, task)
    void task.ended.then(() => {
      running.delete(claimed.id)
      wake()
    })
  }

  async function tick(): Promise<void> {
    if (ticking || stopping) return
    ticking = true
    try {
      const freed = await freeOrphans(db)
      if (freed > 0) logger.warn({ freed }, 'Tasks of a worker that died were freed')
      ticks += 1
      if (ticks % pruneEvery === 0) await pruneTasks(db)
      troubled = false
    } catch (error) {
      trouble(error)
    } finally {
      ticking = false
    }
    wake()
  }

  async function beat(): Promise<void> {
    const held = [...running.values()].filter(({ finished }) => !finished)
    if (held.length === 0) return
    try {
      const ours = await renewLeases(
        db,
        held.map(({ claimed }) => claimed),
        leaseMs,
      )
      for (const task of held) if (!ours.has(task.claimed.id) && !task.finished) task.abort.abort()
    } catch (error) {
      trouble(error)
    }
  }

  /** The database being away is one warning, not two a second; the poll goes on trying. */
  function trouble(error: unknown): void {
    if (!troubled && !stopping) logger.warn({ err: error }, 'The queue cannot reach the database')
    troubled = true
  }

  async function settle(graceMs: number): Promise<void> {
    const all = () => Promise.all([...running.values()].map(({ ended }) => ended))
    const late = new AbortController()
    await Promise.race([all(), sleep(graceMs, undefined, { signal: late.signal }).catch(() => undefined)])
    late.abort()
  }

  return {
    async start() {
      const presence = [presenceClass, claimant.ownerLock] as const
      // The presence lock comes before the first claim: without it our tasks would look like a dead worker's.
      stopListening = await database.listen(wakeChannel, wake, { presence, onReconnect: wake })
      timers.push(
        setInterval(() => void tick(), pollMs),
        setInterval(() => void beat(), leaseMs / 3),
      )
      await tick()
    },
    async stop({ graceMs = 5_000 } = {}) {
      stopping = true
      await claiming
      await settle(graceMs)
      for (const { abort } of running.values()) abort.abort()
      await settle(250)
      for (const timer of timers) clearInterval(timer)
      // Whoever ignores the signal is fenced out, and the task can start elsewhere at once.
      for (const { claimed } of running.values()) await releaseTask(db, claimed)
      await stopListening?.()
    },
    async idle() {
      while (running.size > 0 || claiming || (await countOpen(db, claimant.queues)) > 0) {
        wake()
        await sleep(5)
      }
    },
  }
}
