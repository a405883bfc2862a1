import type { ChallengeScreen, FailureCause, StepState } from '@banksia/consent-ui'
import type { Step, StepFailure } from '../jobs/jobs.types.ts'
import type { AttemptOutcome } from './hand-back.ts'
import type { JobReading, Waiting } from './launches.types.ts'

/** Failed tries after which the challenge step itself fails (settled 3). */
const allowedTries = 3

export const failureOf = (job: JobReading): StepFailure | undefined => {
  const failed = job.steps.find((step) => step.status === 'failed')
  return failed?.result && 'code' in failed.result ? failed.result : undefined
}

const passed = (steps: readonly Step[], title: Step['title']) =>
  steps.every((step) => step.title !== title || step.status === 'success')

/**
 * The person is released as soon as the bank let the login in: `verify-credentials` succeeded and no challenge is left.
 * The rest of the job goes on by itself.
 */
export const isReleased = (job: JobReading): boolean =>
  job.status !== 'failed' &&
  job.steps.length > 0 &&
  passed(job.steps, 'verify-credentials') &&
  passed(job.steps, 'mfa-challenge')

export function attemptState(job: JobReading): AttemptOutcome['state'] {
  if (job.status === 'failed') return 'failed'
  if (isReleased(job)) return 'connected'
  return job.waiting ? 'needs-answer' : 'in-progress'
}

/** Which of the contract's variants of S-14 a failure is (c&d §2). */
export function causeOf(job: JobReading): FailureCause {
  const failure = failureOf(job)
  const step = job.steps.find((one) => one.status === 'failed')?.title
  switch (failure?.code) {
    case 'invalid-credentials':
      return failure.detail === 'Account is locked' ? 'locked' : 'wrong-details'
    case 'account-not-accessible-requires-user-action':
    case 'user-action-required':
      return 'user-action'
    case 'service-unavailable':
    case 'maintenance':
    case 'maintenance-error':
    case 'temporary-unavailable':
      return 'unavailable'
    case 'authorization-failed':
      return 'not-approved'
    case 'job-timed-out':
      return step === 'mfa-challenge' ? 'timed-out' : 'unavailable'
    default:
      return 'other'
  }
}

/** The three lines of S-08, or four where the bank may ask something. */
export const progressSteps = (job: JobReading): { title: string; state: StepState }[] =>
  job.steps.map((step, index) => ({
    title: step.title,
    // The step that is next is the one worked on, even before its worker said so.
    state:
      step.status === 'pending' && job.steps.slice(0, index).every((one) => one.status === 'success')
        ? 'in-progress'
        : step.status,
  }))

/** S-09 or S-10 without what the page adds. */
export function challengeOf(waiting: Waiting, bankName: string, now: Date) {
  const questions = waiting.method === 'security-questions'
  const push = waiting.method === 'token' && waiting.input.length === 0
  return {
    screen: questions ? 'S-10' : 'S-09',
    method: push ? 'push' : waiting.method,
    // Some banks' description of questions is the bare name of the method.
    description:
      waiting.description === waiting.method
        ? `${bankName} asks this to make sure it is you.`
        : waiting.description,
    inputs: waiting.input,
    msLeft: Math.max(0, waiting.expires.getTime() - now.getTime()),
    attemptsLeft: waiting.tries > 0 ? Math.max(1, allowedTries - waiting.tries) : null,
  } as const satisfies Partial<ChallengeScreen>
}
