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
