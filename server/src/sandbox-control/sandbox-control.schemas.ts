import { Type } from 'typebox'

export const ClockOut = Type.Object({
  now: Type.String({ format: 'date-time', description: 'The application’s time' }),
  offset: Type.String({
    description: 'How far it runs ahead of real time, ISO 8601',
    examples: ['PT7776000S'],
  }),
  frozen: Type.Boolean(),
})

export const ClockIn = Type.Union(
  [
    Type.Object({ advance: Type.String({ description: 'ISO 8601 duration', examples: ['P90D'] }) }),
    Type.Object({ set: Type.String({ format: 'date-time' }) }),
    Type.Object({ freeze: Type.Boolean() }),
  ],
  { description: 'Exactly one of `advance`, `set` and `freeze`' },
)

export const UserParams = Type.Object({ userId: Type.String() })

export const ConnectIn = Type.Object({
  institutionId: Type.String({ examples: ['AU00000'] }),
  method: Type.Optional(Type.Literal('web')),
  loginId: Type.String(),
  password: Type.String(),
})

export const MailboxQuery = Type.Object({
  to: Type.Optional(Type.String({ description: 'E-mail address or mobile' })),
})

export const MailboxOut = Type.Object({
  type: Type.Literal('list'),
  size: Type.Integer(),
  data: Type.Array(
    Type.Object({
      to: Type.String(),
      kind: Type.String({ description: 'For example `deletion-completed`' }),
      subject: Type.String(),
      text: Type.String(),
      html: Type.Union([Type.String(), Type.Null()]),
      sentAt: Type.String({ format: 'date-time', description: 'The application’s time' }),
    }),
  ),
  links: Type.Object({ self: Type.String() }),
})
