/**
 * Every queue and what its tasks carry: ids only, never a secret or a consumer's data. A feature adds its line here
 * and its handler where the worker is made.
 */
export interface QueuePayloads {
  /** Work on a job until it ends or waits for an answer. */
  'jobs.run': { applicationId: string; jobId: string }
  /** Delete what an ended consent, or a deleted user, leaves behind. */
  'consents.delete-data': { applicationId: string; deletionId: string }
  /** Hand a notice to the mail server. */
  'notices.send': { applicationId: string; noticeId: string }
}

export type QueueName = keyof QueuePayloads & string
