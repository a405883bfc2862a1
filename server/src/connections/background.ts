import { createHash } from 'node:crypto'
import type { ConnectionId } from '../ids.ts'
import type { JobOutcome } from '../jobs/jobs.types.ts'
import type { ConnectionRow } from './connections.store.ts'

const hour = 3_600_000
const day = 24 * hour

/** Between two tries while an institution is unavailable, and how long it is tried so. */
const retryMs = 2 * hour
const retryForMs = 7 * day
/** A connection that was just read rests at least so long. */
const restMs = 12 * hour

/** The moment of the day at which a connection is refreshed: follows from its id, and so spreads them over the day. */
export const slotOf = (id: ConnectionId): number =>
  createHash('sha256').update(`refresh:${id}`).digest().readUInt32BE(0) % day

/** The next time a connection that was read, or was due, at `from` is refreshed: once a day, in its slot. */
export function nextRefresh(id: ConnectionId, from: Date): Date {
  const earliest = from.getTime() + restMs
  const slot = slotOf(id)
  const start = Math.floor((earliest - slot) / day) * day + slot
  return new Date(start < earliest ? start + day : start)
}

type Timing = Pick<ConnectionRow, 'refresh_due' | 'unavailable_since'>

/**
 * When a connection whose job ended is refreshed next. Connections that ask the person something are never refreshed in
 * the background, nor are those that do not work. An institution that was unavailable for a background refresh is tried
 * again every two hours for up to seven days; then it is the daily turn again.
 */
export function refreshAfter(
  { id, status, mfa_enabled: asks, unavailable_since: since, refresh_due: due }: ConnectionRow,
  outcome: JobOutcome,
  at: Date,
  retry: boolean,
): Timing {
  if (asks || outcome === 'failed-user') return { refresh_due: null, unavailable_since: null }
  if (outcome === 'succeeded') return { refresh_due: nextRefresh(id, at), unavailable_since: null }
  if (status !== 'active') return { refresh_due: null, unavailable_since: null }
  if (!retry) return { refresh_due: due, unavailable_since: since }
  const began = since ?? at
  const again = new Date(at.getTime() + retryMs)
  return again.getTime() - began.getTime() <= retryForMs
    ? { refresh_due: again, unavailable_since: began }
    : { refresh_due: nextRefresh(id, at), unavailable_since: null }
}
