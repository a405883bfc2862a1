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

/** Every page says what it is in the id of its body: `page-accounts`. */
export const site: SignInSite = {
  loginPath: '/login',
  loginId: 'loginId',
  password: 'password',
  homePath: '/accounts',
  logoutPath: '/logout',
  markOf: (page) => /^page-(.+)$/.exec(page('body').attr('id') ?? '')?.[1],
  screens: {
    login: 'login',
    accounts: 'home',
    locked: 'locked',
    notice: 'notice',
    maintenance: 'maintenance',
  },
  isMaintenance: (page) => page('body#page-maintenance').length > 0,
}

export function readProfile(
  ctx: Context,
  state: SessionState,
): Promise<Fetched<SessionState, ProfileRecord>> {
  return visiting(ctx, site, state, async (visit) => toProfile(await visit.page('/profile', 'profile')))
}

/** The list names the accounts; holder, type and limit stand on a page for each. */
export function readAccounts(
  ctx: Context,
  state: SessionState,
): Promise<Fetched<SessionState, readonly AccountRecord[]>> {
  return visiting(ctx, site, state, async (visit) => {
    const accounts: AccountRecord[] = []
    for (const reference of accountReferences(await visit.page('/accounts', 'accounts'))) {
      accounts.push(toAccount(await visit.page(`/accounts/${reference}`, 'account'), reference))
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
    const path = cursor ?? `/accounts/${encodeURIComponent(account)}/transactions`
    const { rows, next, failure } = await visit.rows(path, historyPlan, 'posted')
    return { transactions: toTransactions(rows, failure), ...(next !== undefined && { next }) }
  })
}
