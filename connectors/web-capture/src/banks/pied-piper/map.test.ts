import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parsePage } from '../../page.ts'
import { readRows } from '../../rows.ts'
import { accountReferences, historyPlan, toAccount, toProfile, toTransactions } from './map.ts'

const html = (name: string) => readFileSync(new URL(`fixtures/${name}.html`, import.meta.url), 'utf8')
const failure = () => new Error('row not read')
const history = (page = html('history')) => toTransactions(readRows(page, historyPlan), failure)

describe('Pied Piper pages', () => {
  it('list the accounts by the handles in their links', () => {
    expect(accountReferences(parsePage(html('accounts')))).toEqual([
      'b4681c1a69b6',
      '095ccbf09a6b',
      '436a1c4e8c18',
      '23e8660d3f54',
    ])
  })

  it('read a card', () => {
    expect(toAccount(parsePage(html('account')), '095ccbf09a6b')).toMatchObject({
      accountNo: '11112222333355',
      type: 'credit-card',
      product: 'Pied Piper Visa',
      creditLimit: 2_000_000,
    })
  })

  it('read an address that is broken into lines, street and postcode where known', () => {
    expect(toProfile(parsePage(html('profile'))).physicalAddresses).toMatchObject([
      {
        addressLine1: '1/2 Example St',
        city: 'Suburb',
        state: 'NSW',
        postcode: '2099',
        formattedAddress: '1/2 Example St, Suburb NSW 2099, Australia',
      },
    ])
    expect(toProfile(parsePage(html('business')))).toMatchObject({
      physicalAddresses: [{ addressLine1: '3 Sample Rd', city: 'Manly', postcode: '', country: 'Australia' }],
      organisation: { legalName: 'Manly Accountants Pty Ltd' },
    })
  })

  it('read rows with signed amounts, pending before posted', () => {
    const rows = history()
    expect(rows[0]).toMatchObject({ status: 'pending', balance: null, postDate: null })
    expect(rows.filter((row) => row.status === 'posted')).toHaveLength(7)
    expect(rows.find((row) => row.class === 'direct-credit')).toEqual({
      status: 'posted',
      description: 'DIRECT CREDIT INITECH PTY LTD SALARY',
      reference: '',
      amount: 524_000,
      currency: 'AUD',
      balance: 1_021_517,
      class: 'direct-credit',
      postDate: '2025-04-15',
      transactionDate: null,
    })
    expect(rows.at(-1)).toMatchObject({ amount: -61_245, reference: '88412071', balance: 566_237 })
  })

  it.each([
    ['no heading', '<h3>ATM WITHDRAWAL SUBURB NSW 136</h3>', ''],
    ['no balance', '<dt>Balance</dt><dd>$6,143.80</dd>', ''],
    ['an amount that cannot be read', '-$80.00', 'eighty'],
    ['a date that cannot be read', '2 May 2025', '2 Mai 2025'],
  ])('are not guessed at when a row has %s', (_what, before, after) => {
    const page = html('history')
    expect(page).toContain(before)
    expect(() => history(page.replace(before, after))).toThrow('row not read')
  })

  it('with an address of another form are a changed institution', () => {
    const page = html('profile').replace('Suburb NSW 2099<br>', '')
    expect(() => toProfile(parsePage(page))).toThrow('institution-changed')
  })
})
