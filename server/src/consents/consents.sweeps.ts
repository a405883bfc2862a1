import type { ConsentId } from '../ids.ts'
import type { Sweep } from '../queue/sweeps.ts'
import type { ConsentsService } from './consents.service.ts'
import * as store from './consents.store.ts'
import type { ConsentTimers } from './timers.service.ts'

/** Consents end on their date, to the second of the application's clock (settled 22). */
export const expiredConsents = (consents: Pick<ConsentsService, 'expire'>): Sweep => ({
  name: 'consents.expired',
  due: store.due('expiry_date'),
  run: (application, id, at) => consents.expire(application, id as ConsentId, at),
})

/** Consents that end in seven days. */
export const consentWarnings = (timers: Pick<ConsentTimers, 'warn'>): Sweep => ({
  name: 'consents.warning',
  due: store.due('warning_due'),
  run: (application, id, at) => timers.warn(application, id as ConsentId, at),
})

/** Consents nobody touched for ninety days. */
export const consentReminders = (timers: Pick<ConsentTimers, 'remind'>): Sweep => ({
  name: 'consents.reminder',
  due: store.due('reminder_due'),
  run: (application, id, at) => timers.remind(application, id as ConsentId, at),
})
