import type { ApplicationId, ConnectionId, ConsentId, InstitutionId, JobId, UserId } from '../ids.ts'

export type StepTitle =
  | 'verify-credentials'
  | 'mfa-challenge'
  | 'retrieve-accounts'
  | 'retrieve-transactions'
  | 'retrieve-statements'

export type StepStatus = 'pending' | 'in-progress' | 'success' | 'failed'
export type JobStatus = 'pending' | 'in-progress' | 'success' | 'failed'
export type JobKind = 'connect' | 'refresh' | 'update'

/** Why a step failed, as the wire says it; `details` repeats `detail` (settled 12). */
export interface StepFailure {
  readonly code: string
  readonly title: string
  readonly detail: string
  readonly details: string
}

export interface Step {
  readonly title: StepTitle
  readonly status: StepStatus
  readonly result: { readonly type: 'link'; readonly url: string } | StepFailure | null
}

/** What a new job is for. */
export interface NewJob {
  readonly userId: UserId
  readonly connectionId: ConnectionId
  readonly consentId: ConsentId
  readonly institutionId: InstitutionId
  readonly kind: JobKind
}

/** A job that runs now: a new one, or the one that ran already for the same connection. */
export interface StartedJob {
  readonly jobId: JobId
  readonly connectionId: ConnectionId
  readonly joined: boolean
}

/** Whose job it is and what it works on. */
export interface JobSubject {
  readonly applicationId: ApplicationId
  readonly jobId: JobId
  readonly userId: UserId
  readonly connectionId: ConnectionId
  readonly consentId: ConsentId
  readonly institutionId: InstitutionId
}
