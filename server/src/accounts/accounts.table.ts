import type { Generated } from 'kysely'
import type { AccountId, ApplicationId, ConnectionId, ConsentId, InstitutionId, UserId } from '../ids.ts'

export interface AccountsTable {
  application_id: ApplicationId
  id: AccountId
  seq: Generated<number>
  user_id: UserId
  consent_id: ConsentId | null
  connection_id: ConnectionId
  institution_id: InstitutionId
  reference_hash: Buffer
  status: 'available' | 'unavailable'
  class_type: string
  last_updated: Date
  connected: Generated<boolean>
  posted_count: Generated<number>
  pending_count: Generated<number>
  /** `YYYY-MM-DD` */
  interval_from: Generated<string | null>
  interval_to: Generated<string | null>
  next_seq: Generated<number>
  next_block: Generated<number>
  open_block: Generated<number | null>
  sealed_body: Buffer
}
