import { randomUUID } from 'node:crypto'
import Fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyRequest,
  LogController,
} from 'fastify'
import { AppError } from '../errors/app-error.ts'
import { handleClientError } from './client-error.ts'
import { installCors } from './cors.ts'
import { handleError } from './error-handler.ts'

export interface HttpServerOptions {
  readonly logger: FastifyBaseLogger
  /** Largest body in bytes. */
  readonly bodyLimit?: number
}

/**
 * The HTTP server without routes: lenient parsing (core §1.2), CORS on every answer, the error envelope on every
 * refusal. Schemas of routes describe; they neither validate nor serialise, since the contract's own order and texts of
 * errors come first.
 */
export function createHttpServer({ logger, bodyLimit = 1_048_576 }: HttpServerOptions): FastifyInstance {
  const app = Fastify({
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit,
    genReqId: () => randomUUID(),
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 2048 },
    exposeHeadRoutes: false,
    clientErrorHandler: handleClientError,
    frameworkErrors: (error, request, reply) => handleError(error, request, reply),
  })
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body))
  app.setValidatorCompiler(() => () => true)
  app.setSerializerCompiler(() => (data) => JSON.stringify(data))
  app.setErrorHandler(handleError)
  installCors(app)
  app.addHook('onRequest', async (request) => {
    const path = request.url.split('?', 1)[0] ?? ''
    if (path.includes('//')) throw new AppError('path-empty-segment')
  })
  app.setNotFoundHandler((request, reply) => {
    const problem = otherMethodReaches(app, request) ? 'method-not-allowed' : 'route-unknown'
    handleError(new AppError(problem, { value: request.method }), request, reply)
  })
  return app
}

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const

function otherMethodReaches(app: FastifyInstance, request: FastifyRequest): boolean {
  const url = request.url.split('?', 1)[0] ?? '/'
  return methods.some((method) => method !== request.method && app.findRoute({ method, url }) !== null)
}
