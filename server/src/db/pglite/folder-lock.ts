import { existsSync, readFileSync, realpathSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { systemClock } from '../../clock.ts'
import { DbError } from '../errors.ts'

/**
 * Two instances on one folder would silently lose each other's rows, so a folder is opened under an exclusive lock. The
 * kernel frees it when the process dies, however it dies: there is no stale lock and nothing to take over. The handles
 * stay in this map because a handle that is garbage-collected gives its lock away. Local disks only.
 */
const held = new Map<string, DatabaseSync>()

/** Locks the data folder for this process; the answer frees it. Throws `FOLDER_IN_USE`, naming the owner. */
export function lockFolder(dataDir: string): () => void {
  const folder = realpathSync(dataDir)
  const ownerFile = join(folder, 'database.owner')
  if (held.has(folder)) throw inUse(folder, 'by this process')
  const handle = new DatabaseSync(join(folder, 'database.lock'))
  try {
    handle.exec('pragma locking_mode = exclusive; begin exclusive')
  } catch (cause) {
    handle.close()
    throw inUse(
      folder,
      existsSync(ownerFile) ? readFileSync(ownerFile, 'utf8') : 'by a process just starting',
      cause,
    )
  }
  held.set(folder, handle)
  writeFileSync(ownerFile, `by process ${process.pid}, since ${systemClock.real().toISOString()}`)
  return () => {
    if (held.delete(folder)) handle.close()
  }
}

const inUse = (folder: string, owner: string, cause?: unknown): DbError =>
  new DbError(
    'FOLDER_IN_USE',
    `The data folder ${folder} is in use ${owner}: stop it or choose another folder`,
    {
      cause,
    },
  )
