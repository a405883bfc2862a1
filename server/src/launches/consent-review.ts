import type {
  Adviser,
  Amendment,
  ClusterRow,
  CompareScreen,
  ConsentSummary,
  ConsentTerms,
  EndReason,
  Handling,
  TermChange,
} from '@banksia/consent-ui'
import type { Application } from '../applications/applications.types.ts'
import { timestamp } from '../clock.ts'
import type { ReviewedConsent } from '../consents/consents.types.ts'
import type { PolicyContent } from '../policies/policies.schemas.ts'
import type { ClusterWording, CurrentPolicy } from './launches.types.ts'

const day = 86_400_000

type Words = (scopes: readonly string[]) => readonly ClusterWording[]

const reasons: Readonly<Record<NonNullable<ReviewedConsent['endedReason']>, EndReason>> = {
  consumer: 'you',
  partner: 'partner',
  'user-deleted': 'partner',
  superseded: 'replaced',
  expiry: 'expired',
}

export const summaryOf = (consent: ReviewedConsent): ConsentSummary => ({
  id: consent.id,
  status: consent.status,
  given: timestamp(consent.created),
  until: timestamp(consent.expiryDate),
  ended:
    consent.status === 'active'
      ? null
      : {
          at: timestamp(consent.revoked ?? consent.expiryDate),
          // Past its date and not worked off yet: it expired.
          reason: reasons[consent.endedReason ?? 'expiry'],
        },
})

/** The person's election outranks the policy (c&d §3.3). */
export function handlingOf({ content, deleteElection }: ReviewedConsent): Handling {
  if (!content.data.retainData) return 'delete'
  return deleteElection?.value ? 'delete-elected' : 'de-identify'
}

/** The terms of a consent as agreed: adviser and clusters from the consent, never from the token (c&d §7). */
export function termsOf(
  application: Application,
  consent: ReviewedConsent,
  policy: PolicyContent,
  words: Words,
): ConsentTerms {
  const { data, purpose } = consent.content
  const days = data.initialRetrievalDays ?? policy.initialRetrievalDays
  const amended = purpose.primary.title !== policy.purpose.primary.title
  return {
    clusters: rowsOf(consent, words).filter(({ consented }) => consented),
    purposes: amended ? [purpose.primary] : policy.purposes,
    dataFrom: timestamp(new Date(consent.created.getTime() - days * day)),
    frequency: policy.collectionFrequency,
    parties: policy.supportingParties.map(({ cdrPolicyUrl, ...party }) => ({
      ...party,
      policyUrl: cdrPolicyUrl,
    })),
    retainData: data.retainData,
    manageUrl: application.settings.manageConsentUrl,
    supportContact: policy.supportContact ?? null,
    adviser: adviserOf(data.organisation),
  }
}

function rowsOf({ content }: ReviewedConsent, words: Words): (ClusterRow & { consented: boolean })[] {
  const { permissions } = content.data
  return words(permissions.map((one) => one.scope)).flatMap(({ scope, name, attributes }) => {
    const permission = permissions.find((one) => one.scope === scope)
    if (!permission) return []
    return {
      scope,
      name,
      permissions: attributes,
      reason: permission.purpose.description,
      required: permission.required,
      ticked: permission.consented,
      consented: permission.consented,
    }
  })
}

/** Names of what was asked for and left unticked. */
export const notSharedOf = (consent: ReviewedConsent, words: Words): string[] =>
  rowsOf(consent, words).flatMap(({ name, consented }) => (consented ? [] : [name]))

function adviserOf(organisation: Readonly<Record<string, string>> | null): Adviser | null {
  if (!organisation) return null
  return {
    name: organisation['orgName'] ?? '',
    type: organisation['orgType'] ?? '',
    referenceType: organisation['orgRefType'] ?? '',
    referenceId: organisation['orgRefID'] ?? '',
    abnAcn: organisation['abnAcn'],
  }
}

export const amendmentsOf = ({ amendments }: ReviewedConsent): Amendment[] =>
  amendments.map(({ at, field, from, to }) =>
    field === 'expiryDate'
      ? { at, text: 'the end moved', days: { from, to } }
      : { at, text: `the purpose is now “${to}”`, days: null },
  )

/** Rows of both policies, as the update would change them: new and changed ones first, then removed, then the rest. */
export function compareClusters(
  consent: ReviewedConsent,
  policy: PolicyContent,
  words: Words,
): CompareScreen['clusters'] {
  const before = rowsOf(consent, words)
  const after = words(policy.permissions.map((one) => one.scope)).map((row) => ({
    ...row,
    required: policy.permissions.find((one) => one.scope === row.scope)?.required ?? true,
  }))
  const asked = after.map((row) => {
    const was = before.find((one) => one.scope === row.scope)
    const same = was && was.name === row.name && was.required === row.required
    const change = was ? (same ? 'unchanged' : 'changed') : 'added'
    return { name: row.name, permissions: row.attributes, change, required: row.required } as const
  })
  const removed = before
    .filter((row) => !after.some((one) => one.scope === row.scope))
    .map(({ name, permissions, required }) => ({ name, permissions, change: 'removed', required }) as const)
  const order = ['added', 'changed', 'removed', 'unchanged']
  return [...asked, ...removed].toSorted((a, b) => order.indexOf(a.change) - order.indexOf(b.change))
}

const inDays = (days: number) => (days === 1 ? '1 day' : `${days} days`)
const titled = (purposes: readonly { title: string; description: string }[]) =>
  purposes.map(({ title, description }) => `${title}: ${description}`).join('; ')
const handlingWords = (retainData: boolean) =>
  retainData ? 'What identifies you is removed and the rest is kept' : 'It is deleted'
const partyNames = ({ supportingParties }: PolicyContent) =>
  supportingParties.map(({ name }) => name).join(', ') || 'Nobody else'

/** Attributes beside the scopes in which the policy of now differs from what was agreed to. */
export function changesOf(consent: ReviewedConsent, agreed: PolicyContent, now: PolicyContent): TermChange[] {
  const { purpose, data } = consent.content
  const amended = purpose.primary.title !== agreed.purpose.primary.title
  const all: TermChange[] = [
    {
      part: 'purpose',
      from: titled(amended ? [purpose.primary] : agreed.purposes),
      to: titled(now.purposes),
    },
    { part: 'duration', from: inDays(agreed.durationDays), to: inDays(now.durationDays) },
    {
      part: 'history',
      from: inDays(data.initialRetrievalDays ?? agreed.initialRetrievalDays),
      to: inDays(now.initialRetrievalDays),
    },
    { part: 'handling', from: handlingWords(data.retainData), to: handlingWords(now.data.retainData) },
    { part: 'parties', from: partyNames(agreed), to: partyNames(now) },
  ]
  return all.filter(({ from, to }) => from !== to)
}

/** The end of a consent given at `now`. */
export const endUnder = ({ content }: CurrentPolicy, now: Date): string =>
  timestamp(new Date(now.getTime() + content.durationDays * day))
