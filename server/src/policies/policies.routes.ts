import type { FastifyPluginAsync } from 'fastify'
import { idProblems, pathId } from '../http/params.ts'
import { problems } from '../http/problems.ts'
import type { PolicyId } from '../ids.ts'
import { PolicyOut, PolicyParams } from './policies.schemas.ts'
import type { PoliciesService } from './policies.service.ts'

const getPolicy = {
  operationId: 'getPolicy',
  summary: 'Read a version of the application’s consent policy',
  tags: ['Consents'],
  params: PolicyParams,
  response: { 200: PolicyOut, ...problems(400, 401, 403, 404, 500) },
}

export const policyRoutes =
  (policies: PoliciesService): FastifyPluginAsync =>
  async (app) => {
    app.get<{ Params: PolicyParams }>(
      '/policies/:policyId',
      { schema: getPolicy, config: { access: 'any' } },
      async ({ caller, params }) =>
        policies.read(caller.application, pathId<PolicyId>(params.policyId, idProblems.policy)),
    )
  }
