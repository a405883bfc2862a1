import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parsePage } from '../../page.ts'
import { readRows } from '../../rows.ts'
import { accountReferences, historyPlan, toAccount, toProfile, toTransactions } from './map.ts'

const html = (name: string) => readFileSync(new URL(`fixtures/${name}.html`, import.meta.url), 'utf8')
const failure = () => new Error('row not read')
const history = (page = html('history')) => toTransactions(readRows(page, historyPlan), failure)

describe('Hooli pages', () => {
  it('list the accounts by the handles in their links', () => {
    expect(accountReferences(parsePage(html('accounts')))).toEqual([
      '90e3c548469f',
      '9a0061fc6bb0',
      'fbca63197749',
      '0ab68f333005',
    ])
  })

  it('read a card: what is owed is negative, the limit is not', () => {
    expect(toAccount(parsePage(html('account')), '9a0061fc6bb0')).toEqual({
      reference: '9a0061fc6bb0',
      name: 'Visa Card',
      accountNo: '11112222333355',
      accountHolder: 'Pat Example',
      type: 'credit-card',
      product: 'Hooli Visa',
      currency: 'AUD',
      balance: -203_631,
      availableFunds: 1_792_637,
      creditLimit: 2_000_000,
    })
  })

  it('read a person', () => {
    expect(toProfile(parsePage(html('profile')))).toEqual({
      fullName: 'Pat Example',
      firstName: 'Pat',
      lastName: 'Example',
      middleName: '',
      phoneNumbers: ['0400111222'],
      emailAddresses: ['pat@example.com'],
      physicalAddresses: [
        {
          addressLine1: '1/2 Example St',
          addressLine2: null,
          addressLine3: null,
          postcode: '2099',
          city: 'Suburb',
          state: 'NSW',
          country: 'Australia',
          countryCode: 'AU',
          formattedAddress: '1/2 Example St, Suburb NSW 2099, Australia',
        },
      ],
    })
  })

  it('read a business and who acts for it', () => {
    expect(toProfile(parsePage(html('business')))).toMatchObject({
      fullName: 'Robin Trader',
      physicalAddresses: [{ postcode: '', formattedAddress: '3 Sample Rd, Manly NSW, Australia' }],
      organisation: {
        businessName: 'Manly Accountants',
        abn: '89000000019',
        acn: '000000019',
        organisationType: 'COMPANY',
        registeredCountry: 'AUS',
        agentRole: 'Director',
      },
    })
  })

  it.each(['Account number', 'Account type', 'Product', 'Currency', 'Account name'])(
    'without %s are a changed institution',
    (label) => {
      const page = parsePage(html('account').replace(`>${label}<`, '>Something else<'))
      expect(() => toAccount(page, 'x')).toThrow('institution-changed')
    },
  )
})

describe('Hooli histories', () => {
  it('read pending rows before posted ones, debits negative', () => {
    const rows = history()
    expect(
      rows.map((row) => [row.status, row.postDate, row.transactionDate, row.amount, row.balance]),
    ).toEqual([
      ['pending', null, '2025-05-06', -3_939, null],
      ['posted', '2025-05-07', null, -1_881, 544_622],
      ['posted', '2025-05-06', null, -745, 546_503],
      ['posted', '2025-05-05', null, -61_245, 547_248],
      ['posted', '2025-05-02', null, -10_000, 617_452],
      ['posted', '2025-04-30', null, -145_964, 644_838],
      ['posted', '2025-04-15', null, 524_000, 950_321],
      ['posted', '2025-04-05', null, -61_245, 510_694],
    ])
    expect(rows[3]).toMatchObject({
      description: 'DIRECT DEBIT TOYOTA FINANCE CAR LOAN',
      reference: '88412071',
      currency: 'AUD',
      class: 'payment',
    })
    expect(rows.slice(4, 7).map((row) => row.class)).toEqual(['cash-withdrawal', 'transfer', 'direct-credit'])
  })

  it('link to the next page', () => {
    expect(readRows(html('history'), historyPlan).next).toBe(
      '/hooli/accounts/90e3c548469f/transactions?page=2&as=20215-43200',
    )
  })

  it.each([
    [
      'an amount in both columns',
      '$18.81</td>\n<td class="credit">',
      '$18.81</td>\n<td class="credit">$1.00',
    ],
    ['no amount', '<td class="debit">$18.81', '<td class="debit">'],
    ['an amount in another currency', '$18.81', 'US$18.81'],
    ['an unreadable balance', '$5,446.22', 'Pending'],
    ['an unreadable date', '07/05/2025', 'Today'],
    ['a column of another name', '<td class="description">EFTPOS WOOL', '<td class="details">EFTPOS WOOL'],
  ])('are not guessed at when a row has %s', (_what, before, after) => {
    const page = html('history')
    expect(page).toContain(before)
    expect(() => history(page.replace(before, after))).toThrow('row not read')
  })
})
