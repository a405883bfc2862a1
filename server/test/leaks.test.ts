import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import pino from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { challenged, createWalker, type Exchange, type Walker } from './contract/exchange.ts'
import { type OpenApiDocument, operationsOf } from './contract/openapi.ts'
import { walkRefusals } from './contract/refusals.ts'
import { walkEverything } from './contract/walk.ts'
import { send, startTestServer, type TestServer } from './harness.ts'

const document = JSON.parse(readFileSync(join(import.meta.dirname, '../../api/openapi.json'), 'utf8'))
const operations = operationsOf(document as OpenApiDocument, 'api')

/** Said by the test and nowhere else, so that it can only come from where it was given. */
const canaries = {
  password: 'canary-password-5117',
  login: 'canary-login-5118',
  answer: 'canary-answer-5119',
  email: 'canary-5120@example.com',
  mobile: '+61491575121',
}

let server: TestServer
let walker: Walker
let expired: string
const lines: string[] = []

beforeAll(async () => {
  const logger = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) })
  server = await startTestServer({
    work: true,
    settings: { directConnections: true },
    env: { BANKSIA_TOKEN_LIMIT: '100' },
    logger,
  })
  expired = await server.token()
  server.clock.skip(2 * 3_600_000)
  walker = await createWalker(server)
  const { body: user } = await walker.expect(201, 'POST', '/users', { body: { email: canaries.email } })
  await sayCanaries(String(user['id']))
  await walkRefusals(walker, operations, { userId: String(user['id']), expired })
  await breakTheDatabase()
  await walkEverything(walker)
})
afterAll(() => server?.close())

/** A wrong login, a wrong answer, a Consent UI address with a token in it, a secret where none belongs. */
async function sayCanaries(user: string): Promise<void> {
  const connections = `/users/${user}/connections`
  const { login, password, answer } = canaries
  const wrong = { loginId: login, password, institution: { id: 'AU00000' } }
  await walker.job(String((await walker.expect(202, 'POST', connections, { body: wrong })).body['id']))
  const right = { loginId: 'richard', password: 'tabsnotspaces', institution: { id: 'AU00002' } }
  const { body } = await walker.expect(202, 'POST', connections, { body: right })
  await walker.job(String(body['id']), challenged)
  await walker.expect(400, 'POST', `/jobs/${body['id']}/mfa`, { body: { 'mfa-response': [answer] } })
  await walker.call('POST', connections, { body: { ...wrong, institution: { id: password } } })
  await walker.call('POST', connections, { body: `{"password":"${password}"` })
  await walker.call('GET', `/users?filter=${password}.eq('${canaries.email}')`)
  await walker.call('POST', '/token', { token: null, headers: { authorization: `Bearer ${password}` } })
  const token = await server.token({ userId: user })
  for (const given of [token, expired, `${token.slice(0, -3)}xyz`])
    await send(server.app, 'GET', `/home?token=${given}&action=connect&state=${password}`)
}

/** A failure of the program: PostgreSQL's own error quotes the row it refused. */
async function breakTheDatabase(): Promise<void> {
  const { db } = server.database
  await sql`alter table users add constraint broken check (mobile <> '+61491575121')`.execute(db)
  const body = { email: canaries.email, mobile: canaries.mobile }
  await walker.expect(500, 'POST', '/users', { body })
  await sql`alter table users drop constraint broken`.execute(db)
}

const bodies = (exchanges: readonly Exchange[]): unknown[] => exchanges.map(({ answer }) => answer.body)

/** Every text of these members, anywhere in the answers. */
function textsOf(members: ReadonlySet<string>, value: unknown, found = new Set<string>()): Set<string> {
  if (typeof value !== 'object' || value === null) return found
  for (const [name, member] of Object.entries(value)) {
    if (typeof member === 'string' && member.length > 6 && members.has(name)) found.add(member)
    else textsOf(members, member, found)
  }
  return found
}

const personal = new Set([
  ...['accountNo', 'accountHolder', 'fullName', 'formattedAddress', 'addressLine1', 'email', 'mobile'],
  ...['access_token', 'description', 'secret'],
])

/** What neither a log nor an error may say. Descriptions count from transactions alone, which carry digits. */
function secrets(): readonly string[] {
  const given = [...textsOf(personal, bodies(walker.exchanges))].filter(
    (text) =>
      text.includes('@') ||
      text.startsWith('whsec_') ||
      /\d{3}/.test(text) ||
      /^[A-Z][a-z]+ [A-Z]/.test(text),
  )
  const key = Buffer.from(server.apiKey, 'base64').toString()
  const passwords = ['whislter', 'django', 'hooli2016', 'ShowBox', 'tabsnotspaces', 'aviato', 'nothotdog']
  return [server.apiKey, key, expired, ...Object.values(canaries), ...passwords, ...given]
}

const saying = (texts: readonly string[], secret: string) =>
  texts.filter((text) => text.includes(secret)).slice(0, 2)

describe('while everything is done that can be done', () => {
  it('the log at its most talkative says nothing secret or personal', () => {
    const all = secrets()
    expect(all.length).toBeGreaterThan(100)
    expect(lines.length).toBeGreaterThan(200)
    expect(lines.some((line) => line.includes('request failed'))).toBe(true)
    expect(lines.some((line) => line.includes('institution answered'))).toBe(true)
    const text = lines.join('')
    for (const secret of all) if (text.includes(secret)) expect(saying(lines, secret), secret).toEqual([])
    expect(text).not.toMatch(/eyJ[\w-]{10,}\.|"1234"|[\w.+-]+@[\w-]+\.[a-z]{2}/)
  })

  it('no error repeats what it was told', () => {
    const errors = walker.exchanges
      .filter(({ answer }) => answer.status >= 400)
      .map(({ answer }) => answer.text)
    expect(errors.length).toBeGreaterThan(200)
    const text = errors.join('')
    for (const secret of secrets())
      if (text.includes(secret)) expect(saying(errors, secret), secret).toEqual([])
  })
})
