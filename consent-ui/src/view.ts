/** What the server hands to `render`: one closed union of screens, plain data only, no rules. */
import type { ChangedPart, ManageView } from './view-manage.ts'

export type * from './view-manage.ts'

/** An institution as the consumer sees it. `id` is the institution id, e.g. `AU00000`. */
export interface Bank {
  readonly id: string
  readonly name: string
  readonly shortName: string
  /** Path or URL of the square logo. */
  readonly logo: string
}

export type OutageStatus = 'degraded-performance' | 'partial-outage' | 'major-outage' | 'under-maintenance'

export interface BankTile extends Bank {
  /** Other names people search for. */
  readonly aliases: readonly string[]
  readonly status: OutageStatus | null
  readonly connected: boolean
}

/** One row of "What we will collect": the fixed wording of the data-language standard plus the partner's reason. */
export interface ClusterRow {
  /** Scope whose tick decides this row; the name of the form field is `scope`. */
  readonly scope: string
  readonly name: string
  readonly permissions: readonly string[]
  readonly reason: string
  readonly required: boolean
  readonly ticked: boolean
  /** How it differs from what was agreed before; S-25 only. */
  readonly change?: 'added' | 'changed' | undefined
}

export interface SupportingParty {
  readonly name: string
  readonly role: string
  readonly reason: string
  readonly accreditationNumber?: string | undefined
  readonly country?: string | undefined
  readonly policyUrl?: string | undefined
}

export interface Adviser {
  readonly name: string
  readonly type: string
  readonly referenceType: string
  readonly referenceId: string
  readonly abnAcn?: string | undefined
}

/** What a consent is about; the same blocks show it before, during and after. Dates are RFC 3339. */
export interface ConsentTerms {
  readonly clusters: readonly ClusterRow[]
  readonly purposes: readonly { readonly title: string; readonly description: string }[]
  readonly dataFrom: string
  readonly frequency: 'once' | 'ongoing'
  readonly parties: readonly SupportingParty[]
  readonly retainData: boolean
  readonly manageUrl: string | null
  readonly supportContact: string | null
  readonly adviser: Adviser | null
}

/** S-02, and S-25 which is the same with what changed marked. `days` is the length of the consent. */
export interface ConsentScreen extends ConsentTerms {
  readonly screen: 'S-02' | 'S-25'
  /** Version of the policy shown; posted back so that a newer one is shown before it is agreed to. */
  readonly policyId: string
  readonly title: string
  readonly subtitle: string
  readonly until: string
  readonly days: number
  /** Blocks marked as changed; S-25 only. */
  readonly changed?: readonly ChangedPart[] | undefined
  /** The policy changed between reading and agreeing, so the consumer is asked to read it again. */
  readonly policyChanged: boolean
}

/** S-05. `notice` explains why a requested bank was not opened. */
export interface PickerScreen {
  readonly screen: 'S-05'
  readonly banks: readonly BankTile[]
  readonly query: string
  readonly notice: 'institution-not-supported' | 'no-production-access' | null
  readonly sharingUntil: string | null
}

/** S-06 */
export interface ConfirmScreen {
  readonly screen: 'S-06'
  readonly bank: BankTile
  /** Where a connection there is already can be renewed or fixed: a path. */
  readonly fixAt: string | null
}

export interface LoginField {
  readonly name: string
  readonly label: string
  readonly secret: boolean
  readonly value: string
  readonly error: string | null
}

/** S-07 */
export interface LoginScreen {
  readonly screen: 'S-07'
  readonly bank: Bank
  readonly fields: readonly LoginField[]
  readonly forgottenPasswordUrl: string | null
}

export type StepState = 'pending' | 'in-progress' | 'success' | 'failed'

/** S-08. `joined`: the same login was already being connected, and this page watches that job. */
export interface ProgressScreen {
  readonly screen: 'S-08'
  readonly bank: Bank
  readonly steps: readonly { readonly title: string; readonly state: StepState }[]
  readonly joined: boolean
  readonly stillChecking: boolean
}

/** S-09 (codes and confirmation in the bank's app) and S-10 (security questions). */
export interface ChallengeScreen {
  readonly screen: 'S-09' | 'S-10'
  readonly jobId: string
  readonly bank: Bank
  readonly method: 'token' | 'push' | 'security-questions'
  readonly description: string
  readonly inputs: readonly string[]
  /** Real milliseconds left to answer; 0 when the time ran out. */
  readonly msLeft: number
  readonly wrong: boolean
  readonly attemptsLeft: number | null
  readonly error: string | null
  /** Paths: to try again with this login, and to do something else. */
  readonly retryTo: string
  readonly backTo: string
}

/** S-13 */
export interface ConnectedScreen {
  readonly screen: 'S-13'
  readonly bank: Bank
  readonly accounts: readonly { readonly id: string; readonly name: string; readonly number: string }[]
  readonly collecting: boolean
  /** Where Done leads: back to the partner, to the list of several banks, or to Manage. */
  readonly next: 'hand-back' | 'list' | 'manage'
}

export type FailureCause =
  | 'wrong-details'
  | 'locked'
  | 'user-action'
  | 'unavailable'
  | 'not-approved'
  | 'timed-out'
  | 'other'

/** S-14 */
export interface FailedScreen {
  readonly screen: 'S-14'
  readonly bank: Bank
  readonly cause: FailureCause
  readonly forgottenPasswordUrl: string | null
  readonly severalBanks: boolean
  /** Paths: to try again with this login, and to do something else. */
  readonly retryTo: string
  readonly backTo: string
  /** The login of a connection there is was being changed; the former one still works. */
  readonly changesLogin: boolean
}

/** S-15 */
export interface BanksScreen {
  readonly screen: 'S-15'
  /** The visit came by an auth link: it ends with a declaration. */
  readonly declares: boolean
  readonly attempts: readonly {
    readonly jobId: string
    readonly bank: Bank
    readonly state: 'connected' | 'in-progress' | 'needs-answer' | 'failed'
    readonly retryTo: string
  }[]
}

/** An action that belongs to a later release (settled: an honest page, never a dead end). */
export interface NotOfferedScreen {
  readonly screen: 'not-offered'
  readonly action: 'reauthorise' | 'connection'
}

export type ErrorPage =
  | 'E-TOKEN'
  | 'E-ATTR'
  | 'E-SCOPE'
  | 'E-PARAM'
  | 'E-NOCONSENT'
  | 'E-CONN404'
  | 'E-NOCONN'
  | 'E-NOPROD'
  | 'E-PAY'
  | 'E-DELETING'
  | 'E-LIMIT'
  | 'E-LINK'
  | 'E-404'
  | 'E-500'

/** A full-page error. `retry` is a path on this origin for pages where trying again may help. */
export interface ErrorScreen {
  readonly screen: ErrorPage
  readonly retry: string | null
}

/** The page from which the browser goes back to the partner by itself. */
export interface HandBackScreen {
  readonly screen: 'hand-back'
  readonly url: string
}

/** The launch is over and there is nowhere to go back to. */
export interface EndedScreen {
  readonly screen: 'ended'
  readonly outcome: 'success' | 'cancelled' | 'failed' | 'managed' | 'revoked' | 'extended' | 'updated'
}

export type View =
  | ConsentScreen
  | PickerScreen
  | ConfirmScreen
  | LoginScreen
  | ProgressScreen
  | ChallengeScreen
  | ConnectedScreen
  | FailedScreen
  | BanksScreen
  | NotOfferedScreen
  | ErrorScreen
  | HandBackScreen
  | EndedScreen
  | ManageView

/** What every page needs besides its own content. */
export interface PageContext {
  readonly brandName: string
  /** The Flow setting *Reference name*, or the brand name. */
  readonly referenceName: string
  /** `/flow/<launchId>`; null for a page that stands outside any launch (a refused token). */
  readonly launchPath: string | null
  /** Anti-forgery token of the launch; empty outside one. */
  readonly csrf: string
  /** Whether the consumer can be sent back to the partner. */
  readonly canHandBack: boolean
  /** Consent was given in this launch and no bank is connected yet: leaving may withdraw it. */
  readonly mayWithdraw: boolean
  /** The step before which the browser's Back asks first. */
  readonly firstStep: boolean
  /** Where "Back" leads, or null. */
  readonly back: string | null
  readonly headerImage: { readonly url: string; readonly alt: string } | null
  /** Quoted to support; on error pages. */
  readonly reference: string
  /** Where an error page's way back leads: an absolute URL or null. */
  readonly returnUrl: string | null
}

export const defaultPage: PageContext = {
  brandName: '',
  referenceName: '',
  launchPath: null,
  csrf: '',
  canHandBack: false,
  mayWithdraw: false,
  firstStep: false,
  back: null,
  headerImage: null,
  reference: '',
  returnUrl: null,
}
