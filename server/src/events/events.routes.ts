import type { FastifyPluginAsync } from 'fastify'
import type { Match } from '../db/match.ts'
import { AppError } from '../errors/app-error.ts'
import { type Clause, type FilterSpec, parseFilter } from '../http/filter.ts'
import type { Links } from '../http/links.ts'
import { decodeCursor, encodeCursor, pageLinks } from '../http/paging.ts'
import { pageLimit } from '../http/params.ts'
import { problems } from '../http/problems.ts'
import { asId, type EventId, type UserId } from '../ids.ts'
import {
  EventListOut,
  EventListQuery,
  EventOut,
  EventParams,
  EventTypeListOut,
  EventTypeOut,
  EventTypeParams,
} from './events.schemas.ts'
import type { EventsService } from './events.service.ts'

const tags = ['Events']
const listEvents = {
  operationId: 'getEvents',
  summary: 'List events of the last seven days, newest first',
  tags,
  querystring: EventListQuery,
  response: { 200: EventListOut, ...problems(400, 401, 403, 500) },
}
const getEvent = {
  operationId: 'getEvent',
  summary: 'Read an event',
  tags,
  params: EventParams,
  response: { 200: EventOut, ...problems(400, 401, 403, 404, 500) },
}
const listEventTypes = {
  operationId: 'getEventTypes',
  summary: 'List the types of events',
  tags,
  response: { 200: EventTypeListOut, ...problems(400, 401, 403, 500) },
}
const getEventType = {
  operationId: 'getEventType',
  summary: 'Read a type of events',
  tags,
  params: EventTypeParams,
  response: { 200: EventTypeOut, ...problems(400, 401, 403, 404, 500) },
}

const filters = {
  'user.id': { conditions: ['eq'], kind: 'text' },
  'event.entity': { conditions: ['eq'], kind: 'text' },
  'event.type': { conditions: ['eq'], kind: 'text' },
} as const satisfies FilterSpec

type Column = 'user_id' | 'entity' | 'verb' | 'type'

/** `event.type` is a bare verb, as events carry it, or a type's id. A value that cannot be a user's id names nobody. */
function toMatch({ property, condition, values }: Clause<keyof typeof filters>): Match<Column> {
  const negated = condition === 'ne'
  if (property === 'event.entity') return { column: 'entity', negated, values }
  if (property === 'event.type') return { column: values[0].includes('.') ? 'type' : 'verb', negated, values }
  return { column: 'user_id', negated, values: values.flatMap((value) => asId<UserId>(value) ?? []) }
}

export const eventRoutes =
  (events: EventsService, links: Links): FastifyPluginAsync =>
  async (app) => {
    app.get<{ Querystring: Record<string, unknown> }>(
      '/events',
      { schema: listEvents, config: { access: 'server' } },
      async ({ caller, query, url }): Promise<EventListOut> => {
        const limit = pageLimit(query['limit'])
        const [at, seq] = decodeCursor('events', 2, query['next']) ?? []
        const before = at !== undefined && seq !== undefined ? { occurred: new Date(at), seq } : undefined
        const matches = parseFilter(query['filter'], filters).map(toMatch)
        const { data, next } = await events.list(caller.application, matches, { before, limit })
        const cursor = next && encodeCursor('events', [next.occurred.getTime(), next.seq])
        return { type: 'list', data, links: pageLinks(links, '/events', url, cursor) }
      },
    )
    app.get('/events/types', { schema: listEventTypes, config: { access: 'server' } }, async () =>
      events.types(),
    )
    app.get<{ Params: EventTypeParams }>(
      '/events/types/:eventTypeId',
      { schema: getEventType, config: { access: 'server' } },
      async ({ params: { eventTypeId } }) => {
        if (!/^[a-z]+\.[a-z]+$/.test(eventTypeId)) throw new AppError('event-type-id-invalid')
        return events.type(eventTypeId)
      },
    )
    app.get<{ Params: EventParams }>(
      '/events/:eventId',
      { schema: getEvent, config: { access: 'server' } },
      async ({ caller, params: { eventId } }) => {
        if (!/^[0-9a-zA-Z-]{1,64}$/.test(eventId)) throw new AppError('event-id-invalid')
        return events.read(caller.application, eventId.toLowerCase() as EventId)
      },
    )
  }
