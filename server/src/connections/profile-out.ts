import type { ProfileRecord } from '@banksia/connector-kit'
import type { ConnectionProfile } from './connections.schemas.ts'

/** Every member is there, empty when unknown: clients index them unguarded (data §5.2). */
export function toProfile(profile: ProfileRecord | undefined): ConnectionProfile {
  return {
    fullName: profile?.fullName ?? '',
    firstName: profile?.firstName ?? '',
    lastName: profile?.lastName ?? '',
    middleName: profile?.middleName ?? '',
    phoneNumbers: [...(profile?.phoneNumbers ?? [])],
    emailAddresses: [...(profile?.emailAddresses ?? [])],
    physicalAddresses: (profile?.physicalAddresses ?? []).map((address) => ({ ...address })),
  }
}
