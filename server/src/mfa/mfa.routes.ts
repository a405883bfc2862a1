import type { FastifyPluginAsync } from 'fastify'
import { Type } from 'typebox'
import { readObject } from '../http/body.ts'
import { idProblems, pathId } from '../http/params.ts'
import { problems } from '../http/problems.ts'
import type { JobId } from '../ids.ts'
import { JobRef } from '../jobs/jobs.schemas.ts'
import { readAnswers } from './answers.ts'
import { MfaAnswerIn } from './mfa.schemas.ts'
import type { MfaService } from './mfa.service.ts'

const respond = {
  operationId: 'postMfaResponse',
  summary: 'Answer the challenge a job waits with',
  description: '202 when the institution took the answer, or has not judged it yet; 400 when it was wrong.',
  tags: ['Jobs'],
  params: Type.Object({ jobId: Type.String() }),
  body: MfaAnswerIn,
  response: { 202: JobRef, ...problems(400, 401, 403, 404, 415, 500) },
}

export const mfaRoutes =
  (mfa: MfaService): FastifyPluginAsync =>
  async (app) => {
    app.post<{ Params: { jobId: string } }>(
      '/jobs/:jobId/mfa',
      { schema: respond, config: { access: 'any' } },
      async (request, reply) => {
        const id = pathId<JobId>(request.params.jobId, idProblems.job)
        const job = await mfa.respond(request.caller, id, () =>
          readAnswers(readObject(request, 'mfa-malformed')),
        )
        return reply.code(202).send(job)
      },
    )
  }
