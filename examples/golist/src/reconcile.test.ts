import { describe, expect, it } from 'vitest'
import { cents, dollars, reconcile } from './reconcile.ts'

const account = (balance: string) => ({ balance })

const row = (amount: string, balance: string | null, day: string | null) => ({
  status: day === null ? ('pending' as const) : ('posted' as const),
  amount,
  balance,
  postDate: day && `${day}T00:00:00Z`,
})

describe('reconcile', () => {
  it('agrees when every balance follows from the one before, and leaves pending rows out', () => {
    const rows = [
      row('-3.00', null, null),
      row('-0.30', '109.80', '2026-03-02'),
      row('10.10', '110.10', '2026-03-01'),
    ]
    expect(reconcile(account('109.80'), rows)).toMatchObject({
      reconciles: true,
      posted: 2,
      pending: 1,
      opening: 10_000,
      sum: 980,
      closing: 10_980,
      from: '2026-03-01',
      to: '2026-03-02',
    })
  })

  it('counts a row whose balance does not follow', () => {
    const rows = [row('-0.30', '109.79', '2026-03-02'), row('10.10', '110.10', '2026-03-01')]
    expect(reconcile(account('109.79'), rows)).toMatchObject({ reconciles: false, wrongRows: 1 })
  })

  it('does not agree when the last row is missing', () => {
    expect(reconcile(account('109.80'), [row('10.10', '110.10', '2026-03-01')]).reconciles).toBe(false)
  })

  it('does not agree when a posted row has no balance', () => {
    expect(reconcile(account('0.00'), [row('0.00', null, '2026-03-01')]).reconciles).toBe(false)
  })
})

describe('cents', () => {
  it.each([
    ['-0.05', -5],
    ['12', 1200],
    ['1.5', 150],
    ['-299292.25', -29_929_225],
  ])('reads %s as %i', (text, value) => {
    expect(cents(text)).toBe(value)
  })

  it('refuses what is not an amount', () => {
    expect(() => cents('1,000.00')).toThrow(RangeError)
  })

  it('is undone by dollars, which groups thousands', () => {
    expect([5, -5, 123_456_789].map(dollars)).toEqual(['0.05', '-0.05', '1,234,567.89'])
  })
})
