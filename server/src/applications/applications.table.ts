import type { Generated, JSONColumnType } from 'kysely'
import type { ApiKeyId, ApplicationId, PartnerId } from '../ids.ts'
import type { ApplicationSettings } from './settings.ts'

export interface PartnersTable {
  id: PartnerId
  name: string
  created: Date
}

export interface ApplicationsTable {
  id: ApplicationId
  partner_id: PartnerId
  name: string
  kind: 'sandbox' | 'production'
  settings: JSONColumnType<ApplicationSettings>
  clock_offset_ms: Generated<number>
  clock_frozen_at: Date | null
  created: Date
}

export interface ApiKeysTable {
  id: ApiKeyId
  application_id: ApplicationId
  key_hash: Buffer
  prefix: string
  created: Date
  revoked: Date | null
}

export interface InstallationTable {
  singleton: Generated<boolean>
  master_key_check: Buffer
  created: Date
}
