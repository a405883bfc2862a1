import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Moment, sydneyMoment } from '../calendar.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { Persona } from '../personas/persona.ts'
import type { World, Worlds } from '../worlds.ts'
import { type Bank, linkTo, type MessagePage, type Shell } from './bank.ts'
import type { Html } from './html.ts'
import type { Session, Sessions } from './sessions.ts'

export interface SiteDeps {
  readonly now: () => Date
  readonly worlds: Worlds
  readonly sessions: Sessions
  readonly personas: ReadonlyMap<string, Persona>
  readonly ledger: Ledger
}

/** One request, seen from the bank. */
export interface Visit {
  readonly world: World
  readonly instant: Date
  /** `instant` on the bank's wall clock. */
  readonly now: Moment
  /** Value of the session cookie; a new one when the browser brought none. */
  readonly cookie: string
  readonly session: Session | undefined
  readonly params: Readonly<Record<string, unknown>>
  readonly query: Readonly<Record<string, unknown>>
  readonly form: Readonly<Record<string, unknown>>
}

const worldPattern = /^[A-Za-z0-9._:-]{1,64}$/
const instantPattern = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/
const cookiePattern = /^[A-Za-z0-9_-]{32}$/

/** The banks keep books for this time only. */
const earliest = new Date('2000-01-01T00:00:00Z')
const latest = new Date('2100-01-01T00:00:00Z')

const record = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? { ...value } : {}

/** A text field of a form; anything else than one text is empty. */
export const text = (values: Readonly<Record<string, unknown>>, name: string): string => {
  const value = values[name]
  return typeof value === 'string' ? value : ''
}

/** Reads the request's world, time and session; `undefined` when a header cannot be read. */
export const readVisit = (deps: SiteDeps, bank: Bank, request: FastifyRequest): Visit | undefined => {
  const worldName = request.headers['sandbox-world'] ?? 'public'
  const time = request.headers['sandbox-time']
  if (typeof worldName !== 'string' || !worldPattern.test(worldName)) return undefined
  if (time !== undefined && (typeof time !== 'string' || !instantPattern.test(time))) return undefined
  const instant = time === undefined ? deps.now() : new Date(time)
  // Also false for a date that is none.
  if (!(instant >= earliest && instant <= latest)) return undefined
  const brought = request.cookies[bank.cookie] ?? ''
  const cookie = cookiePattern.test(brought) ? brought : deps.sessions.newId()
  return {
    world: deps.worlds.open(worldName),
    instant,
    now: sydneyMoment(instant),
    cookie,
    session: deps.sessions.find(cookie, bank.id, worldName, instant),
    params: record(request.params),
    query: record(request.query),
    form: record(request.body),
  }
}

export const send = (reply: FastifyReply, page: Html, status = 200): FastifyReply =>
  reply.code(status).type('text/html; charset=utf-8').send(page.markup)

export const sendMessage = (
  reply: FastifyReply,
  bank: Bank,
  page: MessagePage,
  status: number,
): FastifyReply => send(reply, bank.pages.message(page), status)

export const goTo = (reply: FastifyReply, bank: Bank, path: string): FastifyReply =>
  reply.redirect(linkTo(bank, path), 303)

export const goToLogin = (
  reply: FastifyReply,
  bank: Bank,
  ended: 'session' | 'answers' | 'logout',
): FastifyReply => reply.redirect(`${linkTo(bank, bank.paths.login)}?ended=${ended}`, 303)

export const setCookie = (reply: FastifyReply, bank: Bank, value: string): FastifyReply =>
  reply.setCookie(bank.cookie, value, { path: bank.base, httpOnly: true, sameSite: 'lax' })

export const shellOf = (deps: SiteDeps, visit: Visit, persona: Persona): Shell => ({
  token: deps.sessions.formToken(visit.cookie),
  customer: persona.person.firstName,
})
