import type { FastifyInstance } from 'fastify'

/**
 * Browsers call the API from any origin, without credentials (core §10.2). The headers are on errors too, or the
 * browser would hide them. Preflights are answered before authentication on every path.
 */
export function installCors(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    reply.header('access-control-allow-origin', '*').header('x-content-type-options', 'nosniff')
    if (request.method !== 'OPTIONS') return
    const asked = request.headers['access-control-request-headers']
    return reply
      .code(204)
      .header('access-control-allow-methods', 'GET, POST, PUT, DELETE, OPTIONS')
      .header(
        'access-control-allow-headers',
        asked && /^[\w\s,-]{1,500}$/.test(asked)
          ? asked
          : 'Authorization, Content-Type, Accept, basiq-version, X-Requested-With',
      )
      .header('access-control-max-age', '600')
      .send()
  })
}
