import type { Generated } from 'kysely'
import type { AccountId, ApplicationId, ConnectionId, ConsentId, InstitutionId, UserId } from '../ids.ts'

export interface AccountsTable {
  application_id: ApplicationId
  id: AccountId
  seq: Generated<number>
  user_id: UserId
  consent_id: ConsentId
  connection_id: ConnectionId
  institution_id: InstitutionId
  reference_hash: Buffer
  status: 'available' | 'unavailable'
  class_type: string
  last_updated: Date
  posted_count: Generated<number>
  pending_count: Generated<number>
  sealed_body: Buffer
}
