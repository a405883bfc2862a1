/** The end of a consent is final: there is no way back (c&d §3.4). */
const moves = {
  active: ['revoked', 'expired'],
  revoked: [],
  expired: [],
} as const satisfies Record<string, readonly string[]>

export type ConsentStatus = keyof typeof moves
export type ConsentEnd = (typeof moves)['active'][number]

/** Why a consent ended. */
export type ConsentCause = 'consumer' | 'partner' | 'expiry' | 'superseded' | 'user-deleted'

const ends: Readonly<Record<ConsentCause, ConsentEnd>> = {
  consumer: 'revoked',
  partner: 'revoked',
  superseded: 'revoked',
  'user-deleted': 'revoked',
  expiry: 'expired',
}

export const consentStatuses = Object.keys(moves) as readonly ConsentStatus[]

export const endFor = (cause: ConsentCause): ConsentEnd => ends[cause]

export const canMove = (from: ConsentStatus, to: ConsentStatus): boolean =>
  (moves[from] as readonly ConsentStatus[]).includes(to)
