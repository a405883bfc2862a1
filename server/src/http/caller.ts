import type { Application } from '../applications/applications.types.ts'
import type { UserId } from '../ids.ts'

/** Who is calling, taken from a verified token and from nothing else. */
export interface Caller {
  readonly application: Application
  readonly scope: 'SERVER_ACCESS' | 'CLIENT_ACCESS'
  /** The user a client token is bound to. */
  readonly userId?: UserId
  /** `basiq-version` the token was asked with. */
  readonly version: string
}

/**
 * What a route asks of its caller:
 * `public` nothing; `server` a server token; `user` a server token, or the client token of the `:userId` in the path;
 * `any` any valid token (the service checks ownership).
 */
export type Access = 'public' | 'server' | 'user' | 'any'

declare module 'fastify' {
  interface FastifyContextConfig {
    access?: Access
    /** The connections family words a foreign user's 401 in its own way (core §3.1.7). */
    foreignUser?: 'wrong-user' | 'wrong-user-connections'
    /** Routes that answer with something other than JSON (Consent UI, logos). */
    html?: boolean
  }
  interface FastifyRequest {
    /** Set on every route but the public ones. */
    caller: Caller
  }
}
