import type { ApplicationsService } from '../applications/applications.service.ts'
import type { Clock } from '../clock.ts'
import type { Db, Tx } from '../db/database.ts'
import type { ApplicationId, DeletionId } from '../ids.ts'
import type { NoticesService } from '../notices/notices.service.ts'
import type { Vault } from '../vault/vault.ts'
import * as store from './consents.store.ts'
import { consentIds, type DeletionSubject, deletionSteps } from './deletion.store.ts'

export interface DataDeletionDeps {
  readonly db: Db
  readonly clock: Clock
  readonly applications: Pick<ApplicationsService, 'get'>
  readonly vault: Pick<Vault, 'destroy'>
  readonly notices: Pick<NoticesService, 'deletionCompleted'>
}

/** How the deletion keeps what it did: in transactions that count only while the work is still ours. */
export interface DeletionWork {
  readonly signal: AbortSignal
  inTransaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  finish<T>(work: (tx: Tx) => Promise<T>): Promise<T>
}

export type DataDeletionService = ReturnType<typeof createDataDeletionService>

/** Deletes what an ended consent, or a deleted user, leaves behind, and records how much of what (c&d §9.2). */
export function createDataDeletionService({ db, clock, applications, vault, notices }: DataDeletionDeps) {
  return {
    /**
     * Works through every class of data in bounded batches. It can stop anywhere and be started again: a batch and its
     * count commit together, what is gone is not found again, and the keys are destroyed last, before the record says
     * that it is done.
     */
    async run(applicationId: ApplicationId, id: DeletionId, work: DeletionWork): Promise<void> {
      const deletion = await store.findDeletion(db, applicationId, id)
      if (!deletion || deletion.status === 'done') return
      const subject: DeletionSubject = {
        applicationId,
        userId: deletion.userId,
        consentId: deletion.cause === 'user-deleted' ? null : deletion.consentId,
        connectionId: deletion.connectionId,
      }
      for (const { name, limit, step } of deletionSteps) {
        let removed: number
        do {
          work.signal.throwIfAborted()
          removed = await work.inTransaction(async (tx) => {
            const count = await step(tx, subject, limit)
            if (count > 0) await store.addCount(tx, applicationId, id, name, count)
            return count
          })
        } while (removed > 0)
      }
      const consents = await consentIds(db, subject)
      for (const consentId of consents) await vault.destroy(applicationId, consentId)
      const application = await applications.get(applicationId)
      const completed = application ? clock.now(application) : clock.real()
      await work.finish(async (tx) => {
        await store.addCount(tx, applicationId, id, 'keys', consents.length)
        const counted = await store.findDeletion(tx, applicationId, id)
        if (counted?.status !== 'running') return
        await store.completeDeletion(tx, applicationId, id, completed)
        if (!application) return
        await notices.deletionCompleted(tx, application, {
          ...counted,
          oneBank: counted.connectionId !== null,
          completed,
        })
      })
    },
  }
}
