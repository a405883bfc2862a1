import type { JSONColumnType } from 'kysely'
import type { ApplicationId, PolicyId } from '../ids.ts'
import type { PolicyContent } from './policies.schemas.ts'

export interface PoliciesTable {
  application_id: ApplicationId
  id: PolicyId
  version: number
  status: 'current' | 'superseded'
  content: JSONColumnType<PolicyContent>
  created: Date
  created_by: string
}
