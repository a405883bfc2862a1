import type { Identified, List, Walker } from './exchange.ts'

/** Two webhooks on an address where nobody listens, so that their messages wait for another attempt. */
export async function walkWebhooks({ expect, server }: Walker): Promise<void> {
  const webhooks = '/notifications/webhooks'
  const url = 'http://127.0.0.1:9/hook'
  await expect(400, 'POST', webhooks, { body: { url: 'nowhere' } })
  const { body: first } = await expect<Identified>(201, 'POST', webhooks, {
    body: { name: 'Users', description: 'All about users', url, subscribedEvents: ['user.created'] },
  })
  const { body: second } = await expect<Identified>(201, 'POST', webhooks, {
    body: { name: 'Consents', description: '', url: `${url}/2`, subscribedEvents: ['consent.created'] },
  })
  await expect(409, 'POST', webhooks, { body: { url } })
  await expect(400, 'POST', webhooks, { body: { url: `${url}/3`, subscribedEvents: ['user.created'] } })
  const one = `${webhooks}/${first.id}`
  await expect(200, 'GET', webhooks)
  await expect(200, 'GET', one)
  await expect(200, 'POST', one, { body: { name: 'People' } })
  await expect(400, 'POST', one, { body: { url: 7 } })
  await expect(415, 'POST', one, { body: '<a/>', headers: { 'content-type': 'text/xml' } })
  await expect(409, 'POST', one, { body: { url: `${url}/2` } })
  await expect(201, 'POST', '/notifications/messages/test', {
    body: { eventTypeId: 'user.created', Text: 'hello' },
  })
  await expect(400, 'POST', '/notifications/messages/test', { body: {} })
  await expect(201, 'POST', '/users', { body: { email: 'hook@example.com' } })
  // Each message was attempted once, so that the attempt can be read.
  await server.app.idle()
  const { body: messages } = await expect<List>(200, 'GET', `${one}/messages`)
  const message = messages.data[0]?.id
  await expect(200, 'GET', `${one}/messages/${message}`)
  await expect(400, 'GET', `${one}/messages?limit=0`)
  await expect(200, 'GET', `${one}/stats`)
  await expect(200, 'POST', `/banksia/webhooks/${first.id}/rotate-secret`)
  await expect(400, 'POST', `/banksia/webhooks/${first.id}/replay`, { body: {} })
  await expect(202, 'POST', `/banksia/webhooks/${first.id}/replay`, { body: { messageId: message } })
  await expect(204, 'DELETE', `${webhooks}/${second.id}`)
  await expect(204, 'DELETE', one)
}
