import type { Application } from '../applications/applications.types.ts'
import { inTransaction, type Tx } from '../db/database.ts'
import { AppError } from '../errors/app-error.ts'
import { newId, type PolicyId } from '../ids.ts'
import type { PolicyContent } from './policies.schemas.ts'
import type { PoliciesDeps, Policy } from './policies.service.ts'
import * as store from './policies.store.ts'
import { diffPolicies, type PolicyDiff } from './policy-diff.ts'
import { type BrokenRule, brokenRules, isPolicyContent } from './policy-rules.ts'

export interface PolicyDraft {
  readonly content: PolicyContent
  readonly updated: Date
  readonly updatedBy: string
}

/** What publishing the draft would mean. */
export interface PolicyReview {
  readonly draft: PolicyDraft
  readonly current: Policy
  /** Why it cannot be published; none when it can. */
  readonly broken: readonly BrokenRule[]
  readonly diff: PolicyDiff
  /**
   * Users with an active consent: they stay with the version they agreed to until they update. `toUpdate`: of those, the
   * ones whose version asks for other data than the draft.
   */
  readonly affected: { readonly users: number; readonly toUpdate: number }
}

export type PublishedPolicy = Policy & Pick<PolicyReview, 'diff' | 'affected'>

/** Drafts of an application's policy, and how one becomes the current version. */
export function createPublishing(
  { db, clock }: Pick<PoliciesDeps, 'db' | 'clock'>,
  currentPolicy: (application: Pick<Application, 'id'>, handle?: Tx) => Promise<Policy>,
) {
  const noDraft = () => new AppError('policy-draft-not-found')

  async function reviewIn(handle: typeof db, application: Application, current: Policy, draft: PolicyDraft) {
    const affected = await store.affected(
      handle,
      application.id,
      draft.content.permissions,
      clock.now(application),
    )
    return {
      draft,
      current,
      broken: brokenRules(draft.content),
      diff: diffPolicies(current.content, draft.content),
      affected,
    }
  }

  return {
    /** What was saved and not published yet. */
    draft: (application: Pick<Application, 'id'>): Promise<PolicyDraft | undefined> =>
      store.findDraft(db, application.id),

    /**
     * Saves the draft in place of the former one. It may break rules, but must have the members of a policy; launches
     * do not see it. @throws AppError policy-malformed
     */
    async saveDraft(application: Application, content: unknown, by: string): Promise<PolicyDraft> {
      if (!isPolicyContent(content)) {
        const [first] = brokenRules(content)
        throw new AppError('policy-malformed', { source: { parameter: first?.field || 'policy' } })
      }
      const draft = { content, updated: clock.now(application), updatedBy: by }
      await store.saveDraft(db, application.id, draft)
      return draft
    },

    discardDraft: (application: Pick<Application, 'id'>): Promise<void> =>
      store.removeDraft(db, application.id),

    /** Every rule a policy breaks, each named. */
    validate: (content: unknown): BrokenRule[] => brokenRules(content),

    /** @throws AppError policy-draft-not-found */
    async review(application: Application): Promise<PolicyReview> {
      const draft = await store.findDraft(db, application.id)
      if (!draft) throw noDraft()
      return reviewIn(db, application, await currentPolicy(application), draft)
    },

    /**
     * Makes the draft the one current version. Consents given before stay valid under their own (c&d §3.2). A draft that
     * changes nothing is dropped, and the current version is the answer.
     * @throws AppError policy-draft-not-found, policy-rule-broken with the first broken rule
     */
    async publish(application: Application, by: string): Promise<PublishedPolicy> {
      return inTransaction(db, async (tx) => {
        await store.lockVersions(tx, application.id)
        const draft = await store.findDraft(tx, application.id)
        if (!draft) throw noDraft()
        const current = await currentPolicy(application, tx)
        const { broken, diff, affected } = await reviewIn(tx, application, current, draft)
        const [first] = broken
        if (first) {
          const { rule, field, message } = first
          throw new AppError('policy-rule-broken', {
            value: `${rule}: ${field} ${message}`,
            source: { parameter: field },
          })
        }
        await store.removeDraft(tx, application.id)
        if (diff.changes.length === 0) return { ...current, diff, affected }
        const created = clock.now(application)
        const policy = {
          id: newId<PolicyId>(),
          version: current.version + 1,
          content: draft.content,
          created,
        }
        await store.supersede(tx, application.id)
        await store.insert(tx, application.id, { ...policy, createdBy: by })
        return { ...policy, status: 'current' as const, diff, affected }
      })
    },
  }
}
