import { type Static, Type } from 'typebox'

/** A string; a number with the switch authLinkMobileNumber, for a client that was typed after an old example. */
const Mobile = Type.Union([Type.String(), Type.Integer()])

const members = {
  type: Type.Literal('auth_link'),
  userId: Type.String({ format: 'uuid' }),
  mobile: Mobile,
  expiresAt: Type.String({ format: 'date-time' }),
  links: Type.Object({
    self: Type.String({ format: 'uri' }),
    public: Type.String({
      format: 'uri',
      description: 'The page to send the user to; its last part is the secret',
    }),
  }),
}

export const AuthLinkCreatedOut = Type.Object(members)
export type AuthLinkCreatedOut = Static<typeof AuthLinkCreatedOut>

export const AuthLinkOut = Type.Object({ ...members, id: Type.String({ format: 'uuid' }) })
export type AuthLinkOut = Static<typeof AuthLinkOut>

export const AuthLinkIn = Type.Object({
  mobile: Type.Optional(
    Type.String({ description: 'Where the code is sent; the user’s mobile when absent' }),
  ),
})

export const AuthLinkParams = Type.Object({ userId: Type.String() })
export type AuthLinkParams = Static<typeof AuthLinkParams>
