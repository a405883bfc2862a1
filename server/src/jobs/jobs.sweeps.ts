import { type Db, inTransaction } from '../db/database.ts'
import type { JobId } from '../ids.ts'
import { pruneDaily } from '../queue/retention.ts'
import type { Sweep } from '../queue/sweeps.ts'
import * as store from './jobs.store.ts'
import type { JobRunner } from './runner.ts'

/** Days a job that has ended is kept. */
const keptDays = 30

export const oldJobs = (db: Db): Sweep =>
  pruneDaily({
    name: 'jobs.old',
    keptDays,
    oldest: store.oldest,
    prune: ({ id }, before) => inTransaction(db, (tx) => store.prune(tx, id, before)),
  })

/** Jobs that no worker ended in time; work is measured in real time, whatever the application's clock says. */
export const overdueJobs = (runner: JobRunner): Sweep => ({
  name: 'jobs.overdue',
  time: 'real',
  due: store.overdue,
  run: ({ id: applicationId }, id) => runner.timeOut({ applicationId, jobId: id as JobId }),
})
