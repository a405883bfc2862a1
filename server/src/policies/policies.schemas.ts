import { type Static, Type } from 'typebox'

/** A policy permission: which data, and whether the person may leave it out (c&d §3.1). */
export const PolicyPermission = Type.Object({
  scope: Type.String(),
  required: Type.Boolean(),
  purpose: Type.Object({ title: Type.String(), description: Type.String() }),
})

export type PolicyPermission = Static<typeof PolicyPermission>

const Titled = Type.Object({ title: Type.String(), description: Type.String() })

export const SupportingParty = Type.Object({
  name: Type.String(),
  role: Type.String(),
  accreditationNumber: Type.Optional(Type.String()),
  country: Type.Optional(Type.String()),
  cdrPolicyUrl: Type.Optional(Type.String()),
  reason: Type.String(),
})

/** Everything of a policy version that a consent is given to (c&d §3.1). */
export const PolicyContent = Type.Object({
  brandName: Type.String(),
  title: Type.String(),
  subtitle: Type.String(),
  purpose: Type.Object({ primary: Titled }),
  purposes: Type.Array(Titled),
  durationDays: Type.Integer(),
  initialRetrievalDays: Type.Integer(),
  collectionFrequency: Type.Union([Type.Literal('once'), Type.Literal('ongoing')]),
  permissions: Type.Array(PolicyPermission),
  data: Type.Object({ retainData: Type.Boolean(), deidentificationStatement: Type.Optional(Type.String()) }),
  supportingParties: Type.Array(SupportingParty),
  withdrawalConsequences: Type.String(),
  supportContact: Type.Optional(Type.String()),
  complaintsUrl: Type.Optional(Type.String()),
  cdrPolicyUrl: Type.Optional(Type.String()),
})
export type PolicyContent = Static<typeof PolicyContent>

/** A policy version as `GET /policies/{id}` shows it (settled 8). */
export const PolicyOut = Type.Object({
  type: Type.Literal('policy'),
  id: Type.String({ format: 'uuid' }),
  version: Type.Integer({ minimum: 1 }),
  status: Type.Union([Type.Literal('current'), Type.Literal('superseded')]),
  created: Type.String({ format: 'date-time' }),
  ...PolicyContent.properties,
  links: Type.Object({ self: Type.String({ format: 'uri' }) }),
})
export type PolicyOut = Static<typeof PolicyOut>

export const PolicyParams = Type.Object({ policyId: Type.String() })
export type PolicyParams = Static<typeof PolicyParams>
