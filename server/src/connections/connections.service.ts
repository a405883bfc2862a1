import type { ProfileRecord } from '@banksia/connector-kit'
import type { Application } from '../applications/applications.types.ts'
import { startDeletion } from '../consents/deletion-start.ts'
import { inTransaction } from '../db/database.ts'
import { AppError } from '../errors/app-error.ts'
import { clauseHolds, parseFilter } from '../http/filter.ts'
import type { ConnectionId, UserId } from '../ids.ts'
import type { StartedJob } from '../jobs/jobs.types.ts'
import { KeyDestroyed } from '../vault/vault.ts'
import { readAccounts } from './connection-accounts.ts'
import { toListItem } from './connection-out.ts'
import {
  type ConnectionFilter,
  type ConnectionList,
  type ConnectionOut,
  connectionFilters,
} from './connections.schemas.ts'
import type { ConnectionRow } from './connections.store.ts'
import * as store from './connections.store.ts'
import type { ConnectionSummary, ConnectionsDeps } from './connections.types.ts'
import { createEndings } from './endings.ts'
import { profilePurpose } from './lifecycle.ts'
import { createLogins } from './logins.ts'
import { toProfile } from './profile-out.ts'
import { createRefreshing } from './refreshing.ts'

export type ConnectionsService = ReturnType<typeof createConnectionsService>

const refreshable: ReadonlySet<ConnectionRow['status']> = new Set(['active', 'invalid'])

export function createConnectionsService(deps: ConnectionsDeps) {
  const { db, clock, vault, links, jobs, users, accounts, sync } = deps
  const endings = createEndings(deps)

  async function require(application: Application, userId: UserId, id: ConnectionId): Promise<ConnectionRow> {
    await users.require(application, userId)
    const row = await store.findOfUser(db, application.id, userId, id)
    if (!row) throw missing(id)
    return row
  }

  /** Starts a job for a connection that may be refreshed, or answers the one that runs; `undefined` for the others. */
  async function startRefresh(
    application: Application,
    { id }: ConnectionRow,
  ): Promise<StartedJob | undefined> {
    return inTransaction(db, async (tx) => {
      const row = await store.lock(tx, application.id, id)
      if (!row) return undefined
      const running = await jobs.running(tx, application, id)
      if (running) return { jobId: running, connectionId: id, joined: true }
      return refreshable.has(row.status) ? jobs.start(tx, application, jobFor(row)) : undefined
    })
  }

  async function openProfile(
    application: Application,
    row: ConnectionRow,
  ): Promise<ProfileRecord | undefined> {
    if (!row.sealed_profile) return undefined
    try {
      const key = await vault.key(application.id, row.consent_id)
      return JSON.parse(key.open(profilePurpose(row.id), row.sealed_profile).toString()) as ProfileRecord
    } catch (error) {
      if (error instanceof KeyDestroyed) return undefined
      throw error
    }
  }

  return {
    ...createLogins(deps),
    ...endings,
    ...createRefreshing(deps),
    jobRef: jobs.ref,

    /**
     * `GET /users/{userId}/connections`: oldest first. `filter` is the query's, `self` the request's path and query.
     * @throws AppError user-not-found, filter-invalid
     */
    async list(
      application: Application,
      userId: UserId,
      filter: unknown,
      self: string,
    ): Promise<ConnectionList> {
      await users.require(application, userId)
      const clauses = parseFilter(filter, connectionFilters)
      const rows = await store.listOfUser(db, application.id, userId)
      const chosen = rows.filter((row) =>
        clauses.every((clause) => clauseHolds(clause, property(row, clause.property))),
      )
      return {
        type: 'list',
        data: chosen.map((row) => toListItem(row, links, 'server')),
        links: { self: links.to(self) },
      }
    },

    /** Connections under the user's active consent, oldest first. */
    async summaries(application: Application, userId: UserId): Promise<ConnectionSummary[]> {
      const rows = await store.listOfUser(db, application.id, userId)
      return rows.map((row) => ({
        id: row.id,
        institutionId: row.institution_id,
        active: row.status === 'active',
      }))
    },

    /** `GET …/connections/{connectionId}`. @throws AppError user-not-found, connection-not-found */
    async read(
      application: Application,
      userId: UserId,
      id: ConnectionId,
      scope: 'server' | 'client',
    ): Promise<ConnectionOut> {
      const row = await require(application, userId, id)
      const [data, profile] = await Promise.all([
        readAccounts(accounts, application, userId, id),
        openProfile(application, row),
      ])
      return {
        ...toListItem(row, links, scope),
        accounts: { type: 'list', data },
        profile: toProfile(profile),
      }
    },

    /**
     * `POST …/connections/{connectionId}/refresh`: a new job, or the one that runs.
     * @throws AppError user-not-found, connection-not-found, connection-not-web, connection-not-active
     */
    async refresh(application: Application, userId: UserId, id: ConnectionId): Promise<StartedJob> {
      const row = await require(application, userId, id)
      if (row.method === 'pdf' || row.method === 'csv') throw new AppError('connection-not-web')
      const started = await startRefresh(application, row)
      if (!started) throw new AppError('connection-not-active', { internal: `connection is ${row.status}` })
      return started
    },

    /** `POST …/connections/refresh`: a job for each connection that can be refreshed. @throws AppError user-not-found */
    async refreshAll(application: Application, userId: UserId): Promise<StartedJob[]> {
      await users.require(application, userId)
      const started: StartedJob[] = []
      for (const row of await store.listOfUser(db, application.id, userId)) {
        const job =
          row.method === 'pdf' || row.method === 'csv' ? undefined : await startRefresh(application, row)
        if (job) started.push(job)
      }
      return started
    },

    /**
     * `DELETE …/connections/{connectionId}`: the accounts stay, unavailable (data §5.7).
     * @throws AppError user-not-found, connection-not-found
     */
    async remove(application: Application, userId: UserId, id: ConnectionId): Promise<void> {
      const row = await require(application, userId, id)
      const at = clock.now(application)
      // Opened before the transaction, which seals an event with it.
      await vault.key(application.id, row.consent_id).catch((error: unknown) => {
        throw error instanceof KeyDestroyed ? missing(id) : error
      })
      const ended = await inTransaction(db, (tx) => endings.end(tx, application, id, 'partner', at))
      if (!ended) throw missing(id)
    },

    /**
     * The person disconnects one bank (S-20): the consent and the other banks stay, the data of this one is out of sight
     * from the commit on and then deleted (c&d §9.2).
     * @throws AppError user-not-found, connection-not-found
     */
    async disconnect(application: Application, userId: UserId, id: ConnectionId): Promise<void> {
      const row = await require(application, userId, id)
      const at = clock.now(application)
      await vault.key(application.id, row.consent_id).catch((error: unknown) => {
        throw error instanceof KeyDestroyed ? missing(id) : error
      })
      await inTransaction(db, async (tx) => {
        if (!(await endings.end(tx, application, id, 'consumer', at))) throw missing(id)
        await sync.withdraw(tx, { application, connectionId: id })
        await startDeletion(tx, application, {
          userId,
          consentId: row.consent_id,
          connectionId: id,
          cause: 'consumer',
          at,
        })
      })
    },

    /**
     * `POST …/connections/{connectionId}/purge`: forgets what was read; the connection stays (data §5.8).
     * @throws AppError user-not-found, connection-not-found, connection-not-active
     */
    async purge(application: Application, userId: UserId, id: ConnectionId): Promise<void> {
      await require(application, userId, id)
      await inTransaction(db, async (tx) => {
        const row = await store.lock(tx, application.id, id)
        if (!row) throw missing(id)
        if (row.status !== 'active')
          throw new AppError('connection-not-active', { internal: `connection is ${row.status}` })
        await jobs.connectionPurged(tx, application, id, clock.now(application))
        await sync.purge(tx, { application, connectionId: id })
      })
    },
  }
}

const missing = (id: ConnectionId): AppError =>
  new AppError('connection-not-found', { internal: `connection ${id}` })

const jobFor = (row: ConnectionRow) => ({
  userId: row.user_id,
  connectionId: row.id,
  consentId: row.consent_id,
  institutionId: row.institution_id,
  kind: 'refresh' as const,
})

const property = (row: ConnectionRow, name: ConnectionFilter): string =>
  ({
    'connection.id': row.id,
    'connection.status': row.status,
    'institution.id': row.institution_id,
    'connection.method': row.method,
  })[name]
