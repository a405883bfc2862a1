import type { EventType } from '../events/catalogue.ts'
import type { ConsentCause } from './consent-states.ts'

/** What people and partners do that decides over data, and the time that runs out. */
export type Trigger =
  | 'consumer-stops-sharing'
  | 'consent-expires'
  | 'consent-is-updated'
  | 'partner-deletes-consent'
  | 'consumer-disconnects-bank'
  | 'partner-deletes-connection'
  | 'partner-purges-connection'
  | 'partner-deletes-user'

/** `deleted`: out of sight at once, then removed by a resumable task. */
export interface Effects {
  readonly consent: 'revoked' | 'expired' | 'replaced' | 'stays'
  readonly connections: 'all-end' | 'one-ends' | 'stay'
  readonly accounts: 'deleted' | 'kept'
  readonly transactions: 'deleted' | 'kept'
  readonly identities: 'deleted' | 'kept'
  readonly statements: 'deleted' | 'kept'
  /** What events say of the data: their bodies go with it, their place in the list stays. */
  readonly eventBodies: 'deleted' | 'kept'
  /** The consent's key, without which no copy anywhere can be read. */
  readonly key: 'destroyed' | 'kept'
  /** Events told, in order; those of connections once for each. */
  readonly tells: readonly EventType[]
}

const everything = {
  connections: 'all-end',
  accounts: 'deleted',
  transactions: 'deleted',
  identities: 'deleted',
  statements: 'deleted',
  eventBodies: 'deleted',
  key: 'destroyed',
} as const

/** What each trigger does (c&d §9.2, settled 6 and 24). The code that ends consents and connections reads it from here. */
export const governance = {
  'consumer-stops-sharing': {
    ...everything,
    consent: 'revoked',
    tells: ['consent.revoked', 'connection.deleted'],
  },
  'consent-expires': { ...everything, consent: 'expired', tells: ['consent.expired', 'connection.deleted'] },
  'consent-is-updated': {
    ...everything,
    consent: 'replaced',
    tells: ['consent.revoked', 'connection.deleted', 'consent.created'],
  },
  'partner-deletes-consent': {
    ...everything,
    consent: 'revoked',
    tells: ['consent.revoked', 'connection.deleted'],
  },
  'consumer-disconnects-bank': {
    ...everything,
    consent: 'stays',
    connections: 'one-ends',
    key: 'kept',
    tells: ['connection.deleted'],
  },
  'partner-deletes-connection': {
    consent: 'stays',
    connections: 'one-ends',
    accounts: 'kept',
    transactions: 'kept',
    identities: 'deleted',
    statements: 'kept',
    eventBodies: 'kept',
    key: 'kept',
    tells: ['connection.deleted'],
  },
  'partner-purges-connection': {
    consent: 'stays',
    connections: 'stay',
    accounts: 'deleted',
    transactions: 'deleted',
    identities: 'kept',
    statements: 'kept',
    eventBodies: 'kept',
    key: 'kept',
    tells: [],
  },
  'partner-deletes-user': {
    ...everything,
    consent: 'revoked',
    tells: ['consent.revoked', 'connection.deleted', 'user.deleted'],
  },
} as const satisfies Record<Trigger, Effects>

const triggers = {
  consumer: 'consumer-stops-sharing',
  partner: 'partner-deletes-consent',
  expiry: 'consent-expires',
  superseded: 'consent-is-updated',
  'user-deleted': 'partner-deletes-user',
} as const satisfies Record<ConsentCause, Trigger>

/** What the end of a consent does. */
export const effectsOf = (cause: ConsentCause) => governance[triggers[cause]]
