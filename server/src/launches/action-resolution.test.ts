import { expect, it } from 'vitest'
import { type Facts, resolveAction } from './action-resolution.ts'

const facts = (over: Partial<Facts>): Facts => ({
  action: 'default',
  connection: 'none asked',
  activeConsent: false,
  deleting: false,
  ...over,
})

it.each([
  [{ action: 'default' }, { flow: 'create-consent' }],
  [{ action: 'default', activeConsent: true }, { flow: 'connect' }],
  [{ action: 'connect' }, { flow: 'create-consent' }],
  [{ action: 'connect', activeConsent: true }, { flow: 'connect' }],
  [{ action: 'payment', activeConsent: true }, { error: 'E-PAY' }],
  [{ deleting: true }, { error: 'E-DELETING' }],
  [{ action: 'manage', deleting: true }, { error: 'E-DELETING' }],
  [{ action: 'extend' }, { error: 'E-NOCONSENT' }],
  [{ action: 'update' }, { error: 'E-NOCONSENT' }],
  [{ action: 'reauthorise' }, { error: 'E-NOCONSENT' }],
  [{ action: 'extend', activeConsent: true }, { notOffered: 'extend' }],
  [{ action: 'update', activeConsent: true }, { notOffered: 'update' }],
  [{ action: 'reauthorise', activeConsent: true }, { notOffered: 'reauthorise' }],
  [{ action: 'manage' }, { notOffered: 'manage' }],
  [{ connection: 'unknown', activeConsent: true }, { error: 'E-CONN404' }],
  [{ connection: 'of this user', activeConsent: true }, { notOffered: 'connection' }],
  [{ action: 'manage', connection: 'of this user', activeConsent: true }, { notOffered: 'manage' }],
] as const)('%o resolves to %o', (over, resolution) => {
  expect(resolveAction(facts(over))).toEqual(resolution)
})
