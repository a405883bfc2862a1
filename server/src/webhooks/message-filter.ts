import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { type Match, matches } from '../db/match.ts'
import { type Clause, type FilterSpec, parseFilter } from '../http/filter.ts'
import { asId, type WebhookId } from '../ids.ts'
import type { MessageCondition } from './messages.store.ts'

export type MessageFilter = readonly MessageCondition[]

const spec = {
  date: { conditions: ['eq', 'bt', 'gt', 'gteq', 'lt', 'lteq'], kind: 'date', aliases: ['message.date'] },
  status: {
    conditions: ['eq'],
    kind: 'text',
    values: ['success', 'failed', 'pending'],
    synonyms: { Success: 'success', Failed: 'failed', Pending: 'pending' },
    aliases: ['message.status'],
  },
  eventTypeId: { conditions: ['eq'], kind: 'text', aliases: ['message.eventTypeId'] },
  webhookId: { conditions: ['eq'], kind: 'id', aliases: ['message.webhookId'] },
  eventId: { conditions: ['eq'], kind: 'id', aliases: ['message.eventId'] },
} as const satisfies FilterSpec

type Property = keyof typeof spec

const columns = {
  status: 'status',
  eventTypeId: 'event_type',
  webhookId: 'webhook_id',
  eventId: 'event_id',
} as const satisfies Record<Exclude<Property, 'date'>, string>

/** `filter` of the message list (insights §3.6). @throws AppError filter-invalid, post-date-invalid */
export const readMessageFilter = (raw: unknown): MessageFilter => parseFilter(raw, spec).map(toCondition)

function toCondition(clause: Clause<Property>): MessageCondition {
  const { property, condition, values } = clause
  if (property === 'date') return dateCondition(clause)
  const match: Match = {
    column: columns[property],
    negated: condition === 'ne',
    // A value that cannot be an id names no webhook.
    values: property === 'webhookId' ? values.flatMap((value) => asId<WebhookId>(value) ?? []) : values,
  }
  const matching = matches(match)
  // Says what the partial index of these rows says.
  const undelivered = property === 'status' && !match.negated && !values.includes('success')
  return undelivered ? sql<SqlBool>`(status <> 'success' and ${matching})` : matching
}

/** When the message was made: a plain date is that whole UTC day, a timestamp that second. */
function dateCondition({ condition, values }: Clause): MessageCondition {
  const [first, second = first] = values
  const within = (value: string) => sql<SqlBool>`(created >= ${startOf(value)} and created < ${endOf(value)})`
  const any = (list: readonly string[]) => sql<SqlBool>`(${sql.join(list.map(within), sql` or `)})`
  switch (condition) {
    case 'eq':
    case 'in':
      return any(values)
    case 'ne':
      return sql<SqlBool>`not ${any(values)}`
    case 'bt':
      return sql<SqlBool>`(created >= ${startOf(first)} and created < ${endOf(second)})`
    case 'gt':
      return sql<SqlBool>`created >= ${endOf(first)}`
    case 'gteq':
      return sql<SqlBool>`created >= ${startOf(first)}`
    case 'lt':
      return sql<SqlBool>`created < ${startOf(first)}`
    case 'lteq':
      return sql<SqlBool>`created < ${endOf(first)}`
  }
}

const isDay = (value: string): boolean => value.length === 10

function startOf(value: string): RawBuilder<Date> {
  return sql`${isDay(value) ? `${value}T00:00:00Z` : value}::timestamptz`
}

function endOf(value: string): RawBuilder<Date> {
  return isDay(value)
    ? sql`(${startOf(value)} + interval '24 hours')`
    : sql`(${startOf(value)} + interval '1 second')`
}
