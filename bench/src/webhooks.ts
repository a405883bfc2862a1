// Deliveries to a sink on this machine against bare undici that posts the same bodies, ten at a time, and how long an
// event waits between its commit and the arrival of its first delivery. Aims: a ratio of 0.3, and p99 within 250 ms.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import pino from 'pino'
import { Agent, request } from 'undici'
import { createApp } from '../../server/src/app.ts'
import { newApiKey } from '../../server/src/applications/applications.service.ts'
import { systemClock } from '../../server/src/clock.ts'
import { loadConfig } from '../../server/src/config/load.ts'
import { inTransaction, openDatabase } from '../../server/src/db/database.ts'
import { migrate } from '../../server/src/db/migrate.ts'
import { appendEvent } from '../../server/src/events/outbox.ts'
import { type EventId, newId, type UserId, type WebhookId } from '../../server/src/ids.ts'
import { deliveryChannel, payloadText } from '../../server/src/webhooks/publishing.ts'
import { compare, type Round } from './measure.ts'
import { openStage } from './stage.ts'

const messages = 4_000
const samples = 200
const concurrency = 10
const eventId = '5f'.repeat(32) as EventId

const stage = await openStage()
const folder = mkdtempSync(join(tmpdir(), 'banksia-bench-'))
const sink = await stage.floor('sink')
const database = await openDatabase({ databaseUrl: stage.databaseUrl, dataDir: folder })
await migrate(database.db)
const app = await createApp({
  config: loadConfig({ BANKSIA_DATA_DIR: folder, BANKSIA_LOG_LEVEL: 'warn' }),
  database,
  keysDatabase: undefined,
  clock: systemClock,
  logger: pino({ level: 'warn' }),
  masterKey: Buffer.alloc(32, 7),
})
const { services } = app
const application = await inTransaction(database.db, (tx) =>
  services.applications.create(tx, {
    partnerName: 'Bench',
    name: 'Bench',
    kind: 'sandbox',
    apiKey: newApiKey(),
  }),
)
const webhook = await services.webhooks.create(application, {
  url: `${sink}/hook`,
  subscribedEvents: ['user.created'],
})
await app.startWork()

const payload = payloadText({ type: 'user.created', eventId, entityPath: `/users/${newId<UserId>()}` })
const text = payload.replaceAll('{{origin}}', services.links.origin)

/** The same bodies with headers of the same length, ten posts at a time. */
async function floor(): Promise<Round> {
  const agent = new Agent({ pipelining: 1 })
  let next = 0
  const took: number[] = []
  const one = async () => {
    while (next < messages) {
      next += 1
      const from = performance.now()
      const { body } = await request(`${sink}/hook`, {
        dispatcher: agent,
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'user-agent': 'Banksia-Webhooks/1',
          'webhook-id': newId(),
          'webhook-timestamp': '1735689600',
          'webhook-signature': 'v1,tB1JQutX6sVfEWTRGCc+ZYmZXwp07kQlkolHoaRf0us=',
        },
        body: text,
      })
      await body.dump()
      took.push(performance.now() - from)
    }
  }
  const from = performance.now()
  await Promise.all(Array.from({ length: concurrency }, one))
  const seconds = (performance.now() - from) / 1000
  await agent.close()
  return { rate: messages / seconds, ...percentiles(took) }
}

/** Messages that wait in the database, from the moment their endpoint is woken until the last is on record as delivered. */
async function deliver(): Promise<Round> {
  await sql`
    insert into webhook_messages (application_id, id, webhook_id, event_id, event_type, payload, due_at, created)
    select ${application.id}, gen_random_uuid(), ${webhook.id}, ${eventId}, 'user.created', ${payload},
      '2999-01-01', now() from generate_series(1, ${messages}::int)`.execute(database.db)
  await sql`update webhook_messages set due_at = now() - interval '1 second' where due_at is not null`.execute(
    database.db,
  )
  const from = performance.now()
  await sql`select pg_notify(${deliveryChannel}, ${`${application.id}:${webhook.id}`})`.execute(database.db)
  while (await waiting()) await sleep(20)
  const seconds = (performance.now() - from) / 1000
  const { rows } = await sql<{ ms: number }>`
    select duration_ms as ms from webhook_attempts order by at desc limit ${messages}::int`.execute(
    database.db,
  )
  return { rate: messages / seconds, ...percentiles(rows.map(({ ms }) => ms)) }
}

async function waiting(): Promise<boolean> {
  const { rows } = await sql`select 1 from webhook_messages
    where application_id = ${application.id} and webhook_id = ${webhook.id as WebhookId} and due_at is not null
    limit 1`.execute(database.db)
  return rows.length > 0
}

function percentiles(values: readonly number[]): { p50: number; p99: number } {
  const sorted = values.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return { p50: at(0.5), p99: at(0.99) }
}

/** Milliseconds between the commit of an event and the arrival of its first delivery, one event at a time. */
async function firstDeliveries(): Promise<readonly number[]> {
  const committed = new Map<string, number>()
  for (let n = 0; n < samples; n += 1) {
    const userId = newId<UserId>()
    const id = await inTransaction(database.db, (tx) =>
      appendEvent(tx, {
        application,
        at: systemClock.real(),
        userId,
        type: 'user.created',
        dataRef: `/users/${userId}`,
        data: { type: 'user', id: userId, email: '', mobile: '', links: { self: '' } },
      }),
    )
    committed.set(id, Number(process.hrtime.bigint() / 1_000n) / 1_000)
    await sleep(25)
  }
  await app.idle()
  const answer = await request(`${sink}/arrivals`)
  const { arrivals } = (await answer.body.json()) as { arrivals: ReadonlyArray<readonly [string, number]> }
  const arrivedAt = new Map(arrivals)
  const { rows } = await sql<{ id: string; event: string }>`
    select id, event_id as event from webhook_messages where event_id <> ${eventId}`.execute(database.db)
  return rows.map(({ id, event }) => (arrivedAt.get(id) ?? Number.NaN) - (committed.get(event) ?? Number.NaN))
}

await compare({ name: `webhook delivery (${stage.kind})`, floor, subject: deliver, target: 0.3 })
const waits = await firstDeliveries()
const { p50, p99 } = percentiles(waits)
const verdict = p99 <= 250 ? '' : ', MISSED'
process.stdout.write(
  `commit → first delivery (${stage.kind}): p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms of ${waits.length} (to reach: 250${verdict})\n`,
)
await app.close()
await database.close()
await stage.close()
rmSync(folder, { recursive: true, force: true })
