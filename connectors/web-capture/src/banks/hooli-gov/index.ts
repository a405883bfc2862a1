import { defineConnector } from '@banksia/connector-kit'
import { SessionState } from '../../session.ts'
import { answerChallenge, signIn, signOut } from '../../sign-in.ts'
import { readAccounts, readProfile, readTransactions, site } from '../nucleus/pages.ts'
import { readStatements } from './pages.ts'

/** HooliGov Bank: a government connector on the software of Nucleus Bank, which lists statements as well. */
export const hooliGov = defineConnector({
  institution: {
    id: 'AU00004',
    name: 'HooliGov Bank',
    shortName: 'HooliGov',
    aliases: ['Hooli Gov', 'Hooli Government'],
    type: 'Test Bank',
    tier: '4',
    country: 'Australia',
    stage: 'live',
    serviceName: 'HooliGov Online',
    serviceType: 'Government Services',
    color: '#1F3A5F',
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
  fetchStatements: readStatements,
  logout: (ctx, state) => signOut(ctx, site, state),
})
