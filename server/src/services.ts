import { connectors } from '@banksia/web-capture'
import type { Logger } from 'pino'
import { createAccountsService } from './accounts/accounts.service.ts'
import { createSyncService } from './accounts/sync.service.ts'
import { createApplicationsService } from './applications/applications.service.ts'
import type { Application } from './applications/applications.types.ts'
import { createAuthLinksService } from './auth-links/auth-links.service.ts'
import type { Clock } from './clock.ts'
import type { Config } from './config/load.ts'
import { createConnectionsService } from './connections/connections.service.ts'
import { backgroundRefreshes } from './connections/connections.sweeps.ts'
import { connectionLifecycle } from './connections/lifecycle.ts'
import { createRecords } from './connections/records.ts'
import { createBankNetwork } from './connector-host/bank-http.ts'
import { createConnectorHost } from './connector-host/host.ts'
import { createConnectorRegistry } from './connector-host/registry.ts'
import { createConsentsService } from './consents/consents.service.ts'
import { consentReminders, consentWarnings, expiredConsents } from './consents/consents.sweeps.ts'
import type { ConnectionsEnd } from './consents/consents.types.ts'
import { createDataDeletionService } from './consents/data-deletion.service.ts'
import { createConsentTimers } from './consents/timers.service.ts'
import type { Database } from './db/database.ts'
import { createEventsService } from './events/events.service.ts'
import { oldEvents } from './events/events.sweeps.ts'
import { createLinks } from './http/links.ts'
import { createOutboundGuard } from './http/outbound-guard.ts'
import { createIdentitiesService } from './identities/identities.service.ts'
import type { UserId } from './ids.ts'
import { createInstitutionsService } from './institutions/institutions.service.ts'
import { createJobsService } from './jobs/jobs.service.ts'
import { oldJobs, overdueJobs } from './jobs/jobs.sweeps.ts'
import { createJobRunner } from './jobs/runner.ts'
import { createConnectService } from './launches/connect.service.ts'
import { createLaunchPorts } from './launches/launch-ports.ts'
import { createLaunchesService } from './launches/launches.service.ts'
import { createMfaService } from './mfa/mfa.service.ts'
import { expiredChallenges } from './mfa/mfa.sweeps.ts'
import { createSmtp } from './notices/mail.ts'
import { createNoticesService } from './notices/notices.service.ts'
import { oldNotices } from './notices/notices.sweeps.ts'
import { createPoliciesService } from './policies/policies.service.ts'
import { createSweeps, type Sweeps } from './queue/sweeps.ts'
import { createApplicationControl } from './sandbox-control/application.service.ts'
import { createClockService } from './sandbox-control/clock.service.ts'
import { createStatementsService } from './statements/statements.service.ts'
import { createFloodGate } from './tokens/flood-gate.ts'
import { createTokensService } from './tokens/tokens.service.ts'
import { createTransactionsService } from './transactions/transactions.service.ts'
import { createUsersService, type UserBelongings } from './users/users.service.ts'
import type { Belongings } from './users/users.view.ts'
import { createDatabaseKeyStore, createFileKeyStore } from './vault/key-store.ts'
import { deriveKeys } from './vault/keys.ts'
import { createVault } from './vault/vault.ts'
import { createDispatcher } from './webhooks/dispatcher.ts'
import { createMessagesService } from './webhooks/messages.service.ts'
import { createSender } from './webhooks/sender.ts'
import { createSecretBox } from './webhooks/signing.ts'
import { createWebhooksService } from './webhooks/webhooks.service.ts'
import { dueAttempts, oldMessages } from './webhooks/webhooks.sweeps.ts'

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

/** Every service, built once, in order. */
export async function createServices(deps: ServicesDeps) {
  const foundation = await createFoundation(deps)
  const people = createPeople(deps, foundation, {
    connections: { endAll: (...ending) => banking.connections.endAll(...ending) },
    belongings: async (application, userId) => {
      const [summaries, accounts] = await Promise.all([
        banking.connections.summaries(application, userId),
        banking.accounts.idsOf(application, userId),
      ])
      return { connections: summaries.map(({ id }) => id), accounts }
    },
  })
  const banking = createBanking(deps, foundation, people)
  const notifying = createNotifying(deps, foundation)
  const sweeps = createSweeps({
    ...foundation,
    logger: deps.logger,
    sweeps: [
      expiredConsents(people.consents),
      consentWarnings(people.consentTimers),
      consentReminders(people.consentTimers),
      expiredChallenges(banking.mfa, banking.jobs),
      overdueJobs(banking.runner),
      backgroundRefreshes(banking.connections),
      oldJobs(foundation.db),
      oldEvents(foundation.db),
      oldNotices(foundation.db),
      oldMessages(foundation.db),
      // Last: what falls due at the same moment as an attempt may make messages of its own.
      dueAttempts(notifying.dispatcher),
    ],
  })
  const services = { ...foundation, ...people, ...banking, ...notifying, sweeps }
  return { ...services, ...createPages(deps, services) }
}

/** What everything else stands on. */
async function createFoundation({ config, database, keysDatabase, clock, masterKey }: ServicesDeps) {
  const { db } = database
  const links = createLinks(config.publicUrl)
  const keys = deriveKeys(masterKey)
  const store = keysDatabase
    ? createDatabaseKeyStore(keysDatabase.db)
    : createFileKeyStore(`${config.dataDir}/keys`)
  const vault = createVault({ keys, store, realTime: () => clock.real().getTime() })
  const base = { db, clock, links, vault }
  const applications = await createApplicationsService({ database, clock })
  const policies = createPoliciesService(base)
  const events = createEventsService(base)
  const mail = config.smtp && config.mode === 'production' ? createSmtp(config.smtp) : undefined
  const delivery = config.mode === 'sandbox' ? ('mailbox' as const) : { mail }
  const notices = createNoticesService({ ...base, applications, policies, delivery })
  return { ...base, keys, applications, policies, events, mail, notices }
}

type Foundation = Awaited<ReturnType<typeof createFoundation>>

/** What people need of banking, which is built after them. */
interface LaterBanking {
  readonly connections: ConnectionsEnd
  belongings(application: Application, userId: UserId): Promise<Omit<Belongings, 'authLink'>>
}

/** Users, what they agreed to, and the tokens that speak for them. */
function createPeople({ config }: ServicesDeps, foundation: Foundation, later: LaterBanking) {
  const belongings: UserBelongings = {
    async read(application, userId) {
      const [held, authLink] = await Promise.all([
        later.belongings(application, userId),
        authLinks.hasLive(application, userId),
      ])
      return { ...held, authLink }
    },
    prepareEnd: (application, userId) => consents.prepareEnd(application, userId),
  }
  const users = createUsersService({ ...foundation, belongings })
  const authLinks = createAuthLinksService({ ...foundation, consentUrl: config.consentUrl, users })
  const floodGate = createFloodGate({ clock: foundation.clock, limit: config.tokenLimit })
  const tokens = createTokensService({ ...foundation, users, floodGate })
  const consents = createConsentsService({ ...foundation, users, connections: later.connections })
  const deletions = createDataDeletionService(foundation)
  const consentTimers = createConsentTimers({ ...foundation, connections: later.connections })
  return { users, authLinks, tokens, consents, consentTimers, deletions }
}

type People = ReturnType<typeof createPeople>

/** Institutions, connections to them, the jobs that read them, and what was read. */
function createBanking({ config, logger }: ServicesDeps, foundation: Foundation, people: People) {
  const shared = { ...foundation, ...people }
  const sync = createSyncService(foundation)
  const accounts = createAccountsService(foundation)
  const transactions = createTransactionsService({ ...foundation, cursorKey: foundation.keys.cursors })
  const identities = createIdentitiesService(shared)
  const statements = createStatementsService(shared)

  const network = createBankNetwork()
  const registry = createConnectorRegistry({ connectors, bankUrl: config.bankUrl })
  const host = createConnectorHost({ registry, network, clock: foundation.clock, logger })
  const institutions = createInstitutionsService({ registry, links: foundation.links })
  const jobs = createJobsService({ ...shared, registry, connections: connectionLifecycle })
  const connections = createConnectionsService({
    ...shared,
    registry,
    jobs,
    accounts,
    sync,
    identities,
    statements,
  })
  const mfa = createMfaService({ ...foundation, jobs })
  const records = createRecords({ sync, identities, statements })
  const runner = createJobRunner({ ...foundation, host, jobs, connections: connectionLifecycle, records })
  return {
    accounts,
    transactions,
    identities,
    statements,
    network,
    registry,
    institutions,
    jobs,
    connections,
    mfa,
    runner,
  }
}

/** Webhooks, and the deliveries to them. */
function createNotifying({ config, database, logger }: ServicesDeps, foundation: Foundation) {
  const guard = createOutboundGuard({ allowLocal: config.mode === 'sandbox' })
  const secrets = createSecretBox(foundation.keys.webhooks)
  const webhooks = createWebhooksService({ ...foundation, guard, secrets })
  const messages = createMessagesService(foundation)
  const sender = createSender(guard)
  const dispatcher = createDispatcher({ ...foundation, database, secrets, sender, logger })
  return { webhooks, messages, dispatcher }
}

/** The hosted pages, and the sandbox's control. */
function createPages(
  { config, logger }: ServicesDeps,
  services: Foundation &
    People &
    ReturnType<typeof createBanking> &
    ReturnType<typeof createNotifying> & { readonly sweeps: Sweeps },
) {
  const ports = createLaunchPorts(services)
  const launches = createLaunchesService({ ...services, ports, log: logger, consentUrl: config.consentUrl })
  const connect = createConnectService({ ...services, ports, launches, log: logger })
  const applicationControl = createApplicationControl(services)
  const clockControl = createClockService({
    ...services,
    runDue: services.sweeps.runDue,
    whileTurning: services.dispatcher.whileTurning,
  })
  return { launches, connect, applicationControl, clockControl }
}
