import type { ApplicationId, JobId } from '../ids.ts'
import type { QueueHandler } from '../queue/handlers.ts'
import type { QueuePayloads } from '../queue/queues.ts'
import type { JobName, JobRunner } from './runner.ts'

const nameOf = ({ applicationId, jobId }: QueuePayloads['jobs.run']): JobName => ({
  applicationId: applicationId as ApplicationId,
  jobId: jobId as JobId,
})

/** `jobs.run`: works on a job until it ends or waits for an answer. */
export const jobsRun = (runner: JobRunner): QueueHandler<'jobs.run'> => ({
  run: (payload, task) => runner.run(nameOf(payload), task),
  onDead: (tx, payload) => runner.giveUp(tx, nameOf(payload)),
})
