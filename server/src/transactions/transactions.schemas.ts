import { type Static, Type } from 'typebox'
import type { FilterSpec } from '../http/filter.ts'

const nullable = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()])
const oneOf = (names: readonly string[]) => Type.Union(names.map((name) => Type.Literal(name)))

export const transactionClasses = [
  'payment',
  'bank-fee',
  'cash-withdrawal',
  'transfer',
  'loan-interest',
  'refund',
  'direct-credit',
  'interest',
  'loan-repayment',
] as const

export const TransactionOut = Type.Object({
  type: Type.Literal('transaction'),
  id: Type.String({
    format: 'uuid',
    description: 'Stable once posted; a pending one has a new id after each refresh',
  }),
  status: oneOf(['pending', 'posted']),
  description: Type.String({ description: 'As the bank words it' }),
  reference: Type.String(),
  amount: Type.String({ pattern: '^-?\\d+\\.\\d{2}$', description: 'Decimal amount; a debit is negative' }),
  currency: Type.String({ description: 'ISO 4217' }),
  account: Type.String({ format: 'uuid' }),
  balance: nullable(Type.String({ description: 'Running balance after the transaction' })),
  direction: oneOf(['debit', 'credit']),
  class: oneOf(transactionClasses),
  institution: Type.String(),
  connection: Type.String({ format: 'uuid' }),
  transactionDate: nullable(
    Type.String({ description: 'Timestamp; empty for posted rows when the bank gives none' }),
  ),
  postDate: nullable(Type.String({ format: 'date-time', description: 'null while pending' })),
  subClass: nullable(Type.Object({ code: Type.String(), title: Type.String() })),
  enrich: Type.Null(),
  links: Type.Object({
    self: Type.String(),
    account: Type.String(),
    institution: Type.String(),
    connection: nullable(Type.String({ description: 'null once the connection was deleted' })),
  }),
})

export const TransactionList = Type.Object({
  type: Type.Literal('list'),
  count: Type.Integer({ minimum: 0, description: 'Transactions in this page' }),
  size: Type.Integer({ minimum: 0, description: 'Transactions that match, on all pages' }),
  data: Type.Array(TransactionOut),
  links: Type.Object({
    self: Type.String(),
    next: Type.Optional(
      Type.String({ description: 'Absent on the last page; complete, to be followed as it is' }),
    ),
  }),
})

export const TransactionsParams = Type.Object({ userId: Type.String() })
export type TransactionsParams = Static<typeof TransactionsParams>
export const TransactionParams = Type.Object({ userId: Type.String(), transactionId: Type.String() })
export type TransactionParams = Static<typeof TransactionParams>
export const TransactionsQuery = Type.Object({
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500, default: 500 })),
  filter: Type.Optional(
    Type.String({ description: "For example account.id.eq('…'),transaction.postDate.gteq('2024-01-01')" }),
  ),
  next: Type.Optional(
    Type.String({ description: 'Cursor of a former answer; brings its filter and limit with it' }),
  ),
})

const id = { conditions: ['eq'], kind: 'id' } as const
const date = { conditions: ['eq', 'bt', 'gt', 'gteq', 'lt', 'lteq'], kind: 'date' } as const

/** What `GET /users/{userId}/transactions` can be filtered by (data §8.3). */
export const transactionFilters = {
  'account.id': id,
  'connection.id': id,
  'institution.id': { conditions: ['eq'], kind: 'text' },
  'transaction.postDate': date,
  'transaction.transactionDate': date,
  'transaction.status': { conditions: ['eq'], kind: 'text', values: ['pending', 'posted'] },
  'transaction.direction': { conditions: ['eq'], kind: 'text', values: ['debit', 'credit'] },
  'transaction.class': {
    conditions: ['eq'],
    kind: 'text',
    values: transactionClasses,
    // A published misspelling (data §8.5).
    synonyms: { 'direct-cedit': 'direct-credit' },
  },
} as const satisfies FilterSpec

export type TransactionFilter = keyof typeof transactionFilters
