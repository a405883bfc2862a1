import { randomUUID } from 'node:crypto'
import type { Clock } from '../clock.ts'
import type { Db } from '../db/database.ts'
import { type Links, ORIGIN_SENTINEL } from '../http/links.ts'
import type { MessageId } from '../ids.ts'
import type { QueueLogger } from '../queue/run-task.ts'
import * as store from './deliveries.store.ts'
import { nextAttempt, warningAt } from './schedule.ts'
import type { Sender } from './sender.ts'
import { type SecretBox, signature, signingKey } from './signing.ts'

export interface DeliveryDeps {
  readonly db: Db
  readonly clock: Clock
  readonly links: Links
  readonly sender: Sender
  readonly secrets: SecretBox
  readonly logger: QueueLogger
}

/** How one run of deliveries to an endpoint goes about. */
export interface RunTerms {
  /** What is due by this moment, in the application's time, is delivered. */
  readonly upTo: () => Promise<Date>
  /** When an attempt that starts now is made, in the application's time. */
  readonly stamp: (message: store.DueMessage) => Promise<Date>
  readonly timeoutMs: number
  /** Whether to make room for somebody who turns the application's clock. */
  readonly yielding: boolean
  /** Fires when the process must stop: attempts under way are given up without an outcome. */
  readonly signal: AbortSignal
}

export interface DeliveryRun {
  /** Resolves when nothing is due any more, the lease is lost or the endpoint disabled. */
  readonly done: Promise<void>
  /** Something may have become due. Answers whether this run still sees to it. */
  wake(): boolean
  /** Starts no further attempt. */
  drain(): void
}

/** First attempts start in event order, up to ten at a time (settled 34). */
const inFlightLimit = 10
const pageSize = 500
/** The next page is read while so many messages are left of the one before. */
const readAhead = 250
/** Outcomes are recorded when there are so many, when the first is so old (ms), or when nothing else is to do. */
const batchSize = 250
const batchMs = 50
/** Outcomes not yet on record; a process that dies loses them, and they are delivered again. */
const unrecordedLimit = 1_000

/**
 * Delivers what is due at one leased endpoint. Messages are read ahead in pages and outcomes recorded in batches, each
 * as large as what came in while the one before was written: the database is asked a few times for hundreds of messages.
 */
export function runDeliveries(
  deps: DeliveryDeps,
  { lease, endpoint: initial }: { readonly lease: store.Lease; readonly endpoint: store.Endpoint },
  terms: RunTerms,
): DeliveryRun {
  const { db, logger } = deps
  const waiting: store.DueMessage[] = []
  const working = new Set<MessageId>()
  const finished = Promise.withResolvers<void>()
  let outcomes: store.AttemptRecord[] = []
  let endpoint = initial
  let keys = keysOf(deps, lease, initial)
  let inFlight = 0
  let reading = false
  let recording = false
  let exhausted = false
  /** No attempt is started any more. */
  let over = false
  /** Nothing happens any more: the lease is no longer this run's. */
  let ended = false
  let late: NodeJS.Timeout | undefined

  function step(): void {
    if (ended) return
    while (!over && waiting.length > 0 && inFlight < inFlightLimit && outcomes.length < unrecordedLimit) {
      const message = waiting.shift()
      if (message) void attempt(message)
    }
    if (!over && !exhausted && !reading && waiting.length < readAhead) void read()
    if (outcomes.length > 0 && !recording) {
      if (over || waiting.length === 0 || outcomes.length >= batchSize) void keep()
      else late ??= setTimeout(keepLate, batchMs)
    }
    const busy = inFlight > 0 || reading || recording || outcomes.length > 0
    if (busy || !(over || (exhausted && waiting.length === 0))) return
    ended = true
    finished.resolve()
  }

  function keepLate(): void {
    late = undefined
    if (outcomes.length > 0 && !recording) void keep()
  }

  async function read(): Promise<void> {
    reading = true
    exhausted = true
    try {
      const page = await store.dueMessages(db, lease, {
        upTo: await terms.upTo(),
        limit: pageSize,
        except: [...working],
        yielding: terms.yielding,
      })
      for (const message of page) {
        working.add(message.id)
        waiting.push(message)
      }
      if (page.length === pageSize) exhausted = false
    } catch (error) {
      stopFor(error)
    }
    reading = false
    step()
  }

  async function attempt(message: store.DueMessage): Promise<void> {
    inFlight += 1
    try {
      const made = await deliver(deps, message, { url: endpoint.url, keysAt: keys }, terms)
      // `outcomes` may be another list by now.
      outcomes.push(made)
    } catch (error) {
      if (!terms.signal.aborted) stopFor(error)
      over = true
    }
    inFlight -= 1
    step()
  }

  async function keep(): Promise<void> {
    recording = true
    clearTimeout(late)
    late = undefined
    const batch = outcomes
    outcomes = []
    try {
      const health = healthOf(batch)
      const now = await store.record(db, lease, batch, health)
      report(batch, health)
      if (now) {
        endpoint = now
        keys = keysOf(deps, lease, now)
      }
      if (now?.status !== 'active') over = true
      for (const { message } of batch) working.delete(message.id)
    } catch (error) {
      stopFor(error)
    }
    recording = false
    step()
  }

  function stopFor(error: unknown): void {
    over = true
    outcomes = []
    logger.warn({ err: error, ...names(lease) }, 'Deliveries to a webhook stopped; they start again')
  }

  function report(batch: readonly store.AttemptRecord[], { warnedAt, disabledAt }: store.Health): void {
    if (disabledAt) {
      logger.error(
        { ...names(lease), attempts: batch.length },
        'A webhook was disabled: its last attempt failed',
      )
    } else if (warnedAt) {
      logger.warn(names(lease), 'A webhook will be disabled if its next attempt fails')
    }
  }

  step()
  return {
    done: finished.promise,
    wake() {
      if (over || ended) return false
      exhausted = false
      step()
      return true
    },
    drain() {
      over = true
      step()
    },
  }
}

const names = ({ applicationId, webhookId }: store.Lease) => ({ applicationId, webhookId })

/** The signing keys at a moment: the secret's, and the former one's on the day after a rotation. */
function keysOf(
  { secrets }: DeliveryDeps,
  { applicationId, webhookId }: store.Lease,
  endpoint: store.Endpoint,
) {
  const open = (box: Buffer) => signingKey(secrets.open(applicationId, webhookId, box))
  const current = open(endpoint.sealed_secret)
  const former = endpoint.sealed_former_secret && open(endpoint.sealed_former_secret)
  const { former_until: until } = endpoint
  return (at: Date): readonly Buffer[] => (former && until && at < until ? [current, former] : [current])
}

async function deliver(
  { clock, links, sender }: DeliveryDeps,
  message: store.DueMessage,
  { url, keysAt }: { readonly url: string; readonly keysAt: (at: Date) => readonly Buffer[] },
  terms: RunTerms,
): Promise<store.AttemptRecord> {
  const at = await terms.stamp(message)
  const body = message.payload.replaceAll(ORIGIN_SENTINEL, links.origin)
  const timestamp = Math.floor(clock.real().getTime() / 1000)
  const outcome = await sender.send({
    url,
    body,
    headers: {
      'content-type': 'application/json',
      'user-agent': 'Banksia-Webhooks/1',
      'webhook-id': message.id,
      'webhook-timestamp': String(timestamp),
      'webhook-signature': signature(keysAt(at), { id: message.id, timestamp, body }),
    },
    timeoutMs: terms.timeoutMs,
    signal: terms.signal,
  })
  const dueAt = outcome.ok ? undefined : nextAttempt(message.tries + 1, at)
  return { ...outcome, id: randomUUID(), message, url, at, dueAt }
}

function healthOf(batch: readonly store.AttemptRecord[]): store.Health {
  const last = (among: readonly store.AttemptRecord[]): Date | undefined =>
    among.reduce<Date | undefined>((latest, { at }) => (latest && latest > at ? latest : at), undefined)
  const failed = batch.filter(({ ok }) => !ok)
  const afterSuccess = batch.findLastIndex(({ ok }) => ok) + 1
  return {
    delivered: batch.length - failed.length,
    givenUp: failed.filter(({ dueAt }) => dueAt === undefined).length,
    failures: batch.length - afterSuccess,
    recovered: afterSuccess > 0,
    lastAttempt: last(batch) ?? new Date(0),
    lastSuccess: last(batch.filter(({ ok }) => ok)),
    lastFailure: last(failed),
    warnedAt: last(failed.filter(({ message }) => message.tries + 1 === warningAt)),
    disabledAt: last(failed.filter(({ dueAt }) => dueAt === undefined)),
  }
}
