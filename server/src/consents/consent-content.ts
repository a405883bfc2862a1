import { createHash } from 'node:crypto'
import type { PolicyContent } from '../policies/policies.schemas.ts'
import { clusterOf, entityOf, type Profile } from '../policies/wording.ts'
import type { ConsentContent, ConsentPermission, ConsentRecord } from './consents.schemas.ts'
import type { GiveConsent } from './consents.types.ts'

const day = 86_400_000

/** When a consent given now under this policy ends. */
export const expiryOf = (policy: PolicyContent, given: Date): Date =>
  new Date(given.getTime() + policy.durationDays * day)

/** What a person agrees to who is shown this policy and ticks these optional scopes (all of them when absent). */
export function toContent(
  policy: PolicyContent,
  { ticked, organisation, profile = 'individual' }: Pick<GiveConsent, 'ticked' | 'organisation' | 'profile'>,
): ConsentContent {
  const asked = policy.permissions.map((permission) => permission.scope)
  return {
    purpose: { primary: policy.purpose.primary, other: null },
    data: {
      retainData: policy.data.retainData,
      initialRetrievalDays: policy.initialRetrievalDays,
      organisation: organisation ? { ...organisation } : null,
      disclosure: null,
      permissions: policy.permissions.map(({ scope, required, purpose }) => ({
        scope,
        required,
        consented: required || ticked === undefined || ticked.includes(scope),
        entity: entityOf(scope),
        information: information(scope, asked, profile),
        purpose,
      })),
    },
  }
}

function information(
  scope: string,
  asked: readonly string[],
  profile: Profile,
): ConsentPermission['information'] {
  const words = clusterOf(scope, asked, profile)
  if (!words) throw new Error(`no words for scope ${scope}`)
  return { name: words.name, description: words.description, attributeList: [...words.attributes] }
}

export const consentedScopes = ({ data }: ConsentContent): string[] =>
  data.permissions.filter((permission) => permission.consented).map((permission) => permission.scope)

/** What is kept for the record: the texts as shown with their hash, where it was given, the person's election. */
export function toRecord(given: GiveConsent, at: Date): ConsentRecord {
  const { displayed, givenFrom, deleteElection } = given
  return {
    ...(displayed && {
      displayed: {
        hash: createHash('sha256').update(JSON.stringify(displayed)).digest('hex'),
        texts: [...displayed],
      },
    }),
    ...(givenFrom && { givenFrom }),
    ...(deleteElection !== undefined && { deleteElection: { value: deleteElection, at: at.toISOString() } }),
  }
}
