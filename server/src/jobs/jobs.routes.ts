import type { FastifyPluginAsync } from 'fastify'
import { idProblems, pathId } from '../http/params.ts'
import { problems } from '../http/problems.ts'
import type { JobId, UserId } from '../ids.ts'
import { JobOut, JobParams, UserJobList, UserJobsParams, UserJobsQuery } from './jobs.schemas.ts'
import type { JobsService } from './jobs.service.ts'

const readJob = {
  operationId: 'getJobs',
  summary: 'Read a job',
  tags: ['Jobs'],
  params: JobParams,
  response: { 200: JobOut, ...problems(400, 401, 403, 404, 500) },
}
const listJobs = {
  operationId: 'getUserJobs',
  summary: 'List the jobs of a user of the last seven days, newest first',
  tags: ['Jobs'],
  params: UserJobsParams,
  querystring: UserJobsQuery,
  response: { 200: UserJobList, ...problems(400, 401, 403, 404, 500) },
}

export const jobsRoutes =
  (jobs: JobsService): FastifyPluginAsync =>
  async (app) => {
    app.get<{ Params: { jobId: string } }>(
      '/jobs/:jobId',
      { schema: readJob, config: { access: 'any' } },
      async ({ caller, params }) => jobs.read(caller, pathId<JobId>(params.jobId, idProblems.job)),
    )

    app.get<{ Params: { userId: string }; Querystring: { filter?: unknown } }>(
      '/users/:userId/jobs',
      { schema: listJobs, config: { access: 'server' } },
      async ({ caller, params, query, url }) =>
        jobs.list(caller.application, pathId<UserId>(params.userId, idProblems.user), query.filter, url),
    )
  }
