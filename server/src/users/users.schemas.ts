import { type Static, Type } from 'typebox'

const text = Type.Optional(Type.String())

/** Business members of a user, served only when supplied (core §4.1). */
export const BusinessDetails = Type.Object({
  businessName: text,
  businessIdNo: text,
  businessIdNoType: Type.Optional(Type.Union([Type.Literal('ABN'), Type.Literal('ACN')])),
  businessAddress: Type.Optional(
    Type.Object({
      addressLine1: text,
      addressLine2: text,
      suburb: text,
      state: text,
      postcode: text,
      countryCode: text,
    }),
  ),
  verificationStatus: Type.Optional(Type.Boolean()),
  verificationDate: text,
})
export type BusinessDetails = Static<typeof BusinessDetails>

/** What a partner tells us about a user. Absent texts are empty. */
export interface UserFields {
  readonly email: string
  readonly mobile: string
  readonly firstName: string
  readonly middleName: string
  readonly lastName: string
  readonly business: BusinessDetails
}

export const UserIn = Type.Object(
  {
    email: Type.Optional(Type.String({ description: 'Required unless `mobile` is given' })),
    mobile: Type.Optional(Type.String({ description: 'International form; Australian `04…` is taken too' })),
    firstName: text,
    middleName: text,
    lastName: text,
    ...BusinessDetails.properties,
  },
  { description: 'A user to create, or the members to change' },
)

const Link = Type.String({ format: 'uri' })

export const UserSummaryOut = Type.Object({
  type: Type.Literal('user'),
  id: Type.String({ format: 'uuid' }),
  email: Type.String({ description: 'Empty when there is none' }),
  mobile: Type.String({ description: 'International form, empty when there is none' }),
  firstName: text,
  middleName: text,
  lastName: text,
  ...BusinessDetails.properties,
  links: Type.Object({ self: Link }),
})
export type UserSummaryOut = Static<typeof UserSummaryOut>

const embedded = <T extends string>(type: T) =>
  Type.Object({
    type: Type.Literal('list'),
    count: Type.Integer(),
    data: Type.Array(
      Type.Object({
        type: Type.Literal(type),
        id: Type.String({ format: 'uuid' }),
        links: Type.Object({ self: Link }),
      }),
    ),
  })

export const UserOut = Type.Object({
  type: Type.Literal('user'),
  id: Type.String({ format: 'uuid' }),
  email: Type.String(),
  mobile: Type.String(),
  name: Type.String({ description: 'First, middle and last name together' }),
  firstName: Type.String(),
  middleName: Type.String(),
  lastName: Type.String(),
  ...BusinessDetails.properties,
  connections: embedded('connection'),
  accounts: embedded('account'),
  links: Type.Object({
    self: Link,
    connections: Link,
    accounts: Link,
    transactions: Link,
    auth_link: Type.Union([Link, Type.Null()], { description: 'Null unless a live auth link exists' }),
  }),
})
export type UserOut = Static<typeof UserOut>

export const UserListOut = Type.Object({
  type: Type.Literal('list'),
  size: Type.Integer({ description: 'Users on this page' }),
  count: Type.Integer({ description: 'Users in all' }),
  data: Type.Array(UserSummaryOut),
  links: Type.Object({ self: Link, next: Type.Optional(Link) }),
})
export type UserListOut = Static<typeof UserListOut>

export const UserParams = Type.Object({ userId: Type.String() })
export type UserParams = Static<typeof UserParams>

export const UserListQuery = Type.Object({
  limit: Type.Optional(Type.String({ description: '1 to 500; 500 when absent' })),
  next: Type.Optional(Type.String({ description: 'From the previous page’s links.next' })),
  filter: Type.Optional(Type.String({ description: '`user.id`, `user.email`, `user.mobile` with `eq`' })),
})
