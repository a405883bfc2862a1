import type { ConsentScreen } from '@banksia/consent-ui'
import type { Application } from '../applications/applications.types.ts'
import { timestamp } from '../clock.ts'
import type { AdviserClaims } from '../tokens/adviser.ts'
import type { ClusterWording, CurrentPolicy } from './launches.types.ts'

const day = 86_400_000

/** S-02 for a policy, as it reads at `now`. */
export function consentScreen(
  application: Application,
  policy: CurrentPolicy,
  wording: readonly ClusterWording[],
  given: { readonly now: Date; readonly adviser: AdviserClaims | null; readonly policyChanged: boolean },
): ConsentScreen {
  const { content } = policy
  const rows = wording.flatMap((row) => {
    const permission = content.permissions.find((one) => one.scope === row.scope)
    if (!permission) return []
    return {
      scope: row.scope,
      name: row.name,
      permissions: row.attributes,
      reason: permission.purpose.description,
      required: permission.required,
      ticked: permission.required,
    }
  })
  return {
    screen: 'S-02',
    policyId: policy.id,
    title: content.title,
    subtitle: content.subtitle,
    clusters: rows,
    purposes: content.purposes,
    dataFrom: timestamp(new Date(given.now.getTime() - content.initialRetrievalDays * day)),
    until: timestamp(new Date(given.now.getTime() + content.durationDays * day)),
    days: content.durationDays,
    frequency: content.collectionFrequency,
    parties: content.supportingParties.map(({ cdrPolicyUrl, ...party }) => ({
      ...party,
      policyUrl: cdrPolicyUrl,
    })),
    retainData: content.data.retainData,
    manageUrl: application.settings.manageConsentUrl,
    supportContact: content.supportContact ?? null,
    adviser: given.adviser && {
      name: given.adviser.orgName,
      type: given.adviser.orgType,
      referenceType: given.adviser.orgRefType,
      referenceId: given.adviser.orgRefID,
      abnAcn: given.adviser.abnAcn,
    },
    policyChanged: given.policyChanged,
  }
}
