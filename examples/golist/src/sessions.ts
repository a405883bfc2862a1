import { randomBytes } from 'node:crypto'
import type { Exchange } from './exchange.ts'

/** What the Consent UI said when it sent the person back. */
export interface HandBack {
  /** All jobs of the visit, oldest first. */
  readonly jobIds: readonly string[]
  readonly result: string | null
  readonly error: string | null
  readonly referrer: string | null
}

/** One visit to the Consent UI. `state` is its nonce: a hand-back without one of ours is refused. */
export interface Launch {
  readonly state: string
  readonly step: number
  handBack: HandBack | null
}

/** One browser that walks the list. Nothing is kept when the example stops. */
export interface Session {
  readonly id: string
  /** Anti-forgery token of this session's forms. */
  readonly formToken: string
  user: { readonly id: string; readonly email: string } | null
  readonly done: Set<number>
  /** What each step asked and was answered the last time. */
  readonly exchanges: Map<number, Exchange[]>
  readonly launches: Map<string, Launch>
  /** Where the browser was last sent, the token shortened; by step. */
  readonly sentTo: Map<number, string>
  /** Claims of the last client token, as decoded by a browser. */
  claims: unknown
  refreshJobId: string | null
}

export type Sessions = ReturnType<typeof createSessions>

const cookieName = 'golist'
const mostSessions = 1000

/** Sessions in memory, one a browser, found by a cookie that scripts and other sites cannot use. */
export function createSessions() {
  const sessions = new Map<string, Session>()

  function begin(): Session {
    const [oldest] = sessions.keys()
    if (oldest !== undefined && sessions.size >= mostSessions) sessions.delete(oldest)
    const session = newSession()
    sessions.set(session.id, session)
    return session
  }

  return {
    /** The session of a `Cookie` header, or a new one with the `Set-Cookie` value that names it. */
    of(cookies: string | undefined): { session: Session; setCookie: string | null } {
      const id = new RegExp(`(?:^|;\\s*)${cookieName}=([\\w-]+)`).exec(cookies ?? '')?.[1]
      const found = id === undefined ? undefined : sessions.get(id)
      if (found !== undefined) return { session: found, setCookie: null }
      const session = begin()
      return { session, setCookie: `${cookieName}=${session.id}; Path=/; HttpOnly; SameSite=Lax` }
    },
  }
}

/** 128 random bits, safe in URLs. */
export const nonce = (): string => randomBytes(16).toString('base64url')

const newSession = (): Session => ({
  id: nonce(),
  formToken: nonce(),
  user: null,
  done: new Set(),
  exchanges: new Map(),
  launches: new Map(),
  sentTo: new Map(),
  claims: null,
  refreshJobId: null,
})
