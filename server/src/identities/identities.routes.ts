import type { FastifyPluginAsync } from 'fastify'
import { idProblems, pathId } from '../http/params.ts'
import { problems } from '../http/problems.ts'
import type { IdentityId, UserId } from '../ids.ts'
import { IdentitiesParams, IdentityList, IdentityOut, IdentityParams } from './identities.schemas.ts'
import type { IdentitiesService } from './identities.service.ts'

const listIdentities = {
  operationId: 'getIdentities',
  summary: 'List who the institutions say a user is',
  tags: ['Identities'],
  params: IdentitiesParams,
  response: { 200: IdentityList, ...problems(400, 401, 403, 404, 500) },
}
const readIdentity = {
  operationId: 'getIdentity',
  summary: 'Read an identity',
  tags: ['Identities'],
  params: IdentityParams,
  response: { 200: IdentityOut, ...problems(400, 401, 403, 404, 500) },
}

/** `identitites` is how an older description spelled it; clients were generated from that (data §10). */
const spellings = [
  { name: 'identities', hide: false },
  { name: 'identitites', hide: true },
]

export const identityRoutes =
  (identities: IdentitiesService): FastifyPluginAsync =>
  async (app) => {
    for (const { name, hide } of spellings) {
      app.get<{ Params: { userId: string } }>(
        `/users/:userId/${name}`,
        { schema: { ...listIdentities, hide }, config: { access: 'user' } },
        async ({ caller, params }) =>
          identities.list(caller.application, pathId<UserId>(params.userId, idProblems.user)),
      )

      app.get<{ Params: { userId: string; identityId: string } }>(
        `/users/:userId/${name}/:identityId`,
        { schema: { ...readIdentity, hide }, config: { access: 'user' } },
        async ({ caller, params }) => {
          const userId = pathId<UserId>(params.userId, idProblems.user)
          const id = pathId<IdentityId>(params.identityId, idProblems.identity)
          return identities.read(caller.application, userId, id)
        },
      )
    }
  }
