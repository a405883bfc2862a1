import { timestamp } from '../clock.ts'
import type { Links } from '../http/links.ts'
import type { ConsentId, PolicyId, UserId } from '../ids.ts'
import type { ConsentOut } from './consents.schemas.ts'
import type { Consent } from './consents.types.ts'

export const consentsPath = (userId: UserId): string => `/users/${userId}/consents`
export const consentPath = (userId: UserId, id: ConsentId): string => `${consentsPath(userId)}/${id}`

/** The status at a moment: an active consent is expired from its date on, whether or not that was worked off yet. */
export const statusAt = ({ status, expiryDate }: Consent, now: Date): Consent['status'] =>
  status === 'active' && expiryDate <= now ? 'expired' : status

/** A consent on the wire (core §5.1). */
export function toConsentOut(
  consent: Consent,
  view: { readonly now: Date; readonly latestPolicy: PolicyId; readonly links: Links },
): ConsentOut {
  const { links } = view
  return {
    type: 'consent',
    id: consent.id,
    created: timestamp(consent.created),
    updated: timestamp(consent.updated),
    expiryDate: timestamp(consent.expiryDate),
    origin: consent.origin,
    status: statusAt(consent, view.now),
    purpose: consent.content.purpose,
    data: consent.content.data,
    ...(consent.revoked && { revoked: timestamp(consent.revoked) }),
    links: {
      self: links.to(consentPath(consent.userId, consent.id)),
      consentPolicy: links.to(`/policies/${consent.policyId}`),
      latestConsentPolicy: links.to(`/policies/${view.latestPolicy}`),
    },
  }
}
