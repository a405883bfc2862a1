import type { ApplicationId, DeletionId } from '../ids.ts'
import type { Handlers } from '../queue/handlers.ts'
import type { DataDeletionService } from './data-deletion.service.ts'

/** Queue handlers of consents. */
export const consentTasks = (deletions: DataDeletionService): Handlers => ({
  'consents.delete-data': ({ applicationId, deletionId }, task) =>
    deletions.run(applicationId as ApplicationId, deletionId as DeletionId, task),
})
