import { sql } from 'kysely'
import type { Db, Tx } from '../db/database.ts'
import type { ApplicationId, MessageId, WebhookId } from '../ids.ts'
import { deliveryChannel } from './publishing.ts'

/** The class id of the deliverers' presence locks (`pg_locks.classid`). */
export const deliveryPresence = 7_240_308
/** How long a process that hangs keeps an endpoint; one that dies loses it at once. Longer than any attempt takes. */
const leaseMs = 40_000

/** An endpoint that this process alone delivers to, for as long as `claims` is the row's. */
export interface Lease {
  readonly applicationId: ApplicationId
  readonly webhookId: WebhookId
  readonly claims: number
}

/** How an endpoint is to be reached, as of now. */
export interface Endpoint {
  readonly url: string
  readonly status: 'active' | 'pending-approval'
  readonly sealed_secret: Buffer
  readonly sealed_former_secret: Buffer | null
  readonly former_until: Date | null
}

export interface DueMessage {
  readonly id: MessageId
  readonly payload: string
  readonly dueAt: Date
  readonly attempts: number
  readonly tries: number
}

const endpointColumns = sql`url, status, sealed_secret, sealed_former_secret, former_until`

/** A lease that nobody living holds: never taken, lapsed, or of a process whose session is gone. */
const isFree = sql<boolean>`(lease_until is null or lease_until <= now() or not exists (
  select from pg_locks where locktype = 'advisory' and classid = ${deliveryPresence}::int::oid
    and objid = lease_owner::oid and granted
    and database = (select oid from pg_database where datname = current_database())))`
const isNotHeld = sql<boolean>`(held_until is null or held_until <= now())`

/**
 * Takes an active endpoint for this process. `turning`: for the one who turns the application's clock and holds the
 * others off. Answers nothing when somebody else has it.
 */
export async function acquire(
  db: Db,
  applicationId: ApplicationId,
  webhookId: WebhookId,
  { owner, turning }: { readonly owner: number; readonly turning: boolean },
): Promise<{ lease: Lease; endpoint: Endpoint } | undefined> {
  const { rows } = await sql<Endpoint & { lease_claims: number }>`
    update webhooks set lease_until = now() + ${leaseMs} * interval '1 ms', lease_owner = ${owner},
      lease_claims = lease_claims + 1
    where application_id = ${applicationId} and id = ${webhookId} and status = 'active'
      and ${isFree} and (${turning}::boolean or ${isNotHeld})
    returning lease_claims, ${endpointColumns}`.execute(db)
  const row = rows[0]
  return row && { lease: { applicationId, webhookId, claims: row.lease_claims }, endpoint: row }
}

export async function release(db: Db, { applicationId, webhookId, claims }: Lease): Promise<void> {
  await sql`update webhooks set lease_until = null, lease_owner = null
    where application_id = ${applicationId} and id = ${webhookId} and lease_claims = ${claims}`.execute(db)
}

/** The next messages of a leased endpoint that are due at `upTo`, in the order in which they fell due. */
export async function dueMessages(
  db: Db,
  { applicationId, webhookId, claims }: Lease,
  page: {
    readonly upTo: Date
    readonly limit: number
    /** Messages that are being worked on. */
    readonly except: readonly MessageId[]
    /** Whether to stop as soon as somebody turns the application's clock. */
    readonly yielding: boolean
  },
): Promise<DueMessage[]> {
  const { rows } = await sql<DueMessage>`
    select id, payload, due_at as "dueAt", attempts, tries from webhook_messages
    where application_id = ${applicationId} and webhook_id = ${webhookId} and due_at <= ${page.upTo}
      and id <> all(${page.except}::uuid[])
      and exists (select from webhooks where application_id = ${applicationId} and id = ${webhookId}
        and lease_claims = ${claims} and status = 'active' and (not ${page.yielding}::boolean or ${isNotHeld}))
    order by due_at, seq limit ${page.limit}::int`.execute(db)
  return rows
}

/** One attempt that was made, and what becomes of its message. */
export interface AttemptRecord {
  readonly id: string
  readonly message: DueMessage
  readonly url: string
  readonly ok: boolean
  readonly code: number
  readonly response: string
  readonly durationMs: number
  readonly at: Date
  /** When to try again; absent: never, it is over. */
  readonly dueAt: Date | undefined
}

/** What a batch of attempts says about its endpoint. */
export interface Health {
  /** Messages that ended well, and those that were given up. */
  readonly delivered: number
  readonly givenUp: number
  readonly failures: number
  /** Whether one succeeded: earlier failures no longer count then. */
  readonly recovered: boolean
  readonly lastAttempt: Date
  readonly lastSuccess: Date | undefined
  readonly lastFailure: Date | undefined
  readonly warnedAt: Date | undefined
  readonly disabledAt: Date | undefined
}

/**
 * Keeps attempts, moves their messages on, and extends the lease, in one statement: all or, when the lease is somebody
 * else's by now or the webhook is gone, nothing. Answers how the endpoint is to be reached from now on.
 */
export async function record(
  db: Db,
  { applicationId, webhookId, claims }: Lease,
  attempts: readonly AttemptRecord[],
  health: Health,
): Promise<Endpoint | undefined> {
  const column = <T>(pick: (attempt: AttemptRecord) => T): T[] => attempts.map(pick)
  const { rows } = await sql<Endpoint>`
    with mine as (
      update webhooks set lease_until = now() + ${leaseMs} * interval '1 ms',
        delivered = delivered + ${health.delivered}::int, failed = failed + ${health.givenUp}::int,
        consecutive_failures = case when ${health.recovered}::boolean then 0 else consecutive_failures end + ${health.failures}::int,
        last_attempt_at = greatest(last_attempt_at, ${health.lastAttempt}),
        last_success_at = greatest(last_success_at, ${health.lastSuccess ?? null}::timestamptz),
        last_failure_at = greatest(last_failure_at, ${health.lastFailure ?? null}::timestamptz),
        warned_at = coalesce(${health.warnedAt ?? null}::timestamptz, warned_at),
        disabled_at = coalesce(${health.disabledAt ?? null}::timestamptz, disabled_at),
        status = case when ${health.disabledAt ?? null}::timestamptz is null then status else 'pending-approval' end
      where application_id = ${applicationId} and id = ${webhookId} and lease_claims = ${claims}
      returning ${endpointColumns}),
    made as (
      select * from unnest(${column((a) => a.message.id)}::uuid[], ${column((a) => a.id)}::uuid[],
        ${column((a) => a.message.attempts + 1)}::int[], ${column((a) => a.url)}::text[], ${column((a) => a.ok)}::boolean[],
        ${column((a) => a.code)}::int[], ${column((a) => a.response)}::text[], ${column((a) => a.durationMs)}::int[],
        ${column((a) => a.at)}::timestamptz[], ${column((a) => a.dueAt ?? null)}::timestamptz[])
        as made (message_id, id, number, url, ok, code, response, duration_ms, at, due_at)
      where exists (select from mine)),
    moved as (
      update webhook_messages message set attempts = made.number, tries = message.tries + 1, due_at = made.due_at,
        status = case when made.ok then 'success' when made.due_at is null then 'failed' else 'pending' end
      from made where message.application_id = ${applicationId} and message.id = made.message_id
      returning message.id),
    kept as (
      insert into webhook_attempts
        (application_id, message_id, number, id, url, status, code, response, duration_ms, at)
      select ${applicationId}, made.message_id, made.number, made.id, made.url,
        case when made.ok then 'Success' else 'Failed' end, made.code, made.response, made.duration_ms, made.at
      from made join moved on moved.id = made.message_id)
    select ${endpointColumns} from mine`.execute(db)
  return rows[0]
}

export interface WaitingEndpoint {
  readonly applicationId: ApplicationId
  readonly webhookId: WebhookId
}

/** Endpoints with something due by their application's own time, that nobody delivers to. */
export async function waitingEndpoints(db: Db, real: Date, limit: number): Promise<WaitingEndpoint[]> {
  const { rows } = await sql<WaitingEndpoint>`
    select w.application_id as "applicationId", w.id as "webhookId"
    from webhooks w join applications a on a.id = w.application_id
    where w.status = 'active' and ${isNotHeld} and exists (
      select from webhook_messages m where m.application_id = w.application_id and m.webhook_id = w.id
        and m.due_at <= coalesce(a.clock_frozen_at, ${real}::timestamptz + a.clock_offset_ms * interval '1 ms'))
      and ${isFree}
    limit ${limit}::int`.execute(db)
  return rows
}

/** Messages of an application's active endpoints that are due at `upTo`, oldest first. */
export async function dueOfApplication(
  db: Db,
  applicationId: ApplicationId,
  upTo: Date,
  limit: number,
): Promise<{ id: MessageId; at: Date }[]> {
  const { rows } = await sql<{ id: MessageId; at: Date }>`
    select m.id, m.due_at as at from webhooks w cross join lateral (
      select id, due_at, seq from webhook_messages
      where application_id = w.application_id and webhook_id = w.id and due_at <= ${upTo}
      order by due_at, seq limit ${limit}::int) m
    where w.application_id = ${applicationId} and w.status = 'active'
    order by m.due_at, m.seq limit ${limit}::int`.execute(db)
  return rows
}

/** The endpoint a message is due at, unless it is no longer due by `at`. */
export async function endpointOfDue(
  db: Db,
  applicationId: ApplicationId,
  id: MessageId,
  at: Date,
): Promise<WebhookId | undefined> {
  const row = await db
    .selectFrom('webhook_messages')
    .innerJoin('webhooks', (join) =>
      join
        .onRef('webhooks.application_id', '=', 'webhook_messages.application_id')
        .onRef('webhooks.id', '=', 'webhook_messages.webhook_id'),
    )
    .select('webhooks.id')
    .where('webhook_messages.application_id', '=', applicationId)
    .where('webhook_messages.id', '=', id)
    .where('webhook_messages.due_at', '<=', at)
    .where('webhooks.status', '=', 'active')
    .executeTakeFirst()
  return row?.id
}

/** Keeps everybody but the one who turns the clock from delivering for an application, and tells those who do. */
export async function hold(db: Db, applicationId: ApplicationId, ms: number): Promise<void> {
  await sql`with held as (update webhooks set held_until = now() + ${ms} * interval '1 ms'
      where application_id = ${applicationId} returning id)
    select pg_notify(${deliveryChannel}, ${applicationId}) from held limit 1`.execute(db)
}

export async function letGo(db: Db, applicationId: ApplicationId): Promise<void> {
  await sql`update webhooks set held_until = null where application_id = ${applicationId}`.execute(db)
}

const kept = sql`interval '30 days'`

/** When the oldest messages are next removed: at the end of the UTC day on which the first one's time is over. */
export async function nextPruning(
  db: Db,
  applicationId: ApplicationId,
  upTo: Date,
): Promise<Date | undefined> {
  const { rows } = await sql<{ at: Date }>`
    select at from (
      select (date_trunc('day', (created + ${kept}) at time zone 'UTC') + interval '1 day') at time zone 'UTC' as at
      from webhook_messages where application_id = ${applicationId} order by created limit 1) oldest
    where at <= ${upTo}`.execute(db)
  return rows[0]?.at
}

/** Removes messages that are older than 30 days, with their attempts. */
export async function prune(tx: Tx, applicationId: ApplicationId, at: Date): Promise<void> {
  await sql`
    with old as (delete from webhook_messages
      where application_id = ${applicationId} and created <= ${at}::timestamptz - ${kept} returning id)
    delete from webhook_attempts where application_id = ${applicationId} and message_id in (select id from old)`.execute(
    tx,
  )
}
