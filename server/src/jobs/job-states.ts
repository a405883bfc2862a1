import type { JobStatus, Step, StepFailure, StepStatus, StepTitle } from './jobs.types.ts'

/** Every move a step can make. After a failure the later steps stay pending for ever (core §7.2). */
export const stepMoves: Readonly<Record<StepStatus, readonly StepStatus[]>> = {
  pending: ['in-progress'],
  'in-progress': ['success', 'failed'],
  success: [],
  failed: [],
}

/** @throws Error when a step cannot move so: a mistake of ours, never of a caller */
export function moveStep(step: Step, to: StepStatus, result: Step['result'] = null): Step {
  if (!stepMoves[step.status].includes(to))
    throw new Error(`${step.title} cannot go from ${step.status} to ${to}`)
  return { title: step.title, status: to, result }
}

/** A job is what its steps are (core §7.1). */
export function jobStatus(steps: readonly Step[]): JobStatus {
  if (steps.some((step) => step.status === 'failed')) return 'failed'
  if (steps.every((step) => step.status === 'success')) return 'success'
  return steps.some((step) => step.status !== 'pending') ? 'in-progress' : 'pending'
}

/** The step a job stands at; `undefined` once it has ended. */
export function currentStep(steps: readonly Step[]): Step | undefined {
  const status = jobStatus(steps)
  return status === 'failed' ? undefined : steps.find((step) => step.status !== 'success')
}

/** Starts the step the job stands at, if it has not begun. */
export function startStep(steps: readonly Step[]): Step[] {
  const current = currentStep(steps)
  if (current?.status !== 'pending') return [...steps]
  return replace(steps, current.title, moveStep(current, 'in-progress'))
}

/** Ends `title` well and starts the step after it. */
export function completeStep(steps: readonly Step[], title: StepTitle, result: Step['result']): Step[] {
  const current = currentStep(steps)
  if (current?.title !== title) throw new Error(`${title} is not the step the job stands at`)
  return startStep(replace(steps, title, moveStep(current, 'success', result)))
}

/** Fails the job at the step it stands at. */
export function failStep(steps: readonly Step[], failure: StepFailure): Step[] {
  const started = startStep(steps)
  const current = currentStep(started)
  if (!current) throw new Error('a job that has ended cannot fail')
  return replace(started, current.title, moveStep(current, 'failed', failure))
}

/** Puts the challenge step after verify-credentials, for a bank that challenges only now and then (settled 4). */
export function withChallengeStep(steps: readonly Step[]): Step[] {
  if (steps.some((step) => step.title === 'mfa-challenge')) return [...steps]
  const at = steps.findIndex((step) => step.title === 'verify-credentials') + 1
  return [
    ...steps.slice(0, at),
    { title: 'mfa-challenge', status: 'pending', result: null },
    ...steps.slice(at),
  ]
}

const replace = (steps: readonly Step[], title: StepTitle, by: Step): Step[] =>
  steps.map((step) => (step.title === title ? by : step))
