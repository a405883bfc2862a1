import type { Generated, JSONColumnType } from 'kysely'
import type { ApplicationId, UserId } from '../ids.ts'
import type { BusinessDetails } from './users.schemas.ts'

export interface UsersTable {
  application_id: ApplicationId
  id: UserId
  seq: Generated<number>
  email: string
  mobile: string
  first_name: string
  middle_name: string
  last_name: string
  business: JSONColumnType<BusinessDetails>
  created: Date
  updated: Date
}
