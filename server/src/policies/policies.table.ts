import type { JSONColumnType } from 'kysely'
import type { ApplicationId, PolicyId } from '../ids.ts'
import type { PolicyContent } from './policies.schemas.ts'

/** One draft an application. */
export interface PolicyDraftsTable {
  application_id: ApplicationId
  content: JSONColumnType<PolicyContent>
  updated: Date
  updated_by: string
}

export interface PoliciesTable {
  application_id: ApplicationId
  id: PolicyId
  version: number
  status: 'current' | 'superseded'
  content: JSONColumnType<PolicyContent>
  created: Date
  created_by: string
}
