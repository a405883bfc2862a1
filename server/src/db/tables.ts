import type { AccountsTable } from '../accounts/accounts.table.ts'
import type {
  ApiKeysTable,
  ApplicationsTable,
  InstallationTable,
  PartnersTable,
} from '../applications/applications.table.ts'
import type { AuthLinksTable } from '../auth-links/auth-links.table.ts'
import type { ConnectionsTable } from '../connections/connections.table.ts'
import type { ConsentKeysTable, ConsentsTable, DataDeletionsTable } from '../consents/consents.table.ts'
import type { EventsTable } from '../events/events.table.ts'
import type { IdentitiesTable } from '../identities/identities.table.ts'
import type { JobsTable } from '../jobs/jobs.table.ts'
import type { AuthLinkCodesTable, LaunchAttemptsTable, LaunchesTable } from '../launches/launches.table.ts'
import type { NoticesTable } from '../notices/notices.table.ts'
import type { PoliciesTable, PolicyDraftsTable } from '../policies/policies.table.ts'
import type { QueueTables } from '../queue/queue.table.ts'
import type { StatementsTable } from '../statements/statements.table.ts'
import type { TransactionBlocksTable, TransactionsTable } from '../transactions/transactions.table.ts'
import type { UsersTable } from '../users/users.table.ts'
import type { WebhookTables } from '../webhooks/webhooks.table.ts'

/** Every table, by name. Each feature describes its own. */
export interface Tables extends QueueTables, WebhookTables {
  installation: InstallationTable
  partners: PartnersTable
  applications: ApplicationsTable
  api_keys: ApiKeysTable
  users: UsersTable
  auth_links: AuthLinksTable
  policies: PoliciesTable
  policy_drafts: PolicyDraftsTable
  consents: ConsentsTable
  consent_keys: ConsentKeysTable
  data_deletions: DataDeletionsTable
  connections: ConnectionsTable
  jobs: JobsTable
  identities: IdentitiesTable
  statements: StatementsTable
  accounts: AccountsTable
  transactions: TransactionsTable
  transaction_blocks: TransactionBlocksTable
  events: EventsTable
  notices: NoticesTable
  launches: LaunchesTable
  launch_attempts: LaunchAttemptsTable
  auth_link_codes: AuthLinkCodesTable
}
