import type {
  ApplicationId,
  ConnectionId,
  ConsentId,
  IdentityId,
  InstitutionId,
  JobId,
  UserId,
} from '../ids.ts'

export interface IdentitiesTable {
  application_id: ApplicationId
  id: IdentityId
  user_id: UserId
  consent_id: ConsentId
  connection_id: ConnectionId
  job_id: JobId
  institution_id: InstitutionId
  source: 'web' | 'openbanking'
  created: Date
  updated: Date
  sealed_body: Buffer
}
