import type { Application } from '../applications/applications.types.ts'
import type { Tx } from '../db/database.ts'
import { appendEvent } from '../events/outbox.ts'
import { sealedLinks } from '../http/links.ts'
import type { ConsentId } from '../ids.ts'
import { KeyDestroyed } from '../vault/vault.ts'
import { type ConsentCause, endFor } from './consent-states.ts'
import type { ConsentsDeps } from './consents.service.ts'
import * as store from './consents.store.ts'
import type { Consent } from './consents.types.ts'
import { consentPath, toConsentOut } from './consents.view.ts'
import { startDeletion } from './deletion-start.ts'
import { effectsOf } from './governance.ts'

type ConsentEvent = `consent.${'created' | 'updated' | 'warning' | 'reminder' | 'revoked' | 'expired'}`

/** How consents end: the one move there is, with all that goes with it. */
export function createEnding({
  vault,
  policies,
  connections,
}: Pick<ConsentsDeps, 'vault' | 'policies' | 'connections'>) {
  async function tell(
    tx: Tx,
    application: Application,
    type: ConsentEvent,
    consent: Consent,
    cause: ConsentCause | 'reminder',
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
    const { tells } = effectsOf(cause)
    await tell(tx, application, tells[0], ended, cause, at)
    await connections.endAll(tx, application, { consentId: id }, connectionCause(cause), at)
    await startDeletion(tx, application, { userId: ended.userId, consentId: id, cause, at })
    return true
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

  return { tell, end, warmKey }
}

/** Why connections end with their consent. */
const connectionCause = (cause: ConsentCause) =>
  cause === 'user-deleted' ? 'user-deleted' : cause === 'consumer' ? 'consumer' : 'consent-ended'
