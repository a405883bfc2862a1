import type { FastifyInstance, FastifyRequest } from 'fastify'
import { AppError } from '../errors/app-error.ts'
import type { TokensService } from '../tokens/tokens.service.ts'
import { requireJsonAccepted } from './accept.ts'
import type { Access, Caller } from './caller.ts'

/**
 * Authentication in the order of core §3.1: token, scope, bound user, Accept. A route without an access is a mistake
 * that stops the start.
 */
export function installAuth(app: FastifyInstance, tokens: TokensService): void {
  app.decorateRequest('caller', null as unknown as Caller)
  app.addHook('onRoute', (route) => {
    if (!route.config?.access) throw new Error(`route ${route.url} does not say who may call it`)
  })
  app.addHook('onRequest', async (request) => {
    const { access, html } = request.routeOptions.config
    if (access !== undefined && access !== 'public') {
      request.caller = await tokens.authenticate(request.headers.authorization)
      authorise(request, access)
    }
    if (access !== undefined && !html) requireJsonAccepted(request.headers.accept)
  })
}

function authorise(request: FastifyRequest, access: Exclude<Access, 'public'>): void {
  const { caller } = request
  if (caller.scope === 'SERVER_ACCESS' || access === 'any') return
  if (access === 'server') throw new AppError('scope-forbidden')
  const { userId } = request.params as { userId?: string }
  if (!caller.userId || userId?.toLowerCase() !== caller.userId) {
    throw new AppError(request.routeOptions.config.foreignUser ?? 'wrong-user')
  }
}
