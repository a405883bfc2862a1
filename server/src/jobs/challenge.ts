import { type Challenge, ConnectorError, type Outcome } from '@banksia/connector-kit'
import type { Tx } from '../db/database.ts'
import { AppError } from '../errors/app-error.ts'
import { acceptedHash } from './answerable.ts'
import type { Change, Commit, Committing } from './commit.ts'
import { answerPurpose, challengeMs, challengePurpose } from './job-out.ts'
import { completeStep, withChallengeStep } from './job-states.ts'
import type { Step } from './jobs.types.ts'
import type { Run, RunnerDeps } from './runner.types.ts'
import { connect, reconnect } from './session.ts'
import { failures, stepResult } from './steps.ts'

/** Wrong answers after which a challenge is lost (settled 3). */
const mostTries = 3

/** verify-credentials: logs in, and presents the challenge if the bank has one. Answers whether the job now waits. */
export async function verifyCredentials(
  deps: RunnerDeps,
  commit: Commit,
  run: Run,
): Promise<'go-on' | 'wait'> {
  const outcome = await connect(run)
  const verified = stepResult('verify-credentials', run.facts)
  if (outcome.kind === 'challenge') {
    await commit(run, async (tx, { at }) => {
      await deps.connections.challenged(tx, run.application.id, run.facts.connectionId)
      const steps = completeStep(withChallengeStep(run.steps), 'verify-credentials', verified)
      return { steps, ...waitingFor(run, outcome.challenge, at) }
    })
    return 'wait'
  }
  await commit(run, async (tx, now) => {
    const steps = completeStep(run.steps, 'verify-credentials', verified)
    // A bank that always challenges let this login in without: there is nothing to ask.
    const asked = steps.find((step) => step.title === 'mfa-challenge')
    return letIn(deps, run, tx, now, {
      steps: asked?.status === 'in-progress' ? completeStep(steps, 'mfa-challenge', null) : steps,
    })
  })
  return isPast(run, 'verify-credentials') ? 'go-on' : 'wait'
}

const isPast = ({ steps }: Run, title: Step['title']): boolean =>
  steps.some((step) => step.title === title && step.status === 'success')

/**
 * The institution let the login in: one on trial becomes the connection's own in the same commit. Another connection may
 * have come by that login meanwhile, and then the job cannot go on.
 */
async function letIn(
  { connections, jobs, vault }: RunnerDeps,
  { application, facts, login, key }: Run,
  tx: Tx,
  { at, row }: Committing,
  change: Exclude<Change, 'ended'>,
): Promise<Change> {
  if (!row.sealed_login) return change
  const loginHash = vault.loginHash(application.id, login.loginId)
  const accepted = { login, loginHash, at, key }
  if (!(await connections.loginAccepted(tx, application, facts.connectionId, accepted))) {
    await jobs.fail(tx, application, row, failures.unknown, at)
    return 'ended'
  }
  return { ...change, row: { ...change.row, sealed_login: null } }
}

/** mfa-challenge: hands the answer to the bank. Without an answer there is nothing to do but wait. */
export async function answerChallenge(deps: RunnerDeps, commit: Commit, run: Run): Promise<'go-on' | 'wait'> {
  const { sealed_answer: sealedAnswer } = run.loaded
  if (!sealedAnswer) return 'wait'
  const answers = JSON.parse(
    run.key.open(answerPurpose(run.facts.jobId), sealedAnswer).toString(),
  ) as string[]
  const outcome = await resume(run, answers)
  if (outcome === 'wrong' || outcome === 'refused') return wrongAnswer(deps, commit, run, outcome)
  if (outcome.kind === 'challenge') {
    await commit(run, async (_tx, { at }) => ({
      steps: run.steps,
      ...waitingFor(run, outcome.challenge, at),
    }))
    return 'wait'
  }
  const accepted = acceptedHash(deps.vault, run.application.id, run.facts.jobId, answers)
  await commit(run, (tx, now) =>
    letIn(deps, run, tx, now, {
      steps: completeStep(run.steps, 'mfa-challenge', null),
      row: { sealed_answer: null, accepted_answer: accepted, challenge_expires: null },
    }),
  )
  return isPast(run, 'mfa-challenge') ? 'go-on' : 'wait'
}

async function resume(run: Run, answers: readonly string[]): Promise<Outcome<unknown> | 'wrong' | 'refused'> {
  try {
    const outcome = await run.visit.call('resume', async (connector, ctx) => {
      if (!connector.resume) throw new AppError('internal', { internal: 'a challenge without resume' })
      return connector.resume(ctx, run.state.session, answers)
    })
    run.state = { ...run.state, session: outcome.state }
    return outcome
  } catch (error) {
    if (!(error instanceof ConnectorError)) throw error
    if (error.kind === 'wrong-answer') return 'wrong'
    if (error.kind === 'invalid-credentials') return 'refused'
    if (mayAskAgain(run, error)) return reconnect(run)
    throw error
  }
}

/**
 * A session that is gone, or an answer that an earlier worker may have handed in before it died: the bank no longer
 * waits for it, so the login is repeated and the bank asks afresh.
 */
function mayAskAgain({ state, task }: Run, { kind }: ConnectorError): boolean {
  if (state.reconnected) return false
  const lost = kind === 'session-expired' || (task.attempt > 1 && kind === 'challenge-expired')
  return lost || (task.attempt > 1 && kind === 'institution-changed')
}

/** Two wrong answers leave the challenge as it is; the third, or a bank that gave up, ends the job. */
async function wrongAnswer(
  deps: RunnerDeps,
  commit: Commit,
  run: Run,
  verdict: 'wrong' | 'refused',
): Promise<'go-on' | 'wait'> {
  await commit(run, async (tx, { at, row }) => {
    const tries = row.tries + 1
    if (verdict === 'wrong' && tries < mostTries)
      return { steps: run.steps, row: { tries, sealed_answer: null, deadline: null } }
    await deps.jobs.fail(tx, run.application, { ...row, tries }, failures['wrong-answer'], at)
    return 'ended'
  })
  return 'wait'
}

/** What a job waits with: the sealed question and the time it is good for. */
function waitingFor(run: Run, challenge: Challenge, at: Date) {
  return {
    row: {
      sealed_challenge: run.key.seal(challengePurpose(run.facts.jobId), JSON.stringify(challenge)),
      sealed_answer: null,
      challenge_expires: new Date(at.getTime() + challengeMs),
      deadline: null,
    },
  }
}
