import type { FastifyInstance } from 'fastify'
import type { Application } from './applications/applications.types.ts'
import { consentTasks } from './consents/consents.tasks.ts'
import type { Tx } from './db/database.ts'
import { installAuth } from './http/auth.ts'
import { createHttpServer } from './http/server.ts'
import { jobsRun } from './jobs/runner.tasks.ts'
import { noticeTasks } from './notices/notices.tasks.ts'
import { createWorker } from './queue/worker.ts'
import { registerRoutes } from './routes.ts'
import { createServices, type Services, type ServicesDeps } from './services.ts'
import { checkMasterKey } from './vault/master-key.ts'

export interface App {
  readonly services: Services
  /** Ready to listen, or to be injected into. */
  readonly http: FastifyInstance
  /** Starts working on tasks and on what waits for a date. */
  startWork(): Promise<void>
  /** For tests: settles when no task is due or running. */
  idle(): Promise<void>
  /** What a new application needs besides its own row. */
  prepare(tx: Tx, application: Application): Promise<void>
  close(): Promise<void>
}

/** The program without its process: services, routes and workers on an open, migrated database. */
export async function createApp(deps: ServicesDeps): Promise<App> {
  const { config, database, clock, logger, masterKey } = deps
  await checkMasterKey(database.db, masterKey, clock.real())
  const services = await createServices(deps)
  const http = createHttpServer({ logger })
  installAuth(http, services.tokens)
  await registerRoutes(http, services, { sandbox: config.mode === 'sandbox' })
  const worker = createWorker({
    database,
    logger,
    handlers: {
      'jobs.run': jobsRun(services.runner),
      ...consentTasks(services.deletions),
      ...noticeTasks(services.notices),
    },
  })
  return {
    services,
    http,
    async startWork() {
      await worker.start()
      services.sweeps.start()
      await services.dispatcher.start()
    },
    async idle() {
      await worker.idle()
      await services.dispatcher.idle()
    },
    prepare: (tx, application) => services.policies.ensureDefaultPolicy(tx, application),
    async close() {
      await http.close()
      await services.sweeps.stop()
      await worker.stop()
      await services.dispatcher.stop()
      await services.dispatcher.close()
      await services.network.close()
      services.mail?.close()
      await services.applications.close()
    },
  }
}
