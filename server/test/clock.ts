import type { Clock } from '../src/clock.ts'

export interface TestClock extends Clock {
  /** Moves real time ahead, for what follows real time (tokens, launches, leases). */
  skip(ms: number): void
}

/** Real time plus what the test skipped. */
export function createTestClock(): TestClock {
  let skipped = 0
  const real = () => new Date(Date.now() + skipped)
  return {
    real,
    now: ({ clock }) => clock.frozenAt ?? new Date(real().getTime() + clock.offsetMs),
    skip: (ms) => {
      skipped += ms
    },
  }
}
