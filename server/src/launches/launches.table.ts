import type { ColumnType, Generated, JSONColumnType } from 'kysely'
import type {
  ApplicationId,
  AuthLinkId,
  ConnectionId,
  ConsentId,
  InstitutionId,
  JobId,
  LaunchId,
  UserId,
} from '../ids.ts'
import type { AdviserClaims } from '../tokens/adviser.ts'
import type { Accomplished, Ending, LaunchRequest, Progress } from './launches.types.ts'

export interface LaunchesTable {
  application_id: ApplicationId
  id: LaunchId
  user_id: UserId
  secret_hash: Buffer
  request: JSONColumnType<LaunchRequest>
  adviser: JSONColumnType<AdviserClaims> | null
  created: Date
  expires_at: Date
  consent_id: ConsentId | null
  approvals: JSONColumnType<Record<string, string>>
  ended_at: Date | null
  ending: Ending | null
  accomplished: Accomplished | null
  progress: ColumnType<Progress, string | undefined, string>
}

export interface LaunchAttemptsTable {
  application_id: ApplicationId
  launch_id: LaunchId
  job_id: JobId
  institution_id: InstitutionId
  connection_id: ConnectionId
  consent_id: ConsentId
  sealed_login: Buffer | null
  seq: Generated<number>
}

export interface AuthLinkCodesTable {
  application_id: ApplicationId
  user_id: UserId
  link_id: AuthLinkId
  code_hash: Buffer
  sent_at: Date
  sent: number
  wrong: Generated<number>
  locked_until: Date | null
}
