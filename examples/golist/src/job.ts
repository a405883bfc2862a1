import { type Html, html } from './html.ts'
import type { Challenge, Failure, Job } from './wire.ts'

type StepResult = Job['steps'][number]['result']

const isChallenge = (result: StepResult): result is Challenge =>
  result !== null && 'type' in result && result.type === 'mfa'

const isFailure = (result: StepResult): result is Failure => result !== null && 'code' in result

/** The question a job waits with, if it waits for an answer. */
export function challengeOf(job: Job): Challenge | null {
  const step = job.steps.find(({ title, status }) => title === 'mfa-challenge' && status === 'in-progress')
  return step !== undefined && isChallenge(step.result) ? step.result : null
}

export const ended = (job: Job): boolean => job.status === 'success' || job.status === 'failed'

/** Whether the job goes on without anybody's answer. */
export const moves = (job: Job): boolean => !ended(job) && challengeOf(job) === null

const tones = { pending: 'calm', 'in-progress': 'busy', success: 'good', failed: 'bad' } as const

/** A job with its steps. */
export const jobView = (job: Job): Html => html`
  <div class="job" data-job="${job.id}" data-job-status="${job.status}">
    <p><strong class="chip ${tones[job.status]}">${job.status}</strong> Job <code>${job.id}</code></p>
    <ol class="job-steps">
      ${job.steps.map(
        (step) => html`
          <li data-step="${step.title}" data-status="${step.status}">
            <span class="chip ${tones[step.status]}">${step.status}</span> <code>${step.title}</code>
            ${isFailure(step.result) && failure(step.result)}
          </li>`,
      )}
    </ol>
  </div>`

const failure = ({ code, detail }: Failure): Html =>
  html`<span class="failure"><code>${code}</code> ${detail}</span>`
