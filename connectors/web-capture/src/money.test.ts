import { describe, expect, it } from 'vitest'
import { centsOf } from './money.ts'

describe('centsOf', () => {
  it.each([
    ['$1,234.56', 123_456],
    ['-$6,081.50', -608_150],
    ['$-6,081.50', -608_150],
    ['\u2212$12.30', -1_230],
    ['+$12.30', 1_230],
    ['$12.30 DR', -1_230],
    ['$12.30 CR', 1_230],
    ['$12.30DR', -1_230],
    ['($12.30)', -1_230],
    ['0.05', 5],
    ['-$0.00', 0],
    ['$0.00 DR', 0],
    [' $1,000,000.00 ', 100_000_000],
  ])('reads %s as %i cents', (printed, cents) => {
    expect(centsOf(printed)).toBe(cents)
  })

  it.each([
    '',
    'Pending',
    '$',
    '$1.2',
    '$1.234',
    '1234',
    'US$1.00',
    '$12,34.00',
    '-$1.00 CR',
    '-$1.00 DR',
    '($1.00',
    '$1.00)',
    '--$1.00',
    '$99999999999999999.00',
  ])('does not guess at %j', (printed) => {
    expect(centsOf(printed)).toBeUndefined()
  })
})
