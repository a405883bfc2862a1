import { readFile } from 'node:fs/promises'
import formbody from '@fastify/formbody'
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { BanksiaError, createBanksia } from './banksia.ts'
import { launchOf, type Query, receive } from './callback.ts'
import type { Config } from './config.ts'
import type { Recorder } from './exchange.ts'
import { readHoldings } from './holdings.ts'
import { html } from './html.ts'
import { refusedView } from './pages/callback-page.ts'
import { accountPage, dataView } from './pages/data-page.ts'
import { document, type Page } from './pages/layout.ts'
import { startPage } from './pages/start.ts'
import { stepPage } from './pages/step-page.ts'
import { createSessions, type Session } from './sessions.ts'
import type { Step, Visit } from './step.ts'
import { steps } from './steps.ts'

declare module 'fastify' {
  interface FastifyRequest {
    session: Session
  }
}

const quiet: Recorder = () => undefined

/** The example partner's server, not yet listening. */
export async function createExample(config: Config): Promise<FastifyInstance> {
  const banksia = createBanksia({ ...config, now: Date.now })
  const sessions = createSessions()
  const app = Fastify({ bodyLimit: 16_384, routerOptions: { ignoreTrailingSlash: true } })
  await app.register(formbody)
  app.decorateRequest('session')
  app.addHook('onRequest', async (request, reply) => {
    const { session, setCookie } = sessions.of(request.headers.cookie)
    request.session = session
    if (setCookie !== null) reply.header('set-cookie', setCookie)
    reply.headers(securityHeaders(config.consentUrl))
  })
  app.setErrorHandler((error, request, reply) => send(reply, errorPage(error, request.session)))
  app.setNotFoundHandler((request, reply) =>
    send(reply.code(404), {
      title: 'No such page',
      session: request.session,
      content: html`<p><a href="/">All steps</a></p>`,
    }),
  )
  const visit = (request: FastifyRequest, record: Recorder = quiet): Visit => ({
    session: request.session,
    banksia,
    config,
    record,
    form: (request.body as Visit['form'] | undefined) ?? {},
  })
  addSteps(app, visit)
  addData(app, visit)
  await addFiles(app)
  return app
}

type MakeVisit = (request: FastifyRequest, record?: Recorder) => Visit

function addSteps(app: FastifyInstance, visit: MakeVisit): void {
  app.get('/', (request, reply) =>
    send(reply, {
      title: 'From 2.x to 3.0',
      session: request.session,
      content: startPage(request.session, steps),
    }),
  )
  app.get<{ Params: { number: string } }>('/steps/:number', async (request, reply) => {
    const step = stepOf(request.params.number)
    if (step === undefined) return reply.callNotFound()
    return send(reply, await pageOfStep(step, visit(request)))
  })
  app.post<{ Params: { number: string; action: string } }>(
    '/steps/:number/:action',
    async (request, reply) => {
      const step = stepOf(request.params.number)
      const action = step?.actions[request.params.action]
      if (step === undefined || action === undefined) return reply.callNotFound()
      const { session } = request
      if ((request.body as Visit['form'] | undefined)?.['formToken'] !== session.formToken) {
        return reply.redirect(`/steps/${step.number}`, 303)
      }
      if (step.needsUser && session.user === null) return reply.redirect('/steps/2', 303)
      session.exchanges.set(step.number, [])
      const record: Recorder = (exchange) => session.exchanges.get(step.number)?.push(exchange)
      const to = await action(visit(request, record))
      return reply.redirect(to ?? `/steps/${step.number}`, 303)
    },
  )
}

const stepOf = (number: string): Step | undefined => steps.find((step) => String(step.number) === number)

async function pageOfStep(step: Step, visit: Visit): Promise<Page> {
  const { session } = visit
  const live = session.user !== null && step.isLive !== undefined && (await step.isLive(visit))
  return { title: step.title, session, content: await stepPage(step, visit, steps.length), live }
}

function addData(app: FastifyInstance, visit: MakeVisit): void {
  app.get<{ Querystring: Query }>('/callback', async (request, reply) => {
    const { session, query } = request
    const launch = launchOf(visit(request), query)
    if (launch === undefined) {
      return send(reply.code(400), { title: 'Not our visit', session, content: refusedView() })
    }
    const { view, live } = await receive(visit(request), launch, query, request.headers.referer ?? null)
    return send(reply, { title: 'Back from the Consent UI', session, content: view, live })
  })
  app.get('/data', async (request, reply) => {
    const { session } = request
    if (session.user === null) return reply.redirect('/steps/2', 303)
    const holdings = await readHoldings(visit(request).banksia, session.user.id, quiet)
    return send(reply, { title: 'Accounts and transactions', session, content: dataView(holdings) })
  })
  app.get<{ Params: { accountId: string } }>('/data/:accountId', async (request, reply) => {
    const { session } = request
    if (session.user === null) return reply.redirect('/steps/2', 303)
    const { holdings } = await readHoldings(visit(request).banksia, session.user.id, quiet)
    const holding = holdings.find(({ account }) => account.id === request.params.accountId)
    if (holding === undefined) return reply.callNotFound()
    return send(reply, { title: holding.account.name, session, content: accountPage(holding) })
  })
}

const files = [
  ['style.css', 'text/css; charset=utf-8'],
  ['live.js', 'text/javascript; charset=utf-8'],
  ['mark.svg', 'image/svg+xml'],
] as const

async function addFiles(app: FastifyInstance): Promise<void> {
  for (const [name, type] of files) {
    const content = await readFile(new URL(`../public/${name}`, import.meta.url))
    app.get(`/${name}`, (_request, reply) =>
      reply.type(type).header('cache-control', 'no-cache').send(content),
    )
  }
}

/** `form-action` names the Consent UI because the browser applies it to where a form is redirected to as well. */
const securityHeaders = (consentUrl: string) => ({
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    `form-action 'self' ${new URL(consentUrl).origin}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
})

const send = (reply: FastifyReply, page: Page) =>
  reply.type('text/html; charset=utf-8').header('cache-control', 'no-store').send(document(page))

function errorPage(error: unknown, session: Session): Page {
  const known = error instanceof BanksiaError
  if (!known) console.error(error)
  return {
    title: known ? 'Banksia does not answer' : 'Something went wrong',
    session,
    content: html`<p class="lead">${known ? error.message : 'The example could not show this page.'}</p>
      <p><a href="/">All steps</a></p>`,
  }
}
