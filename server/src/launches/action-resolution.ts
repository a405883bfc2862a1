import type { ErrorPage, NotOfferedScreen } from '@banksia/consent-ui'
import type { LaunchAction } from './launches.types.ts'

/** What the resolution looks at. */
export interface Facts {
  readonly action: LaunchAction
  readonly connection: 'none asked' | 'unknown' | 'of this user'
  readonly activeConsent: boolean
  readonly deleting: boolean
}

export type Resolution =
  | { readonly flow: 'create-consent' }
  | { readonly flow: 'connect' }
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
const withConnection = (facts: Facts) => facts.connection !== 'none asked'

/**
 * The action table of the launch contract (c&d §1.4), top to bottom; the first row that fits decides. Flows of later
 * releases end on a page that says so (settled 18). A default launch with an active consent adds a bank, also when the
 * policy has other scopes by now: offering the update first belongs to the update flow.
 */
const table: readonly Row[] = [
  { when: asks('payment'), leadsTo: { error: 'E-PAY' } },
  { when: (facts) => facts.deleting, leadsTo: { error: 'E-DELETING' } },
  { when: (facts) => facts.connection === 'unknown', leadsTo: { error: 'E-CONN404' } },
  { when: (facts) => withConnection(facts) && !asks('manage')(facts), leadsTo: { notOffered: 'connection' } },
  { when: asks('manage'), leadsTo: { notOffered: 'manage' } },
  {
    when: (facts) => asks('extend', 'update', 'reauthorise')(facts) && !facts.activeConsent,
    leadsTo: { error: 'E-NOCONSENT' },
  },
  { when: asks('update'), leadsTo: { notOffered: 'update' } },
  { when: asks('extend'), leadsTo: { notOffered: 'extend' } },
  { when: asks('reauthorise'), leadsTo: { notOffered: 'reauthorise' } },
  { when: (facts) => asks('connect', 'default')(facts) && facts.activeConsent, leadsTo: { flow: 'connect' } },
  // `connect` for somebody who never consented is the normal first launch of several integrations, not an error.
  { when: asks('connect', 'default'), leadsTo: { flow: 'create-consent' } },
]

export function resolveAction(facts: Facts): Resolution {
  const row = table.find(({ when }) => when(facts))
  if (row === undefined) throw new Error(`no row for action ${facts.action}`)
  return row.leadsTo
}
