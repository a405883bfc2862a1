import type { Application } from '../applications/applications.types.ts'
import type { JobId } from '../ids.ts'
import type { Accomplished, Ending, LaunchAction, LaunchRequest } from './launches.types.ts'

/** How one attempt of the launch stands when the person goes back. */
export interface AttemptOutcome {
  readonly jobId: JobId
  readonly institutionId: string
  readonly state: 'connected' | 'in-progress' | 'needs-answer' | 'failed'
  /** Code of the failed step. */
  readonly code: string | null
}

export interface Outcome {
  readonly result:
    | 'success'
    | 'partial'
    | 'failed'
    | 'cancelled'
    | 'revoked'
    | 'managed'
    | 'extended'
    | 'updated'
  /** Only when nothing succeeded. */
  readonly error: string | null
  readonly jobIds: readonly JobId[]
}

/** How a launch ended, and what it was for. */
export interface EndedLaunch {
  readonly ending: Ending
  readonly accomplished: Accomplished | null
  readonly action: LaunchAction
}

/**
 * What a launch came to (c&d §1.6). A failed attempt that was tried again at the same bank with success does not make
 * the whole launch partial; its job id is still told.
 */
export function outcomeOf(
  { ending, accomplished, action }: EndedLaunch,
  attempts: readonly AttemptOutcome[],
): Outcome {
  const jobIds = attempts.map((attempt) => attempt.jobId)
  if (ending === 'withdrawn') return { result: 'revoked', error: null, jobIds }
  if (accomplished !== null) return { result: accomplished, error: null, jobIds }
  const managed = action === 'manage' || (ending === 'closed' && attempts.length === 0)
  if (managed) return { result: 'managed', error: null, jobIds }
  if (attempts.some((attempt) => attempt.state === 'connected')) {
    const partial = attempts.some(
      (attempt, index) => attempt.state === 'failed' && !madeUpFor(attempt, attempts.slice(index)),
    )
    return { result: partial ? 'partial' : 'success', error: null, jobIds }
  }
  const failed = attempts.findLast((attempt) => attempt.state === 'failed')
  if (failed) return { result: 'failed', error: failed.code ?? 'unknown-error', jobIds }
  return { result: 'cancelled', error: 'cancelled', jobIds }
}

const madeUpFor = (failed: AttemptOutcome, later: readonly AttemptOutcome[]) =>
  later.some((attempt) => attempt.institutionId === failed.institutionId && attempt.state === 'connected')

/**
 * Where the person goes at the end: the redirect asked for, the configured one, or, in the sandbox, the origin that
 * opened the launch.
 */
export function handBackTarget(application: Application, request: LaunchRequest | null): string | null {
  const { redirectUrl, extraRedirectUrls } = application.settings
  const asked = request?.redirectUrl ?? null
  // Settings may have changed since the launch began; what is not configured any more does not count.
  if (asked !== null && (asked === redirectUrl || extraRedirectUrls.includes(asked))) return asked
  if (redirectUrl !== null) return redirectUrl
  return application.kind === 'sandbox' ? (request?.origin ?? null) : null
}

/**
 * The target with the outcome in its query. The partner's own query and fragment stay as they are; commas between job
 * ids stay literal, because kits split on them; `state` is encoded once.
 */
export function handBackUrl(
  target: string,
  told: { readonly outcome: Outcome; readonly state: string | null; readonly sendResult: boolean },
): string {
  const { outcome, state } = told
  const latest = outcome.jobIds.at(-1)
  const parameters = [
    ...(latest === undefined ? [] : [`jobId=${latest}`, `jobIds=${outcome.jobIds.join(',')}`]),
    ...(state === null ? [] : [`state=${encodeURIComponent(state)}`]),
    ...(told.sendResult ? [`result=${outcome.result}`] : []),
    ...(outcome.error === null ? [] : [`error=${encodeURIComponent(outcome.error)}`]),
  ]
  const [beforeFragment = '', ...fragment] = target.split('#')
  const joint = !beforeFragment.includes('?') ? '?' : /[?&]$/.test(beforeFragment) ? '' : '&'
  const tail = fragment.length === 0 ? '' : `#${fragment.join('#')}`
  return parameters.length === 0 ? target : `${beforeFragment}${joint}${parameters.join('&')}${tail}`
}
