import { type Db, inTransaction } from '../db/database.ts'
import { pruneDaily } from '../queue/retention.ts'
import type { Sweep } from '../queue/sweeps.ts'
import * as store from './notices.store.ts'

/** Days a notice is kept: as long as the events it goes with, thirteen months. */
const keptDays = 397

export const oldNotices = (db: Db): Sweep =>
  pruneDaily({
    name: 'notices.old',
    keptDays,
    oldest: store.oldest,
    prune: ({ id }, before) => inTransaction(db, (tx) => store.prune(tx, id, before)),
  })
