import { Type } from 'typebox'
import type { FilterSpec } from '../http/filter.ts'

const nullable = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()])
const Money = Type.String({ pattern: '^-?\\d+\\.\\d{2}$', description: 'Decimal amount; negative is owed' })

export const AccountOut = Type.Object({
  type: Type.Literal('account'),
  id: Type.String({ format: 'uuid', description: 'Stable across refreshes' }),
  name: Type.String({ minLength: 1 }),
  displayName: nullable(Type.String()),
  accountNo: Type.String({ description: 'Masked with x unless account.detail was consented' }),
  accountHolder: nullable(Type.String({ description: 'As the bank prints it' })),
  accountOwnership: Type.Union(
    (['UNKNOWN', 'ONE_PARTY', 'TWO_PARTY', 'MANY_PARTY', 'OTHER'] as const).map((name) => Type.Literal(name)),
  ),
  isOwned: Type.Boolean(),
  balance: nullable(Money),
  availableFunds: nullable(Money),
  creditLimit: nullable(Money),
  currency: Type.String({ description: 'ISO 4217' }),
  class: Type.Object({ type: Type.String(), product: Type.String() }),
  connection: Type.String({ format: 'uuid', description: 'Id of the connection that read it last' }),
  institution: Type.String(),
  lastUpdated: Type.String({ format: 'date-time' }),
  status: Type.Union([Type.Literal('available'), Type.Literal('unavailable')]),
  transactionIntervals: Type.Array(
    Type.Object({ from: Type.String({ format: 'date' }), to: Type.String({ format: 'date' }) }),
  ),
  links: Type.Object({
    self: Type.String(),
    transactions: Type.String(),
    connection: nullable(Type.String({ description: 'null once the connection was deleted' })),
    institution: Type.String(),
  }),
})

export const AccountList = Type.Object({
  type: Type.Literal('list'),
  count: Type.Integer({ minimum: 0 }),
  size: Type.Integer({ minimum: 0 }),
  data: Type.Array(AccountOut),
  links: Type.Object({ self: Type.String() }),
})

export const AccountsParams = Type.Object({ userId: Type.String() })
export const AccountParams = Type.Object({ userId: Type.String(), accountId: Type.String() })
export const AccountsQuery = Type.Object({
  filter: Type.Optional(
    Type.String({
      description:
        "For example institution.id.eq('AU00000'); account.id, connection.id, institution.id, account.status",
    }),
  ),
})

const id = { conditions: ['eq'], kind: 'id' } as const

/** What `GET /users/{userId}/accounts` can be filtered by (data §7.1). */
export const accountFilters = {
  'account.id': id,
  'connection.id': id,
  'institution.id': { conditions: ['eq'], kind: 'text' },
  'account.status': { conditions: ['eq'], kind: 'text', values: ['available', 'unavailable'] },
  'account.class.type': {
    conditions: ['eq'],
    kind: 'text',
    values: [
      'transaction',
      'savings',
      'credit-card',
      'mortgage',
      'loan',
      'investment',
      'term-deposit',
      'insurance',
      'foreign',
      'unknown',
    ],
  },
} as const satisfies FilterSpec

export type AccountFilter = keyof typeof accountFilters
