import { createHash, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Clock } from '../clock.ts'
import { type Database, inTransaction, type Tx } from '../db/database.ts'
import { type ApiKeyId, type ApplicationId, newId, type PartnerId } from '../ids.ts'
import { Secret } from '../secret.ts'
import * as store from './applications.store.ts'
import type { Application } from './applications.types.ts'
import { type ApplicationSettings, defaultSettings } from './settings.ts'

const channel = 'application_changed'
/** Milliseconds after which an application is read again even if no notice came. */
const cacheLife = 5_000

export interface ApplicationsDeps {
  readonly database: Database
  readonly clock: Clock
}

export interface NewApplication {
  readonly partnerName: string
  readonly name: string
  readonly kind: Application['kind']
  readonly apiKey: Secret
  readonly settings?: Partial<ApplicationSettings>
}

export type ApplicationsService = Awaited<ReturnType<typeof createApplicationsService>>

const hashKey = (key: string) => createHash('sha256').update(key).digest()

/** A fresh API key: base64 of `uuid:uuid`, usable verbatim after `Basic `. */
export const newApiKey = (): Secret =>
  new Secret(Buffer.from(`${randomUUID()}:${randomUUID()}`).toString('base64'))

/** Applications are read on every request: they are cached, and every process is told when one changes. */
export async function createApplicationsService({ database, clock }: ApplicationsDeps) {
  const { db } = database
  const cache = new Map<ApplicationId, { application: Application; until: number }>()
  const unlisten = await database.listen(channel, (id) => cache.delete(id as ApplicationId))

  async function get(id: ApplicationId): Promise<Application | undefined> {
    const known = cache.get(id)
    if (known && known.until > clock.real().getTime()) return known.application
    const application = await store.find(db, id)
    if (application) cache.set(id, { application, until: clock.real().getTime() + cacheLife })
    return application
  }

  /** Changes an application under its lock, and drops it from every process's cache. */
  async function change(id: ApplicationId, work: (tx: Tx, application: Application) => Promise<void>) {
    await inTransaction(db, async (tx) => {
      const application = await store.lock(tx, id)
      if (!application) throw new Error('application is gone')
      await work(tx, application)
      await sql`select pg_notify(${channel}, ${id})`.execute(tx)
    })
    cache.delete(id)
  }

  return {
    get,
    change,
    listIds: () => store.listIds(db),

    /** The application a live API key belongs to. Keys are compared by hash. */
    async byApiKey(key: string): Promise<Application | undefined> {
      const id = await store.findByKeyHash(db, hashKey(key))
      return id && (await get(id))
    },

    async saveSettings(id: ApplicationId, settings: ApplicationSettings): Promise<void> {
      await change(id, (tx) => store.saveSettings(tx, id, settings))
    },

    async saveClock(id: ApplicationId, clockState: Application['clock']): Promise<void> {
      await change(id, (tx) => store.saveClock(tx, id, clockState))
    },

    /** Makes `key` the only live key of the application. */
    async replaceKeys(id: ApplicationId, key: Secret): Promise<void> {
      const now = clock.real()
      await change(id, async (tx) => {
        await store.dropKeys(tx, id, now)
        await store.insertKey(tx, keyRow(id, key, now))
      })
    },

    /** A partner with one application and one key, in the caller's transaction. */
    async create(
      tx: Tx,
      { partnerName, name, kind, apiKey, settings }: NewApplication,
    ): Promise<Application> {
      const now = clock.real()
      const application: Application = {
        id: newId<ApplicationId>(),
        partnerId: newId<PartnerId>(),
        name,
        kind,
        settings: { ...defaultSettings, ...settings },
        clock: { offsetMs: 0, frozenAt: null },
      }
      await store.insertPartner(tx, { id: application.partnerId, name: partnerName, created: now })
      await store.insertApplication(tx, application, now)
      await store.insertKey(tx, keyRow(application.id, apiKey, now))
      return application
    },

    close: unlisten,
  }
}

const keyRow = (applicationId: ApplicationId, key: Secret, created: Date) => ({
  id: newId<ApiKeyId>(),
  application_id: applicationId,
  key_hash: hashKey(key.reveal()),
  prefix: key.reveal().slice(0, 8),
  created,
  revoked: null,
})
