import type { FastifyPluginAsync } from 'fastify'
import type { Static } from 'typebox'
import { idProblems, pathId } from '../http/params.ts'
import { problems } from '../http/problems.ts'
import type { AccountId, UserId } from '../ids.ts'
import { AccountList, AccountOut, AccountParams, AccountsParams, AccountsQuery } from './accounts.schemas.ts'
import type { AccountsService } from './accounts.service.ts'

const json = 'application/json; charset=utf-8'

const listAccounts = {
  operationId: 'getAccounts',
  summary: "List a user's accounts",
  tags: ['Accounts'],
  params: AccountsParams,
  querystring: AccountsQuery,
  response: { 200: AccountList, ...problems(400, 401, 403, 404) },
}
const readAccount = {
  operationId: 'getAccount',
  summary: 'Read an account',
  tags: ['Accounts'],
  params: AccountParams,
  response: { 200: AccountOut, ...problems(400, 401, 403, 404) },
}

export const accountRoutes =
  (accounts: AccountsService): FastifyPluginAsync =>
  async (app) => {
    app.get(
      '/users/:userId/accounts',
      { schema: listAccounts, config: { access: 'server' } },
      async (request, reply) => {
        const { userId } = request.params as Static<typeof AccountsParams>
        const { filter } = request.query as Record<string, unknown>
        const list = await accounts.list(request.caller.application, {
          userId: pathId<UserId>(userId, idProblems.user),
          filter,
          self: request.url,
        })
        return reply.type(json).send(list)
      },
    )

    app.get(
      '/users/:userId/accounts/:accountId',
      { schema: readAccount, config: { access: 'server' } },
      async (request, reply) => {
        const { userId, accountId } = request.params as Static<typeof AccountParams>
        const user = pathId<UserId>(userId, idProblems.user)
        const id = pathId<AccountId>(accountId, idProblems.account)
        return reply.type(json).send(await accounts.read(request.caller.application, user, id))
      },
    )
  }
