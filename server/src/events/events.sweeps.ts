import { type Db, inTransaction } from '../db/database.ts'
import { pruneDaily } from '../queue/retention.ts'
import type { Sweep } from '../queue/sweeps.ts'
import * as store from './events.store.ts'

/** Days an event is kept: thirteen months (settled 11). */
const keptDays = 397

export const oldEvents = (db: Db): Sweep =>
  pruneDaily({
    name: 'events.old',
    keptDays,
    oldest: store.oldest,
    prune: ({ id }, before) => inTransaction(db, (tx) => store.prune(tx, id, before)),
  })
