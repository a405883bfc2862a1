import type { Generated, JSONColumnType } from 'kysely'
import type { ApplicationId, ConnectionId, ConsentId, InstitutionId, JobId, UserId } from '../ids.ts'
import type { JobKind, JobStatus, Step } from './jobs.types.ts'

export interface JobsTable {
  application_id: ApplicationId
  id: JobId
  user_id: UserId
  connection_id: ConnectionId
  consent_id: ConsentId
  institution_id: InstitutionId
  kind: JobKind
  status: JobStatus
  steps: JSONColumnType<Step[]>
  created: Date
  updated: Date
  sealed_state: Buffer | null
  sealed_challenge: Buffer | null
  sealed_answer: Buffer | null
  accepted_answer: Buffer | null
  challenge_expires: Date | null
  tries: Generated<number>
  deadline: Date | null
  background: Generated<boolean>
  sealed_login: Buffer | null
}
