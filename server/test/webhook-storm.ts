import { type ChildProcess, fork } from 'node:child_process'
import { randomBytes, randomInt } from 'node:crypto'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import pino from 'pino'
import { type App, createApp } from '../src/app.ts'
import { newApiKey } from '../src/applications/applications.service.ts'
import type { Application } from '../src/applications/applications.types.ts'
import { systemClock } from '../src/clock.ts'
import { loadConfig } from '../src/config/load.ts'
import { type Database, inTransaction, type OpenOptions, openDatabase } from '../src/db/database.ts'
import { appendEvent } from '../src/events/outbox.ts'
import { newId, type UserId, type WebhookId } from '../src/ids.ts'
import { attemptDelays } from '../src/webhooks/schedule.ts'
import { type Receiver, startReceiver } from './receiver.ts'

export interface StormOptions {
  /** A fresh, migrated database that nobody has open. */
  readonly database: OpenOptions
  readonly events: number
  /** Worker processes at a time; the embedded database has one opener only. */
  readonly workers: number
  readonly kills: number
}

export interface EndpointResult {
  readonly status: string
  readonly disabled: boolean
  /** Messages by how they ended. */
  readonly messages: { readonly pending: number; readonly success: number; readonly failed: number }
  /** Messages that arrived at least once, and deliveries that arrived. */
  readonly arrived: number
  readonly deliveries: number
  readonly attempts: number
  /** Attempts that came before their time, or later than the slack allows. */
  readonly offSchedule: number
}

export interface StormResult {
  readonly healthy: EndpointResult
  readonly flapping: EndpointResult
  readonly dead: EndpointResult
  readonly kills: number
  /** From the first worker's start until the healthy and the flapping endpoint had everything. */
  readonly seconds: number
}

const types = { healthy: 'user.created', flapping: 'user.updated', dead: 'user.deleted' } as const
type Name = keyof typeof types
const names = Object.keys(types) as Name[]

/**
 * Events over three endpoints, one healthy, one that drops every third message once, one that fails always, while the
 * processes that deliver are killed. Then two days pass on the application's clock.
 */
export async function runStorm(options: StormOptions): Promise<StormResult> {
  const masterKey = randomBytes(32)
  const endpoints = await startEndpoints()
  const here = await openHere(options.database, masterKey)
  const { application, webhooks } = await seed(here, endpoints)
  await appendEvents(here.database, application, options.events)
  await here.close()
  const started = performance.now()
  const wanted = portion(options.events, 'healthy') + portion(options.events, 'flapping')
  const kills = await deliverUnderFire(options, masterKey, {
    deliveries: () => names.reduce((sum, name) => sum + endpoints[name].receiver.received.length, 0),
    done: () => endpoints.healthy.accepted.size + endpoints.flapping.accepted.size >= wanted,
  })
  const seconds = (performance.now() - started) / 1000
  const after = await openHere(options.database, masterKey)
  await after.app.services.clockControl.change(application, { advance: 'P2D' })
  const [healthy, flapping, dead] = await Promise.all([
    resultOf(after.database, webhooks.healthy, endpoints.healthy),
    resultOf(after.database, webhooks.flapping, endpoints.flapping),
    resultOf(after.database, webhooks.dead, endpoints.dead),
  ])
  await after.close()
  await Promise.all(names.map((name) => endpoints[name].receiver.close()))
  return { healthy, flapping, dead, kills, seconds }
}

/** How many of the events go to an endpoint: they take turns. */
export const portion = (events: number, name: Name): number =>
  Math.floor((events + names.length - 1 - names.indexOf(name)) / names.length)

interface Endpoint {
  readonly receiver: Receiver
  /** Ids of the messages it answered well. */
  readonly accepted: ReadonlySet<string>
}

async function startEndpoint(fails: (id: string) => boolean): Promise<Endpoint> {
  const accepted = new Set<string>()
  const receiver = await startReceiver(({ headers }, response) => {
    const id = String(headers['webhook-id'])
    if (fails(id)) return response.writeHead(503).end()
    accepted.add(id)
    return response.writeHead(200).end()
  })
  return { receiver, accepted }
}

async function startEndpoints(): Promise<Record<Name, Endpoint>> {
  const seen = new Set<string>()
  const failsOnce = (id: string): boolean => {
    if (seen.has(id)) return false
    seen.add(id)
    return seen.size % 3 === 0
  }
  return {
    healthy: await startEndpoint(() => false),
    flapping: await startEndpoint(failsOnce),
    dead: await startEndpoint(() => true),
  }
}

interface Here {
  readonly app: App
  readonly database: Database
  close(): Promise<void>
}

async function openHere(options: OpenOptions, masterKey: Buffer): Promise<Here> {
  const database = await openDatabase(options)
  const app = await createApp({
    config: loadConfig({ BANKSIA_DATA_DIR: options.dataDir, BANKSIA_PUBLIC_URL: 'http://api.test' }),
    database,
    keysDatabase: undefined,
    clock: systemClock,
    logger: pino({ level: 'silent' }),
    masterKey,
  })
  return {
    app,
    database,
    async close() {
      await app.close()
      await database.close()
    },
  }
}

async function seed({ app, database }: Here, endpoints: Record<Name, Endpoint>) {
  const application = await inTransaction(database.db, (tx) =>
    app.services.applications.create(tx, {
      partnerName: 'Storm',
      name: 'Storm',
      kind: 'sandbox',
      apiKey: newApiKey(),
    }),
  )
  const create = async (name: Name): Promise<WebhookId> => {
    const body = { url: endpoints[name].receiver.url, subscribedEvents: [types[name]] }
    return (await app.services.webhooks.create(application, body)).id as WebhookId
  }
  const webhooks = {
    healthy: await create('healthy'),
    flapping: await create('flapping'),
    dead: await create('dead'),
  }
  return { application, webhooks }
}

/** In transactions of 100 events, types in turn. */
async function appendEvents({ db }: Database, application: Application, events: number): Promise<void> {
  for (let first = 0; first < events; first += 100) {
    await inTransaction(db, async (tx) => {
      for (let n = first; n < Math.min(first + 100, events); n += 1) {
        const userId = newId<UserId>()
        await appendEvent(tx, {
          application,
          at: systemClock.real(),
          userId,
          type: types[names[n % names.length] ?? 'healthy'],
          dataRef: `/users/${userId}`,
          data: { type: 'user', id: userId, email: '', mobile: '', links: { self: '' } },
        })
      }
    })
  }
}

interface Progress {
  deliveries(): number
  done(): boolean
}

/** Runs workers, kills one after the other in the middle of deliveries, and waits until all is `done`. */
async function deliverUnderFire(
  { database, workers, kills, events }: StormOptions,
  masterKey: Buffer,
  { deliveries, done }: Progress,
): Promise<number> {
  const start = () => startWorker(database, masterKey)
  const running = await Promise.all(Array.from({ length: workers }, start))
  let killed = 0
  while (killed < kills) {
    const enough = deliveries() + randomInt(1, Math.ceil(events / (kills + 1)))
    for (let waited = 0; deliveries() < enough && waited < 3_000; waited += 2) await sleep(2)
    const victim = killed % workers
    await ended(running[victim], 'SIGKILL')
    running[victim] = await start()
    killed += 1
  }
  while (!done()) await sleep(20)
  await Promise.all(running.map((child) => ended(child, 'SIGTERM')))
  return killed
}

async function startWorker(options: OpenOptions, masterKey: Buffer): Promise<ChildProcess> {
  const program = fileURLToPath(new URL('./delivery-process.ts', import.meta.url))
  const child = fork(program, [JSON.stringify({ options, masterKey: masterKey.toString('base64') })], {
    execArgv: ['--disable-warning=ExperimentalWarning'],
  })
  const [message] = await Promise.race([once(child, 'message'), once(child, 'exit')])
  if (message !== 'ready') throw new Error('a worker did not start')
  return child
}

async function ended(child: ChildProcess | undefined, signal: NodeJS.Signals): Promise<void> {
  if (!child || child.exitCode !== null || child.signalCode !== null) return
  const exited = once(child, 'exit')
  child.kill(signal)
  await exited
}

/** How much later than its due time an attempt may be: the workers were busy, or being killed. */
const slackSeconds = 60

async function resultOf({ db }: Database, id: WebhookId, endpoint: Endpoint): Promise<EndpointResult> {
  const { rows: counts } = await sql<{ pending: number; success: number; failed: number }>`
    select count(*) filter (where status = 'pending')::int as pending,
      count(*) filter (where status = 'success')::int as success,
      count(*) filter (where status = 'failed')::int as failed
    from webhook_messages where webhook_id = ${id}`.execute(db)
  const { rows: attempts } = await sql<{ attempts: number; off: number }>`
    with gaps as (
      select a.number, extract(epoch from a.at - lag(a.at) over (partition by a.message_id order by a.number)) as gap
      from webhook_attempts a join webhook_messages m on m.application_id = a.application_id and m.id = a.message_id
      where m.webhook_id = ${id})
    select count(*)::int as attempts, count(*) filter (where not gap between delay and delay + ${slackSeconds})::int as off
    from gaps left join unnest(${[...attemptDelays]}::float8[]) with ordinality as schedule (ms, number)
      using (number), lateral (select ms / 1000 as delay) as seconds`.execute(db)
  const webhook = await db
    .selectFrom('webhooks')
    .select(['status', 'disabled_at'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const { received } = endpoint.receiver
  return {
    status: webhook.status,
    disabled: webhook.disabled_at !== null,
    messages: counts[0] ?? { pending: 0, success: 0, failed: 0 },
    arrived: new Set(received.map(({ headers }) => headers['webhook-id'])).size,
    deliveries: received.length,
    attempts: attempts[0]?.attempts ?? 0,
    offSchedule: attempts[0]?.off ?? 0,
  }
}
