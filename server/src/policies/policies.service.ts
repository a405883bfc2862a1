import type { Application } from '../applications/applications.types.ts'
import { type Clock, timestamp } from '../clock.ts'
import { type Db, inTransaction, type Tx } from '../db/database.ts'
import { AppError } from '../errors/app-error.ts'
import type { Links } from '../http/links.ts'
import { newId, type PolicyId } from '../ids.ts'
import { defaultPolicy, lockedScope, withOptionalScopes } from './default-policy.ts'
import type { PolicyContent, PolicyOut } from './policies.schemas.ts'
import * as store from './policies.store.ts'
import { createPublishing } from './publishing.ts'

export interface PoliciesDeps {
  readonly db: Db
  readonly clock: Clock
  readonly links: Links
}

/** One version of an application's consent policy. */
export interface Policy {
  readonly id: PolicyId
  readonly version: number
  readonly status: 'current' | 'superseded'
  readonly content: PolicyContent
  readonly created: Date
}

export type PoliciesService = ReturnType<typeof createPoliciesService>

const toPolicy = ({ id, version, status, content, created }: store.PolicyRow): Policy => ({
  id,
  version,
  status,
  content,
  created,
})

export function createPoliciesService({ db, clock, links }: PoliciesDeps) {
  async function currentPolicy(application: Pick<Application, 'id'>, handle: Db = db): Promise<Policy> {
    const row = await store.findCurrent(handle, application.id)
    if (!row) throw new Error('an application without a policy')
    return toPolicy(row)
  }

  return {
    /** The version new consents are given to. Inside a transaction it is read through that. */
    currentPolicy,

    /** Its id alone: what consents link to as the latest. */
    async currentPolicyId(application: Pick<Application, 'id'>, handle: Db = db): Promise<PolicyId> {
      const id = await store.findCurrentId(handle, application.id)
      if (!id) throw new Error('an application without a policy')
      return id
    },

    /** A version, current or not; `undefined` when the application has none of this id. */
    async find(application: Pick<Application, 'id'>, id: PolicyId): Promise<Policy | undefined> {
      const row = await store.find(db, application.id, id)
      return row && toPolicy(row)
    },

    ...createPublishing({ db, clock }, currentPolicy),

    /** Every version, newest first. */
    async versions(application: Pick<Application, 'id'>): Promise<Policy[]> {
      return (await store.list(db, application.id)).map(toPolicy)
    },

    /** Version 1, made with the application; nothing when it has a policy. */
    async ensureDefaultPolicy(tx: Tx, application: Application): Promise<void> {
      await store.lockVersions(tx, application.id)
      if (await store.findCurrentId(tx, application.id)) return
      await store.insert(tx, application.id, {
        id: newId<PolicyId>(),
        version: 1,
        content: withOptionalScopes(defaultPolicy(application.name), application.settings.optionalScopes),
        created: clock.now(application),
        createdBy: 'system',
      })
    },

    /**
     * Publishes a version in which these scopes, and no others, are left to the person; nothing when that is so
     * already. Consents given before stay with their version (c&d §3.2).
     * @throws AppError sandbox-setting-invalid for a scope that the policy does not ask for, or that is never optional
     */
    async setOptionalScopes(application: Application, scopes: readonly string[]): Promise<void> {
      const created = clock.now(application)
      await inTransaction(db, async (tx) => {
        await store.lockVersions(tx, application.id)
        const current = await currentPolicy(application, tx)
        const known = current.content.permissions.map((permission) => permission.scope)
        if (!scopes.every((scope) => known.includes(scope) && scope !== lockedScope)) throw invalidScopes()
        const content = withOptionalScopes(current.content, scopes)
        if (JSON.stringify(content) === JSON.stringify(current.content)) return
        await store.supersede(tx, application.id)
        await store.insert(tx, application.id, {
          id: newId<PolicyId>(),
          version: current.version + 1,
          content,
          created,
          createdBy: 'application settings',
        })
      })
    },

    /** `GET /policies/{policyId}` (settled 8). @throws AppError policy-not-found */
    async read(application: Pick<Application, 'id'>, id: PolicyId): Promise<PolicyOut> {
      const row = await store.find(db, application.id, id)
      if (!row) throw new AppError('policy-not-found', { internal: `policy ${id}` })
      return {
        type: 'policy',
        id,
        version: row.version,
        status: row.status,
        created: timestamp(row.created),
        ...row.content,
        links: { self: links.to(`/policies/${id}`) },
      }
    },
  }
}

const invalidScopes = () =>
  new AppError('sandbox-setting-invalid', {
    value: 'optionalScopes',
    source: { parameter: 'optionalScopes' },
  })
