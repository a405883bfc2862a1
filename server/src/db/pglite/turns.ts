import { DbError } from '../errors.ts'
import type { Answer, Request } from './protocol.ts'

/** What the turns are taken on: one connection. */
export interface Connection {
  run(request: Request): Promise<Answer>
  inTransaction(): boolean
  rollback(): Promise<void>
}

export interface TurnLimits {
  readonly waitMs: number
  readonly idleMs: number
}

interface Waiting {
  readonly request: Request
  readonly resolve: (answer: Answer) => void
  readonly reject: (error: unknown) => void
  readonly timer: NodeJS.Timeout
}

const leaseOf = (request: Request): number | undefined => ('lease' in request ? request.lease : undefined)

/**
 * One connection, many callers: requests run first in, first out. `begin` takes a lease; until it ends only requests
 * that name it run. Nobody waits for ever: waiting longer than `waitMs` is `DB_BUSY`, and a lease that does nothing
 * for `idleMs` is rolled back, after which its holder gets `LEASE_LOST`.
 */
export function createTurns(connection: Connection, limits: TurnLimits) {
  const waiting: Waiting[] = []
  let lease: number | undefined
  let lastLease = 0
  let idle: NodeJS.Timeout | undefined
  let busy = false
  let stopped: (() => void) | undefined

  const mayRun = ({ request }: Waiting): boolean => lease === undefined || leaseOf(request) !== undefined

  function next(): void {
    if (busy) return
    const index = waiting.findIndex(mayRun)
    const [turn] = index < 0 ? [] : waiting.splice(index, 1)
    if (!turn) return
    busy = true
    clearTimeout(turn.timer)
    clearTimeout(idle)
    take(turn.request)
      .then(turn.resolve, turn.reject)
      .finally(() => {
        busy = false
        if (stopped) return stopped()
        if (lease !== undefined) idle = setTimeout(() => void expire(), limits.idleMs)
        next()
      })
  }

  async function take(request: Request): Promise<Answer> {
    if (request.op === 'end' && request.lease !== lease && request.sql === 'rollback') return undefined
    const named = leaseOf(request)
    if (named !== undefined && named !== lease) {
      throw new DbError(
        'LEASE_LOST',
        `The transaction did nothing for ${limits.idleMs} ms and was rolled back`,
      )
    }
    try {
      const answer = await connection.run(request)
      if (request.op !== 'begin') return answer
      lastLease += 1
      lease = lastLease
      return lease
    } finally {
      if (request.op === 'end') lease = undefined
      // A statement outside any lease that left a transaction open must not poison the next caller's.
      if (lease === undefined && connection.inTransaction()) await connection.rollback()
    }
  }

  async function expire(): Promise<void> {
    if (busy || lease === undefined) return
    busy = true
    lease = undefined
    try {
      if (connection.inTransaction()) await connection.rollback()
    } finally {
      busy = false
      stopped ? stopped() : next()
    }
  }

  return {
    /** Runs the request when its turn comes. */
    request: (request: Request): Promise<Answer> =>
      new Promise((resolve, reject) => {
        if (stopped) throw new DbError('DB_CLOSED', 'The embedded database is closed')
        const timer = setTimeout(() => {
          const index = waiting.findIndex((turn) => turn.timer === timer)
          if (index < 0) return
          waiting.splice(index, 1)
          reject(new DbError('DB_BUSY', `The embedded database was busy for more than ${limits.waitMs} ms`))
        }, limits.waitMs)
        waiting.push({ request, resolve, reject, timer })
        next()
      }),
    /** Refuses all that wait and come; settles when what runs now has ended. */
    stop: (): Promise<void> =>
      new Promise((resolve) => {
        stopped = resolve
        clearTimeout(idle)
        for (const { timer, reject } of waiting.splice(0)) {
          clearTimeout(timer)
          reject(new DbError('DB_CLOSED', 'The embedded database is closing'))
        }
        if (!busy) resolve()
      }),
  }
}
