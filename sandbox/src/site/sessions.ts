import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

export type Stage = 'challenge' | 'notice' | 'open'

export interface Session {
  readonly id: string
  readonly bank: string
  readonly world: string
  readonly loginId: string
  readonly stage: Stage
  readonly wrongAnswers: number
  /** Bank time of the last request, milliseconds. */
  readonly seenAt: number
}

export type SessionStart = Pick<Session, 'bank' | 'world' | 'loginId' | 'stage'>

export interface Sessions {
  /** A cookie value that names no session yet. */
  newId(): string
  /** The form token that goes with a cookie value. */
  formToken(id: string): string
  isFormToken(id: string, token: string): boolean
  start(start: SessionStart, now: Date): Session
  /** The living session of that cookie at that bank in that world, its idle time started again. */
  find(id: string, bank: string, world: string, now: Date): Session | undefined
  change(session: Session, change: Partial<Pick<Session, 'stage' | 'wrongAnswers'>>): void
  end(id: string): void
}

const idleMinutes: Readonly<Record<Stage, number>> = { challenge: 5, notice: 15, open: 15 }

/** The oldest session goes when there are more. */
const mostSessions = 20_000

/** Sessions in memory. A form token is a MAC of the cookie, so a login page needs no memory at all. */
export const createSessions = (): Sessions => {
  const secret = randomBytes(32)
  const sessions = new Map<string, Session>()
  const newId = (): string => randomBytes(24).toString('base64url')
  const formToken = (id: string): string => createHmac('sha256', secret).update(id).digest('base64url')
  return {
    newId,
    formToken,
    isFormToken(id, token) {
      const expected = Buffer.from(formToken(id))
      const given = Buffer.from(token)
      return given.length === expected.length && timingSafeEqual(given, expected)
    },
    start(start, now) {
      const session: Session = { ...start, id: newId(), wrongAnswers: 0, seenAt: now.getTime() }
      sessions.set(session.id, session)
      for (const oldest of sessions.keys()) {
        if (sessions.size <= mostSessions) break
        sessions.delete(oldest)
      }
      return session
    },
    find(id, bank, world, now) {
      const session = sessions.get(id)
      if (session === undefined || session.bank !== bank || session.world !== world) return undefined
      if (now.getTime() - session.seenAt > idleMinutes[session.stage] * 60_000) {
        sessions.delete(id)
        return undefined
      }
      // A challenge's time runs from the login; answering wrongly does not stretch it.
      const seen = session.stage === 'challenge' ? session : { ...session, seenAt: now.getTime() }
      sessions.set(id, seen)
      return seen
    },
    change(session, change) {
      if (sessions.has(session.id)) sessions.set(session.id, { ...session, ...change })
    },
    end(id) {
      sessions.delete(id)
    },
  }
}
