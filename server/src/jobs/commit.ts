import type { Updateable } from 'kysely'
import type { Tx } from '../db/database.ts'
import { statePurpose } from './job-out.ts'
import { jobStatus } from './job-states.ts'
import { hasEnded } from './jobs.service.ts'
import type { JobRow } from './jobs.store.ts'
import * as store from './jobs.store.ts'
import type { JobsTable } from './jobs.table.ts'
import type { Step } from './jobs.types.ts'
import type { Run, RunnerDeps } from './runner.types.ts'

/** The job ended while its task worked on it: deleted, timed out, or taken over. */
export class JobOver extends Error {
  override readonly name = 'JobOver'
}

export interface Committing {
  /** The application's time of the change. */
  readonly at: Date
  readonly row: JobRow
}

/** What a stage changes; `ended` when it has ended the job itself. */
export type Change = { readonly steps: readonly Step[]; readonly row?: Updateable<JobsTable> } | 'ended'

/** The one way a running job is written: in one fenced transaction, with the connection and the job locked. */
export type Commit = (run: Run, work: (tx: Tx, now: Committing) => Promise<Change>) => Promise<void>

export function createCommit({ clock, connections }: RunnerDeps): Commit {
  return async (run, work) => {
    const { application, task, facts } = run
    const at = clock.now(application)
    const steps = await task.inTransaction(async (tx) => {
      const alive = await connections.lock(tx, application.id, facts.connectionId)
      const row = await store.lock(tx, application.id, facts.jobId)
      if (!alive || !row || hasEnded(row)) throw new JobOver()
      const change = await work(tx, { at, row })
      if (change === 'ended') return undefined
      await save(tx, run, change.steps, change.row, at)
      if (jobStatus(change.steps) === 'success') {
        await connections.jobEnded(tx, application, facts.connectionId, 'succeeded', { at, key: run.key })
      }
      return change.steps
    })
    if (steps) run.steps = steps
  }
}

async function save(
  tx: Tx,
  { application, facts, key, state }: Run,
  steps: readonly Step[],
  change: Updateable<JobsTable> | undefined,
  at: Date,
): Promise<void> {
  const status = jobStatus(steps)
  const sealed = key.seal(statePurpose(facts.jobId), JSON.stringify(state))
  const ended = status === 'success' ? { accepted_answer: null, challenge_expires: null, deadline: null } : {}
  await store.save(tx, application.id, facts.jobId, {
    ...change,
    ...ended,
    steps: JSON.stringify(steps),
    status,
    updated: at,
    sealed_state: status === 'success' ? null : sealed,
  })
}
