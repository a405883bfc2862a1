import type { StatementRecord } from '@banksia/connector-kit'
import type { StoredAccount } from '../accounts/sync.types.ts'
import type { Application } from '../applications/applications.types.ts'
import { timestamp } from '../clock.ts'
import type { Db, Tx } from '../db/database.ts'
import { AppError } from '../errors/app-error.ts'
import type { Links } from '../http/links.ts'
import { type ConnectionId, newId, type StatementId, type UserId } from '../ids.ts'
import type { CollectContext } from '../jobs/jobs.types.ts'
import { KeyDestroyed, type Vault } from '../vault/vault.ts'
import type { StatementItem, StatementList, StatementOut } from './statements.schemas.ts'
import * as store from './statements.store.ts'

export interface StatementsDeps {
  readonly db: Db
  readonly vault: Vault
  readonly links: Links
  readonly users: { require(application: Application, userId: UserId): Promise<void> }
}

export type StatementsService = ReturnType<typeof createStatementsService>

const bodyPurpose = (id: StatementId): string => `statement.body:${id}`

/** The statements institutions offer. They are read by the step retrieve-statements. */
export function createStatementsService({ db, vault, links, users }: StatementsDeps) {
  const toItem = (row: store.StatementRow): StatementItem => ({
    type: 'statement',
    id: row.id,
    links: {
      self: links.to(`/users/${row.user_id}/statements/${row.id}`),
      account: row.account_id ? links.to(`/users/${row.user_id}/accounts/${row.account_id}`) : null,
    },
  })

  return {
    /** `GET /users/{userId}/statements`: newest first. @throws AppError user-not-found */
    async list(application: Application, userId: UserId, self: string): Promise<StatementList> {
      await users.require(application, userId)
      const rows = await store.list(db, application.id, userId)
      const { length } = rows
      return {
        type: 'list',
        count: length,
        size: length,
        data: rows.map(toItem),
        links: { self: links.to(self) },
      }
    },

    /** `GET /users/{userId}/statements/{statementId}`. @throws AppError user-not-found, statement-not-found */
    async read(application: Application, userId: UserId, id: StatementId): Promise<StatementOut> {
      await users.require(application, userId)
      const row = await store.find(db, application.id, userId, id)
      const record = row && (await open(application, row))
      if (!record) throw new AppError('statement-not-found', { internal: `statement ${id}` })
      const { title, from, to } = record
      return {
        ...toItem(row),
        createdDate: timestamp(row.created),
        institution: row.institution_id,
        title,
        from,
        to,
      }
    },

    /** Keeps the statements a job found; those of accounts that were not collected are left out. */
    async store(
      tx: Tx,
      ctx: CollectContext,
      records: readonly StatementRecord[],
      accounts: readonly StoredAccount[],
    ): Promise<void> {
      const rows = records.flatMap((record) => {
        const account = accounts.find(({ reference }) => reference === record.account)
        if (record.account !== null && !account) return []
        const id = newId<StatementId>()
        return [
          {
            application_id: ctx.application.id,
            id,
            user_id: ctx.userId,
            consent_id: ctx.consentId,
            connection_id: ctx.connectionId,
            institution_id: ctx.institutionId,
            account_id: account?.accountId ?? null,
            reference_hash: vault.lookupHash(
              ctx.application.id,
              'statement',
              ctx.connectionId,
              record.reference,
            ),
            created: ctx.at,
            sealed_body: ctx.key.seal(bodyPurpose(id), JSON.stringify(record)),
          },
        ]
      })
      await store.insertNew(tx, rows)
    },

    removeOfConnection: (tx: Tx, application: Application, id: ConnectionId): Promise<void> =>
      store.removeOfConnection(tx, application.id, id),
  }

  /** `undefined` when the key is gone: a deletion runs. */
  async function open(
    application: Application,
    row: store.StatementRow,
  ): Promise<StatementRecord | undefined> {
    try {
      const key = await vault.key(application.id, row.consent_id)
      return JSON.parse(key.open(bodyPurpose(row.id), row.sealed_body).toString()) as StatementRecord
    } catch (error) {
      if (error instanceof KeyDestroyed) return undefined
      throw error
    }
  }
}
