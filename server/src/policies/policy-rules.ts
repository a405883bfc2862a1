import { Value } from 'typebox/value'
import { lockedScope } from './default-policy.ts'
import { PolicyContent } from './policies.schemas.ts'
import { knownScopes } from './wording.ts'

/** The rules a policy must keep to be published (c&d §3.1, §5.1; CDR rules 4.11 and 4.12 on minimisation). */
export type PolicyRule =
  | 'shape'
  | 'brand-name-length'
  | 'title-length'
  | 'subtitle-length'
  | 'text-plain'
  | 'purpose-missing'
  | 'purpose-length'
  | 'purposes-count'
  | 'duration-range'
  | 'retrieval-range'
  | 'permission-unknown'
  | 'permission-not-offered'
  | 'permission-twice'
  | 'permission-alternatives'
  | 'permission-purpose'
  | 'account-basic-locked'
  | 'account-detail-needs-basic'
  | 'required-missing'
  | 'retain-needs-statement'
  | 'party-incomplete'
  | 'withdrawal-length'
  | 'support-contact-length'
  | 'url-not-https'

export interface BrokenRule {
  readonly rule: PolicyRule
  /** Where in the policy, for example `permissions.1.scope`. */
  readonly field: string
  readonly message: string
}

type Check = (policy: PolicyContent) => BrokenRule[]

/** Scopes of data whose API is not there: asking for what cannot be used is more than is needed. */
const notOffered: ReadonlySet<string> = new Set(['payee.detail', 'regularpayment.detail'])

const broken = (rule: PolicyRule, field: string, message: string): BrokenRule => ({ rule, field, message })
const when = (holds: boolean, ...of: Parameters<typeof broken>): BrokenRule[] =>
  holds ? [broken(...of)] : []

const length = (text: string, rule: PolicyRule, field: string, least: number, most: number): BrokenRule[] => {
  const size = [...text.trim()].length
  return when(size < least || size > most, rule, field, `must have ${least} to ${most} characters`)
}

const texts: Check = (policy) => [
  ...length(policy.brandName, 'brand-name-length', 'brandName', 2, 60),
  ...length(policy.title, 'title-length', 'title', 1, 80),
  ...length(policy.subtitle, 'subtitle-length', 'subtitle', 1, 240),
  ...length(policy.withdrawalConsequences, 'withdrawal-length', 'withdrawalConsequences', 0, 500),
  ...length(policy.supportContact ?? 'none', 'support-contact-length', 'supportContact', 1, 254),
  ...[...stringsOf(policy)].flatMap(([field, text]) =>
    when(markup.test(text), 'text-plain', field, 'must be plain text without markup or control characters'),
  ),
]

const purposes: Check = ({ purpose, purposes: all }) => [
  ...when(all.length < 1 || all.length > 5, 'purposes-count', 'purposes', 'must be 1 to 5 purposes'),
  ...[
    ['purpose.primary', purpose.primary] as const,
    ...all.map((one, n) => [`purposes.${n}`, one] as const),
  ].flatMap(([field, { title, description }]) => [
    ...when(
      title.trim() === '' || description.trim() === '',
      'purpose-missing',
      field,
      'must have a title and a description',
    ),
    ...when(
      title.length > 80 || description.length > 500,
      'purpose-length',
      field,
      'title has at most 80 characters, description at most 500',
    ),
  ]),
]

const spans: Check = ({ durationDays, initialRetrievalDays }) => [
  ...when(durationDays < 1 || durationDays > 365, 'duration-range', 'durationDays', 'must be 1 to 365 days'),
  ...when(
    initialRetrievalDays < 1 || initialRetrievalDays > 730,
    'retrieval-range',
    'initialRetrievalDays',
    'must be 1 to 730 days',
  ),
]

const permissions: Check = ({ permissions: asked }) => {
  const scopes = asked.map(({ scope }) => scope)
  return [
    ...asked.flatMap(({ scope, purpose }, n) => [
      ...when(
        !knownScopes.includes(scope),
        'permission-unknown',
        `permissions.${n}.scope`,
        `${scope} is not a scope`,
      ),
      ...when(
        notOffered.has(scope),
        'permission-not-offered',
        `permissions.${n}.scope`,
        `${scope} is not needed for any data that is offered`,
      ),
      ...when(
        scopes.indexOf(scope) < n,
        'permission-twice',
        `permissions.${n}.scope`,
        `${scope} is asked for twice`,
      ),
      ...when(
        purpose.title.trim() === '' || purpose.description.trim() === '',
        'permission-purpose',
        `permissions.${n}.purpose`,
        'must say what the data is needed for',
      ),
    ]),
    ...['customer.person', 'customer.organisation'].flatMap((family) =>
      when(
        scopes.includes(`${family}.basic`) && scopes.includes(`${family}.detail`),
        'permission-alternatives',
        'permissions',
        `${family}.basic and ${family}.detail are alternatives`,
      ),
    ),
    ...when(
      scopes.includes('account.detail') && !scopes.includes(lockedScope),
      'account-detail-needs-basic',
      'permissions',
      'account.detail needs account.basic',
    ),
    ...when(
      !asked.some(({ scope, required }) => scope === lockedScope && required),
      'account-basic-locked',
      'permissions',
      'account.basic is always asked for and required',
    ),
    ...when(
      !asked.some(({ required }) => required),
      'required-missing',
      'permissions',
      'at least one permission is required',
    ),
  ]
}

const handling: Check = ({ data }) =>
  when(
    data.retainData && (data.deidentificationStatement ?? '').trim() === '',
    'retain-needs-statement',
    'data.deidentificationStatement',
    'a policy that keeps de-identified data must say how it is de-identified',
  )

const parties: Check = ({ supportingParties, complaintsUrl, cdrPolicyUrl }) => [
  ...supportingParties.flatMap(({ name, role, reason, cdrPolicyUrl: url }, n) => [
    ...when(
      [name, role, reason].some((text) => text.trim() === ''),
      'party-incomplete',
      `supportingParties.${n}`,
      'must have a name, a role and a reason',
    ),
    ...https(url, `supportingParties.${n}.cdrPolicyUrl`),
  ]),
  ...https(complaintsUrl, 'complaintsUrl'),
  ...https(cdrPolicyUrl, 'cdrPolicyUrl'),
]

const https = (url: string | undefined, field: string): BrokenRule[] =>
  when(
    url !== undefined && !(URL.canParse(url) && url.startsWith('https://')),
    'url-not-https',
    field,
    'must be an https URL',
  )

const markup = /<[a-z!/]|(?![\t\n])\p{Cc}/iu

function* stringsOf(value: unknown, path = ''): Generator<[string, string]> {
  if (typeof value === 'string') yield [path, value]
  else if (typeof value === 'object' && value !== null)
    for (const [name, item] of Object.entries(value)) yield* stringsOf(item, path ? `${path}.${name}` : name)
}

/** Largest policy that is looked at, in characters of JSON. */
const largest = 100_000

/** Whether a value has the members of a policy, whatever they say. */
export function isPolicyContent(value: unknown): value is PolicyContent {
  return Value.Check(PolicyContent, value) && JSON.stringify(value).length <= largest
}

/** Every rule a policy breaks, each named, in the order of its members; none when it may be published. */
export function brokenRules(value: unknown): BrokenRule[] {
  if (!isPolicyContent(value)) {
    const errors = Value.Errors(PolicyContent, value).map(({ instancePath, message }) =>
      broken('shape', instancePath.slice(1).replaceAll('/', '.'), message),
    )
    return errors.length > 0
      ? errors.slice(0, 50)
      : [broken('shape', '', `must have at most ${largest} characters`)]
  }
  return [texts, purposes, spans, permissions, handling, parties].flatMap((check) => check(value))
}
