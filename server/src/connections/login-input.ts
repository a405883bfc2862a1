import type { Login } from '@banksia/connector-kit'
import { AppError } from '../errors/app-error.ts'
import type { JsonObject } from '../http/body.ts'

/** Longest login, password or code a bank could want. */
const longest = 512

/** Text of a member; numbers are taken as text, blanks as absent (core §1.2). Too long a text is malformed. */
function textOf(value: unknown): string | undefined {
  const text = typeof value === 'number' ? String(value) : value
  if (text === undefined || text === null || text === '') return undefined
  if (typeof text !== 'string' || text.length > longest) throw new AppError('connection-malformed')
  return text
}

export interface ConnectionInput {
  readonly institutionId: string
  readonly login: Login
}

/**
 * Body of `POST /users/{id}/connections` (data §5.9): login id, then password, then institution.
 * @throws AppError connection-login-missing, connection-password-missing, connection-institution-missing,
 * connection-malformed
 */
export function readConnection(body: JsonObject = {}): ConnectionInput {
  const loginId = textOf(body['loginId'])
  if (!loginId) throw new AppError('connection-login-missing')
  const password = textOf(body['password'])
  if (!password) throw new AppError('connection-password-missing')
  const institutionId = institutionOf(body)
  if (!institutionId) throw new AppError('connection-institution-missing')
  return { institutionId, login: { loginId, password, ...secondary(body) } }
}

export interface CredentialsInput {
  readonly institutionId: string | undefined
  /** What takes the place of the stored login's members. */
  readonly login: Partial<Login> & Pick<Login, 'password'>
}

/** Body of `POST /users/{id}/connections/{id}` (data §5.10). @throws AppError connection-password-invalid, connection-malformed */
export function readCredentials(body: JsonObject = {}): CredentialsInput {
  const { password } = body
  if (typeof password !== 'string' || password === '' || password.length > longest) {
    throw new AppError('connection-password-invalid')
  }
  const loginId = textOf(body['loginId'])
  return {
    institutionId: institutionOf(body),
    login: { password, ...(loginId && { loginId }), ...secondary(body) },
  }
}

function secondary(body: JsonObject) {
  const secondaryLoginId = textOf(body['secondaryLoginId'])
  const securityCode = textOf(body['securityCode'])
  return { ...(secondaryLoginId && { secondaryLoginId }), ...(securityCode && { securityCode }) }
}

/** `institution.id`, or `institutionId` as older clients send it. */
function institutionOf(body: JsonObject): string | undefined {
  const { institution, institutionId } = body
  const nested =
    typeof institution === 'object' && institution !== null ? Reflect.get(institution, 'id') : undefined
  return textOf(nested) ?? textOf(institutionId)
}
