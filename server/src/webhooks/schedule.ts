const second = 1_000
const minute = 60 * second
const hour = 60 * minute

/** Milliseconds before each attempt, counted from the one before it (insights §3.10). */
export const attemptDelays: readonly number[] = [
  0,
  5 * second,
  5 * minute,
  30 * minute,
  2 * hour,
  5 * hour,
  10 * hour,
  10 * hour,
]

/** When to try again after the `tries`-th attempt, made at `at`, failed; `undefined` when it was the last one. */
export function nextAttempt(tries: number, at: Date): Date | undefined {
  const delay = attemptDelays[tries]
  return delay === undefined ? undefined : new Date(at.getTime() + delay)
}

/** After this failure only one attempt is left before the endpoint is disabled. */
export const warningAt = attemptDelays.length - 1
