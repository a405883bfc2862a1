import { randomUUID } from 'node:crypto'

declare const brand: unique symbol
type Id<Name extends string> = string & { readonly [brand]: Name }

export type PartnerId = Id<'Partner'>
export type ApplicationId = Id<'Application'>
export type ApiKeyId = Id<'ApiKey'>
export type UserId = Id<'User'>
export type AuthLinkId = Id<'AuthLink'>
export type PolicyId = Id<'Policy'>
export type ConsentId = Id<'Consent'>
export type ConnectionId = Id<'Connection'>
export type JobId = Id<'Job'>
export type AccountId = Id<'Account'>
export type TransactionId = Id<'Transaction'>
export type IdentityId = Id<'Identity'>
export type StatementId = Id<'Statement'>
export type LaunchId = Id<'Launch'>
export type DeletionId = Id<'Deletion'>
export type NoticeId = Id<'Notice'>
export type WebhookId = Id<'Webhook'>
/** A message of a webhook; the `webhook-id` of each of its deliveries. */
export type MessageId = Id<'Message'>
/** `^[A-Z]{2}[0-9]{5}$` */
export type InstitutionId = Id<'Institution'>
/** 64 lower-case hex characters. */
export type EventId = Id<'Event'>

/** A fresh lower-case UUID (v4), the form of every id on the wire. */
export const newId = <T extends Id<string>>(): T => randomUUID() as T

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** The text as an id, or `undefined` when no id of ours can look like it. */
export const asId = <T extends Id<string>>(text: string): T | undefined => {
  const lower = text.toLowerCase()
  return uuid.test(lower) ? (lower as T) : undefined
}

/** Sixteen bytes as a UUID of version 4, for ids that follow from what they name. */
export const idFromBytes = <T extends Id<string>>(bytes: Buffer): T => {
  const b = Buffer.from(bytes.subarray(0, 16))
  b[6] = ((b[6] ?? 0) & 0x0f) | 0x40
  b[8] = ((b[8] ?? 0) & 0x3f) | 0x80
  const hex = b.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}` as T
}
