import type { FastifyPluginAsync } from 'fastify'
import { readObject } from '../http/body.ts'
import type { Links } from '../http/links.ts'
import { decodeCursor, encodeCursor, pageLinks } from '../http/paging.ts'
import { pageLimit, pathId } from '../http/params.ts'
import { problems } from '../http/problems.ts'
import type { MessageId, WebhookId } from '../ids.ts'
import { readMessageFilter } from './message-filter.ts'
import type { MessagesService } from './messages.service.ts'
import {
  MessageListOut,
  MessageListQuery,
  MessageOut,
  MessageParams,
  ReplayIn,
  ReplayOut,
  TestMessageIn,
  TestMessageOut,
  WebhookChangeIn,
  WebhookIn,
  WebhookListOut,
  WebhookOut,
  WebhookParams,
  WebhookStatsOut,
} from './webhooks.schemas.ts'
import type { WebhooksService } from './webhooks.service.ts'

const config = { access: 'server' as const }
const tags = ['Webhooks']
const createWebhook = {
  operationId: 'createWebhook',
  summary: 'Create a webhook',
  tags,
  body: WebhookIn,
  response: { 201: WebhookOut, ...problems(400, 401, 403, 409, 500) },
}
const listWebhooks = {
  operationId: 'getWebhooks',
  summary: 'List webhooks',
  tags,
  response: { 200: WebhookListOut, ...problems(400, 401, 403, 500) },
}
const getWebhook = {
  operationId: 'getWebhook',
  summary: 'Read a webhook',
  tags,
  params: WebhookParams,
  response: { 200: WebhookOut, ...problems(400, 401, 403, 404, 500) },
}
const updateWebhook = {
  operationId: 'updateWebhook',
  summary: 'Change a webhook, or enable it again; members that are absent stay',
  tags,
  params: WebhookParams,
  body: WebhookChangeIn,
  response: { 200: WebhookOut, ...problems(400, 401, 403, 404, 409, 500) },
}
const deleteWebhook = {
  operationId: 'deleteWebhook',
  summary: 'Delete a webhook with the messages that wait for it',
  tags,
  params: WebhookParams,
  response: { 204: { description: 'The webhook is gone' }, ...problems(400, 401, 403, 404, 500) },
}
const listMessages = {
  operationId: 'getWebhookMessages',
  summary: 'List messages of a webhook, newest first',
  tags,
  params: WebhookParams,
  querystring: MessageListQuery,
  response: { 200: MessageListOut, ...problems(400, 401, 403, 404, 500) },
}
const getMessage = {
  operationId: 'getWebhookMessage',
  summary: 'Read a message with its attempts',
  tags,
  params: MessageParams,
  response: { 200: MessageOut, ...problems(400, 401, 403, 404, 500) },
}
const getStats = {
  operationId: 'getWebhookStats',
  summary: 'Read how deliveries to a webhook go',
  tags,
  params: WebhookParams,
  response: { 200: WebhookStatsOut, ...problems(400, 401, 403, 404, 500) },
}
const sendTest = {
  operationId: 'sendTestWebhookMessage',
  summary: 'Send a test message to the webhook that subscribes to a type of events',
  tags,
  body: TestMessageIn,
  response: { 201: TestMessageOut, ...problems(400, 401, 403, 500) },
}
const rotateSecret = {
  operationId: 'rotateWebhookSecret',
  summary: 'Replace the secret of a webhook; for a day both sign',
  tags,
  params: WebhookParams,
  response: { 200: WebhookOut, ...problems(400, 401, 403, 404, 500) },
}
const replay = {
  operationId: 'replayWebhookMessages',
  summary: 'Deliver one message, or those of a range of time, again',
  tags,
  params: WebhookParams,
  body: ReplayIn,
  response: { 202: ReplayOut, ...problems(400, 401, 403, 404, 500) },
}

const asWebhook = { invalid: 'webhook-id-invalid', missing: 'webhook-not-found' } as const
const asOwner = { invalid: 'webhook-id-invalid', missing: 'webhook-messages-not-found' } as const
const asMessage = { invalid: 'webhook-message-id-invalid', missing: 'webhook-message-not-found' } as const

const webhookId = (params: WebhookParams): WebhookId => pathId<WebhookId>(params.webhookId, asWebhook)
const ownerId = (params: WebhookParams): WebhookId => pathId<WebhookId>(params.webhookId, asOwner)

export const webhookRoutes =
  (webhooks: WebhooksService, messages: MessagesService, links: Links): FastifyPluginAsync =>
  async (app) => {
    app.post('/notifications/webhooks', { schema: createWebhook, config }, async (request, reply) => {
      const made = await webhooks.create(request.caller.application, readObject(request, 'webhook-invalid'))
      return reply.code(201).send(made)
    })
    app.get('/notifications/webhooks', { schema: listWebhooks, config }, async ({ caller }) =>
      webhooks.list(caller.application),
    )
    app.get<{ Params: WebhookParams }>(
      '/notifications/webhooks/:webhookId',
      { schema: getWebhook, config },
      async ({ caller, params }) => webhooks.read(caller.application, webhookId(params)),
    )
    app.post<{ Params: WebhookParams }>(
      '/notifications/webhooks/:webhookId',
      { schema: updateWebhook, config },
      async (request) => {
        const { application } = request.caller
        const id = webhookId(request.params)
        await webhooks.require(application, id)
        return webhooks.update(application, id, readObject(request, 'webhook-invalid'))
      },
    )
    app.delete<{ Params: WebhookParams }>(
      '/notifications/webhooks/:webhookId',
      { schema: deleteWebhook, config },
      async ({ caller, params }, reply) => {
        await webhooks.remove(caller.application, webhookId(params))
        return reply.code(204).send()
      },
    )
    app.post<{ Params: WebhookParams }>(
      '/banksia/webhooks/:webhookId/rotate-secret',
      { schema: rotateSecret, config },
      async ({ caller, params }) => webhooks.rotateSecret(caller.application, webhookId(params)),
    )
    registerMessages(app, messages, links)
  }

function registerMessages(
  app: Parameters<FastifyPluginAsync>[0],
  messages: MessagesService,
  links: Links,
): void {
  app.get<{ Params: WebhookParams; Querystring: Record<string, unknown> }>(
    '/notifications/webhooks/:webhookId/messages',
    { schema: listMessages, config },
    async ({ caller, params, query, url }): Promise<MessageListOut> => {
      const id = ownerId(params)
      const limit = pageLimit(query['limit'])
      const [before, known] = decodeCursor('messages', 2, query['next']) ?? []
      const filter = readMessageFilter(query['filter'])
      const page = { before, size: known, limit }
      const { data, size, next } = await messages.list(caller.application, id, filter, page)
      const cursor = next === undefined ? undefined : encodeCursor('messages', [next, size])
      const path = `/notifications/webhooks/${id}/messages`
      return { type: 'list', count: data.length, size, data, links: pageLinks(links, path, url, cursor) }
    },
  )
  app.get<{ Params: MessageParams }>(
    '/notifications/webhooks/:webhookId/messages/:messageId',
    { schema: getMessage, config },
    async ({ caller, params }) =>
      messages.read(caller.application, ownerId(params), pathId<MessageId>(params.messageId, asMessage)),
  )
  app.get<{ Params: WebhookParams }>(
    '/notifications/webhooks/:webhookId/stats',
    { schema: getStats, config },
    async ({ caller, params }) => messages.stats(caller.application, ownerId(params)),
  )
  app.post('/notifications/messages/test', { schema: sendTest, config }, async (request, reply) => {
    const sent = await messages.test(request.caller.application, readObject(request, 'webhook-invalid'))
    return reply.code(201).send(sent)
  })
  app.post<{ Params: WebhookParams }>(
    '/banksia/webhooks/:webhookId/replay',
    { schema: replay, config },
    async (request, reply) => {
      const { application } = request.caller
      const id = ownerId(request.params)
      const body = readObject(request, 'webhook-invalid')
      return reply.code(202).send(await messages.replay(application, id, body))
    },
  )
}
