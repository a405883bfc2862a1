import type { Application } from '../applications/applications.types.ts'
import type { Tx } from '../db/database.ts'
import { appendEvent } from '../events/outbox.ts'
import { sealedLinks } from '../http/links.ts'
import { type ConsentId, type DeletionId, newId, type UserId } from '../ids.ts'
import { enqueue } from '../queue/queue.ts'
import { KeyDestroyed } from '../vault/vault.ts'
import { type ConsentCause, endFor } from './consent-states.ts'
import type { ConsentsDeps } from './consents.service.ts'
import * as store from './consents.store.ts'
import type { Consent } from './consents.types.ts'
import { consentPath, toConsentOut } from './consents.view.ts'

/** Starts of the deletion task before it is given up: it must outlast a long outage of the database or key store. */
const deletionAttempts = 1_000

/** How consents end: the one move there is, with all that goes with it. */
export function createEnding({
  vault,
  policies,
  connections,
}: Pick<ConsentsDeps, 'vault' | 'policies' | 'connections'>) {
  async function tell(
    tx: Tx,
    application: Application,
    type: 'consent.created' | 'consent.revoked' | 'consent.expired',
    consent: Consent,
    cause: ConsentCause,
    at: Date,
  ): Promise<void> {
    const latestPolicy = await policies.currentPolicyId(application, tx)
    await appendEvent(tx, {
      application,
      at,
      userId: consent.userId,
      type,
      dataRef: consentPath(consent.userId, consent.id),
      data: { ...toConsentOut(consent, { now: at, latestPolicy, links: sealedLinks }), cause },
    })
  }

  /** Ends an active consent: from the commit on, nothing it gave access to is served. */
  async function end(
    tx: Tx,
    application: Application,
    id: ConsentId,
    cause: ConsentCause,
    at: Date,
  ): Promise<boolean> {
    const ended = await store.end(tx, application.id, id, { status: endFor(cause), cause, at })
    if (!ended) return false
    await tell(tx, application, cause === 'expiry' ? 'consent.expired' : 'consent.revoked', ended, cause, at)
    await connections.endAll(tx, application, { consentId: id }, connectionCause(cause), at)
    await startDeletion(tx, application, ended.userId, id, cause, at)
    return true
  }

  async function startDeletion(
    tx: Tx,
    application: Application,
    userId: UserId,
    consentId: ConsentId | null,
    cause: ConsentCause,
    at: Date,
  ): Promise<void> {
    const id = newId<DeletionId>()
    await store.insertDeletion(tx, {
      id,
      applicationId: application.id,
      userId,
      consentId,
      cause,
      requested: at,
    })
    await enqueue(tx, {
      queue: 'consents.delete-data',
      payload: { applicationId: application.id, deletionId: id },
      maxAttempts: deletionAttempts,
    })
  }

  /** Opens the consent's key outside the transaction that seals events with it. A lost key must not keep a consent. */
  async function warmKey(application: Application, id: ConsentId): Promise<void> {
    try {
      await vault.key(application.id, id)
    } catch (error) {
      if (!(error instanceof KeyDestroyed)) throw error
      await vault.create(application.id, id)
    }
  }

  return { tell, end, startDeletion, warmKey }
}

/** Why connections end with their consent. */
const connectionCause = (cause: ConsentCause) =>
  cause === 'user-deleted' ? 'user-deleted' : cause === 'consumer' ? 'consumer' : 'consent-ended'
