import type { Application } from '../applications/applications.types.ts'
import { type Clock, timestamp } from '../clock.ts'
import type { Db } from '../db/database.ts'
import { AppError } from '../errors/app-error.ts'
import { type Links, ORIGIN_SENTINEL } from '../http/links.ts'
import type { ConsentId, EventId } from '../ids.ts'
import { type ConsentKey, KeyDestroyed, type Vault } from '../vault/vault.ts'
import { type PublishedEventType, publishedEventTypes } from './catalogue.ts'
import type { EventListOut, EventOut, EventTypeListOut, EventTypeOut } from './events.schemas.ts'
import * as store from './events.store.ts'
import { eventDataPurpose } from './outbox.ts'

/** How long an event is listed, by the application's clock; by id it is read as long as it is stored (settled 11). */
const listedFor = 7 * 86_400_000

export interface EventsDeps {
  readonly db: Db
  readonly clock: Clock
  readonly links: Links
  readonly vault: Pick<Vault, 'key'>
}

export interface EventPage {
  readonly data: EventListOut['data']
  /** Where to go on; absent on the last page. */
  readonly next?: store.EventPosition
}

export type EventsService = ReturnType<typeof createEventsService>

export function createEventsService({ db, clock, links, vault }: EventsDeps) {
  async function keysOf(application: Pick<Application, 'id'>, rows: readonly store.EventRow[]) {
    const keys = new Map<ConsentId, ConsentKey>()
    for (const { consent_id: id, consented } of rows) {
      if (id === null || !consented || keys.has(id)) continue
      const key = await vault.key(application.id, id).catch(asGone)
      if (key) keys.set(id, key)
    }
    return keys
  }

  /**
   * The snapshot, or only what it was of when its data was deleted. What was read from a bank shows only under an
   * active consent, from the moment that ends (settled 7).
   */
  function dataOf(row: store.EventRow, keys: ReadonlyMap<ConsentId, ConsentKey>): EventOut['data'] {
    const key = row.consent_id === null ? undefined : keys.get(row.consent_id)
    if (row.sealed_data && key) {
      return withOrigin(key.open(eventDataPurpose(row.id), row.sealed_data).toString('utf8'))
    }
    return row.data ? withOrigin(JSON.stringify(row.data)) : reduced(row)
  }

  const withOrigin = (text: string) =>
    JSON.parse(text.replaceAll(ORIGIN_SENTINEL, links.origin)) as EventOut['data']

  const toEvent = (row: store.EventRow, keys: ReadonlyMap<ConsentId, ConsentKey>): EventOut => ({
    type: 'event',
    id: row.id,
    createdDate: timestamp(row.occurred),
    entity: row.entity,
    eventType: row.verb,
    userId: row.user_id,
    dataRef: links.to(row.data_ref),
    data: dataOf(row, keys),
    links: { self: links.to(`/events/${row.id}`) },
  })

  const toType = ({ id, description }: PublishedEventType): EventTypeOut => ({
    type: 'eventType',
    id,
    description,
    links: { self: links.to(`/events/types/${id}`) },
  })

  return {
    /** `GET /events` (core §6.1): newest first. */
    async list(
      application: Application,
      filters: readonly store.EventFilter[],
      page: { readonly before?: store.EventPosition | undefined; readonly limit: number },
    ): Promise<EventPage> {
      const since = new Date(clock.now(application).getTime() - listedFor)
      const rows = await store.list(db, application.id, filters, {
        since,
        before: page.before,
        limit: page.limit + 1,
      })
      const shown = rows.slice(0, page.limit)
      const last = rows.length > page.limit ? shown.at(-1) : undefined
      const keys = await keysOf(application, shown)
      return {
        data: shown.map((row) => toEvent(row, keys)),
        ...(last && { next: { occurred: last.occurred, seq: last.seq } }),
      }
    },

    /** `GET /events/{eventId}` (core §6.4). @throws AppError event-not-found */
    async read(application: Application, id: EventId): Promise<EventOut> {
      const row = await store.find(db, application.id, id)
      if (!row) throw new AppError('event-not-found', { internal: `event ${id}` })
      return toEvent(row, await keysOf(application, [row]))
    },

    /** `GET /events/types` (core §6.5). */
    types(): EventTypeListOut {
      const data = publishedEventTypes.map(toType)
      return {
        type: 'list',
        size: data.length,
        count: data.length,
        data,
        links: { self: links.to('/events/types/') },
      }
    },

    /** `GET /events/types/{eventTypeId}`. @throws AppError event-type-not-found */
    type(id: string): EventTypeOut {
      const known = publishedEventTypes.find((type) => type.id === id)
      if (!known) throw new AppError('event-type-not-found')
      return toType(known)
    },
  }
}

const uuid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** `{type, id}` of what an event was about, as its reference tells; `transactions` has no id of its own. */
function reduced({ entity, data_ref }: store.EventRow): EventOut['data'] {
  const id = uuid.exec(data_ref)?.[0]
  return { type: entity, ...(id !== undefined && { id }) }
}

function asGone(error: unknown): undefined {
  if (!(error instanceof KeyDestroyed)) throw error
}
