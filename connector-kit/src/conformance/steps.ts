import assert from 'node:assert/strict'
import type { ConformanceBank, ConformanceFixtures } from '../conformance.ts'
import type { Connector, Context, Login } from '../contract.ts'
import { ConnectorError, type ConnectorErrorKind } from '../errors.ts'
import { aContext } from '../testing.ts'

/** A new context, as another worker process would have it. */
export function freshContext(bank: ConformanceBank): Context {
  return aContext({ http: bank.http, origin: bank.origin, ...(bank.now && { now: bank.now }) })
}

/** State as the host stores it: through JSON, which must lose nothing. */
export function stored(state: unknown): unknown {
  const copy: unknown = JSON.parse(JSON.stringify(state))
  assert.deepEqual(copy, state, 'state is plain JSON data')
  return copy
}

/** Logs in, answers what the bank asks, and gives the state as stored. */
export async function signIn(
  connector: Connector,
  fixtures: ConformanceFixtures,
  bank: ConformanceBank,
  login: Login = fixtures.login,
): Promise<unknown> {
  let outcome = await connector.connect(freshContext(bank), login)
  for (let round = 0; outcome.kind === 'challenge'; round++) {
    assert.ok(round < 5, 'the bank lets the session in after at most five challenges')
    assert.ok(connector.resume, 'a connector that is challenged has resume')
    assert.ok(fixtures.answers, 'the fixtures answer challenges')
    const answers = fixtures.answers(outcome.challenge)
    outcome = await connector.resume(freshContext(bank), stored(outcome.state), answers)
  }
  return stored(outcome.state)
}

/** Checks that `work` fails with a ConnectorError of this kind, and gives the error. */
export async function failsWith(
  work: Promise<unknown>,
  ...kinds: readonly ConnectorErrorKind[]
): Promise<ConnectorError> {
  const error = await work.then(
    () => assert.fail(`expected ${kinds.join(' or ') || 'an error'}, but it succeeded`),
    (reason: unknown) => reason,
  )
  assert.ok(error instanceof ConnectorError, `throws only ConnectorError, not ${String(error)}`)
  if (kinds.length > 0)
    assert.ok(kinds.includes(error.kind), `expected ${kinds.join(' or ')}, got ${error.kind}`)
  return error
}

/** Every reading call of the connector on this state. */
export function readings(
  connector: Connector,
  state: unknown,
  account: string,
): { name: string; call: (ctx: Context) => Promise<unknown> }[] {
  const { fetchStatements } = connector
  return [
    { name: 'fetchProfile', call: (ctx) => connector.fetchProfile(ctx, state) },
    { name: 'fetchAccounts', call: (ctx) => connector.fetchAccounts(ctx, state) },
    { name: 'fetchTransactions', call: (ctx) => connector.fetchTransactions(ctx, state, { account }) },
    ...(fetchStatements
      ? [{ name: 'fetchStatements', call: (ctx: Context) => fetchStatements.call(connector, ctx, state) }]
      : []),
  ]
}

/** Signs in and finds one account to read. */
export async function signedIn(
  connector: Connector,
  fixtures: ConformanceFixtures,
  bank: ConformanceBank,
): Promise<{ state: unknown; account: string }> {
  const state = await signIn(connector, fixtures, bank)
  const { value: accounts, state: next } = await connector.fetchAccounts(freshContext(bank), state)
  const first = accounts[0]
  assert.ok(first, 'the good login has an account')
  return { state: stored(next), account: first.reference }
}
