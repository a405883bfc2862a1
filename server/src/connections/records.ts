import type { SyncService } from '../accounts/sync.types.ts'
import { consentedProfile } from '../identities/consented-profile.ts'
import type { IdentitiesService } from '../identities/identities.service.ts'
import type { RecordsPort } from '../jobs/jobs.types.ts'
import type { StatementsService } from '../statements/statements.service.ts'
import { saveProfile } from './lifecycle.ts'

export interface RecordsDeps {
  readonly sync: SyncService
  readonly identities: Pick<IdentitiesService, 'store'>
  readonly statements: Pick<StatementsService, 'store'>
}

/** Where each kind of record that a job reads is kept. */
export function createRecords({ sync, identities, statements }: RecordsDeps): RecordsPort {
  return {
    storeAccounts: sync.storeAccounts,
    storeTransactions: sync.storeTransactions,
    announceTransactions: sync.announceTransactions,
    storeStatements: statements.store,
    async storeProfile(tx, ctx, profile) {
      const consented = consentedProfile(profile, ctx.scopes)
      if (!consented) return
      await saveProfile(tx, ctx, consented)
      await identities.store(tx, ctx, consented)
    },
  }
}
