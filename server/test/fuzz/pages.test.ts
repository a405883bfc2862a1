import fc from 'fast-check'
import type { HTTPMethods } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { send, startTestServer, type TestServer } from '../harness.ts'
import { forgedTokens, inUrl } from './arbitraries.ts'
import { inside } from './check-answer.ts'
import { type Furniture, furnish } from './furnish.ts'

const runs = Number(process.env['BANKSIA_FUZZ_RUNS'] ?? 60)

/** Recognised when a page repeats it without escaping it. */
const script = '<script>canary()</script>'
const hostile = fc.oneof(
  { weight: 3, arbitrary: inUrl },
  { weight: 1, arbitrary: fc.constantFrom(script, `"'>${script}`, encodeURIComponent(`"'>${script}`)) },
)

let server: TestServer
let mine: Furniture

beforeAll(async () => {
  server = await startTestServer({
    work: true,
    settings: { directConnections: true, redirectUrl: 'https://partner.example/back' },
  })
  mine = await furnish(server)
})
afterAll(() => server?.close())

const member = fc.tuple(
  fc.oneof(
    fc.constantFrom(
      'q',
      'institutionId',
      'loginId',
      'password',
      'answer',
      'answers',
      'scope',
      'agree',
      '_csrf',
    ),
    hostile,
  ),
  hostile,
)
const form = fc
  .array(member, { maxLength: 6 })
  .map((all) => all.map(([name, value]) => `${name}=${value}`).join('&'))

/** A launch of its own with its cookie, as the browser that opened it has them. */
async function launch(): Promise<{ flow: string; cookie: string }> {
  const token = await server.token({ userId: mine['userId']?.[0] ?? '' })
  const { headers } = await send(server.app, 'GET', `/home?token=${token}&action=connect`)
  const [, flow = ''] = /(\/flow\/[^/?]+)/.exec(String(headers['location'])) ?? []
  expect(flow).not.toBe('')
  const cookie = String(headers['set-cookie']).split(';', 1)[0] ?? ''
  expect((await send(server.app, 'GET', flow, { headers: { cookie } })).status).toBeLessThan(400)
  return { flow, cookie }
}

async function check(
  method: string,
  url: string,
  headers: Record<string, string>,
  body?: string,
): Promise<void> {
  const answer = await send(server.app, method as HTTPMethods, url, {
    headers,
    ...(body !== undefined && { body }),
  })
  expect(answer.status, answer.text.slice(0, 500)).toBeLessThan(500)
  expect(answer.text).not.toMatch(inside)
  if (!String(answer.headers['content-type']).startsWith('text/html')) return
  expect(answer.text).not.toContain(script)
  expect(answer.headers['content-security-policy']).toContain("default-src 'none'")
  expect(answer.headers['access-control-allow-origin']).toBeUndefined()
}

const limits = { numRuns: runs, interruptAfterTimeLimit: runs * 60, markInterruptAsFailure: false }

describe('hostile requests to the hosted pages', () => {
  it('launches with anything in the address', async () => {
    const client = await server.token({ userId: mine['userId']?.[0] ?? '' })
    const tokens = fc.constantFrom(client, await server.token(), ...forgedTokens(client))
    await fc.assert(
      fc.asyncProperty(fc.oneof(tokens, hostile), form, hostile, (token, rest, action) =>
        check('GET', `/home?token=${token}&action=${action}&${rest}`, {}),
      ),
      limits,
    )
  })

  it.each([
    ...[
      '',
      '/consent',
      '/banks',
      '/bank',
      '/login/AU00000',
      '/login/AU00002',
      '/connected',
      '/finish',
      '/return',
    ],
    ...['/manage', '/theme.css'],
  ])('GET /flow/{launch}%s', async (step) => {
    const { flow, cookie } = await launch()
    await fc.assert(
      fc.asyncProperty(form, fc.boolean(), fc.oneof(fc.constant(''), hostile), (query, owned, tail) =>
        check('GET', `${flow}${step}${tail && `/${tail}`}?${query}`, owned ? { cookie } : {}),
      ),
      limits,
    )
  })

  it.each(['/consent', '/bank', '/login/AU00000', '/login/AU00002', '/answer/x', '/done', '/leave'])(
    'POST /flow/{launch}%s',
    async (step) => {
      const { flow, cookie } = await launch()
      await fc.assert(
        fc.asyncProperty(form, fc.boolean(), hostile, (body, owned, type) =>
          check(
            'POST',
            `${flow}${step}`,
            {
              'content-type': /^[\x20-\x7e]+$/.test(type) ? type : 'application/x-www-form-urlencoded',
              ...(owned && { cookie }),
            },
            body,
          ),
        ),
        limits,
      )
    },
  )

  it('files and logos', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, async (name) => {
        await check('GET', `/consent-ui/${name}`, {})
        await check('GET', `/logos/${name}`, {})
      }),
      limits,
    )
  })
})
