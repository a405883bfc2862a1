import type {
  AccountId,
  ApplicationId,
  ConnectionId,
  ConsentId,
  InstitutionId,
  StatementId,
  UserId,
} from '../ids.ts'

export interface StatementsTable {
  application_id: ApplicationId
  id: StatementId
  user_id: UserId
  consent_id: ConsentId
  connection_id: ConnectionId
  institution_id: InstitutionId
  account_id: AccountId | null
  reference_hash: Buffer
  created: Date
  sealed_body: Buffer
}
