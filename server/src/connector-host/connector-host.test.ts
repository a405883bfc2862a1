import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Connector, ConnectorError } from '@banksia/connector-kit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type BankNetwork, createBankNetwork } from './bank-http.ts'
import { type GuardedCall, guarded } from './guard.ts'
import { createConnectorRegistry } from './registry.ts'

let origin: string
let network: BankNetwork
const server = createServer((request, response) => {
  if (request.url === '/headers') return void response.end(JSON.stringify(request.headers))
  if (request.url === '/redirect') {
    response.writeHead(303, { location: '/elsewhere', 'set-cookie': 'a=1' })
    return void response.end()
  }
  if (request.url === '/large') {
    const chunk = Buffer.alloc(1024 * 1024, 'x')
    for (let i = 0; i < 10; i++) response.write(chunk)
    return void response.end()
  }
  if (request.url === '/never') return
  response.end('page')
})

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  network = createBankNetwork()
})
afterAll(async () => {
  server.closeAllConnections()
  server.close()
  await network.close()
})

const door = (signal = new AbortController().signal) =>
  network.open({ baseUrl: `${origin}/bank`, headers: { 'sandbox-world': 'mine' }, signal })

describe('HTTP to a bank', () => {
  it('reaches the registered origin, with headers a connector cannot override', async () => {
    const headers = { 'sandbox-world': 'another', 'x-own': '1' }
    const { text } = await door()({ method: 'GET', url: `${origin}/headers`, headers })
    expect(JSON.parse(text)).toMatchObject({ 'sandbox-world': 'mine', 'x-own': '1' })
  })

  it.each(['http://127.0.0.1:1/', 'http://localhost:9/x', 'file:///etc/passwd', 'https://example.com/'])(
    'refuses %s',
    async (url) => {
      await expect(door()({ method: 'GET', url })).rejects.toThrow('not a registered origin')
    },
  )

  it('follows no redirect and gives each cookie its entry', async () => {
    const answer = await door()({ method: 'GET', url: `${origin}/redirect` })
    expect(answer).toMatchObject({ status: 303, headers: { location: '/elsewhere', 'set-cookie': ['a=1'] } })
  })

  it('stops reading a page that is too large', async () => {
    await expect(door()({ method: 'GET', url: `${origin}/large` })).rejects.toThrow('page too large')
  })

  it('ends with its signal', async () => {
    await expect(door(AbortSignal.timeout(50))({ method: 'GET', url: `${origin}/never` })).rejects.toThrow()
  })
})

describe('a guarded call', () => {
  const logged: { level: string; fields: object }[] = []
  const at = (level: string) => (fields: object) => void logged.push({ level, fields })
  const call = (overrides: Partial<GuardedCall> = {}): GuardedCall => ({
    institutionId: 'AU09999',
    operation: 'fetchAccounts',
    signal: new AbortController().signal,
    logger: { debug: at('debug'), warn: at('warn'), error: at('error') },
    ...overrides,
  })

  it('gives the value', async () => {
    await expect(guarded(call(), async () => 7)).resolves.toBe(7)
  })

  it('gives a connector’s error as it is', async () => {
    const failing = guarded(call(), async () => {
      throw new ConnectorError('account-locked')
    })
    await expect(failing).rejects.toMatchObject({ kind: 'account-locked' })
  })

  it('turns anything else into institution-changed, and logs an outline and no message', async () => {
    logged.length = 0
    const failing = guarded(call(), async () => {
      throw new TypeError('balance of Max Wentworth-Smith is undefined')
    })
    await expect(failing).rejects.toMatchObject({ kind: 'institution-changed' })
    await expect(
      guarded(call(), async () => {
        throw new ConnectorError('institution-changed', { outline: 'body>table[id]' })
      }),
    ).rejects.toThrow()
    const warnings = logged.filter(({ level }) => level === 'warn').map(({ fields }) => fields)
    expect(warnings).toMatchObject([{ cause: 'TypeError' }, { outline: 'body>table[id]' }])
    expect(JSON.stringify(logged)).not.toContain('Wentworth')
  })

  it('turns a time-out into service-unavailable, even when the connector does not listen', async () => {
    const stuck = guarded(call({ timeoutMs: 20 }), () => new Promise<never>(() => undefined))
    await expect(stuck).rejects.toMatchObject({ kind: 'service-unavailable' })
  })

  it('rejects with the job’s own reason when the job is over', async () => {
    const abort = new AbortController()
    const reason = new Error('the job is over')
    const stuck = guarded(call({ signal: abort.signal }), () => new Promise<never>(() => undefined))
    abort.abort(reason)
    await expect(stuck).rejects.toBe(reason)
  })
})

describe('the registry', () => {
  const connector = (id: string) => ({ institution: { id }, method: 'web' }) as Connector

  it('finds a connector by institution and method, below the banks’ origin', () => {
    const registry = createConnectorRegistry({
      connectors: [connector('AU00003'), connector('AU00000')],
      bankUrl: 'http://banks.test/',
    })
    expect(registry.find('AU00003', 'web')?.baseUrl).toBe('http://banks.test/nucleus/ib')
    expect(registry.find('AU00003', 'open-banking')).toBeUndefined()
    expect(registry.find('AU00002', 'web')).toBeUndefined()
    expect(registry.list().map(({ connector }) => connector.institution.id)).toEqual(['AU00000', 'AU00003'])
  })

  it('refuses a connector without an address, and two for one institution', () => {
    const make =
      (...ids: string[]) =>
      () =>
        createConnectorRegistry({ connectors: ids.map(connector), bankUrl: 'http://banks.test' })
    expect(make('AU12345')).toThrow('no address')
    expect(make('AU00000', 'AU00000')).toThrow('two connectors')
  })
})
