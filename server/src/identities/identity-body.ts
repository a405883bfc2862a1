import type { OrganisationRecord, ProfileRecord } from '@banksia/connector-kit'
import type { IdentityBody } from './identities.schemas.ts'

const noOrganisation: OrganisationRecord = {
  agentFirstName: '',
  agentLastName: '',
  agentRole: '',
  businessName: '',
  legalName: '',
  shortName: '',
  abn: '',
  acn: '',
  organisationType: '',
  registeredCountry: '',
}

/**
 * A profile as an identity shows it: either a person with an empty organisation, or an organisation with an empty person
 * (data §10).
 */
export function toIdentityBody(profile: ProfileRecord): IdentityBody {
  const { organisation } = profile
  const person = organisation ? undefined : profile
  const emails = [...(person?.emailAddresses ?? [])]
  return {
    fullName: person?.fullName ?? '',
    firstName: person?.firstName ?? '',
    lastName: person?.lastName ?? '',
    middleName: person?.middleName ?? '',
    // Internet banking shows none of these.
    title: '',
    DOB: '',
    occupationCode: '',
    occupationCodeVersion: '',
    phoneNumbers: [...(person?.phoneNumbers ?? [])],
    emailAddresses: emails,
    emails,
    physicalAddresses: (person?.physicalAddresses ?? []).map((address) => ({
      ...address,
      type: 'home',
      addressLine2: address.addressLine2 ?? '',
      addressLine3: address.addressLine3 ?? '',
    })),
    organisation: {
      ...(organisation ?? noOrganisation),
      isACNCRegistered: false,
      industryCode: '',
      industryCodeVersion: '',
    },
  }
}
