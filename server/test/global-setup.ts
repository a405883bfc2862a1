import { openDatabase } from '../src/db/database.ts'
import { migrate } from '../src/db/migrate.ts'
import { administer, databaseUrl, testDatabaseKind } from './database.ts'
import { startPostgres } from './native-postgres.ts'
import { embeddedTemplate } from './template.ts'

/** Once a run: the database that each test file gets a copy of. */
export default async function setup(): Promise<(() => Promise<void>) | undefined> {
  if (testDatabaseKind() === 'pglite') {
    process.env['BANKSIA_TEST_TEMPLATE'] = await embeddedTemplate()
    return undefined
  }
  const existing = process.env['BANKSIA_TEST_DATABASE_URL'] || undefined
  const binaries = process.env['BANKSIA_TEST_PG_BIN'] || undefined
  const native = existing ? undefined : await startPostgres(binaries ? { binaries } : {})
  const server = existing ?? native?.url ?? ''
  const template = `banksia_template_${process.pid}`
  await administer(server, `create database ${template}`)
  const database = await openDatabase({
    databaseUrl: databaseUrl(server, template),
    dataDir: '',
    poolSize: 1,
  })
  await migrate(database.db)
  await database.close()
  process.env['BANKSIA_TEST_SERVER'] = server
  process.env['BANKSIA_TEST_TEMPLATE'] = template
  return async () => {
    await administer(server, `drop database ${template} with (force)`)
    await native?.stop()
  }
}
