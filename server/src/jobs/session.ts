import {
  type Connector,
  ConnectorError,
  type Context,
  type Fetched,
  type Outcome,
} from '@banksia/connector-kit'
import type { Run } from './runner.types.ts'

/** Reads with the session at hand, and keeps the session the bank gave back. A lost session is replaced once. */
export async function readWithSession<Value>(
  run: Run,
  operation: string,
  work: (connector: Connector, ctx: Context, session: unknown) => Promise<Fetched<unknown, Value>>,
): Promise<Value> {
  try {
    return await read(run, operation, work)
  } catch (error) {
    if (!(error instanceof ConnectorError) || error.kind !== 'session-expired' || run.state.reconnected)
      throw error
    const outcome = await reconnect(run)
    // The challenge step is over by now, so a bank that asks again cannot be answered in this job.
    if (outcome.kind === 'challenge') throw new ConnectorError('service-unavailable', { cause: error })
    return read(run, operation, work)
  }
}

async function read<Value>(
  run: Run,
  operation: string,
  work: (connector: Connector, ctx: Context, session: unknown) => Promise<Fetched<unknown, Value>>,
): Promise<Value> {
  const { value, state } = await run.visit.call(operation, (connector, ctx) =>
    work(connector, ctx, run.state.session),
  )
  run.state = { ...run.state, session: state }
  return value
}

/** Logs in with the sealed credentials. */
export async function connect(run: Run): Promise<Outcome<unknown>> {
  const outcome = await run.visit.call('connect', (connector, ctx) => connector.connect(ctx, run.login))
  run.state = { ...run.state, session: outcome.state }
  return outcome
}

/** Logs in again in place of a session that was lost. */
export async function reconnect(run: Run): Promise<Outcome<unknown>> {
  run.state = { ...run.state, reconnected: true }
  return connect(run)
}

/** Ends the session at the bank. The records are stored by then, so a bank that refuses changes nothing. */
export async function logOut(run: Run): Promise<void> {
  const { connector } = run.visit
  if (!connector.logout || run.state.session === null) return
  await ignoringBank(
    run.visit.call('logout', async (c, ctx) => c.logout?.(ctx, run.state.session), { timeoutMs: 5_000 }),
  )
}

/** Lets a bank's refusal pass where the outcome no longer depends on it. The guard has logged it. */
async function ignoringBank(work: Promise<void>): Promise<void> {
  await work.catch(() => undefined)
}
