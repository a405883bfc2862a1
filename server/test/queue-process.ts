// A worker in a process of its own, for tests that kill and freeze it. It works `payload.ms` on each task of the queue
// `test.work` and then writes one line to `effects`. It reports by messages: ready, started, done, lost.
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { openDatabase } from '../src/db/database.ts'
import { createWorker } from '../src/queue/worker.ts'

declare module '../src/queue/queues.ts' {
  interface QueuePayloads {
    'test.work': { name: string; ms?: number }
  }
}

const { options, leaseMs } = JSON.parse(process.argv[2] ?? '')
const report = (kind: string, name = ''): void => void process.send?.({ kind, name })
const quiet = () => undefined

const database = await openDatabase(options)
const worker = createWorker({
  database,
  leaseMs,
  logger: { info: quiet, error: quiet, warn: (_, message) => report('warned', message) },
  handlers: {
    'test.work': async ({ name, ms = 0 }, task) => {
      report('started', name)
      await sleep(ms)
      await task.finish((tx) =>
        sql`insert into effects (name, attempt) values (${name}, ${task.attempt})`.execute(tx),
      )
      report('done', name)
    },
  },
})
process.on(
  'SIGTERM',
  () =>
    void worker
      .stop({ graceMs: 50 })
      .then(() => database.close())
      .then(() => process.exit()),
)
await worker.start()
report('ready')
