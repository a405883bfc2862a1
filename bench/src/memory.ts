// Resident memory of an idle Banksia: everything in one process, started a second time on a database that exists.
import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { openStage } from './stage.ts'

/** Megabytes. */
const limits = { postgres: 150, pglite: 450 } as const
const settle = 15_000

const stage = await openStage()
const first = await stage.banksia()
await first.stop()
const second = await stage.banksia()
await sleep(settle)
const resident = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${second.pid}/status`, 'utf8'))?.[1]
const megabytes = Number(resident) / 1024
const verdict = megabytes <= limits[stage.kind] ? '' : ', MISSED'
process.stdout.write(
  `idle memory (${stage.kind}): ${megabytes.toFixed(0)} MB (to reach: ${limits[stage.kind]} MB at most${verdict})\n`,
)
await stage.close()
