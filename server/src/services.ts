import { connectors } from '@banksia/web-capture'
import type { Logger } from 'pino'
import { createAccountsService } from './accounts/accounts.service.ts'
import { createSyncService } from './accounts/sync.service.ts'
import { createApplicationsService } from './applications/applications.service.ts'
import { createAuthLinksService } from './auth-links/auth-links.service.ts'
import type { Clock } from './clock.ts'
import type { Config } from './config/load.ts'
import { createConnectionsService } from './connections/connections.service.ts'
import { connectionLifecycle } from './connections/lifecycle.ts'
import { createRecords } from './connections/records.ts'
import { createBankNetwork } from './connector-host/bank-http.ts'
import { createConnectorHost } from './connector-host/host.ts'
import { createConnectorRegistry } from './connector-host/registry.ts'
import { createConsentsService } from './consents/consents.service.ts'
import { expiredConsents } from './consents/consents.sweeps.ts'
import { createDataDeletionService } from './consents/data-deletion.service.ts'
import type { Database } from './db/database.ts'
import { createEventsService } from './events/events.service.ts'
import { createLinks } from './http/links.ts'
import { createIdentitiesService } from './identities/identities.service.ts'
import { createInstitutionsService } from './institutions/institutions.service.ts'
import { createJobsService } from './jobs/jobs.service.ts'
import { overdueJobs } from './jobs/jobs.sweeps.ts'
import { createJobRunner } from './jobs/runner.ts'
import { createLaunchPorts } from './launches/launch-ports.ts'
import { createLaunchesService } from './launches/launches.service.ts'
import { createMfaService } from './mfa/mfa.service.ts'
import { expiredChallenges } from './mfa/mfa.sweeps.ts'
import { createPoliciesService } from './policies/policies.service.ts'
import { createSweeps } from './queue/sweeps.ts'
import { createApplicationControl } from './sandbox-control/application.service.ts'
import { createClockService } from './sandbox-control/clock.service.ts'
import { createStatementsService } from './statements/statements.service.ts'
import { createFloodGate } from './tokens/flood-gate.ts'
import { createTokensService } from './tokens/tokens.service.ts'
import { createTransactionsService } from './transactions/transactions.service.ts'
import { createUsersService, type UserBelongings } from './users/users.service.ts'
import { createDatabaseKeyStore, createFileKeyStore } from './vault/key-store.ts'
import { deriveKeys } from './vault/keys.ts'
import { createVault } from './vault/vault.ts'

export interface ServicesDeps {
  readonly config: Config
  readonly database: Database
  /** Where production keeps the consents' keys; absent: files in the data folder. */
  readonly keysDatabase: Database | undefined
  readonly clock: Clock
  readonly logger: Logger
  readonly masterKey: Buffer
}

export type Services = Awaited<ReturnType<typeof createServices>>

/**
 * Every service, built once, in order. Two features that need each other meet here: the earlier one is handed a function
 * that calls the later one.
 */
export async function createServices({
  config,
  database,
  keysDatabase,
  clock,
  logger,
  masterKey,
}: ServicesDeps) {
  const { db } = database
  const { bankUrl, consentUrl, dataDir, publicUrl, tokenLimit } = config
  const links = createLinks(publicUrl)
  const keys = deriveKeys(masterKey)
  const store = keysDatabase ? createDatabaseKeyStore(keysDatabase.db) : createFileKeyStore(`${dataDir}/keys`)
  const vault = createVault({ keys, store, realTime: () => clock.real().getTime() })

  const applications = await createApplicationsService({ database, clock })
  const policies = createPoliciesService({ db, clock, links })
  const events = createEventsService({ db, clock, links, vault })

  const belongings: UserBelongings = {
    async read(application, userId) {
      const [summaries, accountIds, authLink] = await Promise.all([
        connections.summaries(application, userId),
        accounts.idsOf(application, userId),
        authLinks.hasLive(application, userId),
      ])
      return { connections: summaries.map(({ id }) => id), accounts: accountIds, authLink }
    },
    prepareEnd: (application, userId) => consents.prepareEnd(application, userId),
  }
  const users = createUsersService({ db, clock, links, belongings })
  const authLinks = createAuthLinksService({ db, clock, links, consentUrl, users })
  const floodGate = createFloodGate({ clock, limit: tokenLimit })
  const tokens = createTokensService({ applications, users, keys, clock, floodGate })

  const consents = createConsentsService({
    db,
    clock,
    links,
    vault,
    users,
    policies,
    connections: { endAll: (...ending) => connections.endAll(...ending) },
  })
  const deletions = createDataDeletionService({ db, clock, applications, vault })

  const sync = createSyncService({ db, vault })
  const accounts = createAccountsService({ db, vault, links })
  const transactions = createTransactionsService({ db, clock, vault, links, cursorKey: keys.cursors })
  const identities = createIdentitiesService({ db, vault, links, users })
  const statements = createStatementsService({ db, vault, links, users })

  const network = createBankNetwork()
  const registry = createConnectorRegistry({ connectors, bankUrl })
  const host = createConnectorHost({ registry, network, clock, logger })
  const institutions = createInstitutionsService({ registry, links })
  const jobs = createJobsService({
    db,
    clock,
    vault,
    links,
    registry,
    connections: connectionLifecycle,
    users,
  })
  const connections = createConnectionsService({
    db,
    clock,
    vault,
    links,
    registry,
    jobs,
    users,
    consents,
    accounts,
    sync,
    identities,
    statements,
  })
  const mfa = createMfaService({ db, clock, jobs, applications })
  const runner = createJobRunner({
    db,
    clock,
    vault,
    host,
    jobs,
    connections: connectionLifecycle,
    records: createRecords({ sync, identities, statements }),
    applications,
  })
  const sweeps = createSweeps({ db, clock, applications, logger, sweeps: [expiredConsents(consents), expiredChallenges(mfa, jobs), overdueJobs(runner)] })

  const ports = createLaunchPorts({ policies, consents, users, registry, connections, jobs, mfa, accounts })
  const launches = createLaunchesService({
    db,
    clock,
    ports,
    vault,
    applications,
    tokens,
    log: logger,
    consentUrl,
  })

  const applicationControl = createApplicationControl({ applications, policies })
  const clockControl = createClockService({ applications, clock, runDue: sweeps.runDue })

  return {
    db,
    links,
    accounts,
    applicationControl,
    applications,
    authLinks,
    clockControl,
    connections,
    consents,
    deletions,
    events,
    identities,
    institutions,
    jobs,
    launches,
    mfa,
    network,
    policies,
    registry,
    runner,
    statements,
    sweeps,
    tokens,
    transactions,
    users,
  }
}
