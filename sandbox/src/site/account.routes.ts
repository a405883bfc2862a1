import type { FastifyInstance } from 'fastify'
import { createAccountReader } from './accounts.ts'
import { type Bank, linkTo } from './bank.ts'
import { nextQuery, readPage, takePage } from './paging.ts'
import type { SiteHandlers } from './site.ts'
import { goToLogin, type SiteDeps, send, sendMessage, shellOf, text, type Visit } from './visit.ts'

/** The reference is in the path or, at banks that have it there, in the query. */
const referenceOf = (visit: Visit): string => text(visit.params, 'ref') || text(visit.query, 'no')

const registerHistory = (app: FastifyInstance, deps: SiteDeps, bank: Bank, handlers: SiteHandlers): void => {
  app.get(
    linkTo(bank, bank.paths.history),
    handlers.inside('open', (visit, reply, persona) => {
      const reader = createAccountReader(deps.ledger, bank, persona)
      const found = reader.find(referenceOf(visit), visit.now)
      if (found === undefined) return sendMessage(reply, bank, 'not-found', 404)
      const ask = readPage(bank.paging, visit.query, visit.now)
      const { rows, more } = takePage(deps.ledger.posted(reader.owner, found.plan, ask.asOf), ask)
      const last = rows.at(-1)
      const link = linkTo(bank, bank.paths.history, found.view.reference)
      const next =
        more && last !== undefined
          ? `${link}${link.includes('?') ? '&' : '?'}${nextQuery(bank.paging, ask, last)}`
          : undefined
      const pending = ask.first ? deps.ledger.pending(reader.owner, found.plan, ask.asOf) : []
      const view = { account: found.view, pending, posted: rows, next, first: ask.first }
      return send(reply, bank.pages.history(shellOf(deps, visit, persona), view))
    }),
  )
}

/** What a person sees once the session is open. */
export const registerAccountRoutes = (
  app: FastifyInstance,
  deps: SiteDeps,
  bank: Bank,
  handlers: SiteHandlers,
): void => {
  app.get(
    linkTo(bank, bank.paths.accounts),
    handlers.inside('open', (visit, reply, persona) => {
      const accounts = createAccountReader(deps.ledger, bank, persona).list(visit.now)
      return send(reply, bank.pages.accounts(shellOf(deps, visit, persona), accounts))
    }),
  )

  app.get(
    linkTo(bank, bank.paths.account),
    handlers.inside('open', (visit, reply, persona) => {
      const found = createAccountReader(deps.ledger, bank, persona).find(referenceOf(visit), visit.now)
      return found === undefined
        ? sendMessage(reply, bank, 'not-found', 404)
        : send(reply, bank.pages.account(shellOf(deps, visit, persona), found.view))
    }),
  )

  registerHistory(app, deps, bank, handlers)

  app.get(
    linkTo(bank, bank.paths.profile),
    handlers.inside('open', (visit, reply, persona) =>
      send(reply, bank.pages.profile(shellOf(deps, visit, persona), persona)),
    ),
  )

  const { statements } = bank.pages
  if (bank.paths.statements !== undefined && statements !== undefined) {
    app.get(
      linkTo(bank, bank.paths.statements),
      handlers.inside('open', (visit, reply, persona) => {
        const list = createAccountReader(deps.ledger, bank, persona).statements(visit.now)
        return send(reply, statements(shellOf(deps, visit, persona), list))
      }),
    )
  }

  app.post(
    linkTo(bank, bank.paths.logout),
    handlers.insideForm('any', (_visit, reply, _persona, session) => {
      deps.sessions.end(session.id)
      reply.clearCookie(bank.cookie, { path: bank.base })
      return goToLogin(reply, bank, 'logout')
    }),
  )
}
