import type { FastifyPluginAsync } from 'fastify'
import { idProblems, pathId } from '../http/params.ts'
import { problems } from '../http/problems.ts'
import type { ConsentId, UserId } from '../ids.ts'
import { ConsentListOut, ConsentOut, ConsentParams, UserConsentsParams } from './consents.schemas.ts'
import type { ConsentsService } from './consents.service.ts'

const listConsents = {
  operationId: 'getConsents',
  summary: 'List the consents of a user, newest first',
  tags: ['Consents'],
  params: UserConsentsParams,
  response: { 200: ConsentListOut, ...problems(400, 401, 403, 404, 500) },
}
const getConsent = {
  operationId: 'getConsent',
  summary: 'Read a consent of a user',
  tags: ['Consents'],
  params: ConsentParams,
  response: { 200: ConsentOut, ...problems(400, 401, 403, 404, 500) },
}
const deleteConsent = {
  operationId: 'deleteConsent',
  summary: 'End a consent, its connections and the data it gave access to',
  tags: ['Consents'],
  params: ConsentParams,
  response: { 204: { description: 'The consent has ended' }, ...problems(400, 401, 403, 404, 500, 503) },
}

export const consentRoutes =
  (consents: ConsentsService): FastifyPluginAsync =>
  async (app) => {
    app.get<{ Params: UserConsentsParams }>(
      '/users/:userId/consents',
      { schema: listConsents, config: { access: 'user' } },
      async ({ caller, params }) =>
        consents.list(caller.application, pathId<UserId>(params.userId, idProblems.user)),
    )
    app.get<{ Params: ConsentParams }>(
      '/users/:userId/consents/:consentId',
      { schema: getConsent, config: { access: 'user' } },
      async ({ caller, params }) => {
        const { userId, consentId } = pathIds(params)
        return consents.read(caller.application, userId, consentId)
      },
    )
    app.delete<{ Params: ConsentParams }>(
      '/users/:userId/consents/:consentId',
      { schema: deleteConsent, config: { access: 'user' } },
      async ({ caller, params }, reply) => {
        const { userId, consentId } = pathIds(params)
        const cause = caller.scope === 'CLIENT_ACCESS' ? 'consumer' : 'partner'
        await consents.revoke(caller.application, userId, consentId, cause)
        return reply.code(204).send()
      },
    )
  }

const pathIds = ({ userId, consentId }: ConsentParams) => ({
  userId: pathId<UserId>(userId, idProblems.user),
  consentId: pathId<ConsentId>(consentId, idProblems.consent),
})
