import type { Application } from '../applications/applications.types.ts'
import { readSharing } from '../consents/sharing.ts'
import type { Db } from '../db/database.ts'
import { AppError } from '../errors/app-error.ts'
import { type Clause, clauseHolds, parseFilter } from '../http/filter.ts'
import type { Links } from '../http/links.ts'
import type { AccountId, ConnectionId, ConsentId, UserId } from '../ids.ts'
import { type ConsentKey, KeyDestroyed, type Vault } from '../vault/vault.ts'
import { type AccountSummary, bodyEnd, bodyPurpose, parseFragment, toSummary } from './account-body.ts'
import { type AccountFilter, accountFilters } from './accounts.schemas.ts'
import * as store from './accounts.store.ts'

export interface AccountsDeps {
  readonly db: Db
  readonly vault: Pick<Vault, 'key'>
  readonly links: Links
}

export type AccountsService = ReturnType<typeof createAccountsService>

/** Reading of accounts. Without an active consent there are none, at once (settled 7). */
export function createAccountsService({ db, vault, links }: AccountsDeps) {
  /** @throws AppError user-not-found */
  async function consentOf(application: Application, userId: UserId): Promise<ConsentId | null> {
    const sharing = await readSharing(db, application.id, userId)
    if (!sharing) throw new AppError('user-not-found', { internal: `user ${userId}` })
    return sharing.consentId
  }

  /** `undefined` when the key is gone: a deletion runs, and what it sealed is as good as deleted. */
  async function keyOf(application: Application, consentId: ConsentId): Promise<ConsentKey | undefined> {
    try {
      return await vault.key(application.id, consentId)
    } catch (error) {
      if (error instanceof KeyDestroyed) return undefined
      throw error
    }
  }

  const served = (key: ConsentKey, row: store.ServedRow): Buffer =>
    Buffer.concat([key.open(bodyPurpose(row.id), row.sealed_body), Buffer.from(bodyEnd(row, links))])

  async function shared(application: Application, userId: UserId, filter: unknown): Promise<Buffer[]> {
    const consentId = await consentOf(application, userId)
    const clauses = parseFilter(filter, accountFilters)
    const key = consentId && (await keyOf(application, consentId))
    if (!consentId || !key) return []
    const rows = await store.list(db, application.id, userId, consentId)
    return rows.filter((row) => clauses.every((clause) => holds(clause, row))).map((row) => served(key, row))
  }

  return {
    /**
     * The list's JSON. `filter` is the query's, `self` the request's path and query.
     * @throws AppError user-not-found, filter-invalid
     */
    async list(
      application: Application,
      { userId, filter, self }: { readonly userId: UserId; readonly filter: unknown; readonly self: string },
    ): Promise<Buffer> {
      const accounts = await shared(application, userId, filter)
      const { length } = accounts
      const parts = accounts.flatMap((account, i) => (i === 0 ? [account] : [comma, account]))
      const tail = `],"links":${JSON.stringify({ self: links.to(self) })}}`
      return Buffer.concat([
        Buffer.from(`{"type":"list","count":${length},"size":${length},"data":[`),
        ...parts,
        Buffer.from(tail),
      ])
    },

    /** One account's JSON. @throws AppError user-not-found, account-not-found */
    async read(application: Application, userId: UserId, id: AccountId): Promise<Buffer> {
      const consentId = await consentOf(application, userId)
      const row = consentId && (await store.find(db, application.id, userId, consentId, id))
      const key = row && (await keyOf(application, consentId))
      if (!row || !key) throw new AppError('account-not-found', { internal: `account ${id}` })
      return served(key, row)
    },

    /** The accounts of a connection in few words, as the connection shows them (data §5.2). */
    async ofConnection(
      application: Application,
      userId: UserId,
      id: ConnectionId,
    ): Promise<AccountSummary[]> {
      const consentId = await consentOf(application, userId)
      const key = consentId && (await keyOf(application, consentId))
      if (!consentId || !key) return []
      const rows = await store.list(db, application.id, userId, consentId)
      return rows
        .filter((row) => row.connection_id === id)
        .map((row) => toSummary(parseFragment(key.open(bodyPurpose(row.id), row.sealed_body)), row, links))
    },

    /** Ids of the accounts a user shares now, oldest first. */
    async idsOf(application: Application, userId: UserId): Promise<AccountId[]> {
      const sharing = await readSharing(db, application.id, userId)
      return sharing?.consentId ? store.ids(db, application.id, userId, sharing.consentId) : []
    },
  }
}

const comma = Buffer.from(',')

function holds(clause: Clause<AccountFilter>, row: store.ServedRow): boolean {
  const values: Record<AccountFilter, string> = {
    'account.id': row.id,
    'connection.id': row.connection_id,
    'institution.id': row.institution_id,
    'account.status': row.status,
    'account.class.type': row.class_type,
  }
  return clauseHolds(clause, values[clause.property])
}
