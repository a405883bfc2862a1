import type { Bank, ConsentTerms, LoginField } from './view.ts'

/** What happens, or happened, to the data when a consent ends. */
export type Handling = 'delete' | 'de-identify' | 'delete-elected'

/** A consent over its life. Dates are RFC 3339. */
export interface ConsentSummary {
  readonly id: string
  readonly status: 'active' | 'expired' | 'revoked'
  readonly given: string
  /** End of the consent as agreed. */
  readonly until: string
  /** When and why it ended, if it did. */
  readonly ended: { readonly at: string; readonly reason: EndReason } | null
}

export type EndReason = 'expired' | 'you' | 'partner' | 'replaced'

export type ConnectionGroup = 'expiring' | 'connected' | 'attention' | 'waiting'

export interface ConnectionLine {
  readonly id: string
  readonly bank: Bank
  readonly method: 'open-banking' | 'web' | 'upload'
  readonly group: ConnectionGroup
  readonly accounts: readonly AccountLine[]
  readonly connectedOn: string
  readonly lastUpdated: string | null
  /** End of the arrangement with the bank; open banking only. */
  readonly expiresOn: string | null
}

export interface AccountLine {
  readonly id: string
  readonly name: string
  readonly number: string
}

/** S-16. Without an active consent it is the history alone; without any, it says so. */
export interface ManageScreen {
  readonly screen: 'S-16'
  readonly current: {
    readonly consent: ConsentSummary
    readonly terms: ConsentTerms
    readonly daysLeft: number
    readonly handling: Handling
  } | null
  readonly connections: readonly ConnectionLine[]
  /** Ended consents, newest first. */
  readonly history: readonly ConsentSummary[]
}

/** S-17 for an active consent, S-21 for one that ended. */
export interface ConsentDetailScreen {
  readonly screen: 'S-17' | 'S-21'
  readonly consent: ConsentSummary
  readonly terms: ConsentTerms
  readonly handling: Handling
  readonly notShared: readonly string[]
  readonly amendments: readonly Amendment[]
  /** What was collected, from whom and when (of the connections there are). */
  readonly collected: readonly ConnectionLine[]
}

export interface Amendment {
  readonly at: string
  readonly text: string
  /** Day before and after, of a changed end date. */
  readonly days: { readonly from: string; readonly to: string } | null
}

/** S-18 */
export interface ConnectionScreen {
  readonly screen: 'S-18'
  readonly connection: ConnectionLine
  readonly clusters: readonly string[]
}

export type StopStep = 'consequences' | 'confirm' | 'done'

/** S-19 */
export interface StopScreen {
  readonly screen: 'S-19'
  readonly step: StopStep
  readonly banks: readonly Bank[]
  readonly clusters: readonly string[]
  readonly consequences: string
  readonly handling: Handling
  /** The person may still choose deletion. */
  readonly mayElect: boolean
  /** Name of the adviser the data was disclosed to. */
  readonly adviser: string | null
  readonly at: string | null
}

/** S-20 */
export interface DisconnectScreen {
  readonly screen: 'S-20'
  readonly step: StopStep
  readonly connectionId: string
  readonly bank: Bank
  readonly accounts: readonly AccountLine[]
  readonly at: string | null
}

/** An attribute that differs between what was agreed and what is asked now. */
export type ChangedPart = 'purpose' | 'duration' | 'history' | 'handling' | 'parties'

export interface TermChange {
  readonly part: ChangedPart
  readonly from: string
  readonly to: string
}

/** S-22 */
export interface ExtendScreen {
  readonly screen: 'S-22'
  readonly policyId: string
  readonly consent: ConsentSummary
  readonly terms: ConsentTerms
  readonly handling: Handling
  readonly newUntil: string
  /** Extending now would end the consent earlier than agreed. */
  readonly wouldShorten: boolean
  readonly changes: readonly TermChange[]
  readonly policyChanged: boolean
}

/** S-23 */
export interface ExtendedScreen {
  readonly screen: 'S-23'
  readonly until: string
}

export type ClusterChange = 'added' | 'removed' | 'changed' | 'unchanged'

/** S-24 */
export interface CompareScreen {
  readonly screen: 'S-24'
  readonly clusters: readonly {
    readonly name: string
    readonly permissions: readonly string[]
    readonly change: ClusterChange
    readonly required: boolean
  }[]
  readonly changes: readonly TermChange[]
  readonly until: string
  readonly newUntil: string
  /** Banks that will be disconnected. */
  readonly banks: readonly Bank[]
  /** A launch that did not ask for the update may add a bank under the consent there is. */
  readonly mayKeep: boolean
}

/** S-26 */
export interface ReconnectScreen {
  readonly screen: 'S-26'
  readonly banks: readonly {
    readonly bank: Bank
    readonly state: 'disconnected' | 'skipped' | 'connected' | 'in-progress' | 'needs-answer' | 'failed'
    readonly jobId: string | null
  }[]
}

/** S-29: S-07 for a connection there is. The login id is masked; sent back as shown, it stays. */
export interface UpdateLoginScreen {
  readonly screen: 'S-29'
  readonly connectionId: string
  readonly bank: Bank
  readonly fields: readonly LoginField[]
  readonly forgottenPasswordUrl: string | null
}

/** S-30, outside any launch: the page of an auth link. */
export interface LinkScreen {
  readonly screen: 'S-30'
  readonly linkId: string
  /** With all but its end hidden. */
  readonly mobile: string
  readonly step: 'send' | 'code' | 'locked'
  readonly error: 'wrong' | 'late' | null
  readonly state: string | null
  readonly mayResend: boolean
  readonly minutesLocked: number
}

export type ManageView =
  | ManageScreen
  | ConsentDetailScreen
  | ConnectionScreen
  | StopScreen
  | DisconnectScreen
  | ExtendScreen
  | ExtendedScreen
  | CompareScreen
  | ReconnectScreen
  | UpdateLoginScreen
  | LinkScreen
