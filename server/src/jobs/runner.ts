import { ConnectorError, type Login } from '@banksia/connector-kit'
import { inTransaction, type Tx } from '../db/database.ts'
import type { ApplicationId, JobId } from '../ids.ts'
import { type ConsentKey, KeyDestroyed } from '../vault/vault.ts'
import { answerChallenge, verifyCredentials } from './challenge.ts'
import { type Commit, createCommit, JobOver } from './commit.ts'
import { statePurpose, trialPurpose } from './job-out.ts'
import { currentStep, startStep } from './job-states.ts'
import { hasEnded, workingTimeMs } from './jobs.service.ts'
import type { JobRow } from './jobs.store.ts'
import * as store from './jobs.store.ts'
import type { Step } from './jobs.types.ts'
import { retrieveAccounts, retrieveStatements, retrieveTransactions } from './retrieve.ts'
import type { JobTask, Run, RunnerDeps, RunState } from './runner.types.ts'
import { logOut } from './session.ts'
import { failureOfKind, failures, type JobFailure } from './steps.ts'

export interface JobName {
  readonly applicationId: ApplicationId
  readonly jobId: JobId
}

export type JobRunner = ReturnType<typeof createJobRunner>

/** Deadline of a job whose task the queue gave up: long past. */
const givenUp = new Date(0)

const fresh: RunState = { session: null, reconnected: false, accounts: [] }

/**
 * Takes a job as far as it goes: load it, call the bank outside any transaction, then one fenced transaction that stores
 * the records, moves the step and appends the events. What is needed to go on is sealed with each step, so that any
 * worker can.
 */
export function createJobRunner(deps: RunnerDeps) {
  const { db, clock, jobs, applications } = deps
  const commit = createCommit(deps)

  async function load({ applicationId, jobId }: JobName, task: JobTask): Promise<Run | undefined> {
    const application = await applications.get(applicationId)
    const row = application && (await store.find(db, applicationId, jobId))
    if (!application || !row || hasEnded(row) || isWaiting(row)) return undefined
    const opened = await open(deps, application, row)
    if (!opened) {
      const at = clock.now(application)
      await task.inTransaction((tx) =>
        jobs.failRunning(tx, application, jobId, failures['connection-ended'], at),
      )
      return undefined
    }
    const { key, consent, login } = opened
    const left = (row.deadline?.getTime() ?? 0) - clock.real().getTime()
    const signal = AbortSignal.any([
      task.signal,
      AbortSignal.timeout(Math.min(Math.max(left, 0), workingTimeMs)),
    ])
    const visit = deps.host.visit({ application, institutionId: row.institution_id, method: 'web', signal })
    if (!visit) throw new Error(`no connector for ${row.institution_id}`)
    return {
      application,
      task,
      key,
      login,
      visit,
      signal,
      loaded: row,
      facts: {
        application,
        userId: row.user_id,
        consentId: row.consent_id,
        connectionId: row.connection_id,
        institutionId: row.institution_id,
        jobId,
        key,
        ...consent,
      },
      steps: row.steps,
      state: openState(key, row),
    }
  }

  async function work(run: Run): Promise<void> {
    if (currentStep(run.steps)?.status === 'pending') {
      await commit(run, async () => ({ steps: startStep(run.steps) }))
    }
    for (let step = currentStep(run.steps); step; step = currentStep(run.steps)) {
      if ((await takeStep(deps, commit, run, step)) === 'wait') return
    }
    await logOut(run)
  }

  async function failed(run: Run, error: unknown): Promise<void> {
    const failure = failureOf(run, error)
    if (!failure) throw error
    await commit(run, async (tx, { at, row }) => {
      await jobs.fail(tx, run.application, row, failure, at)
      return 'ended'
    })
  }

  return {
    /** Works on a job until it ends or waits. Throws what is no fault of the bank, so that the queue tries again. */
    async run(name: JobName, task: JobTask): Promise<void> {
      const run = await load(name, task)
      if (!run) return
      try {
        await work(run).catch((error: unknown) => failed(run, error))
      } catch (error) {
        if (!(error instanceof JobOver)) throw error
      }
    },

    /** The queue gave the task up: the job is due to be failed at once, by the sweep that ends overdue jobs. */
    async giveUp(tx: Tx, { applicationId, jobId }: JobName): Promise<void> {
      await store.save(tx, applicationId, jobId, { deadline: givenUp })
    },

    /** Fails a job whose working time, in real time, is over and that no worker ended. */
    async timeOut({ applicationId, jobId }: JobName): Promise<void> {
      const application = await applications.get(applicationId)
      if (!application) return
      const now = clock.real()
      const isOverdue = (row: JobRow) => row.deadline !== null && row.deadline <= now
      const row = await store.find(db, applicationId, jobId)
      const failure =
        row?.deadline?.getTime() === givenUp.getTime() ? failures.unknown : failures['timed-out']
      await inTransaction(db, (tx) =>
        jobs.failRunning(tx, application, jobId, failure, clock.now(application), isOverdue),
      )
    },
  }
}

/** Where the last worker stood. A new one may replace a lost session once more: banks restart as well. */
function openState(key: ConsentKey, { id, sealed_state: sealed }: JobRow): RunState {
  if (!sealed) return fresh
  const state = JSON.parse(key.open(statePurpose(id), sealed).toString()) as RunState
  return { ...state, reconnected: false }
}

const isWaiting = (row: JobRow): boolean => row.challenge_expires !== null && row.sealed_answer === null

/** What a job is worked on with; `undefined` when its consent is over. */
async function open({ db, vault, connections }: RunnerDeps, { id }: Run['application'], row: JobRow) {
  try {
    const key = await vault.key(id, row.consent_id)
    const consent = await store.consentOf(db, id, row.consent_id)
    const own = await connections.login(db, id, row.connection_id, key)
    const login = own && row.sealed_login ? onTrial(row, row.sealed_login, key) : own
    return consent && login && { key, consent, login }
  } catch (error) {
    if (error instanceof KeyDestroyed) return undefined
    throw error
  }
}

const onTrial = ({ id }: JobRow, sealed: Buffer, key: ConsentKey) =>
  JSON.parse(key.open(trialPurpose(id), sealed).toString()) as Login

async function takeStep(
  deps: RunnerDeps,
  commit: Commit,
  run: Run,
  { title }: Step,
): Promise<'go-on' | 'wait'> {
  switch (title) {
    case 'verify-credentials':
      return verifyCredentials(deps, commit, run)
    case 'mfa-challenge':
      return answerChallenge(deps, commit, run)
    case 'retrieve-accounts':
      await retrieveAccounts(deps, commit, run)
      return 'go-on'
    case 'retrieve-transactions':
      await retrieveTransactions(deps, commit, run)
      return 'go-on'
    case 'retrieve-statements':
      await retrieveStatements(deps, commit, run)
      return 'go-on'
    default:
      return title satisfies never
  }
}

/** What the error means for the job; `undefined` for errors that are ours, or that only say the worker must stop. */
function failureOf({ signal, task }: Run, error: unknown): JobFailure | undefined {
  if (task.signal.aborted) return undefined
  if (error instanceof ConnectorError) return failureOfKind(error.kind)
  return signal.aborted && error === signal.reason ? failures['timed-out'] : undefined
}
