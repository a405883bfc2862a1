import { defineConfig } from 'vitest/config'

const never = ['**/node_modules/**', '**/dist/**']
const otherKind =
  process.env['BANKSIA_TEST_DB'] === 'postgres' ? '**/*.pglite.test.ts' : '**/*.postgres.test.ts'
const architecture = 'server/test/architecture.test.ts'
const database = { globalSetup: ['server/test/global-setup.ts'] }

/**
 * `server`: what touches the database; it runs on each of them (`BANKSIA_TEST_DB`), except the files named
 * `*.pglite.test.ts` and `*.postgres.test.ts`, which are about one kind. `parts`: the other workspaces.
 * `browser`: journeys in Chromium. `architecture`: rules about the code itself, part of `npm run check`.
 */
export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    // Generous: a busy machine must not fail a test that would pass.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    execArgv: ['--disable-warning=ExperimentalWarning'],
    projects: [
      {
        extends: true,
        test: {
          ...database,
          name: 'server',
          include: ['server/**/*.test.ts'],
          exclude: [...never, '**/*.browser.test.ts', architecture, otherKind],
        },
      },
      {
        extends: true,
        test: {
          name: 'parts',
          include: ['**/*.test.{ts,tsx}', 'scripts/**/*.test.mjs'],
          exclude: [...never, 'server/**', '**/*.browser.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          ...database,
          name: 'browser',
          include: ['**/*.browser.test.ts'],
          exclude: never,
          testTimeout: 120_000,
        },
      },
      { extends: true, test: { name: 'architecture', include: [architecture] } },
    ],
  },
})
