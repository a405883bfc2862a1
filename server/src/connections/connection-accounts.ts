import type { Static } from 'typebox'
import type { AccountList } from '../accounts/accounts.schemas.ts'
import type { AccountsService } from '../accounts/accounts.service.ts'
import type { Application } from '../applications/applications.types.ts'
import type { ConnectionId, UserId } from '../ids.ts'
import type { ConnectionAccount } from './connections.schemas.ts'

/** The accounts a connection shows, as the user's consent allows: those of the account list, in fewer members. */
export async function readAccounts(
  accounts: Pick<AccountsService, 'list'>,
  application: Application,
  userId: UserId,
  id: ConnectionId,
): Promise<ConnectionAccount[]> {
  const json = await accounts.list(application, { userId, filter: `connection.id.eq('${id}')`, self: '' })
  const list = JSON.parse(json.toString()) as Static<typeof AccountList>
  return list.data.map((account) => ({
    type: account.type,
    id: account.id,
    accountNo: account.accountNo,
    name: account.name,
    currency: account.currency,
    class: { type: account.class.type, product: account.class.product },
    balance: account.balance,
    availableFunds: account.availableFunds,
    lastUpdated: account.lastUpdated,
    status: account.status,
    links: { self: account.links.self, transactions: account.links.transactions },
  }))
}
