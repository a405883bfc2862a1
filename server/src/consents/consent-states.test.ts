import { describe, expect, it } from 'vitest'
import { canMove, consentStatuses, endFor } from './consent-states.ts'

describe('consent states', () => {
  const allowed = ['active → revoked', 'active → expired']
  const pairs = consentStatuses.flatMap((from) => consentStatuses.map((to) => [from, to] as const))

  it.each(pairs)('%s → %s is as the table says', (from, to) => {
    expect(canMove(from, to)).toBe(allowed.includes(`${from} → ${to}`))
  })

  it.each([
    ['consumer', 'revoked'],
    ['partner', 'revoked'],
    ['superseded', 'revoked'],
    ['user-deleted', 'revoked'],
    ['expiry', 'expired'],
  ] as const)('ends by %s as %s', (cause, status) => {
    expect(endFor(cause)).toBe(status)
    expect(canMove('active', endFor(cause))).toBe(true)
  })
})
