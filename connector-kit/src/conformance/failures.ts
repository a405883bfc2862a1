import assert from 'node:assert/strict'
import type { ConformanceBank, ConformanceFixtures, TestApi } from '../conformance.ts'
import type { BankHttp, BankResponse, Connector } from '../contract.ts'
import type { ConnectorErrorKind } from '../errors.ts'
import { aContext, altered, watched } from '../testing.ts'
import { failsWith, freshContext, readings, signedIn } from './steps.ts'

const secretText = 'Robin Secret 4929-1234'
/** No bank looks like this. Everything a person could be known by is in text or in values. */
const unknownPage = `<html><head><title>${secretText}</title></head><body class="unheard-of"><main>
  <section data-whom="${secretText}"><p>${secretText}</p><!-- ${secretText} --><script>var whom = '${secretText}'</script>
  <input name="${secretText}" value="${secretText}"></section></main></body></html>`

/** What the bank's web site may do at any moment, during login as well as while reading. */
export function failureTests(connector: Connector, fixtures: ConformanceFixtures, test: TestApi): void {
  const always = (kinds: readonly ConnectorErrorKind[], spoil: (http: BankHttp) => BankHttp) => async () => {
    const bank = await fixtures.bank()
    const spoilt = { ...bank, http: spoil(bank.http) }
    await failsWith(connector.connect(freshContext(spoilt), fixtures.login), ...kinds)
    const { state, account } = await signedIn(connector, fixtures, bank)
    for (const { call } of readings(connector, state, account)) {
      await failsWith(call(freshContext(spoilt)), ...kinds)
    }
  }
  const answering = (change: (response: BankResponse) => Partial<BankResponse>) => (http: BankHttp) =>
    altered(http, (response) => ({ ...response, ...change(response) }))

  test.it(
    'says maintenance while the bank is under maintenance',
    always(
      ['maintenance'],
      answering(() => fixtures.maintenance),
    ),
  )
  for (const status of [500, 502, 503, 504]) {
    test.it(
      `says service-unavailable when the bank answers ${status}`,
      always(
        ['service-unavailable'],
        answering(() => ({ status, text: '<html><body><h1>Error</h1></body></html>' })),
      ),
    )
  }
  test.it(
    'says service-unavailable when the bank cannot be reached',
    always(['service-unavailable'], () => async () => {
      throw new TypeError('fetch failed')
    }),
  )
  test.it(
    'ends on a bank that redirects for ever',
    always(
      ['institution-changed'],
      answering(({ url }) => ({ status: 302, headers: { location: url } })),
    ),
  )
  test.it(
    'does not take a page that was cut short for a whole one',
    always(
      ['institution-changed'],
      answering(({ status, text }) => ({ text: status === 200 ? text.slice(0, text.length * 0.55) : text })),
    ),
  )
  test.it(
    'says institution-changed when a page is gone',
    always(
      ['institution-changed'],
      answering(() => ({ status: 404, text: '<html><body><h1>Not found</h1></body></html>' })),
    ),
  )

  outlineTest(connector, fixtures, test)
  endedTests(connector, fixtures, test)
}

function outlineTest(connector: Connector, fixtures: ConformanceFixtures, test: TestApi): void {
  test.it('outlines an unknown page without its text and values', async () => {
    const bank = await fixtures.bank()
    const { state, account } = await signedIn(connector, fixtures, bank)
    const unknown: ConformanceBank = {
      ...bank,
      http: altered(bank.http, (response) => ({ ...response, status: 200, text: unknownPage })),
    }
    const calls = readings(connector, state, account).map(({ call }) => call)
    for (const call of [(ctx = freshContext(unknown)) => connector.connect(ctx, fixtures.login), ...calls]) {
      const { outline } = await failsWith(call(freshContext(unknown)), 'institution-changed')
      assert.ok(outline, 'an unknown page has an outline')
      assert.ok(outline.length <= 2_048, 'the outline is at most 2 kB')
      assert.match(outline, /section/)
      assert.doesNotMatch(outline, /Robin|Secret|4929/)
    }
  })
}

function endedTests(connector: Connector, fixtures: ConformanceFixtures, test: TestApi): void {
  test.it('says session-expired when the bank no longer knows the session', async () => {
    const bank = await fixtures.bank()
    const { state, account } = await signedIn(connector, fixtures, bank)
    const forgetful: ConformanceBank = {
      ...bank,
      http: ({ headers, ...request }) => bank.http({ ...request, headers: { ...headers, cookie: '' } }),
    }
    for (const { call } of readings(connector, state, account)) {
      await failsWith(call(freshContext(forgetful)), 'session-expired')
    }
  })

  test.it('says session-expired for a state of another release', async () => {
    const bank = await fixtures.bank()
    for (const { call } of readings(connector, { release: 0 }, 'any')) {
      await failsWith(call(freshContext(bank)), 'session-expired')
    }
  })

  test.it('sends nothing more once the job is cancelled', async () => {
    const bank = await fixtures.bank()
    const { state, account } = await signedIn(connector, fixtures, bank)
    const { http, requests } = watched(bank.http)
    const ctx = aContext({ http, origin: bank.origin, signal: AbortSignal.abort() })
    await failsWith(connector.connect(ctx, fixtures.login), 'service-unavailable')
    for (const { call } of readings(connector, state, account))
      await failsWith(call(ctx), 'service-unavailable')
    assert.equal(requests.length, 0)
  })
}
