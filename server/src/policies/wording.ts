export type Profile = 'individual' | 'business'

/** One row of "what we collect": words fixed by the Consumer Data Standards' data language (c&d §5.2). */
export interface Cluster {
  readonly name: string
  /** A sentence of ours that explains the row; it never takes the place of the fixed words. */
  readonly description: string
  readonly attributes: readonly string[]
}

export interface ClusterRow extends Cluster {
  readonly scope: string
}

/** A kind of data that can be asked for in two depths, with the merged row for the deep one asked alone. */
interface Family {
  readonly basic: Cluster
  readonly detail: Cluster
  readonly merged: Cluster
}

const cluster = (name: string, description: string, ...attributes: string[]): Cluster => ({
  name,
  description,
  attributes,
})

const merge = (name: string, description: string, basic: Cluster, detail: Cluster): Family => ({
  basic,
  detail,
  merged: cluster(name, description, ...basic.attributes, ...detail.attributes),
})

const person = merge(
  'Name, occupation, contact details',
  'Who you are and how to reach you',
  cluster('Name and occupation', 'Who you are', 'Name', 'Occupation'),
  cluster(
    'Contact details',
    'How to reach you',
    'Phone',
    'Email address',
    'Mail address',
    'Residential address',
  ),
)

const organisation = merge(
  'Organisation profile and contact details',
  'Your organisation and how to reach it',
  cluster(
    'Organisation profile',
    'Your organisation and who acts for it',
    'Agent name and role',
    'Organisation name',
    'Organisation numbers (ABN or ACN)',
    'Charity status',
    'Establishment date',
    'Industry',
    'Organisation type',
    'Country of registration',
  ),
  cluster(
    'Organisation contact details',
    'How to reach your organisation',
    'Organisation address',
    'Mail address',
    'Phone number',
  ),
)

const account = merge(
  'Account balance and details',
  'Your accounts, what is in them and their terms',
  cluster(
    'Account name, type and balance',
    'Your accounts and what is in them',
    'Name of account',
    'Type of account',
    'Account balance',
  ),
  cluster(
    'Account numbers and features',
    'Your accounts’ numbers and terms',
    'Account number',
    'Interest rates',
    'Fees',
    'Discounts',
    'Account terms',
    'Account mail address',
  ),
)

const single: Readonly<Record<string, Cluster>> = {
  'transaction.detail': cluster(
    'Transaction details',
    'What went into and out of your accounts',
    'Incoming and outgoing transactions',
    'Amounts',
    'Dates',
    'Descriptions of transactions',
    'Who you have sent money to and received money from (e.g. their name)',
  ),
  'regularpayment.detail': cluster(
    'Direct debits and scheduled payments',
    'Payments that are made for you',
    'Direct debits',
    'Scheduled payments',
  ),
  'payee.detail': cluster(
    'Saved payees',
    'Accounts you pay to',
    'Names and details of accounts you have saved (e.g. BSB and account number, BPAY CRN and biller code, NPP PayID)',
  ),
}

const depths: Readonly<
  Record<string, { family: 'person' | 'organisation' | 'account'; depth: 'basic' | 'detail' }>
> = {
  'customer.person.basic': { family: 'person', depth: 'basic' },
  'customer.person.detail': { family: 'person', depth: 'detail' },
  'customer.organisation.basic': { family: 'organisation', depth: 'basic' },
  'customer.organisation.detail': { family: 'organisation', depth: 'detail' },
  'account.basic': { family: 'account', depth: 'basic' },
  'account.detail': { family: 'account', depth: 'detail' },
}
const families = { person, organisation, account }

/** A business is always addressed as an organisation (c&d §8, AC-B03). */
const familyOf = (scope: string, profile: Profile) => {
  const family = depths[scope]?.family
  return family === 'person' && profile === 'business' ? 'organisation' : family
}

/**
 * The words for one of the scopes asked together. Basic and detail of one kind asked together are two rows; detail
 * alone is the merged row, as the data-language standard demands. `undefined` for a scope without words.
 */
export function clusterOf(scope: string, asked: readonly string[], profile: Profile): Cluster | undefined {
  const entry = depths[scope]
  const family = familyOf(scope, profile)
  if (!entry || !family) return single[scope]
  if (entry.depth === 'basic') return families[family].basic
  const withBasic = asked.some(
    (other) => depths[other]?.depth === 'basic' && familyOf(other, profile) === family,
  )
  return withBasic ? families[family].detail : families[family].merged
}

const order = [...Object.keys(depths), ...Object.keys(single)]

/** Every scope we have words for. */
export const knownScopes: readonly string[] = order

/** The rows for a set of scopes, in a fixed order; two scopes with the same words make one row. */
export function clusters(scopes: readonly string[], profile: Profile): ClusterRow[] {
  const rows: ClusterRow[] = []
  for (const scope of order.filter((known) => scopes.includes(known))) {
    const words = clusterOf(scope, scopes, profile)
    if (words && !rows.some((row) => row.name === words.name)) rows.push({ scope, ...words })
  }
  return rows
}

/** The kind of thing a scope gives access to, as consents name it (c&d §5.1). */
export function entityOf(scope: string): string {
  const [family = ''] = scope.split('.')
  if (family === 'customer') return scope.startsWith('customer.organisation') ? 'identity' : 'connection'
  return family
}
