import { type Static, Type } from 'typebox'

const nullable = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()])
const Titled = Type.Object({ title: Type.String(), description: Type.String() })

export const ConsentPermission = Type.Object({
  scope: Type.String(),
  required: Type.Boolean(),
  consented: Type.Boolean(),
  entity: Type.String(),
  information: Type.Object({
    name: Type.String(),
    description: Type.String(),
    attributeList: Type.Array(Type.String()),
  }),
  purpose: Titled,
})
export type ConsentPermission = Static<typeof ConsentPermission>

/** The part of a consent that is fixed when it is given (core §5.1). */
export const ConsentContent = Type.Object({
  purpose: Type.Object({ primary: Titled, other: Type.Null() }),
  data: Type.Object({
    retainData: Type.Boolean(),
    initialRetrievalDays: nullable(Type.Integer()),
    organisation: nullable(Type.Record(Type.String(), Type.String())),
    disclosure: Type.Null(),
    permissions: Type.Array(ConsentPermission),
  }),
})
export type ConsentContent = Static<typeof ConsentContent>

/** One change of an active consent. Dates are RFC 3339, the rest plain text. */
export const ConsentAmendment = Type.Object({
  at: Type.String(),
  field: Type.String(),
  from: Type.String(),
  to: Type.String(),
})
export type ConsentAmendment = Static<typeof ConsentAmendment>

/** What we keep for the record and never serve (c&d §3.4). */
export const ConsentRecord = Type.Object({
  displayed: Type.Optional(Type.Object({ hash: Type.String(), texts: Type.Array(Type.String()) })),
  givenFrom: Type.Optional(Type.Object({ ipTruncated: Type.String(), browserFamily: Type.String() })),
  deleteElection: Type.Optional(Type.Object({ value: Type.Boolean(), at: Type.String() })),
  amendments: Type.Optional(Type.Array(ConsentAmendment)),
})
export type ConsentRecord = Static<typeof ConsentRecord>

/** A consent as the API shows it (core §5.1). */
export const ConsentOut = Type.Object({
  type: Type.Literal('consent'),
  id: Type.String({ format: 'uuid' }),
  created: Type.String({ format: 'date-time' }),
  updated: Type.String({ format: 'date-time' }),
  expiryDate: Type.String({ format: 'date-time' }),
  origin: Type.Union([Type.Literal('user'), Type.Literal('partner'), Type.Literal('system')]),
  status: Type.Union([Type.Literal('active'), Type.Literal('revoked'), Type.Literal('expired')]),
  ...ConsentContent.properties,
  revoked: Type.Optional(Type.String({ format: 'date-time', description: 'Only of a revoked consent' })),
  links: Type.Object({
    self: Type.String({ format: 'uri' }),
    consentPolicy: Type.String({ format: 'uri', description: 'The version that was agreed to' }),
    latestConsentPolicy: Type.String({ format: 'uri', description: 'The version new consents are given to' }),
  }),
})
export type ConsentOut = Static<typeof ConsentOut>

export const ConsentListOut = Type.Object({
  type: Type.Literal('list'),
  size: Type.Integer(),
  data: Type.Array(ConsentOut, { description: 'Newest first, ended ones included' }),
  status: Type.Optional(
    Type.String({ description: 'The newest consent’s status; only with the switch consentTopLevelStatus' }),
  ),
  links: Type.Object({ self: Type.String({ format: 'uri' }) }),
})
export type ConsentListOut = Static<typeof ConsentListOut>

export const UserConsentsParams = Type.Object({ userId: Type.String() })
export const ConsentParams = Type.Object({ userId: Type.String(), consentId: Type.String() })
export type UserConsentsParams = Static<typeof UserConsentsParams>
export type ConsentParams = Static<typeof ConsentParams>
