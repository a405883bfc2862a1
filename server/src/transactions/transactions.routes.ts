import type { FastifyPluginAsync } from 'fastify'
import { idProblems, pathId } from '../http/params.ts'
import { problems } from '../http/problems.ts'
import type { TransactionId, UserId } from '../ids.ts'
import {
  TransactionList,
  TransactionOut,
  TransactionParams,
  TransactionsParams,
  TransactionsQuery,
} from './transactions.schemas.ts'
import type { TransactionsService } from './transactions.service.ts'

const json = 'application/json; charset=utf-8'

const listTransactions = {
  operationId: 'getTransactions',
  summary: "List a user's transactions",
  tags: ['Transactions'],
  params: TransactionsParams,
  querystring: TransactionsQuery,
  response: { 200: TransactionList, ...problems(400, 401, 403, 404, 500) },
}
const readTransaction = {
  operationId: 'getTransaction',
  summary: 'Read a transaction',
  tags: ['Transactions'],
  params: TransactionParams,
  response: { 200: TransactionOut, ...problems(400, 401, 403, 404, 500) },
}

export const transactionRoutes =
  (transactions: TransactionsService): FastifyPluginAsync =>
  async (app) => {
    app.get<{ Params: TransactionsParams; Querystring: Record<string, unknown> }>(
      '/users/:userId/transactions',
      { schema: listTransactions, config: { access: 'server' } },
      async ({ caller, params, query, url }, reply) => {
        const userId = pathId<UserId>(params.userId, idProblems.user)
        return reply
          .type(json)
          .send(await transactions.list(caller.application, { userId, query, self: url }))
      },
    )

    app.get<{ Params: TransactionParams }>(
      '/users/:userId/transactions/:transactionId',
      { schema: readTransaction, config: { access: 'server' } },
      async ({ caller, params }, reply) => {
        const userId = pathId<UserId>(params.userId, idProblems.user)
        const id = pathId<TransactionId>(params.transactionId, idProblems.transaction)
        return reply.type(json).send(await transactions.read(caller.application, userId, id))
      },
    )
  }
