import { describe, expect, it } from 'vitest'
import { dayOf, type Moment, sydneyMoment } from '../calendar.ts'
import { createLedger, type KeyedRow } from '../ledger/ledger.ts'
import { createPersonas } from './index.ts'

const personas = createPersonas()
const ledger = createLedger()
const now = sydneyMoment(new Date('2026-11-24T03:00:00Z'))

const rowsOf = (loginId: string, key: string, moment: Moment = now): readonly KeyedRow[] => {
  const plans = personas.get(loginId)?.accounts ?? []
  const plan = plans.find((candidate) => candidate.key === key)
  return plan === undefined ? [] : [...ledger.posted({ bank: 'AU00000', loginId, plans }, plan, moment)]
}

const matching = (rows: readonly KeyedRow[], pattern: RegExp): readonly KeyedRow[] =>
  rows.filter(({ description }) => pattern.test(description))

describe('who banks here', () => {
  it.each([
    ['Wentworth-Smith', '45678945678901 23456723456789 34567834567890 12345612345678'],
    ['Whistler', '000001919644181'],
    ['Gilfoyle', '000001919644171 000001919644170 000001919644172'],
    ['gavinBelson', '000001000002 000001004381 000001002935 000001002955'],
    ['jared', '000001023480 000001023483 000001023482'],
    ['richard', '000001077380 000001077379 000001077381'],
    ['laurieBream', '062245684154861747642 772245684154861747642'],
    ['ashMann', '090001077738 090001077779'],
  ])('%s has exactly the published account numbers', (loginId, numbers) => {
    const accounts = personas.get(loginId)?.accounts ?? []
    expect(accounts.map(({ accountNo }) => accountNo).join(' ')).toBe(numbers)
  })

  it('has no bench login unless asked for', () => {
    expect(personas.has('bench')).toBe(false)
    expect(personas.size).toBe(11)
  })

  it('seeds the published limits and the joint holder', () => {
    const accounts = personas.get('Wentworth-Smith')?.accounts ?? []
    expect(accounts.map(({ limit }) => limit)).toEqual([undefined, 2_000_000, undefined, 40_000_000])
    expect(accounts.at(3)?.holder).toBe('Max Wentworth-Smith & Paul Wentworth-Smith')
  })
})

describe('wording', () => {
  const known =
    /^(EFTPOS|VISA PURCHASE|DIRECT DEBIT|DIRECT CREDIT|BPAY|ATM WITHDRAWAL|TRANSFER (TO|FROM)|INTEREST (CHARGED|PAID)|REFUND|PAYMENT RECEIVED|LOAN REPAYMENT RECEIVED|AFTERPAY) |^(INTEREST CHARGED|INTEREST PAID)$| FEE$/
  const credits =
    /^(DIRECT CREDIT|TRANSFER FROM|INTEREST PAID|REFUND|PAYMENT RECEIVED|LOAN REPAYMENT RECEIVED)/

  it('lets a reader tell what every row is, and agrees with its sign', () => {
    for (const [loginId, persona] of personas) {
      for (const { key } of persona.accounts) {
        const rows = rowsOf(loginId, key)
        expect(rows.filter(({ description }) => !known.test(description))).toEqual([])
        expect(rows.filter((row) => credits.test(row.description) !== row.amount > 0)).toEqual([])
      }
    }
  })
})

describe('financial profiles', () => {
  it('pay Wentworth-Smith two stable salaries and take a car loan', () => {
    const rows = rowsOf('Wentworth-Smith', 'transaction')
    const monthly = matching(rows, /SALARY/)
    const fortnightly = matching(rows, /PAYROLL/)
    expect(monthly).toHaveLength(24)
    expect(fortnightly.length).toBeGreaterThanOrEqual(52)
    expect(new Set([...monthly, ...fortnightly].map(({ amount }) => amount)).size).toBe(2)
    expect(matching(rows, /CAR LOAN/)).toHaveLength(24)
  })

  it('give Whistler buy-now-pay-later instalments but no daily shopping', () => {
    const rows = rowsOf('Whistler', 'transaction')
    expect(matching(rows, /AFTERPAY|ZIP PAY|KLARNA|HUMM/).length).toBeGreaterThan(150)
    expect(matching(rows, /EFTPOS|VISA/)).toEqual([])
  })

  it.each([
    [2026, 11, 24],
    [2027, 2, 10],
    [2028, 1, 15],
    [2025, 3, 1],
  ])(
    'stop Gilfoyle a salary and start a benefit within the two years before %i-%i-%i',
    (year, month, date) => {
      const rows = rowsOf('Gilfoyle', 'transaction', { day: dayOf(year, month, date), second: 43_200 })
      const salaries = matching(rows, /SALARY/).map(({ day }) => day)
      const benefits = matching(rows, /JOBSEEKER/).map(({ day }) => day)
      expect(salaries.length).toBeGreaterThan(15)
      expect(benefits.length).toBeGreaterThan(10)
      expect(benefits.some((day) => salaries.includes(day - 14))).toBe(true)
    },
  )

  it('let Gilfoyle owe more to pay-later lenders with each month, and pay a late fee on the card', () => {
    const rows = matching(rowsOf('Gilfoyle', 'transaction'), /AFTERPAY|ZIP PAY|HUMM/)
    const spent = (year: number, month: number): number =>
      rows
        .filter(({ day }) => day >= dayOf(year, month, 1) && day < dayOf(year, month + 1, 1))
        .reduce((total, { amount }) => total - amount, 0)
    expect(spent(2026, 10)).toBeGreaterThan(spent(2026, 3) * 1.2)
    expect(matching(rowsOf('Gilfoyle', 'card'), /^LATE PAYMENT FEE$/).length).toBeGreaterThanOrEqual(6)
  })
})

describe('further financial profiles', () => {
  it('raise the salary of gavinBelson, who also tutors each week for changing sums', () => {
    const rows = rowsOf('gavinBelson', 'transaction')
    const salaries = matching(rows, /SALARY/).map(({ amount }) => amount)
    const tutoring = matching(rows, /TUTORING/).map(({ amount }) => amount)
    expect(salaries).toEqual(salaries.toSorted((a, b) => b - a))
    expect(new Set(salaries).size).toBe(3)
    expect(tutoring.length).toBeGreaterThanOrEqual(103)
    expect(new Set(tutoring).size).toBeGreaterThan(90)
  })

  it('pay jared weekly for driving; the term deposit keeps its sum', () => {
    const rides = matching(rowsOf('jared', 'transaction'), /RIDESHARE/).map(({ amount }) => amount)
    expect(rides.length).toBeGreaterThanOrEqual(103)
    expect(Math.max(...rides)).toBeGreaterThan(2 * Math.min(...rides))
    expect(matching(rowsOf('jared', 'transaction'), /HOME LOAN REPAYMENT|CAR LOAN/)).toHaveLength(48)
    expect(rowsOf('jared', 'term-deposit')[0]?.balance).toBe(4_000_000)
  })

  it('give richard two rents, two other mortgages, two car loans and three other cards', () => {
    const rows = rowsOf('richard', 'transaction')
    const payers = (pattern: RegExp) => new Set(matching(rows, pattern).map(({ description }) => description))
    expect(payers(/^DIRECT CREDIT .* RENT/).size).toBe(2)
    expect(payers(/(MORTGAGE|HOME LOAN) REPAYMENT/).size).toBe(2)
    expect(payers(/CAR LOAN/).size).toBe(2)
    expect(payers(/^BPAY .* CARD$/).size).toBe(3)
  })

  it('show ashMann gambling, cash, crypto, both rents and a card of another bank', () => {
    const rows = rowsOf('ashMann', 'transaction')
    for (const pattern of [
      /SPORTSBET/,
      /^ATM WITHDRAWAL/,
      /COINSPOT/,
      /^DIRECT CREDIT .*RENT/,
      /^DIRECT DEBIT .*RENT/,
    ]) {
      expect(matching(rows, pattern).length).toBeGreaterThan(20)
    }
    const repayments = matching(rows, /^BPAY BANKWEST CREDIT CARD$/)
    expect(repayments).toHaveLength(24)
    expect(repayments.every(({ reference }) => /^\d+$/.test(reference))).toBe(true)
  })

  it('let business takings reach laurieBream on every working day', () => {
    const takings = matching(rowsOf('laurieBream', 'transaction'), /MERCHANT SETTLEMENT/)
    expect(takings.length).toBeGreaterThan(515)
  })
})
