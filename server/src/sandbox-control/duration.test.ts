import { describe, expect, it } from 'vitest'
import { addDuration } from './duration.ts'

const from = new Date('2026-01-31T00:00:00Z')
const plus = (text: string) => addDuration(from, text)?.toISOString()

describe('addDuration', () => {
  it('adds ISO 8601 durations', () => {
    expect(plus('P90D')).toBe('2026-05-01T00:00:00.000Z')
    expect(plus('PT1H30M5S')).toBe('2026-01-31T01:30:05.000Z')
    expect(plus('P1Y2W')).toBe('2027-02-14T00:00:00.000Z')
  })

  it.each(['P', 'PT', 'P1DT', '90D', 'P-1D', 'P1.5D', '', 'P9999Y', 'PT99999999999999S'])(
    'refuses %s',
    (text) => {
      expect(plus(text)).toBeUndefined()
    },
  )
})
