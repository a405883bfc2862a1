import type { Application } from '../applications/applications.types.ts'
import type { Clock } from '../clock.ts'
import { type Db, inTransaction, type Tx } from '../db/database.ts'
import { AppError } from '../errors/app-error.ts'
import type { Links } from '../http/links.ts'
import type { ConsentId, UserId } from '../ids.ts'
import type { PoliciesService } from '../policies/policies.service.ts'
import type { UsersService } from '../users/users.service.ts'
import type { Vault } from '../vault/vault.ts'
import { createAmending } from './amending.ts'
import type { ConsentCause } from './consent-states.ts'
import type { ConsentListOut, ConsentOut } from './consents.schemas.ts'
import * as store from './consents.store.ts'
import type { ActiveConsent, ConnectionsEnd } from './consents.types.ts'
import { consentsPath, statusAt, toConsentOut } from './consents.view.ts'
import { removeJobs } from './deletion.store.ts'
import { startDeletion } from './deletion-start.ts'
import { createEnding } from './ending.ts'
import { createGiving } from './giving.ts'

export interface ConsentsDeps {
  readonly db: Db
  readonly clock: Clock
  readonly links: Links
  readonly vault: Vault
  readonly users: Pick<UsersService, 'require' | 'lock'>
  readonly policies: Pick<PoliciesService, 'currentPolicy' | 'currentPolicyId' | 'find'>
  readonly connections: ConnectionsEnd
}

export type ConsentsService = ReturnType<typeof createConsentsService>

export function createConsentsService(deps: ConsentsDeps) {
  const { db, clock, links, users, policies } = deps
  const { end, warmKey } = createEnding(deps)
  const missing = (id: ConsentId) => new AppError('consent-not-found', { internal: `consent ${id}` })

  const view = async (application: Application) => ({
    now: clock.now(application),
    latestPolicy: await policies.currentPolicyId(application),
    links,
  })

  return {
    ...createGiving(deps),
    ...createAmending(deps),

    /** The consent under which data may be collected and served now, or `undefined`. */
    activeConsent(
      application: Pick<Application, 'id' | 'clock'>,
      userId: UserId,
      handle: Db = db,
    ): Promise<ActiveConsent | undefined> {
      return store.findActive(handle, application.id, userId, clock.now(application))
    },

    /** Whether what the user shared before is still being deleted; launches wait for it. */
    isDeleting: (application: Pick<Application, 'id'>, userId: UserId): Promise<boolean> =>
      store.isDeleting(db, application.id, userId),

    /**
     * `GET /users/{userId}/consents` (core §5.2).
     * @throws AppError user-not-found; consent-not-found for a user who never consented (settled 8)
     */
    async list(application: Application, userId: UserId): Promise<ConsentListOut> {
      await users.require(application, userId)
      const { consentsEmptyAsList, consentTopLevelStatus } = application.settings.switches
      const consents = await store.list(db, application.id, userId)
      if (consents.length === 0 && !consentsEmptyAsList) throw new AppError('consent-not-found')
      const shown = await view(application)
      const data = consents.map((consent) => toConsentOut(consent, shown))
      const [newest] = data
      return {
        type: 'list',
        size: data.length,
        ...(consentTopLevelStatus && newest && { status: newest.status }),
        data,
        links: { self: links.to(consentsPath(userId)) },
      }
    },

    /** `GET /users/{userId}/consents/{consentId}`. @throws AppError user-not-found, consent-not-found */
    async read(application: Application, userId: UserId, id: ConsentId): Promise<ConsentOut> {
      await users.require(application, userId)
      const consent = await store.find(db, application.id, userId, id)
      if (!consent) throw missing(id)
      return toConsentOut(consent, await view(application))
    },

    /**
     * Ends an active consent with its connections, and starts the deletion of what it gave access to (c&d §9.2).
     * @throws AppError user-not-found; consent-not-found when it is unknown or has ended already
     */
    async revoke(
      application: Application,
      userId: UserId,
      id: ConsentId,
      cause: Exclude<ConsentCause, 'expiry' | 'user-deleted'>,
    ): Promise<void> {
      await users.require(application, userId)
      const at = clock.now(application)
      const consent = await store.find(db, application.id, userId, id)
      if (!consent || statusAt(consent, at) !== 'active') throw missing(id)
      await warmKey(application, id)
      const ended = await inTransaction(db, (tx) => end(tx, application, id, cause, at))
      if (!ended) throw missing(id)
    },

    /** Ends a consent whose date, `at`, has passed; nothing when it has ended or was given a later date meanwhile. */
    async expire(application: Application, id: ConsentId, at: Date): Promise<void> {
      await warmKey(application, id)
      await inTransaction(db, async (tx) => {
        if (await store.lockDue(tx, application.id, id, at)) await end(tx, application, id, 'expiry', at)
      })
    },

    /**
     * For the deletion of a user. What it answers runs in the transaction that holds the user's lock: ends the active
     * consent with its connections and starts the deletion of everything of the user.
     */
    async prepareEnd(application: Application, userId: UserId): Promise<(tx: Tx, at: Date) => Promise<void>> {
      const known = (await store.list(db, application.id, userId)).find(
        (consent) => consent.status === 'active',
      )
      if (known) await warmKey(application, known.id)
      return async (tx, at) => {
        const active = await store.lockActive(tx, application.id, userId)
        // Given since we looked: the caller may ask again.
        if (active && active.id !== known?.id)
          throw new AppError('unavailable', { internal: 'consent given meanwhile' })
        const ended = active !== undefined && (await end(tx, application, active.id, 'user-deleted', at))
        if (!ended)
          await startDeletion(tx, application, { userId, consentId: null, cause: 'user-deleted', at })
        await removeJobs(tx, application.id, userId)
      }
    },
  }
}
