import type { Login } from '@banksia/connector-kit'
import type { StoredAccount } from '../accounts/sync.types.ts'
import type { Application } from '../applications/applications.types.ts'
import type { Clock } from '../clock.ts'
import type { BankVisit, ConnectorHost } from '../connector-host/host.ts'
import type { Db, Tx } from '../db/database.ts'
import type { ApplicationId } from '../ids.ts'
import type { ConsentKey, Vault } from '../vault/vault.ts'
import type { JobsService } from './jobs.service.ts'
import type { JobRow } from './jobs.store.ts'
import type { CollectContext, ConnectionPort, RecordsPort, Step } from './jobs.types.ts'

export interface RunnerDeps {
  readonly db: Db
  readonly clock: Clock
  readonly vault: Vault
  readonly host: ConnectorHost
  readonly jobs: Pick<JobsService, 'fail' | 'failRunning'>
  readonly connections: ConnectionPort
  readonly records: RecordsPort
  readonly applications: { get(id: ApplicationId): Promise<Application | undefined> }
}

/** The part of the queue's task that a job needs. */
export interface JobTask {
  readonly attempt: number
  readonly signal: AbortSignal
  inTransaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>
}

/** What is sealed between two steps: with it any worker goes on. */
export interface RunState {
  /** The connector's own session data; `null` before the login. */
  readonly session: unknown
  /** Whether this worker replaced a lost session already: that is done once. */
  readonly reconnected: boolean
  readonly accounts: readonly StoredAccount[]
}

/** A job while a worker works on it. */
export interface Run {
  readonly application: Application
  readonly task: JobTask
  readonly key: ConsentKey
  readonly login: Login
  readonly visit: BankVisit
  readonly facts: Omit<CollectContext, 'at'>
  /** The row as it was loaded. */
  readonly loaded: JobRow
  /** Aborted when the task is, or when the job's time is up. */
  readonly signal: AbortSignal
  steps: readonly Step[]
  state: RunState
}
