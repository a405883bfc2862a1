import type { ApplicationId, ConnectionId, ConsentId, InstitutionId, UserId } from '../ids.ts'

export type ConnectionStatus = 'pending' | 'pre-init' | 'init' | 'active' | 'invalid'

export interface ConnectionsTable {
  application_id: ApplicationId
  id: ConnectionId
  user_id: UserId
  consent_id: ConsentId
  institution_id: InstitutionId
  method: 'web' | 'open-banking' | 'pdf' | 'csv'
  status: ConnectionStatus
  mfa_enabled: boolean
  login_hash: Buffer
  sealed_credentials: Buffer | null
  sealed_profile: Buffer | null
  created: Date
  last_used: Date | null
  expiry_date: Date | null
  refresh_due: Date | null
  unavailable_since: Date | null
}
