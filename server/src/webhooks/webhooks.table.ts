import type { Generated } from 'kysely'
import type { EventType } from '../events/catalogue.ts'
import type { ApplicationId, EventId, MessageId, WebhookId } from '../ids.ts'

export interface WebhooksTable {
  application_id: ApplicationId
  id: WebhookId
  seq: Generated<number>
  name: string
  description: string
  url: string
  status: 'active' | 'pending-approval'
  sealed_secret: Buffer
  sealed_former_secret: Buffer | null
  former_until: Date | null
  delivered: Generated<number>
  failed: Generated<number>
  consecutive_failures: Generated<number>
  last_attempt_at: Date | null
  last_success_at: Date | null
  last_failure_at: Date | null
  warned_at: Date | null
  disabled_at: Date | null
  created: Date
  /** Real time, like `held_until`. */
  lease_until: Date | null
  lease_owner: number | null
  lease_claims: Generated<number>
  held_until: Date | null
}

export interface WebhookSubscriptionsTable {
  application_id: ApplicationId
  event_type: EventType
  webhook_id: WebhookId
}

export interface WebhookMessagesTable {
  application_id: ApplicationId
  id: MessageId
  seq: Generated<number>
  webhook_id: WebhookId
  event_id: EventId
  event_type: EventType
  payload: string
  status: Generated<'pending' | 'success' | 'failed'>
  attempts: Generated<number>
  tries: Generated<number>
  /** The application's time. */
  due_at: Date | null
  created: Date
}

export interface WebhookAttemptsTable {
  application_id: ApplicationId
  message_id: MessageId
  number: number
  id: string
  url: string
  status: 'Success' | 'Failed'
  code: number
  response: string
  duration_ms: number
  at: Date
}

export interface WebhookTables {
  webhooks: WebhooksTable
  webhook_subscriptions: WebhookSubscriptionsTable
  webhook_messages: WebhookMessagesTable
  webhook_attempts: WebhookAttemptsTable
}
