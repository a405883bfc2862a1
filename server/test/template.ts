import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
} from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openDatabase } from '../src/db/database.ts'
import { migrate, readMigrations } from '../src/db/migrate.ts'

const cache = fileURLToPath(new URL('../../node_modules/.cache/banksia/', import.meta.url))
const pgliteVersion = '0.5.16'

/** The migrated embedded database that test files copy, made once for each state of the migrations. */
export async function embeddedTemplate(): Promise<string> {
  const hash = createHash('sha256').update(pgliteVersion)
  for (const { version, checksum } of readMigrations()) hash.update(`${version} ${checksum}\n`)
  const template = join(cache, `template-${hash.digest('hex').slice(0, 16)}`)
  if (existsSync(template)) {
    utimesSync(template, new Date(), new Date())
    return template
  }
  mkdirSync(cache, { recursive: true })
  const scratch = mkdtempSync(join(cache, 'making-'))
  try {
    const database = await openDatabase({ dataDir: scratch })
    await migrate(database.db)
    await database.close()
    renameSync(join(scratch, 'database'), template)
  } catch (error) {
    // Another run made it first.
    if (!existsSync(template)) throw error
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
  forgetOld()
  return template
}

function forgetOld(): void {
  const aged = readdirSync(cache)
    .map((name) => ({ path: join(cache, name), age: Date.now() - statSync(join(cache, name)).mtimeMs }))
    .filter(({ age }) => age > 3_600_000)
  for (const { path } of aged) rmSync(path, { recursive: true, force: true })
}
