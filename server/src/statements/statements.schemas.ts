import { type Static, Type } from 'typebox'

const nullable = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()])

const item = {
  type: Type.Literal('statement'),
  id: Type.String({ format: 'uuid' }),
  links: Type.Object({
    self: Type.String(),
    account: nullable(Type.String({ description: 'The account it belongs to; null for the whole profile' })),
  }),
}

export const StatementItem = Type.Object(item, { description: 'A statement the institution offers' })
export type StatementItem = Static<typeof StatementItem>

export const StatementList = Type.Object({
  type: Type.Literal('list'),
  count: Type.Integer(),
  size: Type.Integer(),
  data: Type.Array(StatementItem),
  links: Type.Object({ self: Type.String() }),
})
export type StatementList = Static<typeof StatementList>

export const StatementOut = Type.Object({
  ...item,
  createdDate: Type.String({ format: 'date-time' }),
  institution: Type.String(),
  title: Type.String(),
  from: Type.String({ format: 'date' }),
  to: Type.String({ format: 'date' }),
})
export type StatementOut = Static<typeof StatementOut>

export const StatementsParams = Type.Object({ userId: Type.String() })
export const StatementParams = Type.Object({ userId: Type.String(), statementId: Type.String() })
