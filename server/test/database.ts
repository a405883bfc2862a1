import { randomBytes } from 'node:crypto'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { type Database, type OpenOptions, openDatabase } from '../src/db/database.ts'
import { embeddedTemplate } from './template.ts'

export interface TestDatabase extends Database {
  /** What another process needs to open the same database (one at a time when it is embedded). */
  readonly options: OpenOptions
  /** Closes it and removes every trace. */
  drop(): Promise<void>
}

/** `BANKSIA_TEST_DB`: which database the tests of this run use. */
export function testDatabaseKind(): Database['kind'] {
  const kind = process.env['BANKSIA_TEST_DB'] ?? 'pglite'
  if (kind !== 'pglite' && kind !== 'postgres') throw new Error(`BANKSIA_TEST_DB=${kind}: pglite or postgres`)
  return kind
}

/** A fresh, migrated database for one test file. */
export async function openTestDatabase(
  options: Pick<OpenOptions, 'poolSize' | 'limits'> = {},
): Promise<TestDatabase> {
  return testDatabaseKind() === 'pglite' ? openEmbedded(options) : openNative(options)
}

/** A data folder whose embedded database is made and migrated already: a server starts on it in half a second. */
export async function freshDataDir(): Promise<string> {
  const dataDir = mkdtempSync(join(tmpdir(), 'banksia-test-'))
  const template = testDatabaseKind() === 'pglite' ? process.env['BANKSIA_TEST_TEMPLATE'] : undefined
  cpSync(template ?? (await embeddedTemplate()), join(dataDir, 'database'), { recursive: true })
  return dataDir
}

async function openEmbedded(extra: Partial<OpenOptions>): Promise<TestDatabase> {
  const options = { ...extra, dataDir: await freshDataDir() }
  const database = await openDatabase(options)
  return {
    ...database,
    options,
    async drop() {
      await database.close()
      rmSync(options.dataDir, { recursive: true, force: true })
    },
  }
}

async function openNative(extra: Partial<OpenOptions>): Promise<TestDatabase> {
  const { BANKSIA_TEST_SERVER: server, BANKSIA_TEST_TEMPLATE: template } = process.env
  if (!server || !template)
    throw new Error('No PostgreSQL was started for this run: use the root vitest.config.ts')
  const name = `banksia_test_${randomBytes(6).toString('hex')}`
  await administer(server, `create database ${name} template ${template}`)
  const dataDir = mkdtempSync(join(tmpdir(), 'banksia-test-'))
  const options = { ...extra, dataDir, databaseUrl: databaseUrl(server, name) }
  const database = await openDatabase(options)
  return {
    ...database,
    options,
    async drop() {
      await database.close()
      await administer(server, `drop database ${name} with (force)`)
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** The URL of another database of the same server. */
export function databaseUrl(server: string, name: string): string {
  const url = new URL(server)
  url.pathname = `/${name}`
  return url.href
}

/** Runs one statement of administration. */
export async function administer(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
