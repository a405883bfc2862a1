import type { JSONColumnType } from 'kysely'
import type {
  ApplicationId,
  ConnectionId,
  ConsentId,
  DeletionId,
  LaunchId,
  PolicyId,
  UserId,
} from '../ids.ts'
import type { ConsentContent, ConsentRecord } from './consents.schemas.ts'

export interface ConsentsTable {
  application_id: ApplicationId
  id: ConsentId
  user_id: UserId
  policy_id: PolicyId
  status: 'active' | 'revoked' | 'expired'
  origin: 'user' | 'partner' | 'system'
  launch_id: LaunchId | null
  created: Date
  updated: Date
  expiry_date: Date
  warning_due: Date | null
  reminder_due: Date | null
  revoked: Date | null
  ended_reason: 'consumer' | 'partner' | 'expiry' | 'superseded' | 'user-deleted' | null
  scopes: string[]
  content: JSONColumnType<ConsentContent>
  record: JSONColumnType<ConsentRecord>
}

export interface ConsentKeysTable {
  application_id: ApplicationId
  consent_id: ConsentId
  wrapped: Buffer
}

export interface DataDeletionsTable {
  application_id: ApplicationId
  id: DeletionId
  user_id: UserId
  consent_id: ConsentId | null
  connection_id: ConnectionId | null
  cause: string
  status: 'running' | 'done'
  requested: Date
  completed: Date | null
  counts: JSONColumnType<Record<string, number>>
  /** Whom to tell when it is done; forgotten then. */
  recipient: string | null
}
