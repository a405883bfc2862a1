import { defineConnector } from '@banksia/connector-kit'
import { SessionState } from '../../session.ts'
import { answerChallenge, signIn, signOut } from '../../sign-in.ts'
import { readAccounts, readProfile, readTransactions, site } from './pages.ts'

/** Nucleus Bank: asks for a code or for security questions at about every second login. */
export const nucleus = defineConnector({
  institution: {
    id: 'AU00003',
    name: 'Nucleus Bank',
    shortName: 'Nucleus',
    aliases: [],
    type: 'Test Bank',
    tier: '4',
    country: 'Australia',
    stage: 'live',
    serviceName: 'Nucleus NetBank',
    serviceType: 'Test',
    color: '#6B2FA0',
    authorization: 'user-mfa-intermittent',
    captions: { loginId: 'Customer ID', password: 'Access code' },
    forgottenPasswordPath: '/reset',
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
  resume: (ctx, state, answers) => answerChallenge(ctx, site, state, answers),
  fetchProfile: readProfile,
  fetchAccounts: readAccounts,
  fetchTransactions: readTransactions,
  logout: (ctx, state) => signOut(ctx, site, state),
})
