import type { Application } from '../applications/applications.types.ts'
import type { Extension, ReviewedConsent } from '../consents/consents.types.ts'
import type { AuthLinkId, ConnectionId, ConsentId, InstitutionId, JobId, PolicyId, UserId } from '../ids.ts'
import type {
  AccountFound,
  ActiveConsent,
  ConsentGiven,
  CurrentPolicy,
  LoginValues,
} from './launches.types.ts'

/** A connection as the person manages it. Times are RFC 3339. */
export interface ConnectionDetail {
  readonly id: ConnectionId
  readonly institutionId: InstitutionId
  readonly method: 'web' | 'open-banking' | 'pdf' | 'csv'
  readonly status: 'pending' | 'pre-init' | 'init' | 'active' | 'invalid'
  readonly created: string
  readonly lastUsed: string | null
  /** End of an open-banking arrangement. */
  readonly expiry: string | null
  readonly accounts: readonly AccountFound[]
}

/** What Manage, Extend, Update and the change of a login need of the other features. */
export interface ManagePorts {
  /** Every consent of a user, the active one first, then the ended ones, newest first. */
  history(application: Application, userId: UserId): Promise<readonly ReviewedConsent[]>
  /** A version of the policy, current or not. */
  policyVersion(application: Application, id: PolicyId): Promise<CurrentPolicy | undefined>
  scopesDiffer(consent: ReviewedConsent, policy: CurrentPolicy): boolean
  extension(application: Application, userId: UserId): Promise<Extension>
  extendConsent(application: Application, userId: UserId): Promise<Extension>
  /**
   * Ends the active consent as superseded and gives a new one. `ended`: this launch's consent is over already.
   * @throws AppError consent-not-found without an active consent
   */
  replaceConsent(
    application: Application,
    userId: UserId,
    given: ConsentGiven,
  ): Promise<ActiveConsent & { readonly ended: boolean }>
  electDeletion(application: Application, userId: UserId, consentId: ConsentId): Promise<void>
  /** The person looked at what they share: the 90-day reminder starts anew (AC-309). */
  touchedByPerson(application: Application, userId: UserId): Promise<void>
  /** Connections under the active consent, oldest first. */
  connectionDetails(application: Application, userId: UserId): Promise<readonly ConnectionDetail[]>
  /** The auth link the person came by has served. */
  closeAuthLink(application: Application, id: AuthLinkId): Promise<void>
  /** Ends one connection; its data is deleted. */
  disconnect(application: Application, userId: UserId, connectionId: ConnectionId): Promise<void>
  /** The stored login id with its middle hidden. */
  loginHint(application: Application, userId: UserId, connectionId: ConnectionId): Promise<string>
  /**
   * Tries a login for a connection there is; members that are absent are those it has.
   * @throws AppError connection-not-found, connection-not-web, connection-login-taken
   */
  updateLogin(
    application: Application,
    userId: UserId,
    connectionId: ConnectionId,
    login: Partial<LoginValues> & Pick<LoginValues, 'password'>,
  ): Promise<{ readonly jobId: JobId; readonly connectionId: ConnectionId; readonly joined: boolean }>
}
