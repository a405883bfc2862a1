import type { FastifyPluginAsync, FastifyReply } from 'fastify'
import { AppError } from '../errors/app-error.ts'
import { readObject } from '../http/body.ts'
import type { Caller } from '../http/caller.ts'
import { idProblems, pathId } from '../http/params.ts'
import { problems } from '../http/problems.ts'
import type { ConnectionId, UserId } from '../ids.ts'
import { JobRef, JobRefList } from '../jobs/jobs.schemas.ts'
import type { StartedJob } from '../jobs/jobs.types.ts'
import {
  ConnectionIn,
  ConnectionList,
  ConnectionOut,
  ConnectionParams,
  ConnectionsParams,
  ConnectionsQuery,
  ConnectionUpdate,
} from './connections.schemas.ts'
import type { ConnectionsService } from './connections.service.ts'
import { readConnection, readCredentials } from './login-input.ts'

const tags = ['Connections']
const started = { 200: JobRef, 202: JobRef }

const listConnections = {
  operationId: 'getConnections',
  summary: "List a user's connections",
  tags,
  params: ConnectionsParams,
  querystring: ConnectionsQuery,
  response: { 200: ConnectionList, ...problems(400, 401, 403, 404, 500, 503) },
}
const createConnection = {
  operationId: 'createConnection',
  summary: 'Connect a user with a login (2.x tokens, or direct connections)',
  tags,
  params: ConnectionsParams,
  body: ConnectionIn,
  response: { ...started, ...problems(400, 401, 403, 404, 415, 500, 503) },
}
const refreshConnections = {
  operationId: 'refreshConnections',
  summary: 'Read every connection of a user again',
  tags,
  params: ConnectionsParams,
  response: { 202: JobRefList, ...problems(400, 401, 403, 404, 500) },
}
const readConnectionSchema = {
  operationId: 'getConnection',
  summary: 'Read a connection with its accounts and profile',
  tags,
  params: ConnectionParams,
  response: { 200: ConnectionOut, ...problems(400, 401, 403, 404, 500, 503) },
}
const updateConnection = {
  operationId: 'updateConnection',
  summary: "Replace a web connection's login (2.x tokens, or direct connections)",
  tags,
  params: ConnectionParams,
  body: ConnectionUpdate,
  response: { ...started, ...problems(400, 401, 403, 404, 415, 500, 503) },
}
const deleteConnection = {
  operationId: 'deleteConnection',
  summary: 'Delete a connection; its accounts stay, unavailable',
  tags,
  params: ConnectionParams,
  response: { 204: { description: 'The connection is gone' }, ...problems(400, 401, 403, 404, 500, 503) },
}
const refreshConnection = {
  operationId: 'refreshConnection',
  summary: 'Read a connection again, or join the job that does',
  tags,
  params: ConnectionParams,
  response: { ...started, ...problems(400, 401, 403, 404, 429, 500, 503) },
}
const purgeConnection = {
  operationId: 'purgeConnection',
  summary: 'Forget the accounts and transactions of a connection',
  tags,
  params: ConnectionParams,
  response: { 204: { description: 'The data is gone' }, ...problems(400, 401, 403, 404, 500, 503) },
}

type UserPath = { Params: { userId: string } }
type ConnectionPath = { Params: { userId: string; connectionId: string } }

const foreignUser = 'wrong-user-connections'
const ofUser = { access: 'user', foreignUser } as const
const ofServer = { access: 'server', foreignUser } as const

const userIn = ({ userId }: UserPath['Params']): UserId => pathId<UserId>(userId, idProblems.user)

function idsIn(params: ConnectionPath['Params']): [UserId, ConnectionId] {
  return [userIn(params), pathId<ConnectionId>(params.connectionId, idProblems.connection)]
}

/** From 3.0 on logins are given in the Consent UI alone, unless the application rehearses the upgrade. */
function requireDirect({ version, application }: Caller): void {
  if (!version.startsWith('2.') && !application.settings.directConnections) {
    throw new AppError('connections-need-consent-ui')
  }
}

export const connectionRoutes =
  (connections: ConnectionsService): FastifyPluginAsync =>
  async (app) => {
    /** 202 for a new job, 200 for the one that runs already (data §5.5). */
    const sendJob = (reply: FastifyReply, { jobId, joined }: StartedJob) =>
      reply.code(joined ? 200 : 202).send(connections.jobRef(jobId))

    app.get<UserPath & { Querystring: { filter?: unknown } }>(
      '/users/:userId/connections',
      { schema: listConnections, config: ofServer },
      async ({ caller, params, query, url }) =>
        connections.list(caller.application, userIn(params), query.filter, url),
    )

    app.post<UserPath>(
      '/users/:userId/connections',
      { schema: createConnection, config: ofUser },
      async (request, reply) => {
        const { caller, params } = request
        requireDirect(caller)
        const read = () => readConnection(readObject(request, 'connection-malformed'))
        return sendJob(reply, await connections.create(caller.application, userIn(params), read))
      },
    )

    app.post<UserPath>(
      '/users/:userId/connections/refresh',
      { schema: refreshConnections, config: ofServer },
      async ({ caller, params }, reply) => {
        const jobs = await connections.refreshAll(caller.application, userIn(params))
        return reply
          .code(202)
          .send({ type: 'list', data: jobs.map(({ jobId }) => connections.jobRef(jobId)) })
      },
    )

    app.get<ConnectionPath>(
      '/users/:userId/connections/:connectionId',
      { schema: readConnectionSchema, config: ofUser },
      async ({ caller, params }) => {
        const [userId, id] = idsIn(params)
        return connections.read(
          caller.application,
          userId,
          id,
          caller.scope === 'SERVER_ACCESS' ? 'server' : 'client',
        )
      },
    )

    app.post<ConnectionPath>(
      '/users/:userId/connections/:connectionId',
      { schema: updateConnection, config: ofUser },
      async (request, reply) => {
        const { caller, params } = request
        requireDirect(caller)
        const [userId, id] = idsIn(params)
        const read = () => readCredentials(readObject(request, 'connection-malformed'))
        return sendJob(reply, await connections.update(caller.application, userId, id, read))
      },
    )

    app.delete<ConnectionPath>(
      '/users/:userId/connections/:connectionId',
      { schema: deleteConnection, config: ofUser },
      async ({ caller, params }, reply) => {
        await connections.remove(caller.application, ...idsIn(params))
        return reply.code(204).send()
      },
    )

    app.post<ConnectionPath>(
      '/users/:userId/connections/:connectionId/refresh',
      { schema: refreshConnection, config: ofServer },
      async ({ caller, params }, reply) =>
        sendJob(reply, await connections.refresh(caller.application, ...idsIn(params))),
    )

    app.post<ConnectionPath>(
      '/users/:userId/connections/:connectionId/purge',
      { schema: purgeConnection, config: ofServer },
      async ({ caller, params }, reply) => {
        await connections.purge(caller.application, ...idsIn(params))
        return reply.code(204).send()
      },
    )
  }
