import type { Application } from '../applications/applications.types.ts'
import type { Tx } from '../db/database.ts'
import type {
  ApplicationId,
  ConnectionId,
  ConsentId,
  DeletionId,
  LaunchId,
  PolicyId,
  UserId,
} from '../ids.ts'
import type { Profile } from '../policies/wording.ts'
import type { ConsentCause, ConsentStatus } from './consent-states.ts'
import type { ConsentAmendment, ConsentContent, ConsentRecord } from './consents.schemas.ts'

/** What a user agreed to. */
export interface Consent {
  readonly id: ConsentId
  readonly userId: UserId
  readonly policyId: PolicyId
  readonly status: ConsentStatus
  readonly origin: 'user' | 'partner' | 'system'
  readonly created: Date
  readonly updated: Date
  readonly expiryDate: Date
  readonly revoked: Date | null
  readonly endedReason: ConsentCause | null
  /** What was agreed to; scopes left unticked are not in it. */
  readonly scopes: ReadonlySet<string>
  readonly content: ConsentContent
}

/** A consent of the past or present as the person reviews it. */
export interface ReviewedConsent extends Consent {
  /** What was changed since it was given, oldest first. */
  readonly amendments: readonly ConsentAmendment[]
  /** Whether the person chose that the data is deleted, whatever the policy says, and when. */
  readonly deleteElection: ConsentRecord['deleteElection'] | null
  /** Every text the person was shown when it was given; `null` where none was (2.x). */
  readonly displayed: readonly string[] | null
}

/** What extending came to, or would come to. */
export interface Extension {
  readonly consent: Consent
  readonly from: Date
  /** `now` plus the duration of the current policy. */
  readonly to: Date
  /** `false`: the consent lasts longer than that already, and nothing changes. */
  readonly lengthens: boolean
}

/** The little that every data route asks. */
export interface ActiveConsent {
  readonly id: ConsentId
  /** What was agreed to. */
  readonly scopes: ReadonlySet<string>
  readonly expiryDate: Date
}

export interface GiveConsent {
  readonly userId: UserId
  /** `system`: made for a 2.x connection of a user without consent. */
  readonly origin: 'user' | 'system'
  /** The opening of the Consent UI it was given in. Giving twice in one launch gives once. */
  readonly launchId?: LaunchId
  /** The policy version that was shown; the current one when absent. */
  readonly policyId?: PolicyId
  /** Optional scopes the person ticked; all of them when absent. Required ones are always in. */
  readonly ticked?: readonly string[]
  /** The person chose that the data is deleted when the consent ends. */
  readonly deleteElection?: boolean
  /** A trusted adviser who is told, as `data.organisation` shows it. */
  readonly organisation?: Readonly<Record<string, string>>
  /** Every text the person was shown, in order: kept with its hash. */
  readonly displayed?: readonly string[]
  readonly givenFrom?: { readonly ipTruncated: string; readonly browserFamily: string }
  /** Who the user acts for: decides the wording. */
  readonly profile?: Profile
}

/**
 * What consents need of connections. Connections know consents, not the other way round: the composition root
 * connects the two.
 */
export interface ConnectionsEnd {
  /** Ends every connection of a consent, or of a user, in this transaction, with an event for each. */
  endAll(
    tx: Tx,
    application: Application,
    of: { readonly consentId: ConsentId } | { readonly userId: UserId },
    cause: 'consumer' | 'consent-ended' | 'user-deleted',
    at: Date,
  ): Promise<unknown>
}

/** What the task that deletes data works on. */
export interface DataDeletion {
  readonly id: DeletionId
  readonly applicationId: ApplicationId
  readonly userId: UserId
  readonly consentId: ConsentId | null
  /** The data of one connection only; the consent and its key stay. */
  readonly connectionId: ConnectionId | null
  readonly cause: string
  readonly status: 'running' | 'done'
  readonly counts: Readonly<Record<string, number>>
  /** Whom to tell when it is done. */
  readonly recipient: string | null
}
