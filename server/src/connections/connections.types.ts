import type { Login } from '@banksia/connector-kit'
import type { AccountsService } from '../accounts/accounts.service.ts'
import type { SyncService } from '../accounts/sync.types.ts'
import type { Application } from '../applications/applications.types.ts'
import type { Clock } from '../clock.ts'
import type { ConnectorRegistry } from '../connector-host/registry.ts'
import type { Db, Tx } from '../db/database.ts'
import type { Links } from '../http/links.ts'
import type { ConnectionId, ConsentId, InstitutionId, UserId } from '../ids.ts'
import type { JobsService } from '../jobs/jobs.service.ts'
import type { StartedJob } from '../jobs/jobs.types.ts'
import type { Vault } from '../vault/vault.ts'

export interface ConnectionsDeps {
  readonly db: Db
  readonly clock: Clock
  readonly vault: Vault
  readonly links: Links
  readonly registry: ConnectorRegistry
  readonly jobs: Pick<JobsService, 'start' | 'running' | 'connectionEnded' | 'connectionPurged' | 'ref'>
  readonly users: { require(application: Application, userId: UserId): Promise<void> }
  readonly consents: {
    activeConsent(application: Application, userId: UserId): Promise<{ readonly id: ConsentId } | undefined>
    give(
      application: Application,
      give: { readonly userId: UserId; readonly origin: 'system' },
    ): Promise<{ readonly id: ConsentId }>
  }
  readonly accounts: Pick<AccountsService, 'list'>
  readonly sync: Pick<SyncService, 'markUnavailable' | 'purge' | 'withdraw'>
  readonly identities: {
    removeOfConnection(tx: Tx, application: Application, id: ConnectionId): Promise<void>
  }
  readonly statements: {
    removeOfConnection(tx: Tx, application: Application, id: ConnectionId): Promise<void>
  }
}

export interface ConnectRequest {
  readonly userId: UserId
  readonly institutionId: InstitutionId
  readonly login: Login
  /** The user's active consent; the connection and all it reads hang from it. */
  readonly consentId: ConsentId
}

/**
 * Why a connection ends. `partner`: accounts and transactions stay, unavailable. Every other cause: the caller deletes
 * the data (c&d §9.2, settled 6).
 */
export type EndCause = 'partner' | 'consumer' | 'consent-ended' | 'user-deleted'

/** A connection in few words. */
export interface ConnectionSummary {
  readonly id: ConnectionId
  readonly institutionId: InstitutionId
  readonly active: boolean
}

/** What other features use of connections. */
export interface ConnectionsPort {
  /**
   * Connects a user to an institution. The same login joins the job that runs for it (`joined`), or takes up the
   * connection it had; another login makes another connection.
   * @throws AppError connection-institution-unknown, sandbox-connections-limit
   */
  connect(application: Application, request: ConnectRequest): Promise<StartedJob>
  /** Connections under the user's active consent, oldest first. */
  summaries(application: Application, userId: UserId): Promise<ConnectionSummary[]>
  /** Ends one connection in the caller's transaction, stamped `at`; `false` when there is none. */
  end(
    tx: Tx,
    application: Application,
    connectionId: ConnectionId,
    cause: EndCause,
    at: Date,
  ): Promise<boolean>
  /** Ends every connection of a consent, or of a user, with an event for each; answers which. */
  endAll(
    tx: Tx,
    application: Application,
    of: { readonly consentId: ConsentId } | { readonly userId: UserId },
    cause: Exclude<EndCause, 'partner'>,
    at: Date,
  ): Promise<ConnectionId[]>
}
