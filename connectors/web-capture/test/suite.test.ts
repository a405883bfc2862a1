import { type Connector, ConnectorError, type ConnectorErrorKind, type Outcome } from '@banksia/connector-kit'
import { conformance } from '@banksia/connector-kit/conformance'
import { describe, expect, it } from 'vitest'
import { piedPiper } from '../src/banks/pied-piper/index.ts'
import { fixturesFor, useSandboxBanks } from './sandbox.ts'

const banks = useSandboxBanks()
const right: Connector = piedPiper
const {
  connect,
  resume = () => Promise.reject(new Error('no resume')),
  fetchTransactions,
  fetchAccounts,
} = right

/** Names of the suite's tests that fail for a connector. */
async function failing(connector: Connector): Promise<string[]> {
  const tests: { name: string; body: () => Promise<void> }[] = []
  conformance(connector, fixturesFor(connector, banks), {
    describe: (_name, body) => body(),
    it: (name, body) => tests.push({ name, body }),
  })
  const failed: string[] = []
  for (const { name, body } of tests) await body().catch(() => failed.push(name))
  return failed
}

const renamed = (from: ConnectorErrorKind, to: () => Error) => (reason: unknown) => {
  throw reason instanceof ConnectorError && reason.kind === from ? to() : reason
}
const withState = (outcome: Outcome<unknown>, more: object): Outcome<unknown> => ({
  ...outcome,
  state: { ...Object(outcome.state), ...more },
})

/** One fault each, and words of a test that has to notice it. */
const faults: readonly (readonly [fault: string, notices: RegExp, connector: Connector])[] = [
  [
    'leaves out the last row of each page',
    /every transaction exactly once/,
    {
      ...right,
      async fetchTransactions(ctx, state, page) {
        const { value, state: next } = await fetchTransactions(ctx, state, page)
        return { value: { ...value, transactions: value.transactions.slice(0, -1) }, state: next }
      },
    },
  ],
  [
    'reads the first page for ever',
    /every transaction exactly once/,
    { ...right, fetchTransactions: (ctx, state, { account }) => fetchTransactions(ctx, state, { account }) },
  ],
  [
    'takes debits for credits',
    /every transaction exactly once/,
    {
      ...right,
      async fetchTransactions(ctx, state, page) {
        const { value, state: next } = await fetchTransactions(ctx, state, page)
        const transactions = value.transactions.map((row) => ({ ...row, amount: -row.amount }))
        return { value: { ...value, transactions }, state: next }
      },
    },
  ],
  [
    'keeps the password in its state',
    /no password/,
    {
      ...right,
      connect: async (ctx, login) => withState(await connect(ctx, login), { login }),
    },
  ],
  [
    'keeps something in its state that is not JSON',
    /resumes with its state in another process/,
    { ...right, connect: async (ctx, login) => withState(await connect(ctx, login), { since: ctx.now() }) },
  ],
  [
    'throws something else for a wrong password',
    /wrong password/,
    {
      ...right,
      connect: (ctx, login) =>
        connect(ctx, login).catch(renamed('invalid-credentials', () => new Error('no'))),
    },
  ],
  [
    'gives up at the first wrong answer',
    /wrong-answer for Whistler/,
    {
      ...right,
      resume: (ctx, state, answers) =>
        resume
          .call(right, ctx, state, answers)
          .catch(renamed('wrong-answer', () => new ConnectorError('invalid-credentials'))),
    },
  ],
  [
    'sends a request to somebody else',
    /nowhere else/,
    {
      ...right,
      async fetchAccounts(ctx, state) {
        await ctx.http({ method: 'GET', url: `${new URL(ctx.origin).origin}/hooli/login` })
        return fetchAccounts(ctx, state)
      },
    },
  ],
  [
    'puts what it read into the outline',
    /outlines an unknown page/,
    {
      ...right,
      fetchAccounts: (ctx, state) =>
        fetchAccounts(ctx, state).catch(
          renamed(
            'institution-changed',
            () => new ConnectorError('institution-changed', { outline: 'section Robin Secret' }),
          ),
        ),
    },
  ],
  [
    'does not know maintenance from an outage',
    /says maintenance/,
    {
      ...right,
      connect: (ctx, login) =>
        connect(ctx, login).catch(renamed('maintenance', () => new ConnectorError('service-unavailable'))),
    },
  ],
]

describe('the conformance suite', () => {
  it('finds no fault with a connector that has none', async () => {
    expect(await failing(right)).toEqual([])
  })

  it.each(faults)('notices a connector that %s', async (_fault, notices, connector) => {
    expect((await failing(connector)).join('\n')).toMatch(notices)
  })
})
