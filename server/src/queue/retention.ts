import type { Application } from '../applications/applications.types.ts'
import type { Db } from '../db/database.ts'
import type { ApplicationId } from '../ids.ts'
import type { Sweep } from './sweeps.ts'

const dayMs = 86_400_000

export interface Retention {
  readonly name: string
  /** Days, in the application's time, for which rows are kept at least. */
  readonly keptDays: number
  /** When the oldest row was made. */
  oldest(db: Db, applicationId: ApplicationId): Promise<Date | undefined>
  /** Removes the rows made before. */
  prune(application: Pick<Application, 'id'>, before: Date): Promise<void>
}

/** Rows that are kept for so long; those of one day (UTC) go together, when the last of them is old enough. */
export const pruneDaily = ({ name, keptDays, oldest, prune }: Retention): Sweep => ({
  name,
  async due(db, applicationId, upTo) {
    const made = await oldest(db, applicationId)
    if (!made) return []
    const nextDay = (Math.floor(made.getTime() / dayMs) + 1) * dayMs
    const at = new Date(nextDay + keptDays * dayMs)
    return at <= upTo ? [{ at, id: 'day' }] : []
  },
  run: (application, _id, at) => prune(application, new Date(at.getTime() - keptDays * dayMs)),
})
