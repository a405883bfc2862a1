import { constants } from 'node:fs'
import { mkdir, open, readFile, unlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Db } from '../db/database.ts'
import type { ApplicationId, ConsentId } from '../ids.ts'

/** Where wrapped data keys live, apart from the data they open (settled 25). */
export interface KeyStore {
  read(applicationId: ApplicationId, consentId: ConsentId): Promise<Buffer | undefined>
  /** Durable when it resolves. Never replaces a key. */
  write(applicationId: ApplicationId, consentId: ConsentId, wrapped: Buffer): Promise<void>
  /** Gone when it resolves; not an error when it already was. */
  destroy(applicationId: ApplicationId, consentId: ConsentId): Promise<void>
}

/** The sandbox's store: one 0600 file for each key. */
export function createFileKeyStore(folder: string): KeyStore {
  const path = (applicationId: ApplicationId, consentId: ConsentId) =>
    join(folder, applicationId, `${consentId}.key`)
  return {
    async read(applicationId, consentId) {
      try {
        return await readFile(path(applicationId, consentId))
      } catch (error) {
        if (isMissing(error)) return undefined
        throw error
      }
    },
    async write(applicationId, consentId, wrapped) {
      const file = path(applicationId, consentId)
      await mkdir(dirname(file), { recursive: true, mode: 0o700 })
      const handle = await open(file, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, 0o600)
      try {
        await handle.writeFile(wrapped)
        await handle.sync()
      } finally {
        await handle.close()
      }
      await syncFolder(dirname(file))
    },
    async destroy(applicationId, consentId) {
      const file = path(applicationId, consentId)
      try {
        await unlink(file)
        await syncFolder(dirname(file))
      } catch (error) {
        if (!isMissing(error)) throw error
      }
    },
  }
}

/** Production's store: a table in a database of its own. */
export function createDatabaseKeyStore(db: Db): KeyStore {
  return {
    async read(applicationId, consentId) {
      const row = await db
        .selectFrom('consent_keys')
        .select('wrapped')
        .where('application_id', '=', applicationId)
        .where('consent_id', '=', consentId)
        .executeTakeFirst()
      return row?.wrapped
    },
    async write(applicationId, consentId, wrapped) {
      await db
        .insertInto('consent_keys')
        .values({ application_id: applicationId, consent_id: consentId, wrapped })
        .execute()
    },
    async destroy(applicationId, consentId) {
      await db
        .deleteFrom('consent_keys')
        .where('application_id', '=', applicationId)
        .where('consent_id', '=', consentId)
        .execute()
    },
  }
}

const isMissing = (error: unknown) => (error as NodeJS.ErrnoException).code === 'ENOENT'

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, constants.O_RDONLY)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
