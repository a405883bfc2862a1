import { defineConnector } from '@banksia/connector-kit'
import { SessionState } from '../../session.ts'
import { signIn, signOut } from '../../sign-in.ts'
import { readAccounts, readProfile, readTransactions, site } from './pages.ts'

/** Hooli Bank: the main test bank, which asks for a login and a password and nothing more. */
export const hooli = defineConnector({
  institution: {
    id: 'AU00000',
    name: 'Hooli Bank',
    shortName: 'Hooli',
    aliases: ['Hooli Bank Australia', 'Test Bank'],
    type: 'Test Bank',
    tier: '4',
    country: 'Australia',
    stage: 'live',
    serviceName: 'Hooli Internet Banking',
    serviceType: 'Test',
    color: '#1A5FD0',
    authorization: 'user',
    captions: { loginId: 'Login ID', password: 'Password' },
    forgottenPasswordPath: '/forgotten-password',
    scopes: [
      'customer.person.basic',
      'customer.person.detail',
      'customer.organisation.basic',
      'customer.organisation.detail',
      'account.basic',
      'account.detail',
      'transaction.detail',
    ],
  },
  state: SessionState,
  connect: (ctx, login) => signIn(ctx, site, login),
  fetchProfile: readProfile,
  fetchAccounts: readAccounts,
  fetchTransactions: readTransactions,
  logout: (ctx, state) => signOut(ctx, site, state),
})
