import type { ApplicationsService } from '../applications/applications.service.ts'
import type { Application } from '../applications/applications.types.ts'
import type { Clock } from '../clock.ts'
import { AppError } from '../errors/app-error.ts'
import type { Caller } from '../http/caller.ts'
import { type ApplicationId, asId, type UserId } from '../ids.ts'
import type { UsersService } from '../users/users.service.ts'
import type { DerivedKeys } from '../vault/keys.ts'
import { readAdviser } from './adviser.ts'
import type { createFloodGate } from './flood-gate.ts'
import { signToken, type TokenClaims, verifyToken } from './jwt.ts'
import { readApiKeys, readParameters, readVersion, type TokenRequest } from './token-request.ts'

/** Seconds an access token lives. */
const tokenLife = 3_600

export interface IssuedToken {
  readonly access_token: string
  readonly token_type: 'Bearer'
  readonly expires_in: number
}

export interface TokensDeps {
  readonly applications: ApplicationsService
  readonly users: Pick<UsersService, 'require'>
  readonly keys: DerivedKeys
  readonly clock: Clock
  readonly floodGate: ReturnType<typeof createFloodGate>
}

export type TokensService = ReturnType<typeof createTokensService>

export function createTokensService({ applications, users, keys, clock, floodGate }: TokensDeps) {
  const nowSeconds = () => Math.floor(clock.real().getTime() / 1000)

  async function applicationOf(authorization: string | undefined): Promise<Application> {
    for (const key of readApiKeys(authorization)) {
      const application = await applications.byApiKey(key)
      if (application) return application
    }
    throw new AppError('api-key-unknown')
  }

  async function grant(application: Application, request: TokenRequest): Promise<Partial<TokenClaims>> {
    const parameters = readParameters(request)
    const scope = parameters.get('scope') ?? 'SERVER_ACCESS'
    if (scope === 'SERVER_ACCESS') return { scope }
    if (scope !== 'CLIENT_ACCESS') throw new AppError('scope-unknown')
    const adviser = readAdviser(parameters)
    const user = parameters.get('userId')
    if (user === undefined) {
      if (application.settings.switches.clientTokenStrict) throw new AppError('client-user-missing')
      return { scope, ...adviser }
    }
    const userId = boundUser(user)
    await users.require(application, userId)
    return { scope, userid: userId, ...adviser }
  }

  /** Whose token it is, whether or not it has expired; `undefined` unless it is genuine. */
  async function identify(
    token: string,
  ): Promise<{ claims: TokenClaims; application: Application } | undefined> {
    const claims = verifyToken(keys.tokens, token)
    const application = claims && (await applications.get(claims.applicationid as ApplicationId))
    return application && { claims, application }
  }

  /** Claims of a verified token with the application it speaks for. */
  async function read(token: string): Promise<{ claims: TokenClaims; application: Application }> {
    const known = await identify(token)
    if (!known) throw new AppError('token-invalid')
    const { claims, application } = known
    if (claims.exp <= nowSeconds()) {
      throw new AppError(
        application.settings.switches.expiredTokenAs401 ? 'token-expired-401' : 'token-expired',
      )
    }
    return { claims, application }
  }

  return {
    /** `POST /token` (core §2). `address` is the caller's, for the flood limit. */
    async issue(request: TokenRequest, address: string): Promise<IssuedToken> {
      const wait = floodGate.count(address)
      const version = readVersion(request.versionHeader)
      const application =
        wait > 0 ? await applicationOf(request.authorization).catch(() => undefined) : undefined
      if (wait > 0) {
        const forbidden = application?.settings.switches.tokenFlood403
        throw new AppError(forbidden ? 'token-flood-403' : 'token-flood', { retryAfter: wait })
      }
      const caller = await applicationOf(request.authorization)
      if (!version && !caller.settings.switches.assumeVersion) throw new AppError('version-missing')
      const granted = await grant(caller, request)
      const now = nowSeconds()
      return {
        access_token: signToken(keys.tokens, {
          partnerid: caller.partnerId,
          applicationid: caller.id,
          scope: 'SERVER_ACCESS',
          ...granted,
          version: version ?? '3.0',
          iat: now,
          exp: now + tokenLife,
        }),
        token_type: 'Bearer',
        expires_in: tokenLife,
      }
    },

    /** The caller behind an `Authorization: Bearer …` header (core §3.1, steps 3 and 4). */
    async authenticate(authorization: string | undefined): Promise<Caller> {
      const token = /^Bearer\s+(\S+)\s*$/i.exec(authorization ?? '')?.[1]
      if (!token) throw new AppError('token-invalid')
      const { claims, application } = await read(token)
      const userId = claims.userid as UserId | undefined
      return { application, scope: claims.scope, version: claims.version, ...(userId && { userId }) }
    },

    /** A token as the Consent UI is handed it: whatever its scope, with its claims. */
    read,
    identify,
  }
}

function boundUser(text: string): UserId {
  if (!/^[0-9a-zA-Z-]{1,64}$/.test(text)) throw new AppError('user-id-invalid')
  const id = asId<UserId>(text)
  if (!id) throw new AppError('user-not-found')
  return id
}
