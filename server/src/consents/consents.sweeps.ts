import type { ConsentId } from '../ids.ts'
import type { Sweep } from '../queue/sweeps.ts'
import type { ConsentsService } from './consents.service.ts'
import * as store from './consents.store.ts'

/** Consents end on their date, to the second of the application's clock (settled 22). */
export const expiredConsents = (consents: Pick<ConsentsService, 'expire'>): Sweep => ({
  name: 'consents.expired',
  due: store.due,
  run: (application, id, at) => consents.expire(application, id as ConsentId, at),
})
