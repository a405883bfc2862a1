import type { Application } from '../applications/applications.types.ts'
import { type Effects, governance } from '../consents/governance.ts'
import type { Tx } from '../db/database.ts'
import type { ConnectionId, ConsentId, UserId } from '../ids.ts'
import type { ConnectionRow } from './connections.store.ts'
import * as store from './connections.store.ts'
import type { ConnectionsDeps, EndCause } from './connections.types.ts'
import { tell } from './lifecycle.ts'

const effectsOf: Readonly<Record<EndCause, Effects>> = {
  partner: governance['partner-deletes-connection'],
  consumer: governance['consumer-disconnects-bank'],
  'consent-ended': governance['consent-expires'],
  'user-deleted': governance['partner-deletes-user'],
}

/** How connections end. */
export function createEndings({ vault, jobs, sync, identities, statements }: ConnectionsDeps) {
  /**
   * The login, session, profile and identity go at once; accounts and transactions stay when the partner ends the
   * connection, and are the caller's to delete otherwise (settled 6).
   */
  async function endLocked(
    tx: Tx,
    application: Application,
    row: ConnectionRow,
    cause: EndCause,
    at: Date,
  ): Promise<void> {
    const key = await vault.key(application.id, row.consent_id)
    await jobs.connectionEnded(tx, application, row.id, at)
    await identities.removeOfConnection(tx, application, row.id)
    const effects = effectsOf[cause]
    if (effects.accounts === 'kept') await sync.markUnavailable(tx, { application, connectionId: row.id })
    if (effects.statements === 'deleted') await statements.removeOfConnection(tx, application, row.id)
    await store.remove(tx, application.id, row.id)
    await tell(tx, application, row, 'connection.deleted', { at, key })
  }

  return {
    /** Ends one connection in the caller's transaction, stamped `at`; `false` when there is none. */
    async end(
      tx: Tx,
      application: Application,
      id: ConnectionId,
      cause: EndCause,
      at: Date,
    ): Promise<boolean> {
      const row = await store.lock(tx, application.id, id)
      if (!row) return false
      await endLocked(tx, application, row, cause, at)
      return true
    },

    /** Ends every connection of a consent, or of a user, with an event for each; answers which. */
    async endAll(
      tx: Tx,
      application: Application,
      of: { readonly consentId: ConsentId } | { readonly userId: UserId },
      cause: Exclude<EndCause, 'partner'>,
      at: Date,
    ): Promise<ConnectionId[]> {
      const rows = await store.lockAll(tx, application.id, of)
      for (const row of rows) await endLocked(tx, application, row, cause, at)
      return rows.map(({ id }) => id)
    },
  }
}
