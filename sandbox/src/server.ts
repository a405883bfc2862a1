import type { AddressInfo } from 'node:net'
import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { createHooli } from './banks/hooli/bank.ts'
import { createHooliGov, createNucleus } from './banks/nucleus/bank.ts'
import { createPiedPiper } from './banks/pied-piper/bank.ts'
import { createLedger } from './ledger/ledger.ts'
import { createPersonas } from './personas/index.ts'
import type { Bank, MessagePage } from './site/bank.ts'
import { html } from './site/html.ts'
import { createSessions } from './site/sessions.ts'
import { registerBank } from './site/site.ts'
import { send, sendMessage } from './site/visit.ts'
import { createWorlds, type Worlds } from './worlds.ts'

export interface BanksOptions {
  /** The banks' clock for requests that bring no `sandbox-time`. */
  readonly now: () => Date
  /** Adds the login `bench` / `bench` with exactly this many posted rows on its account. */
  readonly benchRows?: number
  /** Told of errors that are the site's own fault; the visitor sees the bank's 503 page with status 500. */
  readonly onError?: (error: unknown) => void
}

export interface Banks {
  readonly app: FastifyInstance
  /** The one place to change what a world's banks do, for example `worlds.open('x').setMaintenance('AU00000', true)`. */
  readonly worlds: Worlds
  /** Starts listening; gives the origin, for example `http://127.0.0.1:4001`. */
  listen(options: { host: string; port: number }): Promise<string>
  close(): Promise<void>
}

/** Largest form a bank reads, bytes. */
const bodyLimit = 16_384

const securityHeaders: Readonly<Record<string, string>> = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
}

const frontPage = (banks: readonly Bank[]) => html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Sandbox banks</title></head><body><h1>Sandbox banks</h1>
<ul>${banks.map((bank) => html`<li><a href="${bank.base}/">${bank.name}</a> ${bank.id}</li>`)}</ul></body></html>`

const errorPage = (statusCode: number): MessagePage => {
  if (statusCode === 404) return 'not-found'
  return statusCode < 500 ? 'bad-request' : 'unavailable'
}

/** Errors look like pages of the bank whose address was asked for. */
const sendError = (banks: readonly Bank[], request: FastifyRequest, reply: FastifyReply, status: number) => {
  const bank = banks.find(({ base }) => request.url.startsWith(`${base}/`))
  const page = errorPage(status)
  return bank === undefined
    ? send(reply, html`<!doctype html><title>${page}</title><h1>${page}</h1>`, status)
    : sendMessage(reply, bank, page, status)
}

/**
 * The sandbox's internet banks, all on one origin. Sessions and worlds live in memory: whoever had one logs in again
 * after a restart, as at any bank.
 */
export const createBanks = async (options: BanksOptions): Promise<Banks> => {
  const app = fastify({ bodyLimit, routerOptions: { ignoreTrailingSlash: false, maxParamLength: 200 } })
  const banks = [createHooli(), createPiedPiper(), createNucleus(), createHooliGov()]
  const worlds = createWorlds()
  const deps = {
    now: options.now,
    worlds,
    sessions: createSessions(),
    personas: createPersonas(options.benchRows === undefined ? {} : { benchRows: options.benchRows }),
    ledger: createLedger(),
  }

  await app.register(cookie)
  await app.register(formbody, { bodyLimit })
  // Forms only: a bank's page has no other body to read.
  app.removeContentTypeParser(['application/json', 'text/plain'])

  app.addHook('onRequest', async (_request, reply) => {
    reply.headers({ ...securityHeaders, 'cache-control': 'no-store' })
  })
  app.setErrorHandler((error: { statusCode?: number }, request, reply) => {
    const status = error.statusCode ?? 500
    if (status >= 500) options.onError?.(error)
    return sendError(banks, request, reply, status)
  })
  app.setNotFoundHandler((request, reply) => sendError(banks, request, reply, 404))

  app.get('/', (_request, reply) => send(reply, frontPage(banks)))
  for (const bank of banks) registerBank(app, deps, bank)

  return {
    app,
    worlds,
    async listen({ host, port }) {
      await app.listen({ host, port })
      const address = app.server.address() as AddressInfo
      return `http://${address.family === 'IPv6' ? `[${address.address}]` : address.address}:${address.port}`
    },
    close: () => app.close(),
  }
}
