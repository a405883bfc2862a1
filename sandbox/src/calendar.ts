/** A calendar day: whole days since 1970-01-01, no time zone. */
export type Day = number

/** A calendar month: `year * 12 + month - 1`. */
export type Month = number

/** Wall-clock moment at the banks: their calendar day and the second of that day. */
export interface Moment {
  readonly day: Day
  readonly second: number
}

export interface CalendarDate {
  readonly day: Day
  readonly year: number
  /** 1-12 */
  readonly month: number
  /** 1-31 */
  readonly date: number
  /** 0 is Sunday. */
  readonly weekday: number
}

const millisecondsPerDay = 86_400_000

/** Seconds of the day, from hours and minutes. */
export const at = (hours: number, minutes = 0): number => hours * 3600 + minutes * 60

export const dayOf = (year: number, month: number, date: number): Day =>
  Date.UTC(year, month - 1, date) / millisecondsPerDay

export const calendarDate = (day: Day): CalendarDate => {
  const date = new Date(day * millisecondsPerDay)
  return {
    day,
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    date: date.getUTCDate(),
    weekday: date.getUTCDay(),
  }
}

export const monthIndex = (year: number, month: number): Month => year * 12 + month - 1

export const monthOf = (day: Day): Month => {
  const { year, month } = calendarDate(day)
  return monthIndex(year, month)
}

export const firstDayOf = (month: Month): Day => dayOf(Math.floor(month / 12), (month % 12) + 1, 1)

export const lastDayOf = (month: Month): Day => firstDayOf(month + 1) - 1

/** Negative, zero or positive, as `a` is before, at or after `b`. */
export const compareMoments = (a: Moment, b: Moment): number => a.day - b.day || a.second - b.second

const sydneyParts = new Intl.DateTimeFormat('en-AU', {
  timeZone: 'Australia/Sydney',
  hourCycle: 'h23',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
  second: 'numeric',
})

/** What the clock on a Sydney wall shows at an instant. */
export const sydneyMoment = (instant: Date): Moment => {
  const parts = new Map(sydneyParts.formatToParts(instant).map((part) => [part.type, Number(part.value)]))
  const part = (name: Intl.DateTimeFormatPartTypes): number => parts.get(name) ?? 0
  return {
    day: dayOf(part('year'), part('month'), part('day')),
    second: at(part('hour'), part('minute')) + part('second'),
  }
}
