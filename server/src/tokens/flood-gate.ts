import type { Clock } from '../clock.ts'

const windowMs = 5 * 60_000
const mostAddresses = 10_000

/**
 * Counts calls by address in windows of five minutes of real time (core §10.1). The count is this process's own.
 * `count` gives 0, or the seconds to wait when the address is over the limit.
 */
export function createFloodGate({ clock, limit }: { clock: Clock; limit: number }) {
  let windowStart = 0
  let counts = new Map<string, number>()
  return {
    count(address: string): number {
      if (limit === 0) return 0
      const now = clock.real().getTime()
      if (now - windowStart >= windowMs || counts.size > mostAddresses) {
        windowStart = now
        counts = new Map()
      }
      const calls = (counts.get(address) ?? 0) + 1
      counts.set(address, calls)
      return calls > limit ? Math.max(1, Math.ceil((windowStart + windowMs - now) / 1000)) : 0
    },
  }
}
