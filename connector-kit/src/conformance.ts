import { challengeTests } from './conformance/challenges.ts'
import { failureTests } from './conformance/failures.ts'
import { loginTests } from './conformance/logins.ts'
import { originTests } from './conformance/origins.ts'
import { readingTests } from './conformance/reading.ts'
import type { BankHttp, BankResponse, Challenge, Connector, Login } from './contract.ts'

/** Steps of the suite, for tests of their own that read a bank. */
export { assertHistory, pagesOf } from './conformance/reading.ts'
export { freshContext, signIn, stored } from './conformance/steps.ts'

export interface ConformanceBank {
  readonly http: BankHttp
  /** Base URL of the institution; no request may leave it. */
  readonly origin: string
  /** The application's time. */
  readonly now?: Date
}

export interface ConformanceChallenge {
  readonly login: Login
  /** The challenge exactly as the connector must describe it. */
  readonly challenge: Challenge
  readonly answers: readonly string[]
  readonly wrongAnswers: readonly string[]
}

export interface ConformanceFixtures {
  /** The bank, in its usual state. Called for each test, so that lock-out counters do not leak between tests. */
  bank(): ConformanceBank | Promise<ConformanceBank>
  /** A login that works and has accounts. */
  readonly login: Login
  /** Right answers to whatever the bank asks of `login`. */
  answers?(challenge: Challenge): readonly string[]
  readonly wrongLogin: Login
  readonly lockedLogin: Login
  /** A login that the bank sends to a notice or to terms that must be accepted first. */
  readonly noticeLogin: Login
  /** A login for which the bank reports itself unavailable, where the bank has one. */
  readonly unavailableLogin?: Login
  /** Every challenge the bank can ask. An intermittent bank is asked several times. */
  readonly challenges?: readonly ConformanceChallenge[]
  /** What the bank answers to everything while it is under maintenance. */
  readonly maintenance: Pick<BankResponse, 'status' | 'text'>
  /** Posted rows of `login` by account reference, where the fixture knows them. */
  readonly posted?: Readonly<Record<string, number>>
}

/** The part of a test runner the suite uses; Vitest's and node:test's functions both fit. */
export interface TestApi {
  describe(name: string, body: () => void): unknown
  it(name: string, body: () => Promise<void>): unknown
}

/**
 * The behaviour every connector has in common. A bank's folder is complete when this passes:
 * `conformance(connector, fixtures, { describe, it })`.
 */
export function conformance(connector: Connector, fixtures: ConformanceFixtures, test: TestApi): void {
  const { id, name } = connector.institution
  test.describe(`${name} (${id}) keeps the connector contract`, () => {
    loginTests(connector, fixtures, test)
    originTests(connector, fixtures, test)
    challengeTests(connector, fixtures, test)
    failureTests(connector, fixtures, test)
    readingTests(connector, fixtures, test)
  })
}
