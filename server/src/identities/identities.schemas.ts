import { type Static, Type } from 'typebox'

const IdentityAddress = Type.Object({
  type: Type.String({ description: 'What the address is for' }),
  addressLine1: Type.String(),
  addressLine2: Type.String(),
  addressLine3: Type.String(),
  postcode: Type.String(),
  city: Type.String(),
  state: Type.String(),
  country: Type.String(),
  countryCode: Type.String(),
  formattedAddress: Type.String(),
})

const Organisation = Type.Object({
  agentFirstName: Type.String(),
  agentLastName: Type.String(),
  agentRole: Type.String(),
  businessName: Type.String(),
  legalName: Type.String(),
  shortName: Type.String(),
  abn: Type.String(),
  acn: Type.String(),
  isACNCRegistered: Type.Boolean(),
  industryCode: Type.String(),
  industryCodeVersion: Type.String(),
  organisationType: Type.String(),
  registeredCountry: Type.String({ description: 'ISO 3166-1 alpha-3' }),
})

/** What the institution says of a person or an organisation. It is sealed as it stands here. */
export const IdentityBody = Type.Object({
  fullName: Type.String(),
  firstName: Type.String(),
  lastName: Type.String(),
  middleName: Type.String(),
  title: Type.String(),
  DOB: Type.String({ description: 'YYYY-MM-DD, empty when unknown' }),
  occupationCode: Type.String({ description: 'ANZSCO' }),
  occupationCodeVersion: Type.String(),
  phoneNumbers: Type.Array(Type.String()),
  emailAddresses: Type.Array(Type.String()),
  emails: Type.Array(Type.String(), { description: 'Same as `emailAddresses`, for older clients' }),
  physicalAddresses: Type.Array(IdentityAddress),
  organisation: Organisation,
})
export type IdentityBody = Static<typeof IdentityBody>

export const IdentityOut = Type.Object({
  type: Type.Literal('identity'),
  id: Type.String({ format: 'uuid' }),
  created: Type.String({ format: 'date-time' }),
  updated: Type.String({ format: 'date-time' }),
  source: Type.Unsafe<'web' | 'openbanking'>({ type: 'string', enum: ['web', 'openbanking'] }),
  connectionID: Type.String(),
  institutionID: Type.String(),
  ...IdentityBody.properties,
  links: Type.Object({ self: Type.String(), job: Type.String({ description: 'The job that read it' }) }),
})
export type IdentityOut = Static<typeof IdentityOut>

export const IdentityList = Type.Object({
  type: Type.Literal('list'),
  count: Type.Integer(),
  size: Type.Integer(),
  data: Type.Array(IdentityOut),
})
export type IdentityList = Static<typeof IdentityList>

export const IdentitiesParams = Type.Object({ userId: Type.String() })
export const IdentityParams = Type.Object({ userId: Type.String(), identityId: Type.String() })
