import { readFileSync } from 'node:fs'
import { type AddressInfo, connect } from 'node:net'
import { join } from 'node:path'
import fc from 'fast-check'
import type { HTTPMethods } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findOperation, type OpenApiDocument, operationsOf } from '../contract/openapi.ts'
import { send, startTestServer, type TestServer } from '../harness.ts'
import { forgedTokens, type Known, requestsTo } from './arbitraries.ts'
import { wrongWith } from './check-answer.ts'
import { furnish } from './furnish.ts'

const document = JSON.parse(readFileSync(join(import.meta.dirname, '../../../api/openapi.json'), 'utf8'))
/** What only reads comes first, so that it finds something to read. */
const order = ['GET', 'POST', 'DELETE']
const operations = operationsOf(document as OpenApiDocument, 'api').toSorted(
  (a, b) => order.indexOf(a.method) - order.indexOf(b.method),
)
const filters = [
  ...[
    'account.id',
    'connection.id',
    'institution.id',
    'transaction.status',
    'transaction.postDate',
    'user.id',
  ],
  ...[
    'transaction.direction',
    'transaction.class',
    'event.type',
    'event.entity',
    'connection.status',
    'status',
  ],
  ...[
    'connector.method',
    'connector.scopes',
    'institution.tier',
    'user.email',
    'user.mobile',
    'connector.id',
  ],
]

/** Requests to each operation; more of them find more (`BANKSIA_FUZZ_RUNS=1000`). */
const runs = Number(process.env['BANKSIA_FUZZ_RUNS'] ?? 60)

let server: TestServer
let known: Known

beforeAll(async () => {
  server = await startTestServer({ work: true, settings: { directConnections: true } })
  const expired = await server.token()
  server.clock.skip(2 * 3_600_000)
  const ids = await furnish(server)
  const token = await server.token()
  const client = await server.token({ userId: ids['userId']?.[0] ?? '' })
  known = {
    tokens: { server: token, client, expired },
    filters,
    ids: {
      ...ids,
      connectorId: ['AU00000'],
      institutionId: ['AU00002'],
      method: ['web'],
      eventTypeId: ['user.created'],
    },
  }
})
afterAll(() => server?.close())

/** The operation that a URL reaches, when it is plain enough to tell. */
function reached(method: string, url: string) {
  const [path = ''] = url.split('?', 1)
  return /^(\/[\w-]+)+$/.test(path) ? findOperation(operations, method, path) : undefined
}

describe('hostile requests', () => {
  // fast-check prints seed and path of a failure; give them to fc.assert to see it again.
  it.each(operations.map((operation) => [operation.key, operation] as const))('%s', async (_, operation) => {
    await fc.assert(
      fc.asyncProperty(requestsTo(operation, known), async ({ url, headers, body }) => {
        const answer = await send(server.app, operation.method as HTTPMethods, url, {
          headers:
            operation.path === '/token' ? { ...headers, authorization: `Basic ${server.apiKey}` } : headers,
          ...(body !== undefined && { body }),
        })
        expect(wrongWith(answer, reached(operation.method, url))).toBeUndefined()
      }),
      { numRuns: runs, interruptAfterTimeLimit: runs * 60, markInterruptAsFailure: false },
    )
  })
})

describe('tokens that are none of ours', () => {
  it('are refused like garbage on every operation, byte for byte but for the correlation id', async () => {
    const secured = operations.filter(({ spec }) => spec.security?.length)
    const blank = (text: string) => text.replace(/"correlationId":"[^"]+"/, '')
    const urlOf = (path: string) =>
      path.replace(/\{(\w+)\}/g, (_, name: string) => known.ids[name]?.[0] ?? 'x')
    for (const { method, path } of secured) {
      const ask = (token: string) =>
        send(server.app, method as HTTPMethods, urlOf(path), {
          headers: { authorization: `Bearer ${token}` },
        })
      const garbage = await ask('garbage')
      expect(garbage.status).toBe(401)
      for (const forged of [...forgedTokens(known.tokens.server), ...forgedTokens(known.tokens.client)])
        expect(blank((await ask(forged)).text)).toBe(blank(garbage.text))
    }
  })
})

describe('what is hardly HTTP', () => {
  it.each([
    'GET / HTTP/1.1\r\nHost: x\r\nbad header\r\n\r\n',
    'GET /users HTTP/9.9\r\nHost: x\r\n\r\n',
    'NONSENSE\r\n\r\n',
    `GET /users HTTP/1.1\r\nHost: x\r\nX: ${'a'.repeat(40_000)}\r\n\r\n`,
    'POST /users HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n',
    'POST /users HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    'GET /users\0 HTTP/1.1\r\nHost: x\r\n\r\n',
  ])('%j is refused with the envelope', async (raw) => {
    const [head = '', body = ''] = (await exchangeRaw(raw)).split('\r\n\r\n')
    expect(head).toMatch(/^HTTP\/1\.1 4\d\d /)
    expect(head).toMatch(/access-control-allow-origin: \*/i)
    const headers = { 'content-type': 'application/json', 'access-control-allow-origin': '*' }
    expect(wrongWith({ status: 400, headers, text: body, body: JSON.parse(body) })).toBeUndefined()
  })
})

async function exchangeRaw(raw: string): Promise<string> {
  if (!server.app.http.server.listening) await server.app.http.listen({ host: '127.0.0.1', port: 0 })
  const { port } = server.app.http.server.address() as AddressInfo
  const socket = connect(port, '127.0.0.1').setEncoding('utf8')
  socket.write(raw)
  let text = ''
  for await (const chunk of socket) {
    text += chunk
    if (text.endsWith('}')) break
  }
  return text
}
