import type { FastifyPluginAsync } from 'fastify'
import { idProblems, pathId } from '../http/params.ts'
import { problems } from '../http/problems.ts'
import type { StatementId, UserId } from '../ids.ts'
import { StatementList, StatementOut, StatementParams, StatementsParams } from './statements.schemas.ts'
import type { StatementsService } from './statements.service.ts'

const listStatements = {
  operationId: 'getStatements',
  summary: "List a user's bank statements, newest first",
  tags: ['Statements'],
  params: StatementsParams,
  response: { 200: StatementList, ...problems(400, 401, 403, 404, 500) },
}
const readStatement = {
  operationId: 'getStatement',
  summary: 'Read what is known of a bank statement',
  tags: ['Statements'],
  params: StatementParams,
  response: { 200: StatementOut, ...problems(400, 401, 403, 404, 500) },
}

export const statementRoutes =
  (statements: StatementsService): FastifyPluginAsync =>
  async (app) => {
    app.get<{ Params: { userId: string } }>(
      '/users/:userId/statements',
      { schema: listStatements, config: { access: 'server' } },
      async ({ caller, params, url }) =>
        statements.list(caller.application, pathId<UserId>(params.userId, idProblems.user), url),
    )

    app.get<{ Params: { userId: string; statementId: string } }>(
      '/users/:userId/statements/:statementId',
      { schema: readStatement, config: { access: 'server' } },
      async ({ caller, params }) => {
        const userId = pathId<UserId>(params.userId, idProblems.user)
        const id = pathId<StatementId>(params.statementId, idProblems.statement)
        return statements.read(caller.application, userId, id)
      },
    )
  }
