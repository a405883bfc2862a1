import { mkdir } from 'node:fs/promises'
import pino from 'pino'
import { type App, createApp } from './app.ts'
import { seedSandbox } from './applications/seed.ts'
import { printBanner } from './banner.ts'
import { systemClock } from './clock.ts'
import { readEnvironment } from './config/environment.ts'
import { type Config, ConfigError, loadConfig } from './config/load.ts'
import { type Database, openDatabase } from './db/database.ts'
import { migrate } from './db/migrate.ts'
import { loadMasterKey } from './vault/master-key.ts'

/** Closes what was opened, last first. */
type Closers = Array<() => Promise<unknown>>

async function start(): Promise<Closers> {
  const config = loadConfig(readEnvironment())
  const logger = pino({ level: config.logLevel }, pino.destination({ fd: 2, sync: true }))
  const closers: Closers = []
  await mkdir(config.dataDir, { recursive: true, mode: 0o700 })
  const database = await opened(
    openDatabase({ databaseUrl: config.databaseUrl, dataDir: config.dataDir }),
    closers,
  )
  await migrate(database.db)
  const keysDatabase = await openKeys(config, closers)
  const masterKey = await loadMasterKey(config)
  const app = await createApp({ config, database, keysDatabase, clock: systemClock, logger, masterKey })
  closers.push(() => app.close())
  if (config.roles.has('sandbox')) closers.push(await startBanks(config))
  // Before it listens: ready means that the printed key works.
  const seeded = await seed(config, database, app)
  await startRoles(config, app)
  if (seeded) printBanner(config, database.kind, seeded)
  return closers
}

async function seed(config: Config, database: Database, { services, prepare }: App) {
  if (config.mode !== 'sandbox' || !config.roles.has('api')) return undefined
  return seedSandbox({ config, database, applications: services.applications, prepare })
}

async function opened(opening: Promise<Database>, closers: Closers): Promise<Database> {
  const database = await opening
  closers.push(() => database.close())
  return database
}

async function openKeys(config: Config, closers: Closers): Promise<Database | undefined> {
  if (config.keysDatabaseUrl === undefined) return undefined
  const database = await opened(
    openDatabase({ databaseUrl: config.keysDatabaseUrl, dataDir: config.dataDir }),
    closers,
  )
  await migrate(database.db)
  return database
}

async function startBanks({ host, bankPort }: Config): Promise<() => Promise<unknown>> {
  const { createBanks } = await import('@banksia/sandbox')
  const banks = await createBanks({ now: systemClock.real })
  await banks.listen({ host, port: bankPort })
  return () => banks.close()
}

async function startRoles({ roles, host, port }: Config, app: App): Promise<void> {
  if (roles.has('worker')) await app.startWork()
  if (roles.has('api')) await app.http.listen({ host, port })
}

function stopOnSignal(closers: Closers): void {
  let stopping = false
  const stop = async () => {
    if (stopping) return
    stopping = true
    for (const close of closers.toReversed()) await close()
    process.exit(0)
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
}

try {
  stopOnSignal(await start())
} catch (error) {
  process.stderr.write(`${error instanceof ConfigError ? error.message : (error as Error).stack}\n`)
  process.exit(1)
}
