import assert from 'node:assert/strict'
import type { ConformanceBank, ConformanceChallenge, ConformanceFixtures, TestApi } from '../conformance.ts'
import type { Challenge, Connector } from '../contract.ts'
import { failsWith, freshContext, stored } from './steps.ts'

/** An intermittent bank asks about every second time: 40 logins without a challenge do not happen by chance. */
const patience = 40

export function challengeTests(connector: Connector, fixtures: ConformanceFixtures, test: TestApi): void {
  for (const expected of fixtures.challenges ?? []) {
    const who = `${expected.login.loginId} (${expected.challenge.method})`

    test.it(
      `passes on the bank's challenge of ${who} and resumes with its state in another process`,
      async () => {
        const bank = await fixtures.bank()
        const { challenge, state } = await challenged(connector, bank, expected)
        assert.deepEqual(challenge, expected.challenge)
        const outcome = await resume(connector, bank, state, expected.answers)
        assert.equal(outcome.kind, 'connected')
        const accounts = await connector.fetchAccounts(freshContext(bank), stored(outcome.state))
        assert.ok(accounts.value.length > 0)
      },
    )

    test.it(`says wrong-answer for ${who} and still takes the right one`, async () => {
      const bank = await fixtures.bank()
      const { state } = await challenged(connector, bank, expected)
      await failsWith(resume(connector, bank, state, expected.wrongAnswers), 'wrong-answer')
      const outcome = await resume(connector, bank, state, expected.answers)
      assert.equal(outcome.kind, 'connected')
    })

    test.it(`keeps no answer of ${who} in its state`, async () => {
      const bank = await fixtures.bank()
      const { state } = await challenged(connector, bank, expected)
      const outcome = await resume(connector, bank, state, expected.answers)
      const values = leaves(outcome.state)
      for (const answer of expected.answers) assert.ok(!values.includes(answer))
    })
  }

  const first = fixtures.challenges?.[0]
  if (!first) return
  test.it('says challenge-expired or session-expired when the bank forgot the waiting session', async () => {
    const bank = await fixtures.bank()
    const { state } = await challenged(connector, bank, first)
    const forgetful: ConformanceBank = {
      ...bank,
      http: ({ headers, ...request }) => bank.http({ ...request, headers: { ...headers, cookie: '' } }),
    }
    await failsWith(
      resume(connector, forgetful, state, first.answers),
      'challenge-expired',
      'session-expired',
    )
  })
}

async function challenged(
  connector: Connector,
  bank: ConformanceBank,
  expected: ConformanceChallenge,
): Promise<{ challenge: Challenge; state: unknown }> {
  for (let attempt = 0; attempt < patience; attempt++) {
    const outcome = await connector.connect(freshContext(bank), expected.login)
    if (outcome.kind === 'challenge') return { challenge: outcome.challenge, state: stored(outcome.state) }
    await connector.logout?.(freshContext(bank), outcome.state)
  }
  assert.fail(`the bank did not challenge ${expected.login.loginId} in ${patience} logins`)
}

async function resume(
  connector: Connector,
  bank: ConformanceBank,
  state: unknown,
  answers: readonly string[],
) {
  assert.ok(connector.resume)
  return connector.resume(freshContext(bank), state, answers)
}

function leaves(value: unknown): unknown[] {
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leaves) : [value]
}
