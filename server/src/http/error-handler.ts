import { randomUUID } from 'node:crypto'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { AppError, type ErrorItem } from '../errors/app-error.ts'
import type { ProblemName } from '../errors/catalogue.ts'

/** What Fastify refuses by itself, and a database that does not answer, in the catalogue's words. */
const foreignErrors: Readonly<Record<string, ProblemName>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'request-too-long',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'content-type-unsupported',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'request-malformed',
  FST_ERR_BAD_URL: 'route-unknown',
  FST_ERR_NOT_FOUND: 'route-unknown',
  DB_BUSY: 'unavailable',
  DB_CLOSED: 'unavailable',
  ECONNREFUSED: 'unavailable',
  ECONNRESET: 'unavailable',
  // PostgreSQL: shut down by its administrator, still starting, no connection left.
  '57P01': 'unavailable',
  '57P03': 'unavailable',
  '53300': 'unavailable',
}

/** The one place where a failure becomes an answer. */
export function handleError(
  error: FastifyError | AppError | Error,
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  const known = toAppError(error, request)
  const { correlationId, text } = envelope(known.item)
  if (known.status >= 500) {
    request.log.error({ err: error, correlationId, internal: known.internal }, 'request failed')
  } else {
    request.log.debug({ correlationId, problem: known.problem, internal: known.internal }, 'request refused')
  }
  if (known.retryAfter !== undefined) reply.header('retry-after', String(known.retryAfter))
  // What Fastify refuses before its hooks run has not met the CORS hook.
  reply.header('access-control-allow-origin', '*')
  reply.code(known.status).type('application/json; charset=utf-8').send(text)
}

/** The error envelope of core §9.1 around one item, with a correlation id of its own. */
export function envelope(item: ErrorItem): { readonly correlationId: string; readonly text: string } {
  const correlationId = randomUUID()
  return { correlationId, text: JSON.stringify({ type: 'list', correlationId, data: [item] }) }
}

function toAppError(error: FastifyError | AppError | Error, request: FastifyRequest): AppError {
  if (error instanceof AppError) return error
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  const problem = foreignErrors[code]
  if (problem)
    return new AppError(problem, {
      cause: error,
      value: request.headers['content-type']?.slice(0, 100) ?? '',
    })
  const status = 'statusCode' in error ? error.statusCode : undefined
  if (status !== undefined && status >= 400 && status < 500)
    return new AppError('request-malformed', { cause: error })
  return new AppError('internal', { cause: error, internal: error.message })
}
