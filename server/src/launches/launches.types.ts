import type { Handling } from '@banksia/consent-ui'
import type { Application } from '../applications/applications.types.ts'
import type {
  AuthLinkId,
  ConnectionId,
  ConsentId,
  InstitutionId,
  JobId,
  LaunchId,
  PolicyId,
  UserId,
} from '../ids.ts'
import type { Step } from '../jobs/jobs.types.ts'
import type { PolicyContent } from '../policies/policies.schemas.ts'
import type { AdviserClaims } from '../tokens/adviser.ts'
import type { Flow } from './action-resolution.ts'
import type { ManagePorts } from './manage.types.ts'

export type LaunchAction = 'default' | 'connect' | 'manage' | 'extend' | 'update' | 'reauthorise' | 'payment'

/** What the launch URL asked for, once it was understood. */
export interface LaunchRequest {
  readonly action: LaunchAction
  /** As given, whatever its form; the picker explains one that is not known. */
  readonly institutionId: string | null
  readonly connectionId: string | null
  readonly state: string | null
  /** A `redirect_uri` or `redirectUrl` that equals a configured one. */
  readonly redirectUrl: string | null
  /** The auth link the person came by, which ends with the launch. */
  readonly authLinkId?: AuthLinkId
  /** Origin that opened the launch, where a sandbox application without a Redirect URL hands back to. */
  readonly origin: string | null
}

/** `closed`: a look at what is shared, ended by the person. */
export type Ending = 'done' | 'left' | 'withdrawn' | 'closed'

/** What a launch brought about, beside connecting banks. */
export type Accomplished = 'extended' | 'updated' | 'revoked'

/** Choices and facts of a launch that its later steps show. Times are RFC 3339. */
export interface Progress {
  /** The person adds a bank under the consent there is, though the policy asks for other data by now. */
  readonly keptPermissions?: boolean
  /** Banks the update disconnected, and those the person leaves out. */
  readonly reconnect?: readonly InstitutionId[]
  readonly skipped?: readonly string[]
  /** The bank disconnected last. */
  readonly disconnected?: {
    readonly connectionId: ConnectionId
    readonly institutionId: InstitutionId
    readonly at: string
  }
  readonly stopped?: { readonly at: string; readonly handling: Handling }
}

export interface Launch {
  readonly id: LaunchId
  readonly userId: UserId
  readonly request: LaunchRequest
  readonly adviser: AdviserClaims | null
  readonly expiresAt: Date
  readonly consentId: ConsentId | null
  readonly approvals: Readonly<Record<string, string>>
  readonly ending: Ending | null
  readonly accomplished: Accomplished | null
  readonly progress: Progress
}

export interface Attempt {
  readonly jobId: JobId
  readonly institutionId: InstitutionId
  readonly connectionId: ConnectionId
  readonly consentId: ConsentId
  readonly sealedLogin: Buffer | null
}

/** One request to a launch: who it belongs to and what it may use to prove itself. */
export interface LaunchContext {
  readonly application: Application
  readonly launch: Launch
  readonly attempts: readonly Attempt[]
  /** Anti-forgery token of the launch's forms. */
  readonly csrf: string
  readonly path: string
  readonly reference: string
}

/** Where a consent was given from, without what would identify the browser. */
export interface GivenFrom {
  readonly ipTruncated: string
  readonly browserFamily: string
}

export interface CurrentPolicy {
  readonly id: PolicyId
  readonly content: PolicyContent
}

/** The labels of one row of "What we will collect", picked by the data-language rules. */
export interface ClusterWording {
  readonly scope: string
  readonly name: string
  readonly attributes: readonly string[]
}

export interface ActiveConsent {
  readonly id: ConsentId
  readonly expiryDate: Date
}

export interface ConsentGiven {
  readonly policyId: PolicyId
  /** Optional scopes the person ticked; required ones are always in. */
  readonly scopes: readonly string[]
  readonly deleteElection: boolean
  readonly adviser: AdviserClaims | null
  readonly launchId: LaunchId
  readonly displayed: readonly string[]
  readonly givenFrom: GivenFrom
}

/** An institution that can be chosen. */
export interface BankEntry {
  readonly id: InstitutionId
  readonly name: string
  readonly shortName: string
  readonly aliases: readonly string[]
  readonly tier: string
  readonly status: string
  /** A test bank: for sandbox applications only, and the only kind they may use. */
  readonly test: boolean
  readonly color: string
  readonly captions: {
    readonly loginId: string
    readonly password: string
    readonly secondaryLoginId?: string
    readonly securityCode?: string
  }
  readonly forgottenPasswordUrl: string | null
}

/** What the bank asks before it lets the login in. */
export interface Waiting {
  readonly method: 'token' | 'security-questions'
  readonly description: string
  readonly input: readonly string[]
  /** The application's time. */
  readonly expires: Date
  readonly tries: number
}

export interface JobReading {
  readonly status: 'pending' | 'in-progress' | 'success' | 'failed'
  readonly steps: readonly Step[]
  readonly waiting: Waiting | null
}

export interface AccountFound {
  readonly id: string
  readonly name: string
  readonly number: string
}

/** What the flow needs of the other features. Their services fit in `app.ts`. */
export interface LaunchPorts extends ManagePorts {
  policy(application: Application): Promise<CurrentPolicy>
  wording(scopes: readonly string[]): readonly ClusterWording[]
  activeConsent(application: Application, userId: UserId): Promise<ActiveConsent | undefined>
  /** Gives consent, or answers the active one: never a second. `ended`: this launch's consent is over already. */
  giveConsent(
    application: Application,
    userId: UserId,
    given: ConsentGiven,
  ): Promise<ActiveConsent & { readonly ended: boolean }>
  withdrawConsent(application: Application, userId: UserId, consentId: ConsentId): Promise<void>
  isDeleting(application: Application, userId: UserId): Promise<boolean>
  userExists(application: Application, userId: UserId): Promise<boolean>
  banks(application: Application): readonly BankEntry[]
  /** Institutions the user has a connection to, most recently used first, with its id. */
  connections(
    application: Application,
    userId: UserId,
  ): Promise<
    readonly { readonly id: ConnectionId; readonly institutionId: InstitutionId; readonly active: boolean }[]
  >
  connect(
    application: Application,
    request: {
      readonly userId: UserId
      readonly consentId: ConsentId
      readonly institutionId: InstitutionId
      readonly login: LoginValues
    },
  ): Promise<{ readonly jobId: JobId; readonly connectionId: ConnectionId; readonly joined: boolean }>
  job(application: Application, userId: UserId, jobId: JobId): Promise<JobReading | undefined>
  answer(application: Application, userId: UserId, jobId: JobId, answers: readonly string[]): Promise<void>
  accounts(
    application: Application,
    userId: UserId,
    connectionId: ConnectionId,
  ): Promise<readonly AccountFound[]>
}

/** What the person typed on S-07. Secret. */
export interface LoginValues {
  readonly loginId: string
  readonly password: string
  readonly secondaryLoginId?: string
  readonly securityCode?: string
}

/** A request that passed the guard of the flow. */
export interface Entry extends LaunchContext {
  readonly policy: CurrentPolicy
  /** What the launch's action comes to now. */
  readonly flow: Flow
  /** Absent in front of S-02 and in a history without a present. */
  readonly consent: ActiveConsent | undefined
}

/** A form as it was posted; repeated names keep their order. */
export type Form = URLSearchParams

/** What a step answers with. */
export type Answer =
  | {
      readonly kind: 'page'
      readonly status: number
      readonly html: string
      /** Code of a full-page error, for the launch log. */
      readonly code: string | undefined
    }
  | { readonly kind: 'redirect'; readonly to: string }
