import { randomInt } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Application } from '../applications/applications.types.ts'
import type { Database } from '../db/database.ts'
import type { ApplicationId, MessageId, WebhookId } from '../ids.ts'
import * as store from './deliveries.store.ts'
import { type DeliveryDeps, type DeliveryRun, type RunTerms, runDeliveries } from './delivery-run.ts'
import { deliveryChannel } from './publishing.ts'

export interface DispatcherDeps extends Omit<DeliveryDeps, 'db'> {
  readonly database: Database
  readonly applications: { get(id: ApplicationId): Promise<Application | undefined> }
  /** For one attempt. 15 s unless told (insights §3.9). */
  readonly timeoutMs?: number
  /** For one attempt while a clock is being turned. 2 s unless told (settled 23). */
  readonly turningTimeoutMs?: number
}

export interface Dispatcher {
  /** Starts delivering: at once what an event brings, each second what became due. */
  start(): Promise<void>
  /** Starts nothing more, lets attempts end for `graceMs`, then gives them up. */
  stop(options?: { graceMs?: number }): Promise<void>
  /** For tests: settles when nothing is due. */
  idle(): Promise<void>
  /**
   * Runs `work`, which turns the application's clock, while nobody else delivers for the application: each attempt is
   * then made by `settle`, at its own due time.
   */
  whileTurning<T>(application: Pick<Application, 'id'>, work: () => Promise<T>): Promise<T>
  /**
   * Makes the attempts that are due at the endpoint of this message, which is due at `at`, until that second is over:
   * each is stamped with its own due time.
   */
  settle(application: Pick<Application, 'id' | 'clock'>, id: MessageId, at: Date): Promise<void>
  close(): Promise<void>
}

/** Times are whole seconds on the wire: within one no order shows. */
const endOfSecond = (at: Date): number => Math.floor(at.getTime() / 1_000) * 1_000 + 999

/** This process at an endpoint, or on its way to or from it. */
interface Visit {
  run?: DeliveryRun
  /** Something came up that the run did not see. */
  again: boolean
  ended: Promise<void>
}

const pollMs = 1_000
/** Endpoints at a time. They wait for the network, not for the database. */
const endpointLimit = 64
const holdMs = 60_000
const busyMs = 10

/**
 * Delivers messages. Each endpoint is one process's at a time, by a lease on its row that falls free as soon as that
 * process dies; what is due, and when, is in the messages alone.
 */
export function createDispatcher(deps: DispatcherDeps): Dispatcher {
  const { database, clock, applications, logger, timeoutMs = 15_000, turningTimeoutMs = 2_000 } = deps
  const { db } = database
  const owner = randomInt(1, 2 ** 31)
  const runs = new Map<string, Visit>()
  const overflow = new Map<string, store.WaitingEndpoint>()
  const turning = new Map<ApplicationId, number>()
  const giveUp = new AbortController()
  let presence: Promise<() => Promise<void>> | undefined
  let timer: NodeJS.Timeout | undefined
  let polling: Promise<void> | undefined
  let started = false
  let stopping = false

  const keyOf = ({ applicationId, webhookId }: store.WaitingEndpoint) => `${applicationId}:${webhookId}`
  const endpointOf = (key: string): store.WaitingEndpoint => {
    const [applicationId = '', webhookId = ''] = key.split(':')
    return { applicationId: applicationId as ApplicationId, webhookId: webhookId as WebhookId }
  }

  /** The lock by which others see that this process lives. It must be there before the first lease. */
  const present = (): Promise<unknown> => {
    presence ??= database.listen(deliveryChannel, hear, {
      presence: [store.deliveryPresence, owner],
      onReconnect: poll,
    })
    return presence
  }

  function hear(payload: string): void {
    if (!started || stopping) return
    if (payload.includes(':')) wake(endpointOf(payload))
    else for (const [key, { run }] of runs) if (key.startsWith(payload)) run?.drain()
  }

  function wake(endpoint: store.WaitingEndpoint): void {
    const key = keyOf(endpoint)
    const running = runs.get(key)
    if (running) {
      // If its lease is just being taken or given back, it is taken again afterwards.
      running.again = !running.run?.wake()
    } else if (runs.size >= endpointLimit) {
      overflow.set(key, endpoint)
    } else {
      begin(key, endpoint)
    }
  }

  function begin(key: string, endpoint: store.WaitingEndpoint): void {
    const entry: Visit = { again: false, ended: Promise.resolve() }
    runs.set(key, entry)
    entry.ended = deliverTo(endpoint, entry)
      .catch((error: unknown) =>
        logger.warn({ err: error, ...endpoint }, 'A webhook could not be delivered to'),
      )
      .finally(() => {
        runs.delete(key)
        if (entry.again && !stopping) wake(endpoint)
        const [next] = overflow
        if (next && !stopping && runs.size < endpointLimit) {
          overflow.delete(next[0])
          wake(next[1])
        }
      })
  }

  async function deliverTo({ applicationId, webhookId }: store.WaitingEndpoint, entry: Visit): Promise<void> {
    entry.again = false
    const now = async () => {
      const application = await applications.get(applicationId)
      if (!application) throw new Error('application is gone')
      return clock.now(application)
    }
    const taken = await store.acquire(db, applicationId, webhookId, { owner, turning: false })
    if (!taken || stopping) return taken && store.release(db, taken.lease)
    await runLeased(taken, { upTo: now, stamp: now, timeoutMs, yielding: true, signal: giveUp.signal }, entry)
  }

  async function runLeased(
    taken: Parameters<typeof runDeliveries>[1],
    terms: RunTerms,
    entry?: Visit,
  ): Promise<void> {
    const run = runDeliveries({ ...deps, db }, taken, terms)
    if (entry) entry.run = run
    await run.done
    if (entry) delete entry.run
    await store.release(db, taken.lease)
  }

  function poll(): void {
    polling ??= store
      .waitingEndpoints(db, clock.real(), 1_000)
      .then((endpoints) => {
        if (!stopping) for (const endpoint of endpoints) wake(endpoint)
      })
      .catch((error: unknown) => logger.warn({ err: error }, 'Due webhook messages could not be looked at'))
      .finally(() => {
        polling = undefined
      })
  }

  return {
    async start() {
      await present()
      started = true
      timer = setInterval(poll, pollMs)
      poll()
    },

    async stop({ graceMs = 5_000 } = {}) {
      stopping = true
      clearInterval(timer)
      await polling
      for (const { run } of runs.values()) run?.drain()
      const ended = Promise.all([...runs.values()].map((entry) => entry.ended))
      const late = new AbortController()
      await Promise.race([ended, sleep(graceMs, undefined, { signal: late.signal }).catch(() => undefined)])
      late.abort()
      giveUp.abort()
      await ended
    },

    async idle() {
      while (runs.size > 0 || (await store.waitingEndpoints(db, clock.real(), 1)).length > 0) {
        poll()
        await sleep(busyMs)
      }
    },

    async whileTurning({ id }, work) {
      turning.set(id, (turning.get(id) ?? 0) + 1)
      await store.hold(db, id, holdMs)
      const beat = setInterval(() => void store.hold(db, id, holdMs).catch(() => undefined), holdMs / 3)
      try {
        return await work()
      } finally {
        clearInterval(beat)
        const left = (turning.get(id) ?? 1) - 1
        if (left > 0) turning.set(id, left)
        else turning.delete(id)
        if (left === 0) await store.letGo(db, id)
      }
    },

    async settle(application, id, at) {
      await present()
      const { id: applicationId } = application
      const upTo = new Date(Math.min(endOfSecond(at), clock.now(application).getTime()))
      for (;;) {
        const webhookId = await store.endpointOfDue(db, applicationId, id, at)
        if (!webhookId) return
        const taken = await store.acquire(db, applicationId, webhookId, { owner, turning: true })
        if (taken) {
          return runLeased(taken, {
            upTo: async () => upTo,
            stamp: async ({ dueAt }) => dueAt,
            timeoutMs: turningTimeoutMs,
            yielding: false,
            signal: giveUp.signal,
          })
        }
        await sleep(busyMs)
      }
    },

    async close() {
      await (await presence?.catch(() => undefined))?.()
      await deps.sender.close()
    },
  }
}
