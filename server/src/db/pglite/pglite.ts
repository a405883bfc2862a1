import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { Kysely, sql } from 'kysely'
import type { Database, ListenOptions } from '../database.ts'
import { dialect, guarded, type HandleRef } from '../dialect.ts'
import type { Tables } from '../tables.ts'
import { createPgliteDriver } from './driver.ts'
import { lockFolder } from './folder-lock.ts'
import { startThread, type Thread } from './thread.ts'
import { startUpkeep } from './upkeep.ts'

export interface PgliteOptions {
  readonly dataDir: string
  readonly waitMs: number
  readonly idleMs: number
}

/** The embedded database of a data folder: PostgreSQL in a thread of this process, alone on its folder. */
export async function openPglite({ dataDir, waitMs, idleMs }: PgliteOptions): Promise<Database> {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const unlock = lockFolder(dataDir)
  try {
    const folder = join(dataDir, 'database')
    await createCluster(folder)
    const thread = await startThread({ folder, waitMs, idleMs })
    return database(thread, unlock)
  } catch (error) {
    unlock()
    throw error
  }
}

/** Made beside its place and moved there when whole, so that a start cut short leaves nothing half-made. */
async function createCluster(folder: string): Promise<void> {
  if (existsSync(join(folder, 'PG_VERSION'))) return
  const unfinished = `${folder}.new`
  rmSync(unfinished, { recursive: true, force: true })
  mkdirSync(unfinished, { mode: 0o700 })
  const program = fileURLToPath(new URL('./create.ts', import.meta.url))
  await promisify(execFile)(process.execPath, [program, unfinished])
  renameSync(unfinished, folder)
}

function database(thread: Thread, unlock: () => void): Database {
  const handle: HandleRef = {}
  const db = new Kysely<Tables>({ dialect: dialect(() => guarded(createPgliteDriver(thread), handle)) })
  handle.db = db
  const stopUpkeep = startUpkeep(db)
  let closing: Promise<void> | undefined
  return {
    db,
    kind: 'pglite',
    async listen(channel: string, onMessage: (payload: string) => void, { presence }: ListenOptions = {}) {
      const stop = await thread.listen(channel, onMessage)
      if (presence)
        await sql`select pg_advisory_lock_shared(${presence[0]}::int, ${presence[1]}::int)`.execute(db)
      return async () => {
        stop()
        if (presence)
          await sql`select pg_advisory_unlock_shared(${presence[0]}::int, ${presence[1]}::int)`.execute(db)
      }
    },
    stats: () => thread.stats(),
    close() {
      closing ??= stopUpkeep()
        .then(() => db.destroy())
        .then(() => thread.close())
        .finally(unlock)
      return closing
    },
  }
}
