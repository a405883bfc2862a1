import type { FastifyRequest } from 'fastify'
import { AppError } from '../errors/app-error.ts'
import type { ProblemName } from '../errors/catalogue.ts'

export type JsonObject = Readonly<Record<string, unknown>>

const jsonLike =
  /^(application\/([\w.+-]*\+)?json|text\/plain|application\/x-www-form-urlencoded|multipart\/form-data)\b/i

/**
 * The body as a JSON object, or `undefined` when there is none. Lenient as core §1.2 asks: a missing content type,
 * `text/plain` and an empty or `null` text are fine; other types are 415; anything but an object is `malformed`.
 */
export function readObject(request: FastifyRequest, malformed: ProblemName): JsonObject | undefined {
  const text = typeof request.body === 'string' ? request.body.trim() : ''
  const type = request.headers['content-type']
  if (text !== '' && type && !jsonLike.test(type)) {
    throw new AppError('content-type-unsupported', { value: type.slice(0, 100) })
  }
  if (text === '' || text === 'null') return undefined
  return parseObject(text, malformed)
}

/** JSON text as an object. Text that cannot be stored (NUL, half a surrogate pair) makes it malformed. */
export function parseObject(text: string, malformed: ProblemName): JsonObject {
  let value: unknown
  try {
    value = JSON.parse(text, checked)
  } catch (cause) {
    throw new AppError(malformed, { cause })
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new AppError(malformed)
  return value as JsonObject
}

const storable = (text: string) => text.isWellFormed() && !text.includes('\0')

function checked(key: string, member: unknown): unknown {
  if (!storable(key) || (typeof member === 'string' && !storable(member)))
    throw new SyntaxError('unstorable text')
  return key === '__proto__' ? undefined : member
}
