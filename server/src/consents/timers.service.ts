import type { Application } from '../applications/applications.types.ts'
import { inTransaction } from '../db/database.ts'
import type { ConsentId } from '../ids.ts'
import type { NoticesService } from '../notices/notices.service.ts'
import type { ConsentsDeps } from './consents.service.ts'
import * as store from './consents.store.ts'
import { createEnding } from './ending.ts'
import { reminderAfter } from './timers.ts'

export interface ConsentTimersDeps extends Pick<ConsentsDeps, 'db' | 'vault' | 'policies' | 'connections'> {
  readonly notices: Pick<NoticesService, 'expiryWarning'>
}

export type ConsentTimers = ReturnType<typeof createConsentTimers>

/** What an active consent tells of as time goes by (c&d §9.1, §9.3). */
export function createConsentTimers(deps: ConsentTimersDeps) {
  const { db, notices } = deps
  const { tell } = createEnding(deps)
  return {
    /** Seven days before the end, once for each date of expiry; by mail too where the application wants it. */
    async warn(application: Application, id: ConsentId, at: Date): Promise<void> {
      await inTransaction(db, async (tx) => {
        const consent = await store.takeWarning(tx, application.id, id, at)
        if (!consent) return
        await tell(tx, application, 'consent.warning', consent, 'expiry', at)
        if (application.settings.expiryWarningMail) await notices.expiryWarning(tx, application, consent, at)
      })
    },

    /** Ninety days after the person last gave, changed or looked at it, and every ninety days again. */
    async remind(application: Application, id: ConsentId, at: Date): Promise<void> {
      await inTransaction(db, async (tx) => {
        const consent = await store.takeReminder(tx, application.id, id, at, reminderAfter(at))
        if (consent) await tell(tx, application, 'consent.reminder', consent, 'reminder', at)
      })
    },
  }
}
