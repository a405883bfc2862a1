import { timestamp } from '../clock.ts'
import type { ConnectionSnapshot } from '../events/catalogue.ts'
import { type Links, sealedLinks } from '../http/links.ts'
import type { ConnectionListItem } from './connections.schemas.ts'
import type { ConnectionRow } from './connections.store.ts'

export const connectionPath = (row: Pick<ConnectionRow, 'user_id' | 'id'>): string =>
  `/users/${row.user_id}/connections/${row.id}`

const dataLinks = (row: ConnectionRow, links: Links) => {
  const user = `/users/${row.user_id}`
  const filter = `?filter=institution.id.eq('${row.institution_id}')`
  return {
    self: links.to(connectionPath(row)),
    accounts: links.to(`${user}/accounts${filter}`),
    transactions: links.to(`${user}/transactions${filter}`),
  }
}

const institutionRef = (row: ConnectionRow, links: Links) => ({
  type: 'institution' as const,
  id: row.institution_id,
  links: { self: links.to(`/institutions/${row.institution_id}`) },
})

/** A connection as lists show it (data §5.1); `status` and `lastUsed` are for server tokens. */
export function toListItem(row: ConnectionRow, links: Links, scope: 'server' | 'client'): ConnectionListItem {
  return {
    type: 'connection',
    id: row.id,
    method: row.method,
    ...(scope === 'server' && {
      status: row.status,
      ...(row.last_used && { lastUsed: timestamp(row.last_used) }),
    }),
    mfaEnabled: row.mfa_enabled,
    createdDate: timestamp(row.created),
    expiryDate: row.expiry_date ? timestamp(row.expiry_date) : '',
    institution: institutionRef(row, links),
    links: {
      ...dataLinks(row, links),
      user: links.to(`/users/${row.user_id}`),
      institution: links.to(`/institutions/${row.institution_id}`),
    },
  }
}

/** A connection as its events show it (core §6.3). */
export function toSnapshot(row: ConnectionRow): ConnectionSnapshot {
  return {
    type: 'connection',
    id: row.id,
    status: row.status,
    createdDate: timestamp(row.created),
    ...(row.last_used && { lastUsed: timestamp(row.last_used) }),
    mfaEnabled: row.mfa_enabled,
    institution: institutionRef(row, sealedLinks),
    links: dataLinks(row, sealedLinks),
  }
}
