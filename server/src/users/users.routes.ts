import type { FastifyPluginAsync } from 'fastify'
import type { Match } from '../db/match.ts'
import { readObject } from '../http/body.ts'
import { type Clause, type FilterSpec, parseFilter } from '../http/filter.ts'
import type { Links } from '../http/links.ts'
import { decodeCursor, encodeCursor, pageLinks } from '../http/paging.ts'
import { idProblems, pageLimit, pathId } from '../http/params.ts'
import { problems } from '../http/problems.ts'
import { asId, type UserId } from '../ids.ts'
import { UserIn, UserListOut, UserListQuery, UserOut, UserParams, UserSummaryOut } from './users.schemas.ts'
import type { UsersService } from './users.service.ts'

const createUser = {
  operationId: 'createUser',
  summary: 'Create a user',
  tags: ['Users'],
  body: UserIn,
  response: { 201: UserSummaryOut, ...problems(400, 401, 403, 404, 500) },
}
const listUsers = {
  operationId: 'getUsers',
  summary: 'List users, newest first',
  tags: ['Users'],
  querystring: UserListQuery,
  response: { 200: UserListOut, ...problems(400, 401, 403, 500) },
}
const getUser = {
  operationId: 'getUser',
  summary: 'Read a user',
  tags: ['Users'],
  params: UserParams,
  response: { 200: UserOut, ...problems(400, 401, 403, 404, 500) },
}
const updateUser = {
  operationId: 'updateUser',
  summary: 'Change a user; members that are absent stay',
  tags: ['Users'],
  params: UserParams,
  body: UserIn,
  response: { 200: UserSummaryOut, ...problems(400, 401, 403, 404, 500) },
}
const deleteUser = {
  operationId: 'deleteUser',
  summary: 'Delete a user with everything that was shared',
  tags: ['Users'],
  params: UserParams,
  response: { 204: { description: 'The user is gone' }, ...problems(400, 401, 403, 404, 500, 503) },
}

const filters = {
  'user.id': { conditions: ['eq'], kind: 'text' },
  'user.email': { conditions: ['eq'], kind: 'contact' },
  'user.mobile': { conditions: ['eq'], kind: 'contact' },
} as const satisfies FilterSpec

const columns = { 'user.id': 'id', 'user.email': 'email', 'user.mobile': 'mobile' } as const

/** A value that cannot be a user's id names no user. */
function toMatch({
  property,
  condition,
  values,
}: Clause<keyof typeof filters>): Match<'id' | 'email' | 'mobile'> {
  const known = property === 'user.id' ? values.flatMap((value) => asId<UserId>(value) ?? []) : values
  return { column: columns[property], negated: condition === 'ne', values: known }
}

export const userRoutes =
  (users: UsersService, links: Links): FastifyPluginAsync =>
  async (app) => {
    app.post('/users', { schema: createUser, config: { access: 'server' } }, async (request, reply) => {
      const user = await users.create(request.caller.application, readObject(request, 'user-malformed'))
      return reply.code(201).send(user)
    })

    app.get<{ Querystring: Record<string, unknown> }>(
      '/users',
      { schema: listUsers, config: { access: 'server' } },
      async ({ caller, query, url }): Promise<UserListOut> => {
        const limit = pageLimit(query['limit'])
        const before = decodeCursor('users', 1, query['next'])?.[0]
        const matches = parseFilter(query['filter'], filters).map(toMatch)
        const page = await users.list(caller.application, matches, { before, limit })
        return {
          type: 'list',
          size: page.users.length,
          count: page.count,
          data: page.users,
          links: pageLinks(
            links,
            '/users',
            url,
            page.next === undefined ? undefined : encodeCursor('users', [page.next]),
          ),
        }
      },
    )

    app.get<{ Params: UserParams }>(
      '/users/:userId',
      { schema: getUser, config: { access: 'user' } },
      async ({ caller, params }) =>
        users.read(caller.application, pathId<UserId>(params.userId, idProblems.user)),
    )

    app.post<{ Params: UserParams }>(
      '/users/:userId',
      { schema: updateUser, config: { access: 'server' } },
      async (request) =>
        users.update(request.caller.application, pathId<UserId>(request.params.userId, idProblems.user), () =>
          readObject(request, 'user-malformed'),
        ),
    )

    app.delete<{ Params: UserParams }>(
      '/users/:userId',
      { schema: deleteUser, config: { access: 'server' } },
      async ({ caller, params }, reply) => {
        await users.remove(caller.application, pathId<UserId>(params.userId, idProblems.user))
        return reply.code(204).send()
      },
    )
  }
