import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { type Db, inTransaction, type Tx } from './database.ts'
import { DbError } from './errors.ts'

interface Migration {
  readonly version: number
  readonly name: string
  readonly text: string
  readonly checksum: string
}

const ourMigrations = fileURLToPath(new URL('../../migrations/', import.meta.url))
const fileName = /^(\d{4})_([a-z0-9_]+)\.sql$/
/** Any number will do, as long as every version of the program takes the same one. */
const migrationLock = 7_240_301

/** The migrations of a folder in their order. Throws `MIGRATION` for a misnamed file or a number used twice. */
export function readMigrations(folder: string = ourMigrations): Migration[] {
  const found = readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .sort()
    .map((file) => {
      const [, version, name] = fileName.exec(file) ?? []
      if (!version || !name) throw new DbError('MIGRATION', `${file}: migrations are called NNNN_name.sql`)
      const text = readFileSync(`${folder}/${file}`, 'utf8')
      return {
        version: Number(version),
        name,
        text,
        checksum: createHash('sha256').update(text).digest('hex'),
      }
    })
  for (const [index, { version, name }] of found.entries()) {
    const before = found[index - 1]
    if (before?.version === version)
      throw new DbError('MIGRATION', `${before.name} and ${name} are both ${version}`)
  }
  return found
}

/**
 * Brings the schema up to date, forward only. Each migration commits with its line in `schema_migrations`; processes
 * that start together take turns. Answers the names applied by this call.
 */
export async function migrate(db: Db, folder: string = ourMigrations): Promise<string[]> {
  const migrations = readMigrations(folder)
  const applied: string[] = []
  for (;;) {
    const name = await inTransaction(db, (tx) => applyNext(tx, migrations))
    if (name === undefined) return applied
    applied.push(name)
  }
}

async function applyNext(tx: Tx, migrations: readonly Migration[]): Promise<string | undefined> {
  await sql`select pg_advisory_xact_lock(${migrationLock})`.execute(tx)
  await sql`create table if not exists schema_migrations (
    version integer primary key, name text not null, checksum text not null, applied timestamptz not null default now()
  )`.execute(tx)
  const { rows } = await sql<{ version: number; name: string; checksum: string }>`
    select version, name, checksum from schema_migrations`.execute(tx)
  const done = new Map(rows.map((row) => [row.version, row]))
  for (const { version, name, checksum } of migrations) {
    const row = done.get(version)
    if (row && row.checksum !== checksum) {
      throw new DbError(
        'MIGRATION',
        `Migration ${version} (${name}) was changed after this database applied it. Migrations are never edited: ` +
          'add a new one, or delete the data folder of a sandbox to start afresh',
      )
    }
    done.delete(version)
  }
  const [unknown] = done.values()
  if (unknown) {
    throw new DbError(
      'MIGRATION',
      `The database has migration ${unknown.version} (${unknown.name}), newer than this program`,
    )
  }
  const next = migrations.find(({ version }) => !rows.some((row) => row.version === version))
  if (!next) return undefined
  await sql.raw(next.text).execute(tx)
  await sql`insert into schema_migrations (version, name, checksum)
    values (${next.version}, ${next.name}, ${next.checksum})`.execute(tx)
  return next.name
}
