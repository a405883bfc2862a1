import { AppError } from '../errors/app-error.ts'
import { type EventType, publishedEventTypes } from '../events/catalogue.ts'
import type { JsonObject } from '../http/body.ts'
import type { OutboundGuard } from '../http/outbound-guard.ts'
import { asId, type MessageId } from '../ids.ts'

/** What a body says; absent members are `undefined`. An empty list of events means every free one. */
export interface WebhookInput {
  readonly name: string | undefined
  readonly description: string | undefined
  readonly url: string | undefined
  readonly status: 'active' | undefined
  readonly events: readonly EventType[] | undefined
}

const longest = { name: 200, description: 2_000, Text: 2_000, text: 2_000, url: 2_048 } as const

/**
 * Reads the body of create and update: field types, the URL's form, then the names of events (insights §3.3).
 * @throws AppError webhook-invalid, webhook-events-unknown
 */
export function readWebhook(
  body: JsonObject | undefined,
  guard: Pick<OutboundGuard, 'allows'>,
): WebhookInput {
  const name = text(body, 'name')
  const description = text(body, 'description')
  const url = text(body, 'url')
  const status = readStatus(body?.['status'])
  const events = readEvents(body?.['subscribedEvents'])
  if (url !== undefined && !guard.allows(url)) throw new AppError('webhook-invalid')
  if (events && !events.every(isSubscribable)) throw new AppError('webhook-events-unknown')
  return { name, description, url, status, events }
}

const types = new Set<string>(publishedEventTypes.map(({ id }) => id))
export const isSubscribable = (text: string): text is EventType => types.has(text)

function text(body: JsonObject | undefined, member: keyof typeof longest): string | undefined {
  const value = body?.[member]
  if (value === undefined || value === null) return undefined
  if (typeof value !== 'string' || value.length > longest[member]) throw new AppError('webhook-invalid')
  return value
}

/** A client may send back what it read: `pending-approval` then changes nothing. */
function readStatus(value: unknown): 'active' | undefined {
  if (value === undefined || value === null || value === 'pending-approval') return undefined
  if (value !== 'active') throw new AppError('webhook-invalid')
  return value
}

/** A list, or the single text of the published example; each type once. */
function readEvents(value: unknown): readonly string[] | undefined {
  if (value === undefined || value === null) return undefined
  const list: readonly unknown[] = Array.isArray(value) ? value : [value]
  if (!list.every((item) => typeof item === 'string')) throw new AppError('webhook-invalid')
  return [...new Set(list)]
}

export interface TestInput {
  readonly type: EventType
  readonly text: string | undefined
}

/** @throws AppError webhook-invalid, webhook-event-type-unknown */
export function readTest(body: JsonObject | undefined): TestInput {
  const type = body?.['eventTypeId']
  if (typeof type !== 'string' || type === '') throw new AppError('webhook-invalid')
  const note = text(body, 'Text') ?? text(body, 'text')
  if (!isSubscribable(type)) throw new AppError('webhook-event-type-unknown')
  return { type, text: note }
}

export type ReplayInput =
  | { readonly messageId: MessageId }
  | { readonly from: Date; readonly to: Date | undefined }

const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/

/** @throws AppError webhook-invalid */
export function readReplay(body: JsonObject | undefined): ReplayInput {
  const messageId = body?.['messageId']
  if (typeof messageId === 'string' && body?.['from'] === undefined) {
    const id = asId<MessageId>(messageId)
    if (id) return { messageId: id }
  }
  const from = readInstant(body?.['from'])
  const to = body?.['to'] === undefined ? undefined : readInstant(body['to'])
  if (messageId !== undefined || !from || to === null || (to && to < from))
    throw new AppError('webhook-invalid')
  return { from, to }
}

function readInstant(value: unknown): Date | null {
  const time = typeof value === 'string' && instant.test(value) ? new Date(value) : undefined
  return time && !Number.isNaN(time.getTime()) ? time : null
}
