import type { PolicyContent, PolicyPermission } from './policies.schemas.ts'

const title = 'Share your financial data'
const subtitle = 'We need to connect to your bank to collect some information about your finances'

const permission = (scope: string, name: string, description: string): PolicyPermission => ({
  scope,
  required: true,
  purpose: { title: name, description },
})

/** Version 1 of every application's policy (c&d §3.1). */
export const defaultPolicy = (brandName: string): PolicyContent => ({
  brandName: brandName.slice(0, 60),
  title,
  subtitle,
  purpose: { primary: { title, description: subtitle } },
  purposes: [{ title, description: subtitle }],
  durationDays: 365,
  initialRetrievalDays: 730,
  collectionFrequency: 'ongoing',
  permissions: [
    permission('customer.person.detail', 'Your details', 'To know that the accounts are yours'),
    permission('account.basic', 'Your accounts', 'To list your accounts and what is in them'),
    permission('account.detail', 'Account details', 'To tell your accounts apart and understand their terms'),
    permission('transaction.detail', 'Your transactions', 'To understand your income and spending'),
  ],
  data: { retainData: false },
  supportingParties: [],
  withdrawalConsequences:
    'We will stop collecting your data and delete what we collected. Services that need it may no longer work.',
})

/** Always asked for and never optional (c&d §3.1). */
export const lockedScope = 'account.basic'

/** The same policy with these scopes, and no others, left to the person's choice. */
export const withOptionalScopes = (content: PolicyContent, optional: readonly string[]): PolicyContent => ({
  ...content,
  permissions: content.permissions.map((one) => ({ ...one, required: !optional.includes(one.scope) })),
})
