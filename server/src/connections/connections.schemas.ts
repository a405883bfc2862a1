import { type Static, Type } from 'typebox'
import type { FilterSpec } from '../http/filter.ts'

const nullable = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()])
const literals = <const T extends readonly string[]>(values: T, description: string) =>
  Type.Unsafe<T[number]>({ type: 'string', enum: [...values], description })

const listItem = {
  type: Type.Literal('connection'),
  id: Type.String({ format: 'uuid' }),
  method: literals(['web', 'open-banking', 'pdf', 'csv'], 'How the data is obtained'),
  status: Type.Optional(
    literals(['pending', 'pre-init', 'init', 'active', 'invalid'], 'Only for server tokens'),
  ),
  mfaEnabled: Type.Boolean({ description: 'Whether the institution challenged this login' }),
  createdDate: Type.String({ format: 'date-time' }),
  lastUsed: Type.Optional(
    Type.String({
      format: 'date-time',
      description: 'End of the latest job that read the institution; only for server tokens',
    }),
  ),
  expiryDate: Type.String({
    description: 'End of an open-banking arrangement, RFC 3339; empty for web connections',
  }),
  institution: Type.Object({
    type: Type.Literal('institution'),
    id: Type.String(),
    links: Type.Object({ self: Type.String() }),
  }),
  links: Type.Object({
    self: Type.String(),
    user: Type.String(),
    accounts: Type.String(),
    transactions: Type.String(),
    institution: Type.String(),
  }),
}

export const ConnectionListItem = Type.Object(listItem, { description: 'A user linked to an institution' })
export type ConnectionListItem = Static<typeof ConnectionListItem>

export const ConnectionList = Type.Object({
  type: Type.Literal('list'),
  data: Type.Array(ConnectionListItem),
  links: Type.Object({ self: Type.String() }),
})
export type ConnectionList = Static<typeof ConnectionList>

/** The account members that a single connection repeats (data §5.2). */
export const ConnectionAccount = Type.Object({
  type: Type.Literal('account'),
  id: Type.String({ format: 'uuid' }),
  accountNo: Type.String(),
  name: Type.String(),
  currency: Type.String(),
  class: Type.Object({ type: Type.String(), product: Type.String() }),
  balance: nullable(Type.String()),
  availableFunds: nullable(Type.String()),
  lastUpdated: Type.String({ format: 'date-time' }),
  status: literals(['available', 'unavailable'], 'Whether the institution still lists it'),
  links: Type.Object({ self: Type.String(), transactions: Type.String() }),
})
export type ConnectionAccount = Static<typeof ConnectionAccount>

const Address = Type.Object({
  addressLine1: Type.String(),
  addressLine2: nullable(Type.String()),
  addressLine3: nullable(Type.String()),
  postcode: Type.String(),
  city: Type.String(),
  state: Type.String(),
  country: Type.String(),
  countryCode: Type.String(),
  formattedAddress: Type.String(),
})

export const ConnectionProfile = Type.Object(
  {
    fullName: Type.String(),
    firstName: Type.String(),
    lastName: Type.String(),
    middleName: Type.String(),
    phoneNumbers: Type.Array(Type.String()),
    emailAddresses: Type.Array(Type.String()),
    physicalAddresses: Type.Array(Address),
  },
  { description: 'What the institution says of the person, as far as the consent goes' },
)
export type ConnectionProfile = Static<typeof ConnectionProfile>

export const ConnectionOut = Type.Object({
  ...listItem,
  accounts: Type.Object({ type: Type.Literal('list'), data: Type.Array(ConnectionAccount) }),
  profile: ConnectionProfile,
})
export type ConnectionOut = Static<typeof ConnectionOut>

/** Body of the 2.x ways in; members are checked one by one, for the contract's own texts. */
export const ConnectionIn = Type.Object({
  loginId: Type.String(),
  password: Type.String(),
  institution: Type.Object({ id: Type.String() }),
  secondaryLoginId: Type.Optional(Type.String()),
  securityCode: Type.Optional(Type.String()),
})

export const ConnectionUpdate = Type.Object({
  password: Type.String(),
  loginId: Type.Optional(Type.String()),
  secondaryLoginId: Type.Optional(Type.String()),
  securityCode: Type.Optional(Type.String()),
  institution: Type.Optional(Type.Object({ id: Type.String() })),
})

export const ConnectionsParams = Type.Object({ userId: Type.String() })
export const ConnectionParams = Type.Object({ userId: Type.String(), connectionId: Type.String() })
export const ConnectionsQuery = Type.Object({
  filter: Type.Optional(
    Type.String({
      description: "For example `connection.status.eq('active')`; connection.id, institution.id",
    }),
  ),
})

/** What `GET /users/{userId}/connections` can be filtered by; the bare names are seen too (data §5.1). */
export const connectionFilters = {
  'connection.id': { conditions: ['eq'], kind: 'id', aliases: ['id'] },
  'connection.status': {
    conditions: ['eq'],
    kind: 'text',
    aliases: ['status'],
    values: ['pending', 'pre-init', 'init', 'active', 'invalid'],
  },
  'institution.id': { conditions: ['eq'], kind: 'text', aliases: ['connection.institution.id'] },
  'connection.method': {
    conditions: ['eq'],
    kind: 'text',
    aliases: ['method'],
    values: ['web', 'open-banking', 'pdf', 'csv'],
    synonyms: { openbanking: 'open-banking' },
  },
} as const satisfies FilterSpec
export type ConnectionFilter = keyof typeof connectionFilters
