import { defineConnector } from '@banksia/connector-kit'
import { SessionState } from '../../session.ts'
import { answerChallenge, signIn, signOut } from '../../sign-in.ts'
import { readAccounts, readProfile, readTransactions, site } from './pages.ts'

/** Pied Piper Bank: asks for a code or for security questions at every login. */
export const piedPiper = defineConnector({
  institution: {
    id: 'AU00002',
    name: 'Pied Piper Bank',
    shortName: 'Pied Piper',
    aliases: ['PiedPiper'],
    type: 'Test Bank',
    tier: '4',
    country: 'Australia',
    stage: 'live',
    serviceName: 'Pied Piper Online',
    serviceType: 'Test',
    color: '#0F6B4F',
    authorization: 'user-mfa',
    captions: { loginId: 'Username', password: 'Passphrase' },
    forgottenPasswordPath: '/help/forgotten',
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
