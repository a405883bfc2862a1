import type { JobId } from '../ids.ts'
import type { Sweep } from '../queue/sweeps.ts'
import * as store from './jobs.store.ts'
import type { JobRunner } from './runner.ts'

/** Jobs that no worker ended in time; work is measured in real time, whatever the application's clock says. */
export const overdueJobs = (runner: JobRunner): Sweep => ({
  name: 'jobs.overdue',
  time: 'real',
  due: store.overdue,
  run: ({ id: applicationId }, id) => runner.timeOut({ applicationId, jobId: id as JobId }),
})
