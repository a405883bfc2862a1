import { type Static, Type } from 'typebox'
import { publishedEventTypes } from '../events/catalogue.ts'

const Link = Type.String({ format: 'uri' })
const Uuid = Type.String({ format: 'uuid' })
const Time = Type.String({ format: 'date-time' })
const MaybeTime = Type.Union([Time, Type.Null()])
const EventTypeId = Type.String({
  enum: publishedEventTypes.map(({ id }) => id),
  examples: ['transactions.updated'],
})
const WebhookStatus = Type.Union([Type.Literal('active'), Type.Literal('pending-approval')], {
  description: '`pending-approval` with `disabledAt`: disabled after the last attempt of a message failed',
})

export const WebhookOut = Type.Object({
  type: Type.Literal('webhook'),
  id: Uuid,
  name: Type.String(),
  description: Type.String(),
  url: Type.String(),
  status: WebhookStatus,
  secret: Type.Optional(
    Type.String({ description: '`whsec_` and base64; only when created, updated or rotated' }),
  ),
  subscribedEvents: Type.Array(Type.String()),
  disabledAt: Type.Optional(Time),
  links: Type.Object({ self: Link }),
})
export type WebhookOut = Static<typeof WebhookOut>

export const WebhookListOut = Type.Object({
  type: Type.Literal('list'),
  count: Type.Integer(),
  size: Type.Integer(),
  data: Type.Array(WebhookOut),
  links: Type.Object({ self: Link }),
})
export type WebhookListOut = Static<typeof WebhookListOut>

const webhookMembers = {
  name: Type.Optional(Type.String({ maxLength: 200 })),
  description: Type.Optional(Type.String({ maxLength: 2_000 })),
  subscribedEvents: Type.Optional(
    Type.Array(EventTypeId, { description: 'Absent or empty: every type that is still free' }),
  ),
}
export const WebhookIn = Type.Object({
  url: Type.String({ maxLength: 2_048, description: 'https in production; the sandbox takes http too' }),
  ...webhookMembers,
})
export const WebhookChangeIn = Type.Object({
  url: Type.Optional(Type.String({ maxLength: 2_048 })),
  ...webhookMembers,
  status: Type.Optional(Type.Literal('active', { description: 'Enables a webhook that was disabled' })),
})

export const WebhookParams = Type.Object({ webhookId: Type.String() })
export type WebhookParams = Static<typeof WebhookParams>
export const MessageParams = Type.Object({ webhookId: Type.String(), messageId: Type.String() })
export type MessageParams = Static<typeof MessageParams>

const Payload = Type.Object(
  {
    eventTypeId: Type.String(),
    eventId: Type.String(),
    links: Type.Object({ event: Link, eventEntity: Link }),
    Text: Type.Optional(Type.String({ description: 'Of a test message' })),
  },
  { description: 'What is delivered' },
)

const AttemptOut = Type.Object({
  id: Type.String(),
  url: Type.String({ description: 'Where it went' }),
  response: Type.String({
    description: 'The first KiB of the answer, its status text, or why there was none',
  }),
  responseStatusCode: Type.Integer({ description: '0 when no answer came' }),
  timestamp: Time,
  status: Type.Union([Type.Literal('Success'), Type.Literal('Failed')]),
})

const messageMembers = {
  id: Uuid,
  webhookId: Uuid,
  event: Link,
  eventTypeId: Type.String(),
  eventId: Type.String(),
  payload: Payload,
}
const messageLinks = Type.Object({ self: Link, webhook: Link })

export const MessageSummaryOut = Type.Object({ ...messageMembers, links: messageLinks })
export type MessageSummaryOut = Static<typeof MessageSummaryOut>
export const MessageOut = Type.Object({
  ...messageMembers,
  attempts: Type.Array(AttemptOut, { description: 'Newest first' }),
  links: messageLinks,
})
export type MessageOut = Static<typeof MessageOut>

export const MessageListOut = Type.Object({
  type: Type.Literal('list'),
  count: Type.Integer({ description: 'On this page' }),
  size: Type.Integer({ description: 'That the filter meets, as of the first page' }),
  data: Type.Array(MessageSummaryOut, { description: 'Newest first' }),
  links: Type.Object({ self: Link, next: Type.Optional(Link) }),
})
export type MessageListOut = Static<typeof MessageListOut>

export const MessageListQuery = Type.Object({
  limit: Type.Optional(Type.String({ description: '1 to 500; 500 when absent' })),
  next: Type.Optional(Type.String({ description: 'From the previous page’s links.next' })),
  filter: Type.Optional(
    Type.String({
      description:
        '`date`, `status` (`Success`, `Failed`, `Pending`), `eventTypeId`, `webhookId`, `eventId`, with or without `message.`',
      examples: ["status.eq('Failed'),date.gteq('2026-05-01')"],
    }),
  ),
})

export const TestMessageIn = Type.Object({
  eventTypeId: EventTypeId,
  Text: Type.Optional(Type.String({ maxLength: 2_000, description: 'Delivered with the message' })),
})
export const TestMessageOut = Type.Object(
  {
    type: Type.Literal('message'),
    id: Type.Optional(Uuid),
    links: Type.Optional(Type.Object({ self: Link })),
  },
  { description: 'Without id when no webhook subscribes to the type' },
)
export type TestMessageOut = Static<typeof TestMessageOut>

export const WebhookStatsOut = Type.Object({
  type: Type.Literal('webhook-stats'),
  webhookId: Uuid,
  status: WebhookStatus,
  deliveries: Type.Object({
    total: Type.Integer(),
    success: Type.Integer(),
    failed: Type.Integer(),
    pending: Type.Integer(),
  }),
  lastAttemptAt: MaybeTime,
  lastSuccessAt: MaybeTime,
  lastFailureAt: MaybeTime,
  consecutiveFailures: Type.Integer(),
  links: Type.Object({ self: Link, webhook: Link }),
})
export type WebhookStatsOut = Static<typeof WebhookStatsOut>

export const ReplayIn = Type.Union(
  [Type.Object({ messageId: Uuid }), Type.Object({ from: Time, to: Type.Optional(Time) })],
  { description: 'One message, or all that were made in a range of time' },
)
export const ReplayOut = Type.Object({
  type: Type.Literal('webhook-replay'),
  count: Type.Integer({ description: 'How many messages will be delivered again' }),
  links: Type.Object({ webhook: Link }),
})
export type ReplayOut = Static<typeof ReplayOut>
