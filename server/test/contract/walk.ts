import { challenged, type Identified, type Job, type List, path, type Walker } from './exchange.ts'
import { walkCatalogue, walkData, walkEvents, walkLinks } from './walk-data.ts'
import { walkWebhooks } from './walk-webhooks.ts'

const hooli = { loginId: 'Wentworth-Smith', password: 'whislter', institution: { id: 'AU00000' } }
const piedPiper = { loginId: 'jared', password: 'django', institution: { id: 'AU00002' } }
const hooliGov = { loginId: 'gavinBelson', password: 'hooli2016', institution: { id: 'AU00004' } }
const locked = { loginId: 'bighead', password: 'password', institution: { id: 'AU00000' } }

const mistyped = { loginId: 'Whistler', password: 'ShowBox', institution: { id: 'AU00000' } }
const xml = { 'content-type': 'text/xml' }

/** What a life with the API shows: users, connections at each bank, data, refusals of each operation's own. */
export async function walkEverything(walker: Walker): Promise<void> {
  const user = await walkUsers(walker)
  const connection = await walkConnections(walker, user)
  await walkMfa(walker, user)
  await walkStatements(walker, user)
  const before = walker.exchanges.length
  await walkData(walker, user, connection)
  await walkLinks(walker, before)
  await walkEvents(walker)
  await walkCatalogue(walker)
  await walkWebhooks(walker)
  await walkEndings(walker, user, connection)
  await walkSandbox(walker)
  await walkTokens(walker)
}

async function walkUsers(walker: Walker): Promise<string> {
  const { expect } = walker
  const business = {
    email: 'dora@lanterncove.example',
    mobile: '0491 570 006',
    firstName: 'Dora',
    lastName: 'Quill',
    businessName: 'Lantern Cove Pty Ltd',
    businessIdNo: '12 345 678',
    businessIdNoType: 'ACN',
    businessAddress: {
      addressLine1: '4 Pier Rd',
      suburb: 'Hobart',
      state: 'TAS',
      postcode: '7000',
      countryCode: 'AUS',
    },
    verificationStatus: true,
    verificationDate: '12/01/2024',
  }
  const { body } = await expect<Identified>(201, 'POST', '/users', { body: business })
  await expect(201, 'POST', '/users', { body: { mobile: '+61491570156' } })
  for (const bad of [
    '{',
    '[]',
    {},
    { email: 'x' },
    { mobile: '12' },
    { email: 'a@b.example', businessIdNo: '1' },
  ])
    await expect(400, 'POST', '/users', { body: bad })
  for (const bad of ['{', { email: 'x' }, { email: '', mobile: '' }])
    await expect(400, 'POST', `/users/${body.id}`, { body: bad })
  await expect(200, 'POST', `/users/${body.id}`, { body: { middleName: 'May' } })
  await expect(200, 'GET', `/users/${body.id}`)
  const { body: page } = await expect<List>(200, 'GET', '/users?limit=1')
  await expect(200, 'GET', path(page.links.next ?? ''))
  for (const query of ['limit=0', 'limit=501', 'limit=x', 'next=x', "filter=user.nose.eq('a')"])
    await expect(400, 'GET', `/users?${query}`)
  await expect(404, 'GET', `/users/${body.id}/consents`)
  await walkAuthLink(walker, body.id)
  return body.id
}

async function walkAuthLink({ expect }: Walker, user: string): Promise<void> {
  const link = `/users/${user}/auth_link`
  await expect(404, 'GET', link)
  await expect(400, 'POST', link, { body: { mobile: 'nonsense' } })
  await expect(201, 'POST', link, { headers: { 'content-type': 'application/json' } })
  await expect(200, 'GET', link)
  await expect(204, 'DELETE', link)
  await expect(404, 'DELETE', link)
}

async function walkConnections({ expect, job, server }: Walker, user: string): Promise<string> {
  const connections = `/users/${user}/connections`
  await expect(200, 'GET', connections)
  const modern = { token: await server.token() }
  await expect(200, 'POST', '/sandbox/application', { body: { directConnections: false } })
  await expect(403, 'POST', connections, { ...modern, body: hooli })
  await expect(200, 'POST', '/sandbox/application', { body: { directConnections: true } })
  for (const bad of ['{', {}, { ...hooli, password: '' }, { ...hooli, institution: { id: 'AU99999' } }])
    await expect(400, 'POST', connections, { body: bad })
  const { body: first } = await expect<Identified>(202, 'POST', connections, { body: hooli })
  await expect(200, 'POST', connections, { body: hooli })
  const done = await job(first.id)
  const connection = path(done.links.source)
  await expect(200, 'GET', connection)
  const { body: refreshed } = await expect<Identified>(202, 'POST', `${connection}/refresh`)
  await expect(200, 'POST', `${connection}/refresh`)
  await job(refreshed.id)
  const { body: all } = await expect<List>(202, 'POST', `${connections}/refresh`)
  for (const { id } of all.data) await job(id)
  await expect(200, 'GET', `${connections}?filter=connection.status.eq('active')`)
  await expect(400, 'GET', `${connections}?filter=nonsense`)
  const client = { token: await server.token({ userId: user }) }
  await expect(200, 'GET', connection, client)
  await expect(200, 'GET', `/jobs/${first.id}`, client)
  await walkFailure({ expect, job }, connections)
  return connection
}

async function walkFailure(
  { expect, job }: Pick<Walker, 'expect' | 'job'>,
  connections: string,
): Promise<void> {
  for (const login of [
    locked,
    { ...locked, loginId: 'erlich', password: 'aviato' },
    { ...locked, loginId: 'jianYang', password: 'nothotdog' },
    { ...mistyped, password: 'wrong' },
  ]) {
    const { body } = await expect<Identified>(202, 'POST', connections, { body: login })
    const failed = await job(body.id)
    if (failed.status !== 'failed') throw new Error(`${login.loginId} should fail`)
    if (login.password !== 'wrong') continue
    const connection = path(failed.links.source)
    await expect(400, 'POST', `${connection}/purge`)
    await expect(400, 'POST', connection, { body: { password: '' } })
    await expect(415, 'POST', connection, { body: '<a/>', headers: xml })
    const { body: again } = await expect<Identified>(202, 'POST', connection, {
      body: { password: mistyped.password },
    })
    await expect(200, 'POST', connection, { body: { password: mistyped.password } })
    await job(again.id)
    await expect(204, 'DELETE', connection)
  }
}

async function walkMfa({ expect, job }: Walker, user: string): Promise<void> {
  const connections = `/users/${user}/connections`
  const { body } = await expect<Identified>(202, 'POST', connections, { body: piedPiper })
  await job(body.id, challenged)
  const answer = `/jobs/${body.id}/mfa`
  for (const bad of [
    '',
    '{',
    { 'mfa-response': 'x' },
    { 'mfa-response': ['1', '2'] },
    { 'mfa-response': ['0000'] },
  ])
    await expect(400, 'POST', answer, { body: bad })
  await expect(415, 'POST', answer, { body: '<a/>', headers: xml })
  await expect(202, 'POST', answer, { body: { 'mfa-response': ['1234'] } })
  await job(body.id)
  await expect(400, 'POST', answer, { body: { 'mfa-response': ['9999'] } })
  const { body: expiring } = await expect<Identified>(202, 'POST', connections, {
    body: { loginId: 'Whistler', password: 'ShowBox', institution: { id: 'AU00002' } },
  })
  await job(expiring.id, challenged)
  await expect(200, 'POST', '/sandbox/clock', { body: { advance: 'PT5M' } })
  await job(expiring.id)
}

/** The government's bank challenges now and then, and has statements. */
async function walkStatements({ expect, job }: Walker, user: string): Promise<void> {
  const { body } = await expect<Identified>(202, 'POST', `/users/${user}/connections`, { body: hooliGov })
  const waiting: Job = await job(body.id, challenged)
  if (waiting.status !== 'success') {
    await expect(202, 'POST', `/jobs/${body.id}/mfa`, { body: { 'mfa-response': ['Hooli'] } })
    await job(body.id)
  }
  const { body: list } = await expect<List>(200, 'GET', `/users/${user}/statements`)
  await expect(200, 'GET', `/users/${user}/statements/${list.data[0]?.id}`)
}

async function walkEndings({ expect, job }: Walker, user: string, connection: string): Promise<void> {
  const link = `/users/${user}/auth_link`
  await expect(201, 'POST', link)
  await expect(200, 'POST', '/sandbox/clock', { body: { advance: 'P8D' } })
  await expect(410, 'GET', link)
  await expect(204, 'POST', `${connection}/purge`)
  const { body } = await expect<Identified>(202, 'POST', `${connection}/refresh`)
  await job(body.id)
  await expect(204, 'DELETE', connection)
  await expect(404, 'DELETE', connection)
  await expect(200, 'GET', `/users/${user}/accounts`)
  await expect(200, 'GET', `/users/${user}/transactions?limit=3`)
  const { body: consents } = await expect<List>(200, 'GET', `/users/${user}/consents`)
  await expect(204, 'DELETE', `/users/${user}/consents/${consents.data[0]?.id}`)
  await expect(200, 'GET', `/users/${user}/consents`)
  await expect(200, 'GET', `/users/${user}/accounts`)
  await expect(204, 'DELETE', `/users/${user}`)
  await expect(404, 'DELETE', `/users/${user}`)
  await expect(200, 'GET', '/events')
}

async function walkSandbox({ expect, job }: Walker): Promise<void> {
  await expect(200, 'GET', '/sandbox/application')
  await expect(400, 'POST', '/sandbox/application', { body: { redirectUrl: 7 } })
  await expect(200, 'GET', '/sandbox/clock')
  await expect(400, 'POST', '/sandbox/clock', { body: { advance: '1 day' } })
  await expect(200, 'POST', '/sandbox/clock', { body: { freeze: true } })
  await expect(200, 'GET', '/sandbox/mailbox')
  const { body: user } = await expect<{ id: string }>(201, 'POST', '/users', {
    body: { email: 'quick@example.com' },
  })
  const login = { institutionId: 'AU00000', loginId: 'Whistler', password: 'ShowBox' }
  const path = `/sandbox/users/${user.id}/connections`
  const { body: started } = await expect<{ id: string }>(202, 'POST', path, { body: login })
  await expect(200, 'POST', path, { body: login })
  await expect(400, 'POST', path, { body: { ...login, method: 'pigeon' } })
  await job(started.id)
}

/** Ends with a flood, after which no token can be had. */
async function walkTokens({ call, expect, server }: Walker): Promise<void> {
  const basic = { authorization: `Basic ${server.apiKey}`, 'basiq-version': '3.0' }
  const ask = (status: number, headers: Record<string, string>, body = 'scope=SERVER_ACCESS') =>
    expect(status, 'POST', '/token', { token: null, headers, body })
  await ask(200, basic)
  await ask(200, { ...basic, 'basiq-version': '2.1' }, 'scope=CLIENT_ACCESS')
  await ask(400, { 'basiq-version': '3.0' })
  await ask(400, { authorization: `Basic ${server.apiKey}` })
  await ask(400, basic, 'scope=ROOT')
  await ask(404, { ...basic, authorization: `Basic ${Buffer.from('a:b').toString('base64')}` })
  await expect(413, 'POST', '/token', { token: null, headers: basic, body: 'x'.repeat(1_100_000) })
  await ask(415, { ...basic, 'content-type': 'text/xml' })
  const flood = async () => {
    for (let i = 0; i < 200; i++) {
      const { status } = await call('POST', '/token', { token: null, headers: basic })
      if (status !== 200) return status
    }
    return 200
  }
  if ((await flood()) !== 429) throw new Error('a flood should be 429')
  await expect(200, 'POST', '/sandbox/application', { body: { switches: { tokenFlood403: true } } })
  if ((await flood()) !== 403) throw new Error('with the switch a flood should be 403')
}
