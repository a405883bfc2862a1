import type { Login, ProfileRecord, StatementRecord } from '@banksia/connector-kit'
import type { StoredAccount, SyncContext, SyncService } from '../accounts/sync.types.ts'
import type { Application } from '../applications/applications.types.ts'
import type { Db, Tx } from '../db/database.ts'
import type { ApplicationId, ConnectionId, ConsentId, InstitutionId, JobId, UserId } from '../ids.ts'
import type { ConsentKey } from '../vault/vault.ts'

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
  /** Started by the server itself. */
  readonly background?: boolean
  /** A login the institution is to accept first; the connection keeps its own until then. */
  readonly trial?: { readonly login: Login; readonly key: ConsentKey }
}

/** A job that runs now: a new one, or the one that ran already for the same connection. */
export interface StartedJob {
  readonly jobId: JobId
  readonly connectionId: ConnectionId
  readonly joined: boolean
}

/** Under what the records of a job are stored. */
export interface CollectContext extends SyncContext {
  readonly jobId: JobId
}

/** Where the records of a job go, each call in the transaction that moves the job's step. */
export interface RecordsPort
  extends Pick<SyncService, 'storeAccounts' | 'storeTransactions' | 'announceTransactions'> {
  storeProfile(tx: Tx, ctx: CollectContext, profile: ProfileRecord): Promise<void>
  storeStatements(
    tx: Tx,
    ctx: CollectContext,
    records: readonly StatementRecord[],
    accounts: readonly StoredAccount[],
  ): Promise<void>
}

export type JobOutcome = 'succeeded' | 'failed-user' | 'failed-bank'

/** How a job ended, for its connection. */
export interface JobEnding {
  readonly at: Date
  readonly key: ConsentKey
  /** A refresh by the server found the institution unavailable: it is tried again soon. */
  readonly retry?: boolean
}

/** What a job does to its connection. Whoever ends a job locks the connection first, then the job. */
export interface ConnectionPort {
  /** Locks the connection; `false` when it is gone. */
  lock(tx: Tx, applicationId: ApplicationId, connectionId: ConnectionId): Promise<boolean>
  /** Moves the connection after its job ended, with the event that belongs to the move. The connection is locked. */
  jobEnded(
    tx: Tx,
    application: Application,
    connectionId: ConnectionId,
    outcome: JobOutcome,
    ended: JobEnding,
  ): Promise<void>
  /**
   * The institution accepted a login on trial: it takes the place of the connection's own. The connection is locked.
   * `false` when another connection has that login by now.
   */
  loginAccepted(
    tx: Tx,
    application: Application,
    connectionId: ConnectionId,
    accepted: {
      readonly login: Login
      readonly loginHash: Buffer
      readonly at: Date
      readonly key: ConsentKey
    },
  ): Promise<boolean>
  /** Notes that the institution challenges this login. */
  challenged(tx: Tx, applicationId: ApplicationId, connectionId: ConnectionId): Promise<void>
  /** The login as given, opened; `undefined` when the connection is gone. */
  login(
    db: Db,
    applicationId: ApplicationId,
    connectionId: ConnectionId,
    key: ConsentKey,
  ): Promise<Login | undefined>
}

/** What the bank asks and still waits for. */
export interface Waiting {
  readonly method: 'token' | 'security-questions'
  readonly description: string
  readonly input: readonly string[]
  /** The application's time. */
  readonly expires: Date
  /** Wrong answers so far. */
  readonly tries: number
}

/** A job as the Consent UI follows it. */
export interface JobReading {
  readonly status: JobStatus
  readonly steps: readonly Step[]
  readonly waiting: Waiting | null
}
