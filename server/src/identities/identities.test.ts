import { aProfile } from '@banksia/connector-kit/testing'
import { describe, expect, it } from 'vitest'
import { consentedProfile } from './consented-profile.ts'
import { toIdentityBody } from './identity-body.ts'

const organisation = {
  agentFirstName: 'Laurie',
  agentLastName: 'Bream',
  agentRole: 'Director',
  businessName: 'Bream Accountants',
  legalName: 'Bream Accountants Pty Ltd',
  shortName: 'Bream',
  abn: '12345678901',
  acn: '123456789',
  organisationType: 'COMPANY',
  registeredCountry: 'AUS',
}
const person = aProfile({ phoneNumbers: ['0400000000'] })
const business = aProfile({ organisation })
const kept = (profile: typeof person, ...scopes: string[]) => consentedProfile(profile, new Set(scopes))

describe('what is kept of a profile', () => {
  it('is nothing without a customer scope', () => {
    expect(kept(person, 'account.basic', 'transaction.detail')).toBeUndefined()
    expect(kept(person, 'customer.organisation.detail')).toBeUndefined()
  })

  it('is the name with person.basic, and contact details with person.detail', () => {
    expect(kept(person, 'customer.person.basic')).toMatchObject({
      fullName: 'Pat Example',
      phoneNumbers: [],
      emailAddresses: [],
      physicalAddresses: [],
    })
    expect(kept(person, 'customer.person.detail')).toEqual(person)
  })

  it('is the organisation only with an organisation scope', () => {
    expect(kept(business, 'customer.person.detail')).not.toHaveProperty('organisation')
    expect(kept(business, 'customer.organisation.basic')).toMatchObject({
      fullName: '',
      emailAddresses: [],
      organisation,
    })
    expect(kept(business, 'customer.organisation.detail')?.emailAddresses).toEqual(business.emailAddresses)
  })
})

describe('an identity', () => {
  it('of a person has an empty organisation', () => {
    const body = toIdentityBody(person)
    expect(body).toMatchObject({ fullName: 'Pat Example', DOB: '', emails: person.emailAddresses })
    expect(body.emailAddresses).toEqual(body.emails)
    expect(new Set(Object.values(body.organisation))).toEqual(new Set(['', false]))
  })

  it('of an organisation has an empty person', () => {
    const body = toIdentityBody(business)
    expect(body).toMatchObject({
      fullName: '',
      firstName: '',
      phoneNumbers: [],
      emails: [],
      physicalAddresses: [],
    })
    expect(body.organisation).toMatchObject({ ...organisation, isACNCRegistered: false })
  })
})
