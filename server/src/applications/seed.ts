import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Config } from '../config/load.ts'
import { isApiKey } from '../config/load.ts'
import type { Tx } from '../db/database.ts'
import { type Database, inTransaction } from '../db/database.ts'
import { Secret } from '../secret.ts'
import { type ApplicationsService, newApiKey } from './applications.service.ts'
import type { Application } from './applications.types.ts'

export interface SeedDeps {
  readonly config: Config
  readonly database: Database
  readonly applications: ApplicationsService
  /** What every new application needs besides its own row. */
  readonly prepare: (tx: Tx, application: Application) => Promise<void>
}

/**
 * The sandbox's one partner with one application. Its key is kept in the data folder (0600), so that it can be printed
 * at each start; the database keeps a hash (settled 26).
 */
export async function seedSandbox({ config, database, applications, prepare }: SeedDeps): Promise<{
  application: Application
  apiKey: Secret
}> {
  const file = join(config.dataDir, 'api-key')
  const kept = await readKey(file)
  const apiKey = config.apiKey ?? kept ?? newApiKey()
  if (apiKey.reveal() !== kept?.reveal()) await writeFile(file, `${apiKey.reveal()}\n`, { mode: 0o600 })
  const application =
    (await existing(applications)) ?? (await create({ database, applications, prepare }, apiKey))
  if (!(await applications.byApiKey(apiKey.reveal()))) await applications.replaceKeys(application.id, apiKey)
  if (config.redirectUrl !== undefined && config.redirectUrl !== application.settings.redirectUrl) {
    await applications.saveSettings(application.id, {
      ...application.settings,
      redirectUrl: config.redirectUrl,
    })
  }
  return { application, apiKey }
}

async function existing(applications: ApplicationsService): Promise<Application | undefined> {
  const [id] = await applications.listIds()
  return id && (await applications.get(id))
}

async function create(
  { database, applications, prepare }: Pick<SeedDeps, 'database' | 'applications' | 'prepare'>,
  apiKey: Secret,
): Promise<Application> {
  return inTransaction(database.db, async (tx) => {
    const application = await applications.create(tx, {
      partnerName: 'Sandbox partner',
      name: 'Sandbox application',
      kind: 'sandbox',
      apiKey,
    })
    await prepare(tx, application)
    return application
  })
}

async function readKey(file: string): Promise<Secret | undefined> {
  const text = await readFile(file, 'utf8').catch(() => '')
  return isApiKey(text.trim()) ? new Secret(text.trim()) : undefined
}
