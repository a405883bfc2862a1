import { Type } from 'typebox'

const statusTexts: Readonly<Record<number, string>> = {
  400: 'Bad request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not found',
  405: 'Method not allowed',
  410: 'Gone',
  413: 'Payload too large',
  415: 'Unsupported media type',
  429: 'Too many requests',
  500: 'Internal server error',
  503: 'Service unavailable',
}

/** The error envelope of every answer that is not 2xx (core §9.1). */
export const ErrorList = Type.Object(
  {
    type: Type.Literal('list'),
    correlationId: Type.String({ format: 'uuid', description: 'Also in the log' }),
    data: Type.Array(
      Type.Object({
        type: Type.Literal('error'),
        code: Type.String(),
        title: Type.String({ minLength: 1 }),
        detail: Type.String({ minLength: 1 }),
        source: Type.Optional(
          Type.Union([Type.Object({ parameter: Type.String(), pointer: Type.String() }), Type.Null()]),
        ),
      }),
      { minItems: 1 },
    ),
  },
  { description: 'Errors' },
)

/** Error responses of a route, for its schema. */
export const problems = (...statuses: number[]): Record<number, typeof ErrorList> =>
  Object.fromEntries(
    statuses.map((status) => [status, { ...ErrorList, description: statusTexts[status] ?? 'Error' }]),
  )
