import { randomBytes, randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { HTTPMethods } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type OpenApiDocument, operationsOf } from '../contract/openapi.ts'
import { type ApiAnswer, startTestServer, type TestApplication, type TestServer } from '../harness.ts'
import { type Furniture, furnish } from './furnish.ts'

const document = JSON.parse(readFileSync(join(import.meta.dirname, '../../../api/openapi.json'), 'utf8'))
const operations = operationsOf(document as OpenApiDocument, 'api')
const withIds = operations.filter(({ path }) =>
  /\{(?!connectorId|institutionId|method|eventTypeId)/.test(path),
)

let server: TestServer
let other: TestApplication
let mine: Furniture
let theirs: Furniture

beforeAll(async () => {
  server = await startTestServer({ work: true, settings: { directConnections: true } })
  other = await server.another({ directConnections: true })
  mine = await furnish(server)
  theirs = await furnish(other)
})
afterAll(() => server?.close())

/** Bodies that would do something if the ids were ours. */
const bodies: Readonly<Record<string, unknown>> = {
  'POST /users/{}': { firstName: 'Eve' },
  'POST /users/{}/auth_link': { mobile: '+61491570006' },
  'POST /jobs/{}/mfa': { 'mfa-response': ['Hooli'] },
  'POST /users/{}/connections': { loginId: 'jared', password: 'django', institution: { id: 'AU00000' } },
  'POST /users/{}/connections/{}': { password: 'django' },
  'POST /notifications/webhooks/{}': { name: 'Eve' },
  'POST /banksia/webhooks/{}/replay': { from: '2020-01-01T00:00:00Z' },
}

const unknownId = (name: string) => (name === 'eventId' ? randomBytes(32).toString('hex') : randomUUID())

/** Everything of an answer but what is random or names the id asked for. */
function essence({ status, headers, text }: ApiAnswer<unknown>, ids: readonly string[]) {
  const { date: _, 'content-length': __, ...others } = headers
  const plain = ids.reduce((left, id) => left.replaceAll(id, 'ID'), text)
  return { status, headers: others, text: plain.replace(/"correlationId":"[^"]+"/, '') }
}

const ask = (application: TestApplication, key: string, method: string, url: string) =>
  application.call(method as HTTPMethods, url, key in bodies ? { body: bodies[key] } : {})

const namesIn = (path: string) => [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '')
const fill = (path: string, ids: Readonly<Record<string, string>>) =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? '')

/** All that the other application can see of what it has. */
async function snapshot(): Promise<readonly string[]> {
  const user = theirs['userId']?.[0]
  const lists = [
    '',
    '/consents',
    '/connections',
    '/accounts',
    '/transactions?limit=50',
    '/jobs',
    '/identities',
    '/statements',
  ]
  const urls = [...lists.map((list) => `/users/${user}${list}`), '/users', '/events', '/sandbox/application']
  return Promise.all(urls.map(async (url) => (await other.call('GET', url)).text))
}

describe('ids of another application', () => {
  it('are answered exactly as ids that nobody has, on every operation and in every place', async () => {
    const before = await snapshot()
    const same: string[] = []
    for (const { key, method, path } of withIds) {
      for (const foreignName of namesIn(path)) {
        // Ids before the foreign one are ours, and those behind it belong to the same stranger.
        const at = namesIn(path).indexOf(foreignName)
        const idsWith = (pick: (name: string) => string) =>
          Object.fromEntries(
            namesIn(path).map((name, i) => [name, i < at ? (mine[name]?.[0] ?? '') : pick(name)]),
          )
        const foreign = idsWith((name) => theirs[name]?.[0] ?? '')
        const unknown = idsWith(unknownId)
        expect(Object.values(foreign).every(Boolean), `${key} lacks an id to try`).toBe(true)
        const [seen, expected] = [
          essence(await ask(server, key, method, fill(path, foreign)), Object.values(foreign)),
          essence(await ask(server, key, method, fill(path, unknown)), Object.values(unknown)),
        ]
        expect(seen, `${key} with a foreign ${foreignName}`).toEqual(expected)
        expect(seen.status, `${key} with a foreign ${foreignName}`).toBe(404)
        same.push(`${key} ${foreignName}`)
      }
    }
    expect(same.length).toBeGreaterThan(30)
    expect(await snapshot()).toEqual(before)
  })

  it('name nothing in filters either', async () => {
    const user = mine['userId']?.[0]
    for (const [list, property, name] of [
      ['accounts', 'account.id', 'accountId'],
      ['accounts', 'connection.id', 'connectionId'],
      ['transactions', 'account.id', 'accountId'],
      ['transactions', 'connection.id', 'connectionId'],
      ['connections', 'connection.id', 'connectionId'],
      ['jobs', 'connection.id', 'connectionId'],
    ] as const) {
      const listed = async (id: string) =>
        essence(await server.call('GET', `/users/${user}/${list}?filter=${property}.eq('${id}')`), [id])
      const seen = await listed(theirs[name]?.[0] ?? '')
      expect(seen).toEqual(await listed(randomUUID()))
      expect(seen.status).toBe(200)
    }
    for (const url of ['/events?filter=user.id.eq', '/users?filter=user.id.eq']) {
      const { body } = await server.call<{ data: unknown[] }>('GET', `${url}('${theirs['userId']?.[0]}')`)
      expect(body.data).toEqual([])
    }
  })

  it('cannot be bound to a token', async () => {
    const bind = async (userId: string) => {
      const body = new URLSearchParams({ scope: 'CLIENT_ACCESS', userId }).toString()
      const headers = { authorization: `Basic ${server.apiKey}`, 'basiq-version': '3.0' }
      return essence(await server.call('POST', '/token', { headers, body }), [userId])
    }
    const seen = await bind(theirs['userId']?.[0] ?? '')
    expect(seen).toEqual(await bind(randomUUID()))
    expect(seen.status).toBe(404)
  })

  it('make no cursor that another application can follow', async () => {
    const { body } = await other.call<{ links: { next: string } }>(
      'GET',
      `/users/${theirs['userId']?.[0]}/transactions?limit=5`,
    )
    const next = new URL(body.links.next).searchParams.get('next') ?? ''
    const { status } = await server.call('GET', `/users/${mine['userId']?.[0]}/transactions?next=${next}`)
    expect(status).toBe(400)
  })
})
