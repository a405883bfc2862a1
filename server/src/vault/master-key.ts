import { createSecretKey, randomBytes } from 'node:crypto'
import { link, mkdir, readFile, unlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Config } from '../config/load.ts'
import type { Db } from '../db/database.ts'
import { keyedHash } from './keys.ts'

/** The configured master key; the sandbox makes one in the data folder (0600) when there is none. */
export async function loadMasterKey(config: Pick<Config, 'masterKey' | 'dataDir'>): Promise<Buffer> {
  if (config.masterKey) return Buffer.from(config.masterKey.reveal(), 'base64')
  await mkdir(config.dataDir, { recursive: true, mode: 0o700 })
  const file = join(config.dataDir, 'master.key')
  const kept = await readFile(file, 'utf8').catch(() => undefined)
  if (kept !== undefined) return Buffer.from(kept.trim(), 'base64')
  const draft = join(config.dataDir, `master.key.${process.pid}`)
  await writeFile(draft, randomBytes(32).toString('base64'), { mode: 0o600, flush: true })
  // `link` fails when another process was first: then its key is the one.
  await link(draft, file).catch(() => undefined)
  await unlink(draft)
  return Buffer.from((await readFile(file, 'utf8')).trim(), 'base64')
}

/**
 * Binds a database to its master key at first start, and refuses any other later on.
 * @throws Error when the database was made with another key
 */
export async function checkMasterKey(db: Db, masterKey: Buffer, now: Date): Promise<void> {
  const check = keyedHash(createSecretKey(masterKey), 'installation')
  await db
    .insertInto('installation')
    .values({ master_key_check: check, created: now })
    .onConflict((conflict) => conflict.column('singleton').doNothing())
    .execute()
  const row = await db.selectFrom('installation').select('master_key_check').executeTakeFirstOrThrow()
  if (!row.master_key_check.equals(check)) {
    throw new Error(
      'This database was made with another master key. Start with the data folder or BANKSIA_MASTER_KEY it belongs to.',
    )
  }
}
