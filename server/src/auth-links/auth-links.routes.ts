import type { FastifyPluginAsync } from 'fastify'
import { readObject } from '../http/body.ts'
import { idProblems, pathId } from '../http/params.ts'
import { problems } from '../http/problems.ts'
import type { UserId } from '../ids.ts'
import { AuthLinkCreatedOut, AuthLinkIn, AuthLinkOut, AuthLinkParams } from './auth-links.schemas.ts'
import type { AuthLinksService } from './auth-links.service.ts'

const tags = ['Auth links']
const createAuthLink = {
  operationId: 'createAuthLink',
  summary: 'Make a link for a user; the former one ends',
  tags,
  params: AuthLinkParams,
  body: AuthLinkIn,
  response: { 201: AuthLinkCreatedOut, ...problems(400, 401, 403, 404, 500) },
}
const getAuthLink = {
  operationId: 'getAuthLink',
  summary: 'Read a user’s link',
  tags,
  params: AuthLinkParams,
  response: { 200: AuthLinkOut, ...problems(400, 401, 403, 404, 410, 500) },
}
const deleteAuthLink = {
  operationId: 'deleteAuthLink',
  summary: 'Delete a user’s link',
  tags,
  params: AuthLinkParams,
  response: { 204: { description: 'The link is gone' }, ...problems(400, 401, 403, 404, 500) },
}

const path = '/users/:userId/auth_link'
const userOf = ({ userId }: AuthLinkParams) => pathId<UserId>(userId, idProblems.user)

export const authLinkRoutes =
  (authLinks: AuthLinksService): FastifyPluginAsync =>
  async (app) => {
    app.post<{ Params: AuthLinkParams }>(
      path,
      { schema: createAuthLink, config: { access: 'server' } },
      async (request, reply) => {
        const link = await authLinks.create(request.caller.application, userOf(request.params), () =>
          readObject(request, 'auth-link-malformed'),
        )
        return reply.code(201).send(link)
      },
    )
    app.get<{ Params: AuthLinkParams }>(
      path,
      { schema: getAuthLink, config: { access: 'server' } },
      async ({ caller, params }) => authLinks.read(caller.application, userOf(params)),
    )
    app.delete<{ Params: AuthLinkParams }>(
      path,
      { schema: deleteAuthLink, config: { access: 'user' } },
      async ({ caller, params }, reply) => {
        await authLinks.remove(caller.application, userOf(params))
        return reply.code(204).send()
      },
    )
  }
