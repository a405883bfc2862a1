import type { Application } from '../applications/applications.types.ts'
import { timestamp } from '../clock.ts'
import { inTransaction } from '../db/database.ts'
import { AppError } from '../errors/app-error.ts'
import type { ConsentId, UserId } from '../ids.ts'
import type { PolicyContent } from '../policies/policies.schemas.ts'
import { scopesDiffer } from '../policies/policy-diff.ts'
import { expiryOf } from './consent-content.ts'
import type { ConsentAmendment, ConsentContent } from './consents.schemas.ts'
import type { ConsentsDeps } from './consents.service.ts'
import * as store from './consents.store.ts'
import type { Consent, Extension, ReviewedConsent } from './consents.types.ts'
import { statusAt } from './consents.view.ts'
import { createEnding } from './ending.ts'
import { reminderAfter, warningBefore } from './timers.ts'

/** What a person looks back on, and what may change while a consent is active. */
export function createAmending(deps: ConsentsDeps) {
  const { db, clock, users, policies } = deps
  const { tell } = createEnding(deps)
  const none = () => new AppError('consent-not-found', { internal: 'no active consent' })

  return {
    /**
     * Every consent of a user, the active one first, then the ended ones, newest first; `status` is that of now.
     * @throws AppError user-not-found
     */
    async history(application: Application, userId: UserId): Promise<ReviewedConsent[]> {
      await users.require(application, userId)
      const now = clock.now(application)
      const reviewed = (await store.review(db, application.id, userId)).map((consent) => ({
        ...consent,
        status: statusAt(consent, now),
      }))
      return [
        ...reviewed.filter(({ status }) => status === 'active'),
        ...reviewed.filter(({ status }) => status !== 'active'),
      ]
    },

    /**
     * What extending now would come to, before anything changes (S-22).
     * @throws AppError user-not-found; consent-not-found without an active consent
     */
    async extension(application: Application, userId: UserId): Promise<Extension> {
      await users.require(application, userId)
      const now = clock.now(application)
      const [consent] = (await store.list(db, application.id, userId)).filter(
        (one) => statusAt(one, now) === 'active',
      )
      if (!consent) throw none()
      const { content } = await policies.currentPolicy(application)
      return lengthen(consent, content, now)
    },

    /**
     * Restarts the period of the active consent under the current policy's duration: same id, `consent.updated`, and
     * never a shorter period (AC-403, AC-405). Where the policy still asks for the same data, its purpose is agreed to
     * anew as well. Warning and reminder start afresh.
     * @throws AppError user-not-found; consent-not-found without an active consent
     */
    async extend(application: Application, userId: UserId): Promise<Extension> {
      await users.require(application, userId)
      const at = clock.now(application)
      return inTransaction(db, async (tx) => {
        const consent = await store.lockActive(tx, application.id, userId)
        if (!consent || statusAt(consent, at) !== 'active') throw none()
        const { content: policy } = await policies.currentPolicy(application, tx)
        const extension = lengthen(consent, policy, at)
        if (!extension.lengthens) return extension
        const content = withPurposeOf(policy, consent.content)
        const extended = await store.amend(tx, application.id, consent.id, {
          updated: at,
          expiry_date: extension.to,
          warning_due: warningBefore(extension.to, at),
          reminder_due: reminderAfter(at),
          content: JSON.stringify(content),
          amendments: amendmentsOf(consent, { content, expiryDate: extension.to }, at),
        })
        await tell(tx, application, 'consent.updated', extended, 'consumer', at)
        return { ...extension, consent: extended }
      })
    },

    /**
     * Keeps the person's choice that the data is deleted; it outranks a policy that keeps a de-identified copy, and it
     * may still be made after the end (c&d §3.3).
     * @throws AppError user-not-found, consent-not-found
     */
    async electDeletion(application: Application, userId: UserId, id: ConsentId): Promise<void> {
      await users.require(application, userId)
      const at = clock.now(application)
      if (!(await store.electDeletion(db, application.id, userId, id, at)))
        throw new AppError('consent-not-found', { internal: `consent ${id}` })
    },

    /** The person looked at what they share: the next reminder is 90 days from now (AC-309). Without a consent, nothing. */
    async touchedByPerson(application: Application, userId: UserId): Promise<void> {
      const now = clock.now(application)
      await store.postponeReminder(db, application.id, userId, reminderAfter(now), now)
    },
  }
}

function lengthen(consent: Consent, policy: PolicyContent, now: Date): Extension {
  const to = expiryOf(policy, now)
  return { consent, from: consent.expiryDate, to, lengthens: to > consent.expiryDate }
}

/** A policy that asks for other data is agreed to by an update only, and so is its purpose. */
function withPurposeOf(policy: PolicyContent, content: ConsentContent): ConsentContent {
  if (scopesDiffer(policy.permissions, content.data.permissions)) return content
  return { ...content, purpose: { ...content.purpose, primary: policy.purpose.primary } }
}

function amendmentsOf(
  before: Consent,
  after: Pick<Consent, 'content' | 'expiryDate'>,
  at: Date,
): ConsentAmendment[] {
  const was = before.content.purpose.primary
  const is = after.content.purpose.primary
  const fields = [
    { field: 'expiryDate', from: timestamp(before.expiryDate), to: timestamp(after.expiryDate) },
    { field: 'purpose.title', from: was.title, to: is.title },
    { field: 'purpose.description', from: was.description, to: is.description },
  ]
  return fields.filter(({ from, to }) => from !== to).map((change) => ({ at: timestamp(at), ...change }))
}
