import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parsePage } from '../../page.ts'
import { readRows } from '../../rows.ts'
import { historyPlan, portfolioOf, toAccount, toProfile, toTransactions } from './map.ts'

const html = (name: string) => readFileSync(new URL(`fixtures/${name}.html`, import.meta.url), 'utf8')
const failure = () => new Error('row not read')
const history = (page = html('history')) => toTransactions(readRows(page, historyPlan), failure)

describe('Nucleus pages', () => {
  it('list the accounts with handle and number', () => {
    expect(portfolioOf(parsePage(html('accounts')))).toEqual([
      { reference: '4dc07551fdf5', accountNo: '11112222333344' },
      { reference: '1399b45a91b0', accountNo: '11112222333355' },
      { reference: '91dc6a3eed22', accountNo: '11112222333366' },
      { reference: 'd260d0265832', accountNo: '11112222333377' },
    ])
  })

  it('read a card: DR is owed, CR is not', () => {
    expect(toAccount(parsePage(html('account')), '1399b45a91b0')).toMatchObject({
      type: 'credit-card',
      balance: -225_066,
      availableFunds: 1_771_490,
      creditLimit: 2_000_000,
    })
  })

  it('read an address that stands in one line, commas in the street kept', () => {
    expect(toProfile(parsePage(html('profile'))).physicalAddresses).toMatchObject([
      { addressLine1: '1/2 Example St', city: 'Suburb', state: 'NSW', postcode: '2099' },
    ])
    const page = html('profile').replace('1/2 Example St', 'Unit 1, 2 Example St')
    expect(toProfile(parsePage(page)).physicalAddresses[0]?.addressLine1).toBe('Unit 1, 2 Example St')
  })

  it('read rows, leaving out the column heads', () => {
    const rows = history()
    expect(rows.map((row) => row.status)).toEqual(['pending', ...Array.from({ length: 7 }, () => 'posted')])
    expect(rows[0]).toMatchObject({ amount: -8_810, transactionDate: '2025-05-06' })
    expect(rows[3]).toMatchObject({ amount: -61_245, reference: '88412071', balance: 603_435 })
    expect(rows.find((row) => row.class === 'direct-credit')?.amount).toBe(524_000)
  })

  it.each([
    ['no particulars', 'class="text">EFTPOS WOOL', 'class="words">EFTPOS WOOL'],
    ['an amount without a mark that adds up', '$79.91 DR', '79 dollars'],
    ['no balance', '<td>$5,915.19 CR</td>', ''],
  ])('are not guessed at when a row has %s', (_what, before, after) => {
    const page = html('history')
    expect(page).toContain(before)
    expect(() => history(page.replace(before, after))).toThrow('row not read')
  })
})
