import type { Insertable, Selectable } from 'kysely'
import { sql } from 'kysely'
import type { Db, Tx } from '../db/database.ts'
import { type Match, matches } from '../db/match.ts'
import type { ApplicationId, EventId, UserId } from '../ids.ts'
import type { EventsTable } from './events.table.ts'

export type EventRow = Selectable<EventsTable> & {
  /** Whether the consent whose key seals the body is active. */
  readonly consented: boolean
}

/** `type` is entity and verb together: `consent.created`. */
export type EventFilter = Match<'user_id' | 'entity' | 'verb' | 'type'>

export interface EventPosition {
  readonly occurred: Date
  readonly seq: number
}

export async function insert(tx: Tx, event: Insertable<EventsTable>): Promise<void> {
  await tx.insertInto('events').values(event).execute()
}

const readable = (db: Db, applicationId: ApplicationId) =>
  db
    .selectFrom('events')
    .selectAll()
    .select(
      sql<boolean>`exists (select 1 from consents where consents.application_id = events.application_id
        and consents.id = events.consent_id and consents.status = 'active')`.as('consented'),
    )
    .where('application_id', '=', applicationId)

/** Newest first, later than `since`, from before `before` on. */
export async function list(
  db: Db,
  applicationId: ApplicationId,
  filters: readonly EventFilter[],
  page: { readonly since: Date; readonly before?: EventPosition | undefined; readonly limit: number },
): Promise<EventRow[]> {
  let query = readable(db, applicationId).where('occurred', '>', page.since)
  for (const filter of filters) {
    query = query.where(matches(filter, filter.column === 'type' ? sql`entity || '.' || verb` : undefined))
  }
  if (page.before) {
    query = query.where(sql<boolean>`(occurred, seq) < (${page.before.occurred}, ${page.before.seq})`)
  }
  return query.orderBy('occurred', 'desc').orderBy('seq', 'desc').limit(page.limit).execute()
}

export async function find(db: Db, applicationId: ApplicationId, id: EventId): Promise<EventRow | undefined> {
  return readable(db, applicationId).where('id', '=', id).executeTakeFirst()
}

/** When the oldest event happened. */
export async function oldest(db: Db, applicationId: ApplicationId): Promise<Date | undefined> {
  const row = await db
    .selectFrom('events')
    .select('occurred')
    .where('application_id', '=', applicationId)
    .orderBy('occurred')
    .limit(1)
    .executeTakeFirst()
  return row?.occurred
}

export async function prune(tx: Tx, applicationId: ApplicationId, before: Date): Promise<void> {
  await tx
    .deleteFrom('events')
    .where('application_id', '=', applicationId)
    .where('occurred', '<', before)
    .execute()
}

/** Events keep their place and their reference; what they said is gone. */
export async function dropDataOfUser(tx: Tx, applicationId: ApplicationId, userId: UserId): Promise<void> {
  await tx
    .updateTable('events')
    .set({ data: null, sealed_data: null })
    .where('application_id', '=', applicationId)
    .where('user_id', '=', userId)
    .where((eb) => eb.or([eb('data', 'is not', null), eb('sealed_data', 'is not', null)]))
    .execute()
}
