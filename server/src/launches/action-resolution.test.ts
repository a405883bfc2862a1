import { describe, expect, it } from 'vitest'
import { type Facts, resolveAction } from './action-resolution.ts'

const facts = (over: Partial<Facts>): Facts => ({
  action: 'default',
  connection: 'none asked',
  consent: 'never',
  scopesChanged: false,
  deleting: false,
  mayConnect: true,
  ...over,
})

const active = { consent: 'active' } as const

/** The number is the row of the contract's table (c&d §1.4). */
const rows: readonly (readonly [number, Partial<Facts>, ReturnType<typeof resolveAction>])[] = [
  [2, { deleting: true }, { error: 'E-DELETING' }],
  [2, { action: 'manage', deleting: true }, { error: 'E-DELETING' }],
  [3, { mayConnect: false }, { error: 'E-NOCONN' }],
  [3, { action: 'connect', mayConnect: false, ...active }, { error: 'E-NOCONN' }],
  [3, { connection: 'unknown', mayConnect: false }, { error: 'E-NOCONN' }],
  [3, { action: 'manage', mayConnect: false, ...active }, { flow: 'manage' }],
  [3, { action: 'extend', mayConnect: false, ...active }, { flow: 'extend' }],
  [4, { connection: 'web', ...active }, { flow: 'update-login' }],
  [4, { action: 'connect', connection: 'web', ...active }, { flow: 'update-login' }],
  [4, { action: 'reauthorise', connection: 'web', ...active }, { flow: 'update-login' }],
  [4, { connection: 'web', scopesChanged: true, ...active }, { flow: 'update-login' }],
  [4, { connection: 'open-banking', ...active }, { notOffered: 'connection' }],
  [4, { connection: 'unknown', ...active }, { error: 'E-CONN404' }],
  [4, { connection: 'unknown' }, { error: 'E-CONN404' }],
  [5, { action: 'manage', connection: 'web', ...active }, { flow: 'manage-connection' }],
  [5, { action: 'manage', connection: 'open-banking', ...active }, { flow: 'manage-connection' }],
  [5, { action: 'manage', connection: 'unknown', ...active }, { error: 'E-CONN404' }],
  [6, { action: 'manage', ...active }, { flow: 'manage' }],
  [7, { action: 'manage', consent: 'ended' }, { flow: 'manage' }],
  [8, { action: 'manage' }, { flow: 'manage-empty' }],
  [9, { action: 'extend' }, { error: 'E-NOCONSENT' }],
  [9, { action: 'update', consent: 'ended' }, { error: 'E-NOCONSENT' }],
  [9, { action: 'reauthorise' }, { error: 'E-NOCONSENT' }],
  [10, { action: 'update', ...active }, { flow: 'extend' }],
  [11, { action: 'update', scopesChanged: true, ...active }, { flow: 'update' }],
  [11, { action: 'update', connection: 'unknown', scopesChanged: true, ...active }, { flow: 'update' }],
  [12, { action: 'extend', ...active }, { flow: 'extend' }],
  [12, { action: 'extend', scopesChanged: true, ...active }, { flow: 'extend' }],
  [13, { action: 'reauthorise', ...active }, { notOffered: 'reauthorise' }],
  [14, { action: 'connect', ...active }, { flow: 'connect' }],
  [14, { action: 'connect', scopesChanged: true, ...active }, { flow: 'connect' }],
  [15, { action: 'connect' }, { flow: 'create-consent' }],
  [15, { action: 'connect', consent: 'ended' }, { flow: 'create-consent' }],
  [16, {}, { flow: 'create-consent' }],
  [16, { consent: 'ended' }, { flow: 'create-consent' }],
  [17, active, { flow: 'connect' }],
  [18, { scopesChanged: true, ...active }, { flow: 'offer-update' }],
]

describe('the action table', () => {
  it.each(rows)('row %i: %o resolves to %o', (_row, over, resolution) => {
    expect(resolveAction(facts(over))).toEqual(resolution)
  })

  it('answers a retired payment action before anything else', () => {
    expect(resolveAction(facts({ action: 'payment', deleting: true }))).toEqual({ error: 'E-PAY' })
  })
})
