import type { Application } from '../applications/applications.types.ts'
import { inTransaction, type Tx } from '../db/database.ts'
import { AppError } from '../errors/app-error.ts'
import { type ConsentId, newId } from '../ids.ts'
import type { Policy } from '../policies/policies.service.ts'
import { consentedScopes, expiryOf, toContent, toRecord } from './consent-content.ts'
import type { ConsentsDeps } from './consents.service.ts'
import * as store from './consents.store.ts'
import type { Consent, GiveConsent } from './consents.types.ts'
import { statusAt } from './consents.view.ts'
import { createEnding } from './ending.ts'
import { reminderAfter, warningBefore } from './timers.ts'

/** How consents come to be. */
export function createGiving(deps: ConsentsDeps) {
  const { db, clock, vault, users, policies } = deps
  const { tell, end, warmKey } = createEnding(deps)

  /** The consent a repeated or simultaneous giving meets. */
  async function given(tx: Tx, application: Application, { userId, launchId }: GiveConsent, at: Date) {
    await users.lock(tx, application, userId)
    const repeated = launchId && (await store.findOfLaunch(tx, application.id, userId, launchId))
    if (repeated) return repeated
    const active = await store.lockActive(tx, application.id, userId)
    if (!active || statusAt(active, at) === 'active') return active
    await end(tx, application, active.id, 'expiry', active.expiryDate)
    return undefined
  }

  async function insert(
    tx: Tx,
    application: Application,
    id: ConsentId,
    policy: Policy,
    give: GiveConsent,
    at: Date,
  ) {
    const content = toContent(policy.content, give)
    const consent: Consent = {
      id,
      userId: give.userId,
      policyId: policy.id,
      status: 'active',
      origin: give.origin,
      created: at,
      updated: at,
      expiryDate: expiryOf(policy.content, at),
      revoked: null,
      endedReason: null,
      scopes: new Set(consentedScopes(content)),
      content,
    }
    await store.insert(tx, {
      application_id: application.id,
      id,
      user_id: consent.userId,
      policy_id: consent.policyId,
      status: consent.status,
      origin: consent.origin,
      launch_id: give.launchId ?? null,
      created: at,
      updated: at,
      expiry_date: consent.expiryDate,
      warning_due: warningBefore(consent.expiryDate, at),
      reminder_due: reminderAfter(at),
      scopes: [...consent.scopes],
      content: JSON.stringify(content),
      record: JSON.stringify(toRecord(give, at)),
    })
    await tell(
      tx,
      application,
      'consent.created',
      consent,
      give.origin === 'user' ? 'consumer' : 'partner',
      at,
    )
    return consent
  }

  async function policyOf(application: Application, { policyId }: GiveConsent): Promise<Policy> {
    const policy = policyId
      ? await policies.find(application, policyId)
      : await policies.currentPolicy(application)
    if (!policy) throw new AppError('policy-not-found', { internal: `policy ${policyId}` })
    return policy
  }

  /** Makes a consent whose key exists before it does; the key goes again when another consent is the answer. */
  async function withNewKey(
    application: Application,
    work: (tx: Tx, id: ConsentId) => Promise<Consent>,
  ): Promise<Consent> {
    const id = newId<ConsentId>()
    await vault.create(application.id, id)
    const consent = await inTransaction(db, (tx) => work(tx, id)).catch(async (error: unknown) => {
      // A refusal is certain to have committed nothing; after any other failure the key stays.
      if (error instanceof AppError) await vault.destroy(application.id, id)
      throw error
    })
    if (consent.id !== id) await vault.destroy(application.id, id)
    return consent
  }

  return {
    /**
     * Gives consent. A user has at most one active consent: when there is one already, or this launch gave one, that
     * is the answer. The consent's key exists before the consent does.
     * @throws AppError user-not-found, policy-not-found
     */
    async give(application: Application, give: GiveConsent): Promise<Consent> {
      const policy = await policyOf(application, give)
      const at = clock.now(application)
      return withNewKey(
        application,
        async (tx, id) =>
          (await given(tx, application, give, at)) ?? (await insert(tx, application, id, policy, give, at)),
      )
    },

    /**
     * Ends the active consent as superseded, with its connections, and gives a new one, all or nothing: in between
     * there is no moment without a consent (c&d §4.5). The same launch replaces once.
     * @throws AppError user-not-found, policy-not-found; consent-not-found without an active consent
     */
    async replace(application: Application, give: GiveConsent): Promise<Consent> {
      const policy = await policyOf(application, give)
      const at = clock.now(application)
      const known = await store.findActive(db, application.id, give.userId, at)
      if (known) await warmKey(application, known.id)
      return withNewKey(application, async (tx, id) => {
        await users.lock(tx, application, give.userId)
        const repeated =
          give.launchId && (await store.findOfLaunch(tx, application.id, give.userId, give.launchId))
        if (repeated) return repeated
        const former = await store.lockActive(tx, application.id, give.userId)
        if (!former || statusAt(former, at) !== 'active' || former.id !== known?.id)
          throw new AppError('consent-not-found', { internal: 'no active consent to replace' })
        await end(tx, application, former.id, 'superseded', at)
        return insert(tx, application, id, policy, give, at)
      })
    },
  }
}
