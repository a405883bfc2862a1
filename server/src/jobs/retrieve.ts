import { ConnectorError, type TransactionRecord } from '@banksia/connector-kit'
import type { StoredAccount } from '../accounts/sync.types.ts'
import type { Commit } from './commit.ts'
import { completeStep } from './job-states.ts'
import type { CollectContext } from './jobs.types.ts'
import type { Run, RunnerDeps } from './runner.types.ts'
import { readWithSession } from './session.ts'
import { stepResult } from './steps.ts'

/** Pages of one account beyond which a bank is taken to repeat itself. */
const mostPages = 2_000

/** retrieve-accounts: the accounts and the person, as far as the consent goes. What was not consented is not asked for. */
export async function retrieveAccounts({ records }: RunnerDeps, commit: Commit, run: Run): Promise<void> {
  const { scopes } = run.facts
  const profile = [...scopes].some((scope) => scope.startsWith('customer.'))
    ? await readWithSession(run, 'fetchProfile', (connector, ctx, session) =>
        connector.fetchProfile(ctx, session),
      )
    : undefined
  const accounts = scopes.has('account.basic')
    ? await readWithSession(run, 'fetchAccounts', (connector, ctx, session) =>
        connector.fetchAccounts(ctx, session),
      )
    : []
  await commit(run, async (tx, { at }) => {
    const ctx: CollectContext = { ...run.facts, at }
    if (profile) await records.storeProfile(tx, ctx, profile)
    run.state = { ...run.state, accounts: await records.storeAccounts(tx, ctx, accounts) }
    return { steps: completeStep(run.steps, 'retrieve-accounts', stepResult('retrieve-accounts', run.facts)) }
  })
}

/** retrieve-transactions: every page that may hold something new, then all of it in one transaction. */
export async function retrieveTransactions(deps: RunnerDeps, commit: Commit, run: Run): Promise<void> {
  const { records, clock } = deps
  const read: { accountId: StoredAccount['accountId']; rows: readonly TransactionRecord[] }[] = []
  if (run.facts.scopes.has('transaction.detail')) {
    const earliest = earliestDay(clock.now(run.application), run.facts.initialRetrievalDays)
    for (const account of run.state.accounts) {
      read.push({ accountId: account.accountId, rows: await readRows(run, account, earliest) })
    }
  }
  await commit(run, async (tx, { at }) => {
    const ctx: CollectContext = { ...run.facts, at }
    const stored: Awaited<ReturnType<typeof records.storeTransactions>>[] = []
    for (const { accountId, rows } of read) {
      stored.push(await records.storeTransactions(tx, ctx, accountId, rows, { complete: true }))
    }
    await records.announceTransactions(tx, ctx, stored)
    return {
      steps: completeStep(run.steps, 'retrieve-transactions', stepResult('retrieve-transactions', run.facts)),
    }
  })
}

/** retrieve-statements: the list of statements; they tell of transactions, so they need that scope. */
export async function retrieveStatements({ records }: RunnerDeps, commit: Commit, run: Run): Promise<void> {
  const statements = run.facts.scopes.has('transaction.detail')
    ? await readWithSession(run, 'fetchStatements', async (connector, ctx, session) =>
        connector.fetchStatements ? connector.fetchStatements(ctx, session) : { value: [], state: session },
      )
    : []
  await commit(run, async (tx, { at }) => {
    await records.storeStatements(tx, { ...run.facts, at }, statements, run.state.accounts)
    return {
      steps: completeStep(run.steps, 'retrieve-statements', stepResult('retrieve-statements', run.facts)),
    }
  })
}

/** Rows of one account, newest first: until a page reaches a day that is known, or one that was not consented to. */
async function readRows(run: Run, account: StoredAccount, earliest: string): Promise<TransactionRecord[]> {
  const until = account.stopBefore !== null && account.stopBefore > earliest ? account.stopBefore : earliest
  const rows: TransactionRecord[] = []
  let cursor: string | undefined
  for (let page = 0; page < mostPages; page++) {
    const { transactions, next } = await readWithSession(
      run,
      'fetchTransactions',
      (connector, ctx, session) =>
        connector.fetchTransactions(ctx, session, {
          account: account.reference,
          ...(cursor !== undefined && { cursor }),
        }),
    )
    for (const row of transactions) if (row.postDate === null || row.postDate >= earliest) rows.push(row)
    if (next === undefined || reachesBefore(transactions, until)) return rows
    cursor = next
  }
  throw new ConnectorError('institution-changed', { outline: 'pages without end' })
}

const reachesBefore = (rows: readonly TransactionRecord[], day: string): boolean =>
  rows.some((row) => row.postDate !== null && row.postDate < day)

/** The first day the consent reaches back to. */
function earliestDay(now: Date, days: number | null): string {
  return days === null ? '0000-01-01' : new Date(now.getTime() - days * 86_400_000).toISOString().slice(0, 10)
}
