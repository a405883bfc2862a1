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
