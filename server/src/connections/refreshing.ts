import type { Application } from '../applications/applications.types.ts'
import { inTransaction } from '../db/database.ts'
import type { ConnectionId } from '../ids.ts'
import { nextRefresh } from './background.ts'
import * as store from './connections.store.ts'
import type { ConnectionsDeps } from './connections.types.ts'

/** Refreshes by the server: once a day for each connection, each at a moment of its own. */
export function createRefreshing({ db, clock, jobs }: ConnectionsDeps) {
  return {
    /**
     * Refreshes a connection whose turn, at the latest `at`, has come. However many turns a jump of the clock skipped, it
     * is one refresh, and the next turn is counted from now (settled 23). Connections that do not work, that ask the
     * person something, or whose consent is over by now have no turn any more.
     */
    async refreshInBackground(application: Application, id: ConnectionId, at: Date): Promise<void> {
      const now = clock.now(application)
      await inTransaction(db, async (tx) => {
        const known = await store.find(tx, application.id, id)
        // The consent first, as everywhere, so that two transactions cannot block each other.
        const held = known && (await store.holdConsent(tx, application.id, known.consent_id, now))
        const row = await store.lock(tx, application.id, id)
        if (!row?.refresh_due || row.refresh_due > at) return
        const may = held && row.method === 'web' && row.status === 'active' && !row.mfa_enabled
        await store.save(tx, application.id, id, { refresh_due: may ? nextRefresh(id, now) : null })
        if (!may || (await jobs.running(tx, application, id))) return
        await jobs.start(tx, application, {
          userId: row.user_id,
          connectionId: id,
          consentId: row.consent_id,
          institutionId: row.institution_id,
          kind: 'refresh',
          background: true,
        })
      })
    },
  }
}
