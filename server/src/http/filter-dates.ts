import { AppError } from '../errors/app-error.ts'
import type { Clause } from './filter.ts'

const dateForm = /^(\d{4})-(\d{2})-(\d{2})$/
/** The zone's plus sign may have become a blank on its way through a query string. */
const instantForm =
  /^(\d{4}-\d{2}-\d{2})[Tt ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)(?:([Zz])|([+ -])(\d{2}):?(\d{2}))?$/

/**
 * A date operand: `YYYY-MM-DD` stays as it is, a timestamp (UTC unless it names a zone) becomes a whole instant.
 * @throws AppError `post-date-invalid`
 */
export function readDay(text: string): string {
  if (dateForm.test(text)) {
    if (!isRealDate(text)) throw new AppError('post-date-invalid')
    return text
  }
  const match = instantForm.exec(text)
  const [, date = '', time = '', , sign, hours, minutes] = match ?? []
  if (!match || !isRealDate(date)) throw new AppError('post-date-invalid')
  const zone = sign ? `${sign === '-' ? '-' : '+'}${hours}:${minutes}` : 'Z'
  const instant = new Date(`${date}T${time}${zone}`)
  const year = instant.getUTCFullYear()
  // Written so that a date that is none (NaN) is refused as well.
  if (!(year >= 1 && year <= 9999)) throw new AppError('post-date-invalid')
  return instant.toISOString()
}

/** SQL has no year zero. */
function isRealDate(text: string): boolean {
  const instant = new Date(`${text}T00:00:00Z`)
  return (
    !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text) && !text.startsWith('0000')
  )
}

export interface DayBound {
  readonly operator: '=' | '<>' | '<' | '<=' | '>' | '>='
  /** `YYYY-MM-DD` */
  readonly day: string
}

/**
 * What a `date` clause asks of something that happened on a whole day (midnight UTC, data §8.4). Each inner list is a
 * set of bounds that must all hold; one of the lists must.
 */
export function dayBounds({ condition, values }: Clause): DayBound[][] {
  const [first, second] = values
  switch (condition) {
    case 'eq':
    case 'in':
      return values.map((value) => [sameDay(value)])
    case 'ne':
      return [values.map((value) => ({ ...sameDay(value), operator: isDayStart(value) ? '<>' : '>=' }))]
    case 'bt':
      return [[onOrAfter(first), { operator: '<=', day: dayOf(second ?? first) }]]
    case 'gt':
      return [[{ operator: '>', day: dayOf(first) }]]
    case 'gteq':
      return [[onOrAfter(first)]]
    case 'lt':
      return [[{ operator: isDayStart(first) ? '<' : '<=', day: dayOf(first) }]]
    case 'lteq':
      return [[{ operator: '<=', day: dayOf(first) }]]
  }
}

const dayOf = (value: string) => value.slice(0, 10)
/** A plain date, or the first instant of one. */
const isDayStart = (value: string) => value.length === 10 || value.endsWith('T00:00:00.000Z')
const onOrAfter = (value: string): DayBound => ({
  operator: isDayStart(value) ? '>=' : '>',
  day: dayOf(value),
})
const firstDay = '0001-01-01'

/** Within a day nothing of ours happens: such an instant equals no day. */
const sameDay = (value: string): DayBound =>
  isDayStart(value) ? { operator: '=', day: dayOf(value) } : { operator: '<', day: firstDay }

/** Whether the range a `date` clause describes has a moment in common with a day (`YYYY-MM-DD`). */
export function touchesDay({ condition, values }: Clause, day: string): boolean {
  const [first, second] = values
  switch (condition) {
    case 'eq':
    case 'in':
      return values.some((value) => dayOf(value) === day)
    case 'ne':
      return true
    case 'bt':
      return day >= dayOf(first) && day <= dayOf(second ?? first)
    case 'gt':
      return first.length === 10 ? day > first : day >= dayOf(first)
    case 'gteq':
      return day >= dayOf(first)
    case 'lt':
      return isDayStart(first) ? day < dayOf(first) : day <= dayOf(first)
    case 'lteq':
      return day <= dayOf(first)
  }
}
