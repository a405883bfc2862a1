import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import type { ConnectService, LinkVisit } from './connect.service.ts'
import { answer, bodyLimit, config, queryOf, readForm, schema } from './launches.routes.ts'

/** The page of an auth link: `/connect/{id}`, where the id is the secret (settled 20). */
export const connectRoutes =
  (connect: ConnectService): FastifyPluginAsync =>
  async (app) => {
    app.get('/connect/:linkId', { schema, config }, async (request, reply) => {
      const query = queryOf(request)
      const { answer: shown } = await connect.show(visitOf(request, query.get('state')), query.get('answer'))
      return answer(reply, shown)
    })
    app.post('/connect/:linkId/send', { schema, config, bodyLimit }, async (request, reply) => {
      const { answer: sent } = await connect.send(visitOf(request, readForm(request).get('state')))
      return answer(reply, sent)
    })
    app.post('/connect/:linkId', { schema, config, bodyLimit }, async (request, reply) => {
      const form = readForm(request)
      const started = await connect.verify(visitOf(request, form.get('state')), form)
      if (started.cookie !== null) reply.header('set-cookie', started.cookie)
      return answer(reply, started.answer)
    })
  }

const visitOf = (request: FastifyRequest, state: string | null): LinkVisit => ({
  linkId: (request.params as { readonly linkId?: string }).linkId ?? '',
  state,
  reference: request.id,
})
