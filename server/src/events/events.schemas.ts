import { type Static, Type } from 'typebox'

const Link = Type.String({ format: 'uri' })

export const EventOut = Type.Object({
  type: Type.Literal('event'),
  id: Type.String({ pattern: '^[0-9a-f]{64}$' }),
  createdDate: Type.String({ format: 'date-time' }),
  entity: Type.String({ examples: ['consent'] }),
  eventType: Type.String({ description: 'The verb alone', examples: ['created'] }),
  userId: Type.String({ format: 'uuid' }),
  dataRef: Link,
  data: Type.Object(
    { type: Type.String(), id: Type.Optional(Type.String()) },
    {
      additionalProperties: true,
      description: 'The resource as it was; only type and id once its data was deleted',
    },
  ),
  links: Type.Object({ self: Link }),
})
export type EventOut = Static<typeof EventOut>

export const EventListOut = Type.Object({
  type: Type.Literal('list'),
  data: Type.Array(EventOut, { description: 'Of the last seven days, newest first' }),
  links: Type.Object({ self: Link, next: Type.Optional(Link) }),
})
export type EventListOut = Static<typeof EventListOut>

export const EventTypeOut = Type.Object({
  type: Type.Literal('eventType'),
  id: Type.String({ examples: ['consent.created'] }),
  description: Type.String(),
  links: Type.Object({ self: Link }),
})
export type EventTypeOut = Static<typeof EventTypeOut>

export const EventTypeListOut = Type.Object({
  type: Type.Literal('list'),
  size: Type.Integer(),
  count: Type.Integer(),
  data: Type.Array(EventTypeOut),
  links: Type.Object({ self: Link }),
})
export type EventTypeListOut = Static<typeof EventTypeListOut>

export const EventListQuery = Type.Object({
  limit: Type.Optional(Type.String({ description: '1 to 500; 500 when absent' })),
  next: Type.Optional(Type.String({ description: 'From the previous page’s links.next' })),
  filter: Type.Optional(Type.String({ description: '`user.id`, `event.entity`, `event.type` with `eq`' })),
})
export const EventParams = Type.Object({ eventId: Type.String() })
export type EventParams = Static<typeof EventParams>
export const EventTypeParams = Type.Object({ eventTypeId: Type.String() })
export type EventTypeParams = Static<typeof EventTypeParams>
