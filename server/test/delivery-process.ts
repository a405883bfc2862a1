// Banksia's workers in a process of their own, for tests that kill them. It says `ready` when it delivers.
import pino from 'pino'
import { createApp } from '../src/app.ts'
import { systemClock } from '../src/clock.ts'
import { loadConfig } from '../src/config/load.ts'
import { openDatabase } from '../src/db/database.ts'

const { options, masterKey } = JSON.parse(process.argv[2] ?? '')
const database = await openDatabase(options)
const app = await createApp({
  config: loadConfig({ BANKSIA_DATA_DIR: options.dataDir, BANKSIA_PUBLIC_URL: 'http://api.test' }),
  database,
  keysDatabase: undefined,
  clock: systemClock,
  logger: pino({ level: 'silent' }),
  masterKey: Buffer.from(masterKey, 'base64'),
})
process.on(
  'SIGTERM',
  () =>
    void app
      .close()
      .then(() => database.close())
      .then(() => process.exit()),
)
await app.startWork()
process.send?.('ready')
