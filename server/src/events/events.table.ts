import type { Generated, JSONColumnType } from 'kysely'
import type { ApplicationId, ConnectionId, ConsentId, EventId, UserId } from '../ids.ts'

export interface EventsTable {
  application_id: ApplicationId
  seq: Generated<number>
  id: EventId
  entity: string
  verb: string
  user_id: UserId
  consent_id: ConsentId | null
  connection_id: ConnectionId | null
  occurred: Date
  data_ref: string
  data: JSONColumnType<Record<string, unknown>> | null
  sealed_data: Buffer | null
}
