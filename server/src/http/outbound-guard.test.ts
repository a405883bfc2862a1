import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Agent, request } from 'undici'
import { describe, expect, it } from 'vitest'
import { createOutboundGuard, isAllowedAddress, RefusedAddress, type ResolveName } from './outbound-guard.ts'

const production = createOutboundGuard({ allowLocal: false })
const sandbox = createOutboundGuard({ allowLocal: true })

const resolvesTo =
  (...addresses: readonly string[]): ResolveName =>
  (_name, _options, done) =>
    done(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    )

describe('URLs in production', () => {
  it.each([
    'https://hooks.example.com/basiq',
    'https://hooks.example.com:8443/a?b=c#d',
    'https://8.8.8.8/',
    'https://[2606:4700:4700::1111]/',
    'https://172.15.255.255/',
    'https://172.32.0.1/',
    'https://100.63.255.255/',
  ])('may be %s', (url) => {
    expect(production.allows(url)).toBe(true)
  })

  it.each([
    'http://hooks.example.com/',
    'ftp://hooks.example.com/',
    'hooks.example.com',
    '//hooks.example.com/',
    'javascript:alert(1)',
    'https://',
    'https://user@hooks.example.com/',
    'https://user:password@hooks.example.com/',
    'https://localhost/',
    'https://LOCALHOST./',
    'https://api.localhost/',
    'https://127.0.0.1/',
    'https://127.1/',
    'https://2130706433/',
    'https://0x7f000001/',
    'https://0177.0.0.1/',
    'https://127.0.0.1./',
    'https://0.0.0.0/',
    'https://0/',
    'https://10.0.0.1/',
    'https://100.64.0.1/',
    'https://169.254.169.254/latest/meta-data/',
    'https://172.16.0.1/',
    'https://172.31.255.255/',
    'https://192.168.1.1/',
    'https://192.0.2.1/',
    'https://198.18.0.1/',
    'https://224.0.0.1/',
    'https://255.255.255.255/',
    'https://[::]/',
    'https://[::1]/',
    'https://[::ffff:127.0.0.1]/',
    'https://[::ffff:7f00:1]/',
    'https://[::ffff:8.8.8.8]/',
    'https://[64:ff9b::7f00:1]/',
    'https://[2002:7f00:1::]/',
    'https://[2001:0:7f00:1::]/',
    'https://[2001:db8::1]/',
    'https://[fe80::1]/',
    'https://[fec0::1]/',
    'https://[fc00::1]/',
    'https://[fd12:3456::1]/',
    'https://[ff02::1]/',
  ])('may not be %s', (url) => {
    expect(production.allows(url)).toBe(false)
  })
})

describe('URLs in the sandbox', () => {
  it.each([
    'http://127.0.0.1:3000/hook',
    'http://localhost:3000/',
    'http://[::1]:8080/',
    'http://172.18.0.2/',
  ])('may be %s', (url) => {
    expect(sandbox.allows(url)).toBe(true)
  })

  it.each(['http://169.254.169.254/', 'http://0.0.0.0/', 'http://[fe80::1]/', 'http://[::ffff:127.0.0.1]/'])(
    'may not be %s',
    (url) => {
      expect(sandbox.allows(url)).toBe(false)
    },
  )
})

describe('names', () => {
  it('lead astray when one of their addresses is refused', async () => {
    const guard = (...addresses: string[]) =>
      createOutboundGuard({ allowLocal: false }, resolvesTo(...addresses))
    expect(await guard('8.8.8.8').leadsAstray('https://a.example/')).toBe(false)
    expect(await guard('8.8.8.8', '10.0.0.1').leadsAstray('https://a.example/')).toBe(true)
    expect(await guard('fd00::1').leadsAstray('https://a.example/')).toBe(true)
  })

  it('that do not resolve today may do so tomorrow', async () => {
    const guard = createOutboundGuard({ allowLocal: false }, (_name, _options, done) =>
      done(Object.assign(new Error('no such name'), { code: 'ENOTFOUND' }), []),
    )
    expect(await guard.leadsAstray('https://a.example/')).toBe(false)
  })

  it('are not connected to when they lead to a refused address at that moment', async () => {
    let reached = 0
    const server = createServer((_, response) => {
      reached += 1
      response.end()
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    const post = async (allowLocal: boolean) => {
      const { lookup } = createOutboundGuard({ allowLocal }, resolvesTo('127.0.0.1'))
      const agent = new Agent({ connect: { lookup } })
      try {
        return (await request(`http://rebinding.example:${port}/`, { dispatcher: agent })).statusCode
      } finally {
        await agent.destroy()
      }
    }
    await expect(post(false)).rejects.toBeInstanceOf(RefusedAddress)
    expect(reached).toBe(0)
    expect(await post(true)).toBe(200)
    server.close()
  })
})

it('text that is no address is allowed nowhere', () => {
  for (const text of ['', 'localhost', '1.2.3', '::g']) {
    expect(isAllowedAddress(text, { allowLocal: true })).toBe(false)
  }
})
