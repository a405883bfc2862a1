import type { Generated } from 'kysely'
import type { ApplicationId, ConsentId, NoticeId, UserId } from '../ids.ts'

export type NoticeChannel = 'email' | 'sms'
export type NoticeStatus = 'queued' | 'sent' | 'failed'

export interface NoticesTable {
  application_id: ApplicationId
  id: NoticeId
  seq: Generated<number>
  user_id: UserId
  consent_id: ConsentId | null
  channel: NoticeChannel
  kind: string
  recipient: string
  subject: string
  text: string
  html: string | null
  status: NoticeStatus
  failure: string | null
  created: Date
  sent: Date | null
}
