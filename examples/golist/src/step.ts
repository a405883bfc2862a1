import type { Banksia } from './banksia.ts'
import type { Config } from './config.ts'
import type { Recorder } from './exchange.ts'
import type { Html } from './html.ts'
import type { Session } from './sessions.ts'

/** What a step works with while it answers one request. */
export interface Visit {
  readonly session: Session
  readonly banksia: Banksia
  readonly config: Config
  readonly record: Recorder
  /** Fields of the posted form; empty on a page view. */
  readonly form: Readonly<Record<string, string | undefined>>
}

/** A button of a step: does the real calls. A returned URL is where the browser goes; none leads back to the step. */
export type Action = (visit: Visit) => Promise<string | undefined>

export interface Step {
  readonly number: number
  readonly title: string
  /** One sentence for the list of steps. */
  readonly summary: string
  /** What a client of 2.x did, and does now. */
  readonly change: string
  /** A user must have been made in step 2. */
  readonly needsUser: boolean
  readonly view: (visit: Visit) => Promise<Html>
  readonly actions: Readonly<Record<string, Action>>
  /** A job that moves on by itself is shown: the page asks again. */
  readonly isLive?: (visit: Visit) => Promise<boolean>
}

/** The user made in step 2; a step with `needsUser` is never asked without. */
export function theUser({ session }: Pick<Visit, 'session'>): {
  readonly id: string
  readonly email: string
} {
  if (session.user === null) throw new Error('This step needs a user')
  return session.user
}
