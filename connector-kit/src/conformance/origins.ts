import assert from 'node:assert/strict'
import type { ConformanceFixtures, TestApi } from '../conformance.ts'
import type { Connector } from '../contract.ts'
import { altered, watched } from '../testing.ts'
import { failsWith, freshContext, signedIn } from './steps.ts'

/** Where requests may go. */
export function originTests(connector: Connector, fixtures: ConformanceFixtures, test: TestApi): void {
  test.it('sends requests to the institution and nowhere else', async () => {
    const bank = await fixtures.bank()
    const { http, requests } = watched(bank.http)
    await signedIn(connector, fixtures, { ...bank, http })
    assert.ok(requests.length > 0)
    for (const { url } of requests) assert.ok(isWithin(url, bank.origin), `${url} is on ${bank.origin}`)
  })

  test.it('does not follow a redirect to another origin', async () => {
    const bank = await fixtures.bank()
    const away = altered(bank.http, (response) => ({
      ...response,
      status: 302,
      headers: { ...response.headers, location: 'https://elsewhere.example/login' },
    }))
    const { http, requests } = watched(away)
    await failsWith(connector.connect(freshContext({ ...bank, http }), fixtures.login), 'institution-changed')
    for (const { url } of requests) assert.ok(isWithin(url, bank.origin))
  })
}

function isWithin(url: string, base: string): boolean {
  return url === base || url.startsWith(`${base}/`) || url.startsWith(`${base}?`)
}
