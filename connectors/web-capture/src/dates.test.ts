import { describe, expect, it } from 'vitest'
import { dateOfSlashed, dateOfWords } from './dates.ts'

describe('dates of banks', () => {
  it('reads the day before the month', () => {
    expect(dateOfSlashed('03/05/2024')).toBe('2024-05-03')
    expect(dateOfSlashed('31/12/2024')).toBe('2024-12-31')
  })

  it('reads months in words, short or whole', () => {
    expect(dateOfWords('3 May 2024')).toBe('2024-05-03')
    expect(dateOfWords('03 Sep 2024')).toBe('2024-09-03')
    expect(dateOfWords('29 February 2024')).toBe('2024-02-29')
  })

  it.each(['12/31/2024', '31/04/2024', '29/02/2023', '00/01/2024', '3/5/24', 'yesterday', ''])(
    'does not read %j as a slashed date',
    (printed) => {
      expect(dateOfSlashed(printed)).toBeUndefined()
    },
  )

  it.each(['29 Feb 2023', '29 Feb 1900', '3 Mai 2024', '32 Jan 2024', '3 May 24', ''])(
    'does not read %j as a date in words',
    (printed) => {
      expect(dateOfWords(printed)).toBeUndefined()
    },
  )
})
