import type { AccountRecord } from '@banksia/connector-kit'
import { timestamp } from '../clock.ts'
import type { Links } from '../http/links.ts'
import type { AccountId, ConnectionId, InstitutionId, UserId } from '../ids.ts'
import { formatCents } from '../money.ts'
import { isCardNumber, maskNumber } from './account-number.ts'

/** What the bank says of an account, as the wire words it (data §7.2). */
export interface AccountBody {
  readonly type: 'account'
  readonly id: AccountId
  readonly name: string
  readonly displayName: string | null
  readonly accountNo: string
  readonly accountHolder: string | null
  readonly accountOwnership: 'UNKNOWN'
  readonly isOwned: boolean
  readonly balance: string | null
  readonly availableFunds: string | null
  readonly creditLimit: string | null
  readonly currency: string
  readonly class: { readonly type: string; readonly product: string }
}

const limited: ReadonlySet<string> = new Set(['credit-card', 'loan', 'mortgage'])
const cents = (amount: number | null) => (amount === null ? null : formatCents(amount))

/** Without `account.detail` the number is masked; a card's always is (data §3.5, §7.2). */
export function toBody(id: AccountId, record: AccountRecord, scopes: ReadonlySet<string>): AccountBody {
  const masked =
    !scopes.has('account.detail') || (record.type === 'credit-card' && isCardNumber(record.accountNo))
  return {
    type: 'account',
    id,
    name: record.name || record.product,
    displayName: null,
    accountNo: masked ? maskNumber(record.accountNo) : record.accountNo,
    accountHolder: record.accountHolder,
    accountOwnership: 'UNKNOWN',
    isOwned: true,
    balance: cents(record.balance),
    availableFunds: cents(record.availableFunds),
    creditLimit: limited.has(record.type) ? cents(record.creditLimit) : null,
    currency: record.currency,
    class: { type: record.type, product: record.product },
  }
}

export const bodyPurpose = (id: AccountId): string => `account:${id}`

/** The body as it is sealed: ready-to-serve JSON up to where {@link bodyEnd} goes on. */
export const bodyFragment = (body: AccountBody): string => JSON.stringify(body).slice(0, -1)

export const parseFragment = (fragment: Buffer): AccountBody => JSON.parse(`${fragment.toString()}}`)

/** What we know of an account without opening its body. */
export interface AccountFacts {
  readonly id: AccountId
  readonly user_id: UserId
  readonly connection_id: ConnectionId
  readonly institution_id: InstitutionId
  readonly status: 'available' | 'unavailable'
  readonly connected: boolean
  readonly last_updated: Date
  readonly interval_from: string | null
  readonly interval_to: string | null
}

/** One element for a bank connection, none before transactions were read. */
export const intervalsOf = ({ interval_from: from, interval_to: to }: AccountFacts) =>
  from === null || to === null ? [] : [{ from, to }]

/** What a connection shows of its accounts (data §5.2). */
export interface AccountSummary
  extends Pick<
    AccountBody,
    'type' | 'id' | 'accountNo' | 'name' | 'currency' | 'class' | 'balance' | 'availableFunds'
  > {
  readonly lastUpdated: string
  readonly status: 'available' | 'unavailable'
  readonly links: { readonly self: string; readonly transactions: string }
}

export function toSummary(body: AccountBody, facts: AccountFacts, links: Links): AccountSummary {
  const { type, id, accountNo, name, currency, class: kind, balance, availableFunds } = body
  return {
    type,
    id,
    accountNo,
    name,
    currency,
    class: kind,
    balance,
    availableFunds,
    lastUpdated: timestamp(facts.last_updated),
    status: facts.status,
    links: ownLinks(facts, links),
  }
}

const ownLinks = ({ id, user_id }: AccountFacts, links: Links) => ({
  self: links.to(`/users/${user_id}/accounts/${id}`),
  transactions: links.to(`/users/${user_id}/transactions?filter=account.id.eq('${id}')`),
})

/** The rest of an account's JSON, from the comma to the closing brace. */
export function bodyEnd(facts: AccountFacts, links: Links): string {
  const user = `/users/${facts.user_id}`
  const end = {
    connection: facts.connection_id,
    institution: facts.institution_id,
    lastUpdated: timestamp(facts.last_updated),
    status: facts.status,
    transactionIntervals: intervalsOf(facts),
    links: {
      ...ownLinks(facts, links),
      // Gone with the connection the partner deleted (settled 6).
      connection: facts.connected ? links.to(`${user}/connections/${facts.connection_id}`) : null,
      institution: links.to(`/institutions/${facts.institution_id}`),
    },
  }
  return `,${JSON.stringify(end).slice(1)}`
}
