import {
  type Challenge,
  ConnectorError,
  type Context,
  type Login,
  type Outcome,
} from '@banksia/connector-kit'
import { changed, type Form, formTo, formWith, type Page } from './page.ts'
import { type Answer, openSession, type Session, type SessionSite, type SessionState } from './session.ts'

/** What a page of internet banking is, whatever the bank calls it. */
export type Screen = 'login' | 'code' | 'questions' | 'home' | 'locked' | 'notice' | 'maintenance'

/** How one bank lets people in: a login form, then perhaps a code or questions. */
export interface SignInSite extends SessionSite {
  readonly loginPath: string
  /** Names of the login form's fields. */
  readonly loginId: string
  readonly password: string
  /** Page behind login that is cheap to read, and the end of the log-out form's address. */
  readonly homePath: string
  readonly logoutPath: string
  /** The bank's own name of a page, wherever its markup says it; `undefined` on a page that has none. */
  markOf(page: Page): string | undefined
  /** Screens by the bank's name of the page; every page not named here is of no concern to signing in. */
  readonly screens: Readonly<Record<string, Screen>>
}

function screenOf(site: SignInSite, page: Page): Screen | undefined {
  const mark = site.markOf(page)
  return mark === undefined ? undefined : site.screens[mark]
}

/** Shown above the code's input. The bank's own sentence may hold digits of a telephone number, so it is not passed on. */
const codeSent = 'A SMS code has been sent to your device, please enter valid number.'

/** What banks show when they refuse what was typed. */
const alert = '[role=alert]'

/**
 * Logs in. Errors: `invalid-credentials`, `account-locked`, `user-action-required`, and those of a session.
 * A challenge's state holds where the bank waits, not the login.
 */
export async function signIn(ctx: Context, site: SignInSite, login: Login): Promise<Outcome<SessionState>> {
  const session = openSession(ctx, site)
  const entry = (await session.get(site.loginPath)).page()
  if (screenOf(site, entry) !== 'login') throw refusal(site, entry)
  const form = formWith(entry, site.loginId)
  const answer = await session.submit(form, {
    [site.loginId]: login.loginId,
    [site.password]: login.password,
  })
  return landed(site, session, answer)
}

/**
 * Answers a challenge. The page is fetched again first, so that the form's token is fresh even after a wrong answer.
 * Errors: `wrong-answer` (the bank still waits), `invalid-credentials` (the bank gave up on these answers),
 * `challenge-expired`.
 */
export async function answerChallenge(
  ctx: Context,
  site: SignInSite,
  state: SessionState,
  answers: readonly string[],
): Promise<Outcome<SessionState>> {
  const session = openSession(ctx, site, state)
  const page = (await session.get(state.at)).page()
  const screen = screenOf(site, page)
  if (screen === 'login') throw new ConnectorError('challenge-expired')
  if (screen !== 'code' && screen !== 'questions') throw refusal(site, page)
  const form = challengeForm(page)
  if (form.fields.length !== answers.length) throw new ConnectorError('wrong-answer')
  const typed = form.fields.map((field, index) => [field.name, answers[index] ?? ''])
  const answer = await session.submit(form, Object.fromEntries(typed))
  const next = answer.page()
  const nextScreen = screenOf(site, next)
  if (nextScreen === screen && next(alert).length > 0) throw new ConnectorError('wrong-answer')
  if (nextScreen === 'login') {
    throw new ConnectorError(
      answer.at.includes('ended=session') ? 'challenge-expired' : 'invalid-credentials',
    )
  }
  return landed(site, session, answer)
}

/** Ends the session at the bank with the log-out form that every page behind login has. */
export async function signOut(ctx: Context, site: SignInSite, state: SessionState): Promise<void> {
  const session = openSession(ctx, site, state)
  const home = (await session.get(site.homePath)).page()
  if (screenOf(site, home) === 'login') return
  await session.submit(formTo(home, site.logoutPath), {})
}

/**
 * Error for a page that is not the one a reading asked for: `session-expired` when the bank shows its login again, else what
 * the page is about, `institution-changed` in the last resort.
 */
export function refusal(site: SignInSite, page: Page): ConnectorError {
  switch (screenOf(site, page)) {
    case 'login':
      return new ConnectorError('session-expired')
    case 'locked':
      return new ConnectorError('account-locked')
    case 'notice':
      return new ConnectorError('user-action-required')
    case 'maintenance':
      return new ConnectorError('maintenance')
    default:
      return changed(page)
  }
}

function landed(site: SignInSite, session: Session, answer: Answer): Outcome<SessionState> {
  const page = answer.page()
  const screen = screenOf(site, page)
  switch (screen) {
    case 'home':
      return { kind: 'connected', state: session.state() }
    case 'code':
    case 'questions':
      return { kind: 'challenge', challenge: challengeOf(screen, page), state: session.state() }
    case 'login':
      throw page(alert).length > 0 ? new ConnectorError('invalid-credentials') : changed(page)
    default:
      throw refusal(site, page)
  }
}

function challengeOf(screen: 'code' | 'questions', page: Page): Challenge {
  const input = challengeForm(page).fields.map((field) => field.label)
  if (input.includes('')) throw changed(page)
  if (screen === 'questions') {
    return { method: 'security-questions', description: 'security-questions', input }
  }
  return { method: 'token', description: codeSent, input }
}

/** The one form of a challenge page that has something to fill in; the log-out form has nothing. */
function challengeForm(page: Page): Form {
  const input = page('form input[name]:not([type=hidden]):not([type=submit])').first()
  return formWith(page, input.attr('name') ?? '')
}
