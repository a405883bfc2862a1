import assert from 'node:assert/strict'
import type { ConformanceFixtures, TestApi } from '../conformance.ts'
import type { Connector } from '../contract.ts'
import { failsWith, freshContext, signedIn, signIn } from './steps.ts'

/** The institution's entry, logging in, and what the state may hold. */
export function loginTests(connector: Connector, fixtures: ConformanceFixtures, test: TestApi): void {
  test.it('describes its institution completely', async () => {
    const entry = connector.institution
    assert.match(entry.id, /^[A-Z]{2}[0-9]{5}$/)
    assert.ok(entry.name && entry.shortName && entry.serviceName)
    assert.ok(entry.captions.loginId && entry.captions.password)
    assert.ok(entry.scopes.length > 0 && new Set(entry.scopes).size === entry.scopes.length)
    assert.ok(contrastWithWhite(entry.color) >= 4.5, `${entry.color} is at least 4.5:1 against white`)
    const challenges = entry.authorization !== 'user'
    assert.equal(
      connector.resume !== undefined,
      challenges,
      'resume exists when the institution can challenge',
    )
    assert.equal((fixtures.challenges ?? []).length > 0, challenges, 'fixtures hold the challenges')
  })

  test.it('connects with a good login', async () => {
    await signIn(connector, fixtures, await fixtures.bank())
  })

  test.it('keeps no password and no answer in its state', async () => {
    const bank = await fixtures.bank()
    const asked = [fixtures.login, ...(fixtures.challenges ?? []).map((challenge) => challenge.login)]
    for (const login of asked) {
      const { state } = await connector.connect(freshContext(bank), login)
      assertWithout(state, [login.password, login.securityCode, encodeURIComponent(login.password)])
    }
  })

  test.it('says invalid-credentials for a wrong password', async () => {
    const bank = await fixtures.bank()
    await failsWith(connector.connect(freshContext(bank), fixtures.wrongLogin), 'invalid-credentials')
  })

  test.it('says account-locked for a locked login', async () => {
    const bank = await fixtures.bank()
    await failsWith(connector.connect(freshContext(bank), fixtures.lockedLogin), 'account-locked')
  })

  test.it('says user-action-required when the bank has a notice to be read', async () => {
    const bank = await fixtures.bank()
    await failsWith(connector.connect(freshContext(bank), fixtures.noticeLogin), 'user-action-required')
  })

  const { unavailableLogin } = fixtures
  if (unavailableLogin) {
    test.it('says service-unavailable when the bank reports itself down for a login', async () => {
      const bank = await fixtures.bank()
      await failsWith(connector.connect(freshContext(bank), unavailableLogin), 'service-unavailable')
    })
  }

  if (connector.logout) {
    test.it('has a session that is over after logout', async () => {
      const bank = await fixtures.bank()
      const { state } = await signedIn(connector, fixtures, bank)
      await connector.logout?.(freshContext(bank), state)
      await failsWith(connector.fetchAccounts(freshContext(bank), state), 'session-expired')
    })
  }
}

function assertWithout(state: unknown, secrets: readonly (string | undefined)[]): void {
  const text = JSON.stringify(state)
  for (const secret of secrets)
    assert.ok(!secret || !text.includes(secret), 'state holds no secret of the login')
}

/** WCAG 2.2 contrast ratio of `#RRGGBB` and white. */
function contrastWithWhite(color: string): number {
  assert.match(color, /^#[0-9A-Fa-f]{6}$/)
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(color.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)
}
