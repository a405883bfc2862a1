// The whole suite. With arguments: only those tests, on the database that BANKSIA_TEST_DB names.
import { existsSync } from 'node:fs'
import { ensureChromium } from './chromium.mjs'
import { node, requirePinnedNode, runStages } from './stages.mjs'

const vitest = (args, env) => node(['node_modules/vitest/vitest.mjs', 'run', ...args], env)
const postgres15 = '/usr/lib/postgresql/15/bin'
const onPostgres = { BANKSIA_TEST_DB: 'postgres', BANKSIA_TEST_PG_BIN: '', BANKSIA_TEST_DATABASE_URL: '' }

requirePinnedNode()
const chosen = process.argv.slice(2)
if (chosen.length > 0) process.exit(await vitest(chosen))

if (!process.env.CONTRACT_DIR) {
  console.log(
    'CONTRACT_DIR is not set: tests that judge answers against the published API files are left out.',
  )
}
if (!existsSync(postgres15)) console.log(`${postgres15} is not installed: PostgreSQL 15 is left out.`)

await runStages('test', [
  { name: 'check', run: () => node(['scripts/check.mjs']) },
  {
    name: 'tests on the embedded database',
    run: () => vitest(['--project', 'server', '--project', 'parts'], { BANKSIA_TEST_DB: 'pglite' }),
  },
  { name: 'server tests on PostgreSQL 18', run: () => vitest(['--project', 'server'], onPostgres) },
  ...(existsSync(postgres15)
    ? [
        {
          name: 'server tests on PostgreSQL 15',
          run: () => vitest(['--project', 'server'], { ...onPostgres, BANKSIA_TEST_PG_BIN: postgres15 }),
        },
      ]
    : []),
  {
    name: 'journeys in Chromium',
    run: () => {
      ensureChromium()
      return vitest(['--project', 'browser'], { BANKSIA_TEST_DB: 'pglite' })
    },
  },
])
