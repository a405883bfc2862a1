import { at, type CalendarDate } from '../calendar.ts'
import { type Random, randomFor } from '../random.ts'
import type { Cents, Entry, Habit, Scope } from './entry.ts'

export type Schedule = (date: CalendarDate) => boolean

export const monthlyOn =
  (date: number): Schedule =>
  (today) =>
    today.date === date

export const quarterlyOn =
  (date: number): Schedule =>
  (today) =>
    today.date === date && today.month % 3 === 2

/** `weekday` 0 is Sunday. */
export const weeklyOn =
  (...weekdays: readonly number[]): Schedule =>
  (today) =>
    weekdays.includes(today.weekday)

/** Every second week, counted from 1970-01-01; `week` is 0 or 1. */
export const fortnightlyOn =
  (weekday: number, week: 0 | 1 = 0): Schedule =>
  (today) =>
    today.weekday === weekday && Math.floor(today.day / 7) % 2 === week

export const everyDays =
  (stride: number): Schedule =>
  (today) =>
    today.day % stride === 0

/** What happens on each day of a schedule. `name` seeds the draws: two habits of one persona may share a name, and then amounts. */
export const regularly =
  (
    name: string,
    schedule: Schedule,
    build: (random: Random, date: CalendarDate, scope: Scope) => Entry | readonly Entry[] | undefined,
  ): Habit =>
  (scope, date) => {
    if (!schedule(date)) return []
    const built = build(randomFor(`${scope.bank}:${scope.loginId}:${name}:${date.day}`), date, scope)
    if (built === undefined) return []
    return Array.isArray(built) ? built : [built as Entry]
  }

/** The same amount and words at the same time on each day of the schedule. */
export const fixed = (
  schedule: Schedule,
  second: number,
  amount: Cents,
  description: string,
  reference?: string,
): Habit =>
  regularly(description, schedule, () => ({
    second,
    amount,
    description,
    ...(reference === undefined ? {} : { reference }),
  }))

/** As `fixed`, with an amount drawn between two sums. Both must have the same sign. */
export const varying = (
  schedule: Schedule,
  second: number,
  range: readonly [Cents, Cents],
  description: string,
  reference?: string,
): Habit =>
  regularly(description, schedule, (random) => ({
    second,
    amount: random.int(range[0], range[1]),
    description,
    ...(reference === undefined ? {} : { reference }),
  }))

/** As `varying`, but only now and then: with the probability `share` on each day of the schedule. */
export const sometimes =
  (share: number, habit: Habit, name: string): Habit =>
  (scope, date) =>
    randomFor(`${scope.bank}:${scope.loginId}:${name}?:${date.day}`).chance(share) ? habit(scope, date) : []

export interface Merchant {
  readonly name: string
  readonly range: readonly [Cents, Cents]
}

export type Merchants = readonly [Merchant, ...Merchant[]]

export interface SpendingOptions {
  readonly name: string
  /** Words before the merchant once posted: `EFTPOS`, `VISA PURCHASE`. */
  readonly prefix: string
  readonly merchants: Merchants
  /** Suburb and state as the terminal prints them. */
  readonly place: string
  /** Days between two purchases of the first kind. */
  readonly stride?: number
  /** How often a second purchase is made on the same day. */
  readonly second?: number
}

/**
 * Card purchases that first show as pending. One purchase every `stride` days stays pending until a day after the next
 * one was made, and a second one settles next morning: at any moment one to three are pending.
 */
export const spending = (options: SpendingOptions): Habit => {
  const stride = options.stride ?? 1
  const purchase = (random: Random, second: number, settles: number): Entry => {
    const merchant = random.pick(options.merchants)
    const shop = `${merchant.name} ${random.int(1000, 4999)} ${options.place}`
    return {
      second,
      settles,
      amount: -random.int(merchant.range[0], merchant.range[1]),
      description: `${options.prefix} ${shop} AU`,
      pendingDescription: `AUTHORISATION ${shop}`,
    }
  }
  return regularly(options.name, everyDays(stride), (random) => {
    const entries = [purchase(random, random.int(at(7), at(16)), stride + 1)]
    if (random.chance(options.second ?? 0.4)) {
      entries.push(purchase(random, random.int(at(16, 30), at(21, 30)), 1))
    }
    return entries
  })
}

/** Purchases that post when they are made. */
export const atOnce = (
  schedule: Schedule,
  options: Omit<SpendingOptions, 'stride' | 'second'> & { share: number },
): Habit =>
  regularly(options.name, schedule, (random) => {
    if (!random.chance(options.share)) return undefined
    const merchant = random.pick(options.merchants)
    return {
      second: random.int(at(7), at(21)),
      amount: -random.int(merchant.range[0], merchant.range[1]),
      description: `${options.prefix} ${merchant.name} ${random.int(1000, 4999)} ${options.place} AU`,
    }
  })

/** Cash in notes of 20 dollars. */
export const cash = (schedule: Schedule, place: string, notes: readonly [number, number]): Habit =>
  regularly(`atm ${place}`, schedule, (random) => ({
    second: random.int(at(9), at(20)),
    amount: -2000 * random.int(notes[0], notes[1]),
    description: `ATM WITHDRAWAL ${place} ${random.int(100, 999)}`,
  }))

/** Pays what the card owed when the month started, to the cent. */
export const payCard = (options: { key: string; payOn: number; description: string }): Habit =>
  regularly(`pay ${options.key}`, monthlyOn(options.payOn), (_random, date, scope) => {
    const owed = scope.openingOf(options.key, date.year * 12 + date.month - 1)
    return owed === 0 ? undefined : { second: at(10, 15), amount: owed, description: options.description }
  })
