import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../harness.ts'
import { departures, notOffered } from './departures.ts'
import { createWalker, type Exchange } from './exchange.ts'
import { judgeOwn, judgePublished, untouched } from './judge.ts'
import { type OpenApiDocument, operationsOf } from './openapi.ts'
import { walkRefusals } from './refusals.ts'
import { walkEverything } from './walk.ts'

const read = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as OpenApiDocument
const own = operationsOf(read(join(import.meta.dirname, '../../../api/openapi.json')), 'api')

let server: TestServer
let exchanges: readonly Exchange[]

beforeAll(async () => {
  server = await startTestServer({
    work: true,
    settings: { directConnections: true },
    env: { BANKSIA_TOKEN_LIMIT: '100' },
  })
  const expired = await server.token()
  server.clock.skip(2 * 3_600_000)
  const walker = await createWalker(server)
  const { body: user } = await walker.expect(201, 'POST', '/users', { body: { email: 'ro@example.com' } })
  await walkRefusals(walker, own, { userId: String(user['id']), expired })
  await walkEverything(walker)
  exchanges = walker.exchanges
})
afterAll(() => server?.close())

describe('every answer of a walk through the whole API', () => {
  it('validates against our own api/openapi.json', () => {
    expect(judgeOwn(exchanges, own)).toEqual([])
  })

  it('touches every documented operation in every status that can be provoked', () => {
    expect(untouched(exchanges, own)).toEqual([])
  })

  it('carries the envelope when it is a refusal, and may be read by any origin', () => {
    const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
    const correlationIds = new Set<unknown>()
    const refusals = exchanges.filter(({ answer }) => answer.status >= 400)
    for (const { answer } of refusals) {
      const { correlationId } = answer.body as Record<string, unknown>
      expect(correlationId).toMatch(uuid)
      correlationIds.add(correlationId)
    }
    expect(correlationIds.size).toBe(refusals.length)
    for (const { answer } of exchanges) expect(answer.headers['access-control-allow-origin']).toBe('*')
  })

  it('has neither a body nor a content type when it is a 204', () => {
    const empty = exchanges.filter(({ answer }) => answer.status === 204)
    expect(empty.length).toBeGreaterThan(5)
    for (const { answer } of empty) {
      expect(answer.text).toBe('')
      expect(answer.headers['content-type']).toBeUndefined()
    }
  })
})

const folder = process.env['CONTRACT_DIR']
if (folder) {
  describe('against the published files', () => {
    const published = ['core', 'data', 'identity', 'webhooks'].flatMap((name) =>
      operationsOf(read(join(folder, 'contract/openapi', `${name}.json`)), name),
    )

    it('every answer validates but for the intended departures, each of which is needed', () => {
      const { findings, idle } = judgePublished(exchanges, published, departures)
      expect(findings).toEqual([])
      expect(idle).toEqual([])
    })

    it('every published operation is offered, but for those that are to come', () => {
      const ours = new Set(own.map(({ key }) => key))
      expect(published.map(({ key }) => key).filter((key) => !ours.has(key))).toEqual(notOffered)
    })
  })
} else {
  process.stdout.write('CONTRACT_DIR is not set: answers are judged by our own api/openapi.json alone.\n')
}
