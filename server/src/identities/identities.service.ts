import type { ProfileRecord } from '@banksia/connector-kit'
import type { Application } from '../applications/applications.types.ts'
import { timestamp } from '../clock.ts'
import type { Db, Tx } from '../db/database.ts'
import { AppError } from '../errors/app-error.ts'
import type { Links } from '../http/links.ts'
import { type ConnectionId, type IdentityId, newId, type UserId } from '../ids.ts'
import type { CollectContext } from '../jobs/jobs.types.ts'
import { type ConsentKey, KeyDestroyed, type Vault } from '../vault/vault.ts'
import type { IdentityBody, IdentityList, IdentityOut } from './identities.schemas.ts'
import * as store from './identities.store.ts'
import { toIdentityBody } from './identity-body.ts'

export interface IdentitiesDeps {
  readonly db: Db
  readonly vault: Vault
  readonly links: Links
  readonly users: { require(application: Application, userId: UserId): Promise<void> }
}

export type IdentitiesService = ReturnType<typeof createIdentitiesService>

const bodyPurpose = (id: IdentityId): string => `identity.body:${id}`

/** Who the institutions say the user is: one identity for each connection. */
export function createIdentitiesService({ db, vault, links, users }: IdentitiesDeps) {
  async function keyOf(application: Application, row: store.IdentityRow): Promise<ConsentKey | undefined> {
    try {
      return await vault.key(application.id, row.consent_id)
    } catch (error) {
      if (error instanceof KeyDestroyed) return undefined
      throw error
    }
  }

  /** `undefined` when its key is gone: a deletion runs. */
  async function served(application: Application, row: store.IdentityRow): Promise<IdentityOut | undefined> {
    const key = await keyOf(application, row)
    if (!key) return undefined
    const body = JSON.parse(key.open(bodyPurpose(row.id), row.sealed_body).toString()) as IdentityBody
    return {
      type: 'identity',
      id: row.id,
      created: timestamp(row.created),
      updated: timestamp(row.updated),
      source: row.source,
      connectionID: row.connection_id,
      institutionID: row.institution_id,
      ...body,
      links: {
        self: links.to(`/users/${row.user_id}/identities/${row.id}`),
        job: links.to(`/jobs/${row.job_id}`),
      },
    }
  }

  return {
    /** `GET /users/{userId}/identities`. @throws AppError user-not-found */
    async list(application: Application, userId: UserId): Promise<IdentityList> {
      await users.require(application, userId)
      const rows = await store.list(db, application.id, userId)
      const all = await Promise.all(rows.map((row) => served(application, row)))
      const data = all.filter((identity) => identity !== undefined)
      return { type: 'list', count: data.length, size: data.length, data }
    },

    /** `GET /users/{userId}/identities/{identityId}`. @throws AppError user-not-found, identity-not-found */
    async read(application: Application, userId: UserId, id: IdentityId): Promise<IdentityOut> {
      await users.require(application, userId)
      const row = await store.find(db, application.id, userId, id)
      const identity = row && (await served(application, row))
      if (!identity) throw new AppError('identity-not-found', { internal: `identity ${id}` })
      return identity
    },

    /** Keeps what a job read of the person. */
    async store(tx: Tx, ctx: CollectContext, profile: ProfileRecord): Promise<void> {
      const id = (await store.idOfConnection(tx, ctx.application.id, ctx.connectionId)) ?? newId<IdentityId>()
      await store.put(tx, {
        application_id: ctx.application.id,
        id,
        user_id: ctx.userId,
        consent_id: ctx.consentId,
        connection_id: ctx.connectionId,
        job_id: ctx.jobId,
        institution_id: ctx.institutionId,
        source: 'web',
        created: ctx.at,
        updated: ctx.at,
        sealed_body: ctx.key.seal(bodyPurpose(id), JSON.stringify(toIdentityBody(profile))),
      })
    },

    /** The identity goes with its connection. */
    removeOfConnection: (tx: Tx, application: Application, id: ConnectionId): Promise<void> =>
      store.removeOfConnection(tx, application.id, id),
  }
}
