import { type Db, inTransaction } from '../db/database.ts'
import type { MessageId } from '../ids.ts'
import type { Sweep } from '../queue/sweeps.ts'
import * as store from './deliveries.store.ts'
import type { Dispatcher } from './dispatcher.ts'

/**
 * Attempts that fall due while the application's clock is being turned: each is made at its own due time, before what is
 * due later. At all other times the dispatcher looks after them, many at a time.
 */
export const dueAttempts = (dispatcher: Pick<Dispatcher, 'settle'>): Sweep => ({
  name: 'webhooks.attempts',
  when: 'turned',
  due: store.dueOfApplication,
  run: (application, id, at) => dispatcher.settle(application, id as MessageId, at),
})

/** Messages are kept for 30 days (insights §3.6); those of a day go together. */
export const oldMessages = (db: Db): Sweep => ({
  name: 'webhooks.old-messages',
  async due(from, applicationId, upTo) {
    const at = await store.nextPruning(from, applicationId, upTo)
    return at ? [{ at, id: 'messages' }] : []
  },
  run: ({ id }, _, at) => inTransaction(db, (tx) => store.prune(tx, id, at)),
})
