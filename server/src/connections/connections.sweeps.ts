import type { ConnectionId } from '../ids.ts'
import type { Sweep } from '../queue/sweeps.ts'
import type { ConnectionsService } from './connections.service.ts'
import * as store from './connections.store.ts'

/** Connections whose turn to be refreshed by the server has come. */
export const backgroundRefreshes = (connections: Pick<ConnectionsService, 'refreshInBackground'>): Sweep => ({
  name: 'connections.refresh',
  due: store.dueRefreshes,
  run: (application, id, at) => connections.refreshInBackground(application, id as ConnectionId, at),
})
