// 10,000 events over three endpoints, healthy, flapping and dead, while the delivering processes are killed, and then two
// days on the application's clock. `--db pglite` for the embedded database, `--events 2000` for a smaller storm.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '../../server/src/db/database.ts'
import { migrate } from '../../server/src/db/migrate.ts'
import { startPostgres } from '../../server/test/native-postgres.ts'
import { portion, runStorm } from '../../server/test/webhook-storm.ts'

const option = (name: string): string | undefined => process.argv[process.argv.indexOf(name) + 1 || Infinity]
const events = Number(option('--events') ?? 10_000)
const embedded = option('--db') === 'pglite'

const dataDir = mkdtempSync(join(tmpdir(), 'banksia-bench-'))
const postgres = embedded ? undefined : await startPostgres({ durable: true })
const options = { dataDir, databaseUrl: postgres?.url }
const database = await openDatabase(options)
await migrate(database.db)
await database.close()

const result = await runStorm({
  database: options,
  events,
  workers: embedded ? 1 : 2,
  kills: embedded ? 5 : 10,
})
const { healthy, flapping, dead, kills, seconds } = result
console.log(
  `${events} events, ${kills} workers killed, all that can be delivered was after ${seconds.toFixed(1)} s`,
)
for (const [name, one] of Object.entries({ healthy, flapping, dead })) {
  const { messages, arrived, deliveries, attempts, offSchedule, status } = one
  console.log(
    `  ${name.padEnd(9)} ${status.padEnd(16)} messages: ${messages.success} delivered, ${messages.pending} waiting, ` +
      `${messages.failed} failed; ${arrived} arrived in ${deliveries} deliveries; ${attempts} attempts on record, ` +
      `${offSchedule} off schedule`,
  )
}
const lost = [healthy.arrived - portion(events, 'healthy'), flapping.arrived - portion(events, 'flapping')]
const good =
  lost.every((n) => n === 0) &&
  dead.disabled &&
  healthy.offSchedule + flapping.offSchedule + dead.offSchedule === 0
console.log(good ? 'Nothing was lost, and every attempt kept to the schedule.' : 'MISSED')
await postgres?.stop()
rmSync(dataDir, { recursive: true, force: true })
process.exitCode = good ? 0 : 1
