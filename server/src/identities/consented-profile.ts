import type { ProfileRecord } from '@banksia/connector-kit'

/**
 * The part of a profile that was consented to: nothing else is kept (data §3.5). `undefined` when that is none of it.
 * Contact details need a detail scope; for a business the organisation's own scopes count as well.
 */
export function consentedProfile(
  profile: ProfileRecord,
  scopes: ReadonlySet<string>,
): ProfileRecord | undefined {
  const person = has(scopes, 'person')
  const business = profile.organisation !== undefined && has(scopes, 'organisation')
  if (!person && !business) return undefined
  const contact =
    scopes.has('customer.person.detail') ||
    (profile.organisation !== undefined && scopes.has('customer.organisation.detail'))
  return {
    fullName: person ? profile.fullName : '',
    firstName: person ? profile.firstName : '',
    lastName: person ? profile.lastName : '',
    middleName: person ? profile.middleName : '',
    phoneNumbers: contact ? profile.phoneNumbers : [],
    emailAddresses: contact ? profile.emailAddresses : [],
    physicalAddresses: contact ? profile.physicalAddresses : [],
    ...(business && profile.organisation && { organisation: profile.organisation }),
  }
}

const has = (scopes: ReadonlySet<string>, entity: 'person' | 'organisation'): boolean =>
  scopes.has(`customer.${entity}.basic`) || scopes.has(`customer.${entity}.detail`)
