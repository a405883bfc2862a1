import type { ConnectorErrorKind } from '@banksia/connector-kit'
import type { ConnectionId, InstitutionId, UserId } from '../ids.ts'
import type { Step, StepFailure, StepTitle } from './jobs.types.ts'

/** What decides the steps of a job: how the institution lets people in, and what it has to give. */
export interface PlanFacts {
  readonly alwaysChallenges: boolean
  readonly hasStatements: boolean
}

/** Steps of a new job, all pending (core §7.2). */
export function planSteps({ alwaysChallenges, hasStatements }: PlanFacts): Step[] {
  const titles: StepTitle[] = ['verify-credentials']
  if (alwaysChallenges) titles.push('mfa-challenge')
  titles.push('retrieve-accounts', 'retrieve-transactions')
  if (hasStatements) titles.push('retrieve-statements')
  return titles.map((title) => ({ title, status: 'pending', result: null }))
}

export interface ResultFacts {
  readonly userId: UserId
  readonly connectionId: ConnectionId
  readonly institutionId: InstitutionId
}

/** Where a step's data can be read: relative, as clients put the base in front (core §1.5, §7.3). */
export function stepResult(
  title: StepTitle,
  { userId, connectionId, institutionId }: ResultFacts,
): Step['result'] {
  const filter = `?filter=institution.id.eq('${institutionId}')`
  const user = `/users/${userId}`
  switch (title) {
    case 'verify-credentials':
      return { type: 'link', url: `${user}/connections/${connectionId}` }
    case 'mfa-challenge':
      return null
    case 'retrieve-accounts':
      return { type: 'link', url: `${user}/accounts${filter}` }
    case 'retrieve-transactions':
      return { type: 'link', url: `${user}/transactions${filter}` }
    case 'retrieve-statements':
      return { type: 'link', url: `${user}/statements` }
    default:
      return title satisfies never
  }
}

/** A failed step, and whether the person is the one who can put it right (data §5.4: only those invalidate). */
export interface JobFailure {
  readonly blame: 'user' | 'bank'
  readonly step: StepFailure
}

const failure = (blame: JobFailure['blame'], code: string, title: string, detail: string): JobFailure => ({
  blame,
  step: { code, title, detail, details: detail },
})

const wrongDetails = 'Cannot login to target institution: invalid username or password.'

/** Every way a job fails: one kind, one text (core §7.4, data §5.9, §12.3, settled 12). */
export const failures = {
  'invalid-credentials': failure(
    'user',
    'invalid-credentials',
    wrongDetails,
    `${wrongDetails} Please check credentials and try again.`,
  ),
  'wrong-answer': failure(
    'user',
    'invalid-credentials',
    'Cannot login to target institution, check credentials.',
    'Cannot login to target institution using supplied credentials. Please check credentials and try again.',
  ),
  'account-locked': failure(
    'user',
    'invalid-credentials',
    'Cannot login to target institution: this account is locked.',
    'Account is locked',
  ),
  'user-action-required': failure(
    'user',
    'account-not-accessible-requires-user-action',
    'Not accessible',
    'An action is required from end-user before account details can be returned.',
  ),
  'challenge-expired': failure('user', 'job-timed-out', 'Job timed out', 'MFA challenge has expired.'),
  'service-unavailable': failure(
    'bank',
    'service-unavailable',
    'Service Unavailable',
    'Service is currently unavailable. Please try again later.',
  ),
  maintenance: failure(
    'bank',
    'maintenance',
    'Institution under maintenance',
    'The institution is currently under maintenance. Please try again later.',
  ),
  'institution-changed': failure(
    'bank',
    'connector-error',
    'Connector error',
    'The institution answered in a way that is not supported yet. Please try again later.',
  ),
  'timed-out': failure(
    'bank',
    'job-timed-out',
    'Job timed out',
    'The institution did not answer in time. Please try again later.',
  ),
  'connection-ended': failure(
    'bank',
    'invalid-connection',
    'Invalid connection',
    'The connection no longer exists.',
  ),
  purged: failure(
    'bank',
    'unknown-error',
    'Data purged',
    'The data was purged while the job was running. Please refresh the connection again.',
  ),
  unknown: failure(
    'bank',
    'unknown-error',
    'Unknown error',
    'An unknown error has occurred. Please try again later.',
  ),
} as const satisfies Record<string, JobFailure>

/** What a connector's error means for the job. */
export function failureOfKind(kind: ConnectorErrorKind): JobFailure {
  // A session that is lost a second time is a bank that does not keep sessions: nothing the person can change.
  return failures[kind === 'session-expired' ? 'service-unavailable' : kind]
}
