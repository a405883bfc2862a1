import type { ApplicationId, AuthLinkId, UserId } from '../ids.ts'

export interface AuthLinksTable {
  application_id: ApplicationId
  user_id: UserId
  id: AuthLinkId
  mobile: string
  created: Date
  expires_at: Date
  used_at: Date | null
}
