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
import { historyPlan, portfolioOf, toAccount, toProfile, toTransactions } from './map.ts'

/** Every page says what it is in its head: `<meta name="page" content="PORTFOLIO">`. HooliGov runs the same software. */
export const site: SignInSite = {
  loginPath: '/logon',
  loginId: 'customer_id',
  password: 'access_code',
  homePath: '/portfolio',
  logoutPath: '/logoff',
  markOf: (page) => page('meta[name=page]').attr('content'),
  screens: {
    LOGON: 'login',
    CODE: 'code',
    QUESTIONS: 'questions',
    PORTFOLIO: 'home',
    LOCKED: 'locked',
    NOTICE: 'notice',
    MAINTENANCE: 'maintenance',
  },
  isMaintenance: (page) => page('meta[name=page][content=MAINTENANCE]').length > 0,
}

export function readProfile(
  ctx: Context,
  state: SessionState,
): Promise<Fetched<SessionState, ProfileRecord>> {
  return visiting(ctx, site, state, async (visit) => toProfile(await visit.page('/details', 'DETAILS')))
}

/** The portfolio names the accounts; holder, type and limit stand on a page for each. */
export function readAccounts(
  ctx: Context,
  state: SessionState,
): Promise<Fetched<SessionState, readonly AccountRecord[]>> {
  return visiting(ctx, site, state, async (visit) => {
    const accounts: AccountRecord[] = []
    for (const { reference } of portfolioOf(await visit.page('/portfolio', 'PORTFOLIO'))) {
      accounts.push(toAccount(await visit.page(`/account?no=${reference}`, 'ACCOUNT'), reference))
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
    const path = cursor ?? `/history?no=${encodeURIComponent(account)}`
    const { rows, next, failure } = await visit.rows(path, historyPlan, 'history')
    return { transactions: toTransactions(rows, failure), ...(next !== undefined && { next }) }
  })
}
