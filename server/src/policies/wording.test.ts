import { describe, expect, it } from 'vitest'
import { clusters, entityOf, knownScopes, type Profile } from './wording.ts'

const rows = (scopes: string[], profile: Profile = 'individual') =>
  clusters(scopes, profile).map(({ name, attributes }) => [name, attributes.join('; ')])

// The tables of the data-language standard, row by row.
const nameAndOccupation = ['Name and occupation', 'Name; Occupation']
const contact = ['Contact details', 'Phone; Email address; Mail address; Residential address']
const person = [
  'Name, occupation, contact details',
  'Name; Occupation; Phone; Email address; Mail address; Residential address',
]
const profileWords =
  'Agent name and role; Organisation name; Organisation numbers (ABN or ACN); Charity status; Establishment date; Industry; Organisation type; Country of registration'
const organisation = ['Organisation profile', profileWords]
const organisationContact = [
  'Organisation contact details',
  'Organisation address; Mail address; Phone number',
]
const organisationAll = [
  'Organisation profile and contact details',
  `${profileWords}; Organisation address; Mail address; Phone number`,
]
const balance = ['Account name, type and balance', 'Name of account; Type of account; Account balance']
const features = [
  'Account numbers and features',
  'Account number; Interest rates; Fees; Discounts; Account terms; Account mail address',
]
const accountAll = [
  'Account balance and details',
  'Name of account; Type of account; Account balance; Account number; Interest rates; Fees; Discounts; Account terms; Account mail address',
]
const transactions = [
  'Transaction details',
  'Incoming and outgoing transactions; Amounts; Dates; Descriptions of transactions; Who you have sent money to and received money from (e.g. their name)',
]

describe('clusters', () => {
  it.each([
    ['individual', ['customer.person.basic'], [nameAndOccupation]],
    ['individual', ['customer.person.detail'], [person]],
    ['individual', ['customer.person.basic', 'customer.person.detail'], [nameAndOccupation, contact]],
    ['business', ['customer.organisation.basic'], [organisation]],
    ['business', ['customer.organisation.detail'], [organisationAll]],
    [
      'business',
      ['customer.organisation.basic', 'customer.organisation.detail'],
      [organisation, organisationContact],
    ],
    ['business', ['customer.person.basic'], [organisation]],
    ['business', ['customer.person.detail'], [organisationAll]],
    ['business', ['customer.person.basic', 'customer.person.detail'], [organisation, organisationContact]],
    [
      'business',
      ['customer.person.basic', 'customer.organisation.detail'],
      [organisation, organisationContact],
    ],
    ['business', ['customer.person.detail', 'customer.organisation.detail'], [organisationAll]],
    ['individual', ['account.basic'], [balance]],
    ['individual', ['account.detail'], [accountAll]],
    ['individual', ['account.basic', 'account.detail'], [balance, features]],
    ['business', ['account.basic', 'account.detail'], [balance, features]],
    ['individual', ['transaction.detail'], [transactions]],
    [
      'individual',
      ['customer.person.detail', 'account.basic', 'account.detail', 'transaction.detail'],
      [person, balance, features, transactions],
    ],
    ['individual', [], []],
    ['individual', ['unknown.scope'], []],
  ] as const)('shows a %s asked for %j the fixed rows', (profile, scopes, expected) => {
    expect(rows([...scopes], profile)).toEqual(expected)
  })

  it('shows the same rows in whatever order the scopes are asked', () => {
    const scopes = ['transaction.detail', 'account.detail', 'account.basic', 'customer.person.detail']
    expect(rows(scopes)).toEqual(rows(scopes.toReversed()))
  })

  it('never shows a business an individual’s words, nor the same words twice, for any set of scopes', () => {
    const individual = new Set([nameAndOccupation[0], contact[0], person[0]])
    for (let set = 0; set < 2 ** knownScopes.length; set += 1) {
      const scopes = knownScopes.filter((_scope, index) => set & (1 << index))
      const names = clusters(scopes, 'business').map((row) => row.name)
      expect(names.filter((name) => individual.has(name))).toEqual([])
      expect(new Set(names).size).toBe(names.length)
    }
  })
})

describe('entityOf', () => {
  it.each([
    ['account.basic', 'account'],
    ['account.detail', 'account'],
    ['transaction.detail', 'transaction'],
    ['customer.person.detail', 'connection'],
    ['customer.organisation.detail', 'identity'],
    ['payee.detail', 'payee'],
  ])('%s is about %s', (scope, entity) => {
    expect(entityOf(scope)).toBe(entity)
  })
})
