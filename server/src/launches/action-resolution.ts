import type { ErrorPage, NotOfferedScreen } from '@banksia/consent-ui'
import type { LaunchAction } from './launches.types.ts'

/** What the resolution looks at. */
export interface Facts {
  readonly action: LaunchAction
  /** The connection the launch URL names. */
  readonly connection: 'none asked' | 'unknown' | 'web' | 'open-banking'
  readonly consent: 'active' | 'ended' | 'never'
  /** The current policy asks for other data than the active consent was given to. */
  readonly scopesChanged: boolean
  readonly deleting: boolean
  /** There is a bank this application may connect to. */
  readonly mayConnect: boolean
}

/** F1, F2, F3 (at home, on one connection, or empty), F4, F5 (asked for or offered) and F7. */
export type Flow =
  | 'create-consent'
  | 'connect'
  | 'manage'
  | 'manage-connection'
  | 'manage-empty'
  | 'extend'
  | 'update'
  | 'offer-update'
  | 'update-login'
  | 'extended'
  | 'reconnect'
  | 'stopped'

export type Resolution =
  | { readonly flow: Flow }
  | { readonly error: ErrorPage }
  | { readonly notOffered: NotOfferedScreen['action'] }

interface Row {
  readonly when: (facts: Facts) => boolean
  readonly leadsTo: Resolution
}

const asks =
  (...actions: LaunchAction[]) =>
  (facts: Facts) =>
    actions.includes(facts.action)
const active = (facts: Facts) => facts.consent === 'active'
const all =
  (...conditions: Row['when'][]) =>
  (facts: Facts) =>
    conditions.every((condition) => condition(facts))
const named = (facts: Facts) => facts.connection !== 'none asked'
/** The actions with which `connectionId` means that connection's own flow. */
const connectionFlow = all(named, asks('default', 'connect', 'reauthorise'))

/**
 * The action table of the launch contract (c&d §1.4), top to bottom; the first row that fits decides. What needs an
 * open-banking connection ends on a page that says it is not offered yet (settled 18).
 */
const table: readonly Row[] = [
  { when: asks('payment'), leadsTo: { error: 'E-PAY' } },
  { when: (facts) => facts.deleting, leadsTo: { error: 'E-DELETING' } },
  {
    when: (facts) => !facts.mayConnect && (asks('default', 'connect')(facts) || connectionFlow(facts)),
    leadsTo: { error: 'E-NOCONN' },
  },
  {
    when: (facts) => facts.connection === 'unknown' && (connectionFlow(facts) || asks('manage')(facts)),
    leadsTo: { error: 'E-CONN404' },
  },
  {
    when: all(connectionFlow, (facts) => facts.connection === 'web'),
    leadsTo: { flow: 'update-login' },
  },
  { when: connectionFlow, leadsTo: { notOffered: 'connection' } },
  { when: all(named, asks('manage')), leadsTo: { flow: 'manage-connection' } },
  { when: all(asks('manage'), (facts) => facts.consent !== 'never'), leadsTo: { flow: 'manage' } },
  { when: asks('manage'), leadsTo: { flow: 'manage-empty' } },
  {
    when: (facts) => asks('extend', 'update', 'reauthorise')(facts) && !active(facts),
    leadsTo: { error: 'E-NOCONSENT' },
  },
  { when: all(asks('update'), (facts) => facts.scopesChanged), leadsTo: { flow: 'update' } },
  { when: asks('extend', 'update'), leadsTo: { flow: 'extend' } },
  { when: asks('reauthorise'), leadsTo: { notOffered: 'reauthorise' } },
  {
    when: all(asks('default'), active, (facts) => facts.scopesChanged),
    leadsTo: { flow: 'offer-update' },
  },
  { when: all(asks('connect', 'default'), active), leadsTo: { flow: 'connect' } },
  // `connect` for somebody who never consented is the normal first launch of several integrations, not an error.
  { when: asks('connect', 'default'), leadsTo: { flow: 'create-consent' } },
]

export function resolveAction(facts: Facts): Resolution {
  const row = table.find(({ when }) => when(facts))
  if (row === undefined) throw new Error(`no row for action ${facts.action}`)
  return row.leadsTo
}
