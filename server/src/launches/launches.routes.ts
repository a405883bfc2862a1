import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { givenFrom } from './given-from.ts'
import type { LaunchesService, LaunchVisit } from './launches.service.ts'
import type { Answer, Form } from './launches.types.ts'
import { addManageRoutes } from './manage.routes.ts'

/** Largest form in bytes: the longest is a login. */
export const bodyLimit = 16_384

export const config = { access: 'public', html: true } as const
export const schema = { hide: true }

type Handler = (visit: LaunchVisit, request: FastifyRequest) => Promise<Answer>

/** The hosted pages: the launch URL, each step's page, and the forms they post. */
export const launchRoutes =
  (launches: LaunchesService): FastifyPluginAsync =>
  async (app) => {
    const get = (path: string, handle: Handler) =>
      app.get(`/flow/:launchId${path}`, { schema, config }, async (request, reply) =>
        answer(reply, await handle(visitOf(request), request)),
      )
    const post = (
      path: string,
      handle: (visit: LaunchVisit, form: Form, request: FastifyRequest) => Promise<Answer>,
    ) =>
      app.post(`/flow/:launchId${path}`, { schema, config, bodyLimit }, async (request, reply) =>
        answer(reply, await handle(visitOf(request), readForm(request), request)),
      )

    app.get('/home', { schema, config }, async (request, reply) => {
      const { answer: started, cookie } = await launches.start(
        request.url,
        request.headers.referer,
        request.id,
      )
      if (cookie !== null) reply.header('set-cookie', cookie)
      return answer(reply, started)
    })

    app.get('/flow/:launchId/theme.css', { schema, config }, async (request, reply) => {
      const theme = await launches.theme(visitOf(request))
      return reply
        .code(theme ? 200 : 404)
        .headers(secured)
        .type('text/css; charset=utf-8')
        .send(theme ?? '')
    })

    get('', (visit) => launches.resume(visit))
    get('/consent', (visit, request) => launches.consent(visit, queryOf(request).has('changed')))
    get('/banks', (visit, request) => launches.banks(visit, (queryOf(request).get('q') ?? '').slice(0, 100)))
    get('/bank', (visit, request) => launches.bank(visit, queryOf(request).get('institutionId')))
    get('/login/:institutionId', (visit, request) => launches.login(visit, param(request, 'institutionId')))
    get('/job/:jobId', (visit, request) => {
      const query = queryOf(request)
      return launches.job(visit, param(request, 'jobId'), {
        joined: query.has('joined'),
        missing: query.has('missing'),
      })
    })
    get('/connected', (visit) => launches.connected(visit))
    get('/finish', (visit) => launches.finish(visit))
    get('/return', (visit) => launches.handBack(visit))
    get('/*', (visit) => launches.unknownStep(visit))

    post('/consent', (visit, form, request) =>
      launches.giveConsent(visit, form, givenFrom(request.ip, request.headers['user-agent'])),
    )
    post('/bank', (visit, form) => launches.approveBank(visit, form))
    post('/login/:institutionId', (visit, form, request) =>
      launches.submitLogin(visit, param(request, 'institutionId'), form),
    )
    post('/answer/:jobId', (visit, form, request) =>
      launches.submitAnswer(visit, param(request, 'jobId'), form),
    )
    addManageRoutes(
      {
        page: (path, handle) =>
          get(path, (visit, request) => handle(visit, { id: param(request, 'id'), query: queryOf(request) })),
        form: (path, handle) =>
          post(path, (visit, form, request) => handle(visit, form, { id: param(request, 'id'), request })),
      },
      launches,
    )
    post('/done', (visit, form) => launches.done(visit, form))
    post('/leave', (visit, form) => launches.leave(visit, form))
  }

const visitOf = (request: FastifyRequest): LaunchVisit => ({
  launchId: param(request, 'launchId'),
  cookie: request.headers.cookie,
  reference: request.id,
})

const param = (request: FastifyRequest, name: string): string =>
  (request.params as Readonly<Record<string, string>>)[name] ?? ''

export const queryOf = (request: FastifyRequest) =>
  new URLSearchParams(request.url.includes('?') ? request.url.slice(request.url.indexOf('?') + 1) : '')

export const readForm = (request: FastifyRequest): Form =>
  new URLSearchParams(typeof request.body === 'string' ? request.body.replaceAll('%00', '') : '')

/**
 * Headers of every hosted page. No inline script or style runs; the page cannot be framed (banks forbid it); it is kept
 * in no cache; and its origin, no more, is told to the page that follows (c&d §1.1, §1.3).
 */
export const secured = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'x-frame-options': 'DENY',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin',
  'cache-control': 'no-store',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
} as const

/** An answer of a step as a page or a redirect, with the headers of every hosted page. */
export function answer(reply: FastifyReply, given: Answer): FastifyReply {
  // Pages belong to the browser that opened them; no other origin may read them.
  reply.removeHeader('access-control-allow-origin').headers(secured)
  if (given.kind === 'redirect') return reply.code(303).header('location', given.to).send()
  return reply.code(given.status).type('text/html; charset=utf-8').send(given.html)
}
