import { Type } from 'typebox'

export const TokenIn = Type.Object({
  scope: Type.Optional(Type.String({ description: '`SERVER_ACCESS` (default) or `CLIENT_ACCESS`' })),
  userId: Type.Optional(Type.String({ description: 'Binds a client token to one user' })),
  orgName: Type.Optional(Type.String({ description: 'Trusted adviser: name shown to the person' })),
  orgRefID: Type.Optional(Type.String()),
  orgRefType: Type.Optional(Type.String()),
  orgType: Type.Optional(Type.String()),
  abnAcn: Type.Optional(Type.String()),
})

export const TokenOut = Type.Object({
  access_token: Type.String(),
  token_type: Type.Literal('Bearer'),
  expires_in: Type.Integer({ description: 'Seconds' }),
})
