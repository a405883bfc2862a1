import { type Html, html } from './html.ts'
import type { Job, StepResult } from './wire.ts'

/** The question a job waits with, if it waits for an answer. */
export const challengeOf = (job: Job): StepResult | null =>
  job.steps.find((step) => step.title === 'mfa-challenge' && step.status === 'in-progress' && step.result)
    ?.result ?? null

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
            ${outcome(step.status === 'failed' ? step.result : null)}
          </li>`,
      )}
    </ol>
  </div>`

const outcome = (result: StepResult | null): Html | null =>
  result && html`<span class="failure"><code>${result.code}</code> ${result.detail}</span>`
