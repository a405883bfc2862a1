import type { Links } from '../http/links.ts'
import type { AccountId, ConnectionId, UserId } from '../ids.ts'
import type { UserFields, UserOut, UserSummaryOut } from './users.schemas.ts'
import type { UserRow } from './users.store.ts'

export const userPath = (id: UserId): string => `/users/${id}`

export const toFields = (row: UserRow): UserFields => ({
  email: row.email,
  mobile: row.mobile,
  firstName: row.first_name,
  middleName: row.middle_name,
  lastName: row.last_name,
  business: row.business,
})

/** A user as create, update and the list answer it: without what hangs from it. */
export function toSummary(id: UserId, fields: Partial<UserFields>, links: Links): UserSummaryOut {
  const { email = '', mobile = '', business = {}, ...names } = fields
  return { type: 'user', id, email, mobile, ...names, ...business, links: { self: links.to(userPath(id)) } }
}

export interface Belongings {
  readonly connections: readonly ConnectionId[]
  readonly accounts: readonly AccountId[]
  readonly authLink: boolean
}

/** A user as `GET /users/{userId}` answers it (core §4.3). */
export function toUser(
  id: UserId,
  fields: UserFields,
  { connections, accounts, authLink }: Belongings,
  links: Links,
): UserOut {
  const self = links.to(userPath(id))
  const { email, mobile, firstName, middleName, lastName, business } = fields
  return {
    type: 'user',
    id,
    email,
    mobile,
    name: [firstName, middleName, lastName].filter((part) => part !== '').join(' '),
    firstName,
    middleName,
    lastName,
    ...business,
    connections: embed('connection', connections, `${self}/connections`),
    accounts: embed('account', accounts, `${self}/accounts`),
    links: {
      self,
      connections: `${self}/connections`,
      accounts: `${self}/accounts`,
      transactions: `${self}/transactions`,
      auth_link: authLink ? `${self}/auth_link` : null,
    },
  }
}

const embed = <T extends 'connection' | 'account'>(type: T, ids: readonly string[], base: string) => ({
  type: 'list' as const,
  count: ids.length,
  data: ids.map((id) => ({ type, id, links: { self: `${base}/${id}` } })),
})
