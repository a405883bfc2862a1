import assert from 'node:assert/strict'
import type { TSchema } from 'typebox'
import { Errors } from 'typebox/value'
import type { ConformanceBank, ConformanceFixtures, TestApi } from '../conformance.ts'
import type { Connector } from '../contract.ts'
import type { AccountRecord, TransactionRecord } from '../records.ts'
import { accountShape, profileShape, statementShape, transactionShape } from './shapes.ts'
import { freshContext, signIn, stored } from './steps.ts'

const longestHistory = 2_000

/** What is read: shapes, and that pages together hold every row exactly once. */
export function readingTests(connector: Connector, fixtures: ConformanceFixtures, test: TestApi): void {
  test.it('reads a profile', async () => {
    const bank = await fixtures.bank()
    const state = await signIn(connector, fixtures, bank)
    const { value, state: next } = await connector.fetchProfile(freshContext(bank), state)
    assertShape(profileShape, value)
    assert.ok(value.fullName || value.organisation, 'a person or a business has a name')
    stored(next)
  })

  test.it('reads accounts whose references stay the same across sessions', async () => {
    const bank = await fixtures.bank()
    const first = await accountsOf(connector, fixtures, bank)
    const second = await accountsOf(connector, fixtures, bank)
    for (const account of first.accounts) assertShape(accountShape, account)
    const references = first.accounts.map((account) => account.reference)
    assert.equal(new Set(references).size, references.length, 'references are unique')
    assert.deepEqual(
      references,
      second.accounts.map((account) => account.reference),
    )
  })

  test.it(
    'reads every transaction exactly once over all pages, newest first, reconciling with the balance',
    async () => {
      const bank = await fixtures.bank()
      let { accounts, state } = await accountsOf(connector, fixtures, bank)
      for (const account of accounts) {
        const pages = await pagesOf(connector, bank, state, account.reference)
        state = pages.state
        assertHistory(account, pages.rows, fixtures.posted?.[account.reference])
      }
    },
  )

  const { fetchStatements } = connector
  if (!fetchStatements) return
  test.it('reads the statements the bank lists', async () => {
    const bank = await fixtures.bank()
    const { accounts, state } = await accountsOf(connector, fixtures, bank)
    const { value } = await fetchStatements.call(connector, freshContext(bank), state)
    assert.ok(value.length > 0, 'the good login has statements')
    const references = new Set(accounts.map((account) => account.reference))
    for (const statement of value) {
      assertShape(statementShape, statement)
      assert.ok(statement.from <= statement.to)
      assert.ok(statement.account === null || references.has(statement.account), 'belongs to a read account')
    }
    assert.equal(new Set(value.map(({ reference }) => reference)).size, value.length, 'references are unique')
  })
}

async function accountsOf(connector: Connector, fixtures: ConformanceFixtures, bank: ConformanceBank) {
  const signedIn = await signIn(connector, fixtures, bank)
  const { value, state } = await connector.fetchAccounts(freshContext(bank), signedIn)
  assert.ok(value.length > 0, 'the good login has an account')
  return { accounts: value, state: stored(state) }
}

interface History {
  readonly rows: readonly TransactionRecord[]
  readonly state: unknown
}

/**
 * Reads all pages of an account, each in a context of its own, the state passed on through JSON. Also useful to tests that
 * compare a bank with what it should hold.
 */
export async function pagesOf(
  connector: Connector,
  bank: ConformanceBank,
  start: unknown,
  account: string,
): Promise<History> {
  const rows: TransactionRecord[] = []
  const cursors = new Set<string>()
  let state = start
  let cursor: string | undefined
  do {
    const page = { account, ...(cursor !== undefined && { cursor }) }
    const fetched = await connector.fetchTransactions(freshContext(bank), state, page)
    state = stored(fetched.state)
    const pending = fetched.value.transactions.some((row) => row.status === 'pending')
    assert.ok(!pending || cursors.size === 0, 'pending rows come on the first page only')
    rows.push(...fetched.value.transactions)
    cursor = fetched.value.next
    if (cursor !== undefined) {
      assert.ok(!cursors.has(cursor), 'no cursor comes twice')
      cursors.add(cursor)
    }
    assert.ok(cursors.size < longestHistory, 'the history ends')
  } while (cursor !== undefined)
  return { rows, state }
}

/**
 * Checks the union of an account's pages: running balances chain from the account's balance through every page, so a row lost
 * or read twice breaks the chain. `posted` is the number of posted rows where it is known.
 */
export function assertHistory(
  account: AccountRecord,
  rows: readonly TransactionRecord[],
  posted?: number,
): void {
  const firstPosted = rows.findIndex((row) => row.status === 'posted')
  const history = firstPosted < 0 ? [] : rows.slice(firstPosted)
  let below: TransactionRecord | undefined
  for (const row of rows) assertRow(row)
  for (const row of history.toReversed()) {
    assert.equal(row.status, 'posted', 'pending rows come before the posted ones')
    if (below) {
      assert.ok((below.postDate ?? '') <= (row.postDate ?? ''), 'newest first')
      if (below.balance !== null && row.balance !== null)
        assert.equal(row.balance, below.balance + row.amount)
    }
    below = row
  }
  const newest = history[0]
  if (newest && newest.balance !== null) assert.equal(newest.balance, account.balance)
  if (posted !== undefined) assert.equal(history.length, posted)
}

function assertRow(row: TransactionRecord): void {
  assertShape(transactionShape, row)
  assert.equal(row.status === 'posted', row.postDate !== null, 'a posted row, and no other, has a post date')
  assert.ok(row.status === 'posted' || row.transactionDate !== null, 'a pending row has the date it was made')
  if (debits.has(row.class)) assert.ok(row.amount <= 0, `${row.class} is a debit`)
  if (credits.has(row.class)) assert.ok(row.amount >= 0, `${row.class} is a credit`)
}

const debits = new Set(['payment', 'bank-fee', 'cash-withdrawal', 'loan-interest'])
const credits = new Set(['refund', 'direct-credit', 'interest', 'loan-repayment'])

function assertShape(schema: TSchema, value: unknown): void {
  const [error] = Errors(schema, value)
  if (error) assert.fail(`${error.instancePath}: ${error.message}`)
}
