import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import { problems } from '../http/problems.ts'
import { TokenIn, TokenOut } from './tokens.schemas.ts'
import type { TokensService } from './tokens.service.ts'

const issueToken = {
  operationId: 'issueToken',
  summary: 'Exchange an API key for an access token',
  tags: ['Authentication'],
  consumes: ['application/x-www-form-urlencoded', 'application/json'],
  body: TokenIn,
  response: { 200: TokenOut, ...problems(400, 403, 404, 415, 429, 500) },
}

export const tokenRoutes =
  (tokens: TokensService): FastifyPluginAsync =>
  async (app) => {
    const issue = async (request: FastifyRequest) => {
      const version = request.headers['basiq-version']
      return tokens.issue(
        {
          authorization: request.headers.authorization,
          versionHeader: Array.isArray(version) ? version.at(-1) : version,
          contentType: request.headers['content-type'],
          query: request.query as Record<string, unknown>,
          body: request.body,
        },
        request.ip,
      )
    }
    app.post('/token', { schema: issueToken, config: { access: 'public' } }, issue)
    app.post('/oauth2/token', { schema: { hide: true }, config: { access: 'public' } }, issue)
  }
