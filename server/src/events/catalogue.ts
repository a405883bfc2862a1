import { type Static, Type } from 'typebox'

const Link = Type.String({ format: 'uri' })
const Self = Type.Object({ self: Link })
const Reference = Type.Object({ type: Type.Literal('connection'), id: Type.String(), links: Self })

export const UserSnapshot = Type.Object({
  type: Type.Literal('user'),
  id: Type.String(),
  email: Type.String(),
  mobile: Type.String(),
  links: Self,
})

/** A connection as events show it; its status is the connection's own, `invalid` included (settled 11). */
export const ConnectionSnapshot = Type.Object({
  type: Type.Literal('connection'),
  id: Type.String(),
  status: Type.String(),
  createdDate: Type.String(),
  lastUsed: Type.Optional(Type.String({ description: 'Absent until the institution was read' })),
  mfaEnabled: Type.Boolean(),
  institution: Type.Object({ type: Type.Literal('institution'), id: Type.String(), links: Self }),
  links: Type.Object({ self: Link, accounts: Link, transactions: Link }),
})

/** An account as events show it: `connection` is an object here, unlike on the account itself (core §6.3). */
export const AccountSnapshot = Type.Object({
  type: Type.Literal('account'),
  id: Type.String(),
  accountNo: Type.String(),
  creationDate: Type.String({ description: 'yyyy-mm-dd' }),
  accountHolder: Type.Union([Type.String(), Type.Null()]),
  availableFunds: Type.Union([Type.String(), Type.Null()]),
  currency: Type.String(),
  class: Type.Object({ type: Type.String(), product: Type.Union([Type.String(), Type.Null()]) }),
  status: Type.String(),
  transactionIntervals: Type.Array(Type.Object({ from: Type.String(), to: Type.String() })),
  connection: Reference,
  links: Self,
})

/** `count` is a string, as the documentation samples it (core §12, 29). */
export const TransactionsSnapshot = Type.Object({
  type: Type.Literal('transactions'),
  count: Type.String(),
  connection: Reference,
  links: Self,
})

/** The whole consent object of core §5.1, with who ended it and under which policy version (c&d §9.1). */
export const ConsentSnapshot = Type.Object(
  {
    type: Type.Literal('consent'),
    id: Type.String(),
    cause: Type.String({ description: 'Who or what brought it about, for example `consumer` or `expiry`' }),
  },
  { additionalProperties: true, description: 'The consent as `GET /users/{id}/consents/{id}` shows it' },
)

export type UserSnapshot = Static<typeof UserSnapshot>
export type ConnectionSnapshot = Static<typeof ConnectionSnapshot>
export type AccountSnapshot = Static<typeof AccountSnapshot>
export type TransactionsSnapshot = Static<typeof TransactionsSnapshot>
export type ConsentSnapshot = Static<typeof ConsentSnapshot>

interface EventKind {
  /** The wire's words for `GET /events/types`; absent for events that cannot be subscribed to. */
  readonly description?: string
  readonly payload: Type.TSchema
}

/** Every event we emit (core §6.3, §6.5). Those with a description are published, in this order. */
export const eventCatalogue = {
  'account.updated': { description: 'when an account is updated', payload: AccountSnapshot },
  'connection.activated': { description: 'when a connection is activated', payload: ConnectionSnapshot },
  'connection.created': { description: 'when a connection is created', payload: ConnectionSnapshot },
  'connection.deleted': { description: 'when a connection is deleted', payload: ConnectionSnapshot },
  'connection.invalidated': { description: 'when a connection is invalidated', payload: ConnectionSnapshot },
  'consent.created': { description: 'when a consent is created', payload: ConsentSnapshot },
  'consent.expired': { description: 'when a consent is expired', payload: ConsentSnapshot },
  'consent.reminder': {
    description: 'when a consent has been active for 90 days since the last update',
    payload: ConsentSnapshot,
  },
  'consent.revoked': { description: 'when a consent is revoked', payload: ConsentSnapshot },
  'consent.updated': { description: 'when a consent is updated', payload: ConsentSnapshot },
  'consent.warning': { description: 'when a consent is about to expire', payload: ConsentSnapshot },
  'transactions.updated': { description: 'when transactions are updated', payload: TransactionsSnapshot },
  'user.created': { description: 'when an user is created', payload: UserSnapshot },
  'user.deleted': { description: 'when an user is deleted', payload: UserSnapshot },
  'user.updated': { description: 'when an user is updated', payload: UserSnapshot },
  // In the event list, but no published type and no webhook (core §12, 23 and 28).
  'connection.updated': { payload: ConnectionSnapshot },
  'consent.archived': { payload: ConsentSnapshot },
} as const satisfies Record<string, EventKind>

export type EventType = keyof typeof eventCatalogue
export type EventPayload<T extends EventType> = Static<(typeof eventCatalogue)[T]['payload']>

export interface PublishedEventType {
  readonly id: EventType
  readonly description: string
}

/** The types a partner may subscribe to, in the alphabetical order of the wire. */
export const publishedEventTypes: readonly PublishedEventType[] = Object.entries(eventCatalogue).flatMap(
  ([id, kind]) => ('description' in kind ? [{ id: id as EventType, description: kind.description }] : []),
)
