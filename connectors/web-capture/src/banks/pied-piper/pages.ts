import type {
  AccountRecord,
  Context,
  Fetched,
  PageRequest,
  ProfileRecord,
  TransactionPage,
} from '@banksia/connector-kit'
import type { SessionState } from '../../session.ts'
import type { SignInSite } from '../../sign-in.ts'
import { visiting } from '../../visit.ts'
import { accountReferences, historyPlan, toAccount, toProfile, toTransactions } from './map.ts'

/** Every page says what it is in its `main`: `<main data-screen="home">`. */
export const site: SignInSite = {
  loginPath: '/sign-in',
  loginId: 'username',
  password: 'passphrase',
  homePath: '/home',
  logoutPath: '/sign-out',
  markOf: (page) => page('main').attr('data-screen'),
  screens: {
    'sign-in': 'login',
    code: 'code',
    questions: 'questions',
    home: 'home',
    locked: 'locked',
    notice: 'notice',
    maintenance: 'maintenance',
  },
  isMaintenance: (page) => page('main[data-screen=maintenance]').length > 0,
}

export function readProfile(
  ctx: Context,
  state: SessionState,
): Promise<Fetched<SessionState, ProfileRecord>> {
  return visiting(ctx, site, state, async (visit) => toProfile(await visit.page('/me', 'me')))
}

/** The home page names the accounts; holder, type and limit stand on a page for each. */
export function readAccounts(
  ctx: Context,
  state: SessionState,
): Promise<Fetched<SessionState, readonly AccountRecord[]>> {
  return visiting(ctx, site, state, async (visit) => {
    const accounts: AccountRecord[] = []
    for (const reference of accountReferences(await visit.page('/home', 'home'))) {
      accounts.push(toAccount(await visit.page(`/account/${reference}`, 'account'), reference))
    }
    return accounts
  })
}

export function readTransactions(
  ctx: Context,
  state: SessionState,
  { account, cursor }: PageRequest,
): Promise<Fetched<SessionState, TransactionPage>> {
  return visiting(ctx, site, state, async (visit) => {
    const path = cursor ?? `/account/${encodeURIComponent(account)}/activity`
    const { rows, next, failure } = await visit.rows(path, historyPlan, 'activity')
    return { transactions: toTransactions(rows, failure), ...(next !== undefined && { next }) }
  })
}
