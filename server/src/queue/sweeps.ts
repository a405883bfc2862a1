import type { Application } from '../applications/applications.types.ts'
import type { Clock } from '../clock.ts'
import type { Db } from '../db/database.ts'
import type { ApplicationId } from '../ids.ts'
import type { QueueLogger } from './run-task.ts'

export interface DueRow {
  /** When it fell due. */
  readonly at: Date
  /** The row, in the sweep's own terms. */
  readonly id: string
}

/** One kind of row that waits for a date: never a timer in memory, always a due column (decisions, architecture 2). */
export interface Sweep {
  readonly name: string
  /** Whose time the column is in: the application's unless told, and then a turned clock makes rows fall due. */
  readonly time?: 'application' | 'real'
  /** `turned`: somebody else looks at these rows each second; here they are run only when a clock is turned. */
  readonly when?: 'turned'
  /** Rows due at `upTo`, oldest first. */
  due(db: Db, applicationId: ApplicationId, upTo: Date, limit: number): Promise<readonly DueRow[]>
  /**
   * Does what was due, stamped `at`, in a transaction of its own that looks at the row again: two workers may both have
   * seen it.
   */
  run(application: Application, id: string, at: Date): Promise<void>
}

export interface SweepsDeps {
  readonly db: Db
  readonly clock: Clock
  readonly applications: {
    listIds(): Promise<readonly ApplicationId[]>
    get(id: ApplicationId): Promise<Application | undefined>
  }
  readonly sweeps: readonly Sweep[]
  readonly logger: QueueLogger
  /** Real milliseconds between two rounds, 1 s unless told. */
  readonly everyMs?: number
}

export interface Sweeps {
  /**
   * Runs all rows of the application's time that are due at `upTo`, in the order of their dates over every kind; those
   * that fall due by it are run too. Resolves when nothing is left.
   */
  runDue(application: Application, upTo: Date): Promise<void>
  /** Looks at every application each second. */
  start(): void
  /** Resolves when the round that runs has ended. */
  stop(): Promise<void>
}

export function createSweeps({
  db,
  clock,
  applications,
  sweeps,
  logger,
  everyMs = 1_000,
}: SweepsDeps): Sweeps {
  let timer: NodeJS.Timeout | undefined
  let round: Promise<void> | undefined
  let stopping = false

  /** The oldest row due that was not tried in this run: a row that fails must not hold up the others. */
  async function next(
    kinds: readonly Sweep[],
    application: Application,
    upTo: Date,
    failed: ReadonlyMap<Sweep, Set<string>>,
  ) {
    let oldest: (DueRow & { sweep: Sweep }) | undefined
    for (const sweep of kinds) {
      const skip = failed.get(sweep)
      const rows = await sweep.due(db, application.id, upTo, 1 + (skip?.size ?? 0))
      const row = rows.find(({ id }) => !skip?.has(id))
      if (row && (!oldest || row.at < oldest.at)) oldest = { ...row, sweep }
    }
    return oldest
  }

  async function runKinds(kinds: readonly Sweep[], application: Application, upTo: Date): Promise<void> {
    const tried = new Map(kinds.map((sweep) => [sweep, new Map<string, number>()]))
    const failed = new Map(kinds.map((sweep) => [sweep, new Set<string>()]))
    for (;;) {
      const row = await next(kinds, application, upTo, failed)
      if (!row || stopping) return
      const { sweep, id, at } = row
      try {
        await sweep.run(application, id, at)
        // A row that is still due at the same date after it was run would be run for ever.
        if (tried.get(sweep)?.get(id) === at.getTime()) failed.get(sweep)?.add(id)
        tried.get(sweep)?.set(id, at.getTime())
      } catch (error) {
        failed.get(sweep)?.add(id)
        logger.error(
          { err: error, sweep: sweep.name, applicationId: application.id, row: id },
          'A due row could not be run',
        )
      }
    }
  }

  const inApplicationTime = sweeps.filter(({ time }) => time !== 'real')
  const eachSecond = inApplicationTime.filter(({ when }) => when !== 'turned')
  const inRealTime = sweeps.filter(({ time }) => time === 'real')

  async function visit(id: ApplicationId): Promise<void> {
    const application = await applications.get(id)
    if (!application || stopping) return
    await runKinds(inRealTime, application, clock.real())
    await runKinds(eachSecond, application, clock.now(application))
  }

  async function visitAll(): Promise<void> {
    for (const id of await applications.listIds()) await visit(id)
  }

  const tick = () => {
    round ??= visitAll()
      .catch((error: unknown) => logger.warn({ err: error }, 'Due rows could not be looked at'))
      .finally(() => {
        round = undefined
      })
  }

  return {
    runDue: (application, upTo) => runKinds(inApplicationTime, application, upTo),
    start() {
      stopping = false
      timer ??= setInterval(tick, everyMs)
    },
    async stop() {
      stopping = true
      clearInterval(timer)
      timer = undefined
      await round
    },
  }
}
