import { styleText } from 'node:util'
import autocannon from 'autocannon'

/** What one side of a comparison did in one round. */
export interface Round {
  /** Per second. */
  readonly rate: number
  /** Milliseconds. */
  readonly p50: number
  readonly p99: number
}

export interface LoadOptions {
  readonly url: string
  readonly method?: 'GET' | 'POST'
  readonly headers?: Record<string, string>
  readonly body?: string
  readonly connections?: number
  readonly seconds?: number
}

/** Puts load on a URL of this machine. Any answer that is not 2xx is an error of the bench. */
export async function load({ url, connections = 16, seconds = 3, ...request }: LoadOptions): Promise<Round> {
  const result = await autocannon({ url, connections, duration: seconds, ...request })
  if (result.non2xx > 0 || result.errors > 0) throw new Error(`${url}: ${result.non2xx} answers were not 2xx`)
  return { rate: result.requests.average, p50: result.latency.p50, p99: result.latency.p99 }
}

/** One request after the other, for what must be measured without queueing. */
export async function oneByOne(times: number, work: () => Promise<unknown>): Promise<Round> {
  const took: number[] = []
  for (let i = 0; i < times; i++) {
    const start = performance.now()
    await work()
    took.push(performance.now() - start)
  }
  const sorted = took.toSorted((a, b) => a - b)
  return {
    rate: 1000 / (took.reduce((sum, ms) => sum + ms, 0) / times),
    p50: sorted[Math.floor(times * 0.5)] ?? 0,
    p99: sorted[Math.min(times - 1, Math.floor(times * 0.99))] ?? 0,
  }
}

export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
}

export interface Comparison {
  readonly name: string
  readonly floor: () => Promise<Round>
  readonly subject: () => Promise<Round>
  /** Least rate to reach, as a share of the floor's. */
  readonly target?: number
  readonly rounds?: number
}

/**
 * Floor and subject in turn, so that a machine whose speed drifts treats them alike. The ratio is the median of the
 * rounds' ratios; the first round of each warms up and is not counted.
 */
export async function compare({ name, floor, subject, target, rounds = 5 }: Comparison): Promise<number> {
  await floor()
  await subject()
  const pairs: Array<{ floor: Round; subject: Round }> = []
  for (let i = 0; i < rounds; i++) pairs.push({ floor: await floor(), subject: await subject() })
  const ratio = median(pairs.map((pair) => pair.subject.rate / pair.floor.rate))
  printRounds(
    `${name}: floor`,
    pairs.map((pair) => pair.floor),
  )
  printRounds(
    `${name}: Banksia`,
    pairs.map((pair) => pair.subject),
  )
  const verdict = target === undefined ? '' : ` (to reach: ${target}${ratio >= target ? '' : ', MISSED'})`
  process.stdout.write(styleText('bold', `${name}: ratio ${ratio.toFixed(2)}${verdict}\n\n`))
  return ratio
}

function printRounds(label: string, rounds: readonly Round[]): void {
  const of = (pick: (round: Round) => number, digits = 2) => median(rounds.map(pick)).toFixed(digits)
  const line = `${of((r) => r.rate, 0)}/s, p50 ${of((r) => r.p50)} ms, p99 ${of((r) => r.p99)} ms`
  process.stdout.write(`  ${label.padEnd(44)} ${line}\n`)
}
