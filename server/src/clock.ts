import type { Application } from './applications/applications.types.ts'

/**
 * The one place that reads real time. `now(application)` is the application's time: a sandbox's may run ahead of real
 * time or stand still. Tokens, launches, cookies, leases and rate limits use `real()` (settled 21).
 */
export interface Clock {
  real(): Date
  now(application: Pick<Application, 'clock'>): Date
}

export const systemClock: Clock = {
  real: () => new Date(),
  now: ({ clock }) => clock.frozenAt ?? new Date(Date.now() + clock.offsetMs),
}

/** RFC 3339 in UTC with whole seconds: the only timestamp form on the wire. */
export const timestamp = (date: Date): string => `${date.toISOString().slice(0, 19)}Z`
