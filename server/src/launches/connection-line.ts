import type { ConnectionGroup, ConnectionLine } from '@banksia/consent-ui'
import { toTile } from './bank-list.ts'
import type { BankEntry } from './launches.types.ts'
import type { ConnectionDetail } from './manage.types.ts'

/** An arrangement is renewed in its last seven days, to the millisecond (AC-601). */
const renewalMs = 7 * 86_400_000

function groupOf({ method, status, expiry }: ConnectionDetail, now: Date): ConnectionGroup {
  const left = expiry === null ? null : Date.parse(expiry) - now.getTime()
  if (method === 'open-banking' && left !== null && left < renewalMs) return 'expiring'
  if (status === 'active') return 'connected'
  return status === 'invalid' ? 'attention' : 'waiting'
}

const methods = { web: 'web', 'open-banking': 'open-banking', pdf: 'upload', csv: 'upload' } as const

/** A connection as Manage shows it. A bank that is offered no more keeps its id for a name. */
export function toLine(connection: ConnectionDetail, banks: readonly BankEntry[], now: Date): ConnectionLine {
  return {
    id: connection.id,
    bank: bankOf(connection.institutionId, banks),
    method: methods[connection.method],
    group: groupOf(connection, now),
    accounts: connection.accounts,
    connectedOn: connection.created,
    lastUpdated: connection.lastUsed,
    expiresOn: connection.expiry,
  }
}

export function bankOf(id: string, banks: readonly BankEntry[]): ConnectionLine['bank'] {
  const entry = banks.find((bank) => bank.id === id)
  return entry ? toTile(entry, false) : { id, name: id, shortName: id, logo: `/logos/${id}-square.svg` }
}
