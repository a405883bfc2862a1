import type { FastifyInstance, FastifyReply, FastifyRequest, RouteHandlerMethod } from 'fastify'
import type { Persona } from '../personas/persona.ts'
import { registerAccountRoutes } from './account.routes.ts'
import type { Bank } from './bank.ts'
import { registerLoginRoutes } from './login.routes.ts'
import type { Session, Stage } from './sessions.ts'
import { goTo, goToLogin, readVisit, type SiteDeps, sendMessage, text, type Visit } from './visit.ts'

type Handle = (visit: Visit, reply: FastifyReply) => FastifyReply

type HandleInside = (visit: Visit, reply: FastifyReply, persona: Persona, session: Session) => FastifyReply

/** What every page of a bank goes through before its own work. */
export interface SiteHandlers {
  /** A page for everybody. */
  open(handle: Handle): RouteHandlerMethod
  /** A form for everybody: refused without its token. */
  form(handle: Handle): RouteHandlerMethod
  /** A page of a session at that stage; `any` when the stage does not matter. */
  inside(stage: Stage | 'any', handle: HandleInside): RouteHandlerMethod
  /** A form of a session at that stage: refused without its token. */
  insideForm(stage: Stage | 'any', handle: HandleInside): RouteHandlerMethod
}

/** Where a session belongs that asks for a page of another stage. */
const pathOfStage = (bank: Bank, persona: Persona, stage: Stage): string => {
  switch (stage) {
    case 'open':
      return bank.paths.accounts
    case 'notice':
      return bank.paths.notice
    case 'challenge':
      return bank.paths[persona.challenge.method] ?? bank.paths.login
  }
}

const createHandlers = (deps: SiteDeps, bank: Bank): SiteHandlers => {
  const withVisit =
    (handle: Handle): RouteHandlerMethod =>
    (request: FastifyRequest, reply: FastifyReply) => {
      const visit = readVisit(deps, bank, request)
      if (visit === undefined) return sendMessage(reply, bank, 'bad-request', 400)
      if (visit.world.inMaintenance(bank.id)) {
        return sendMessage(reply.header('retry-after', '3600'), bank, 'maintenance', 503)
      }
      return handle(visit, reply)
    }

  const checked =
    (handle: Handle): Handle =>
    (visit, reply) =>
      deps.sessions.isFormToken(visit.cookie, text(visit.form, bank.fields.token))
        ? handle(visit, reply)
        : sendMessage(reply, bank, 'forbidden', 403)

  const withSession =
    (stage: Stage | 'any', wrap: (handle: Handle) => Handle, handle: HandleInside): Handle =>
    (visit, reply) => {
      const { session } = visit
      const persona = session && deps.personas.get(session.loginId)
      if (session === undefined || persona === undefined) return goToLogin(reply, bank, 'session')
      return wrap(() =>
        stage === 'any' || session.stage === stage
          ? handle(visit, reply, persona, session)
          : goTo(reply, bank, pathOfStage(bank, persona, session.stage)),
      )(visit, reply)
    }

  return {
    open: withVisit,
    form: (handle) => withVisit(checked(handle)),
    inside: (stage, handle) => withVisit(withSession(stage, (inner) => inner, handle)),
    insideForm: (stage, handle) => withVisit(withSession(stage, checked, handle)),
  }
}

/** Puts one bank's site on the server. */
export const registerBank = (app: FastifyInstance, deps: SiteDeps, bank: Bank): void => {
  const handlers = createHandlers(deps, bank)

  app.get(
    `${bank.base}/`,
    handlers.open((_visit, reply) => goTo(reply, bank, bank.paths.accounts)),
  )

  app.get(`${bank.base}/style.css`, (_request, reply) =>
    reply
      .type('text/css; charset=utf-8')
      .header('cache-control', 'public, max-age=3600')
      .send(bank.style.trim()),
  )

  registerLoginRoutes(app, deps, bank, handlers)
  registerAccountRoutes(app, deps, bank, handlers)
}
