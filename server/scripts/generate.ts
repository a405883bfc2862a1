import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import openapiTypescript, { astToString } from 'openapi-typescript'
import pino from 'pino'
import { describeRoutes } from '../src/http/openapi.ts'
import { createHttpServer } from '../src/http/server.ts'
import { registerRoutes } from '../src/routes.ts'
import type { Services } from '../src/services.ts'
import { departuresReference } from '../test/contract/departures.ts'
import { configurationReference, errorsReference, eventsReference } from './reference.ts'

/**
 * Writes every generated file; with `--check` it writes nothing and fails when one is stale.
 * Routes only describe themselves here, so they are handed no services.
 */
async function openApi(): Promise<string> {
  const http = createHttpServer({ logger: pino({ level: 'silent' }) })
  await describeRoutes(http)
  await registerRoutes(http, {} as Services, { sandbox: true })
  await http.ready()
  const document = http.swagger()
  await http.close()
  return `${JSON.stringify(document, null, 2)}\n`
}

const root = join(import.meta.dirname, '..', '..')
const api = await openApi()
const clientTypes = `// Generated from api/openapi.json by \`npm run generate\`.\n${astToString(await openapiTypescript(api))}`
const files: ReadonlyArray<readonly [path: string, text: string]> = [
  ['api/openapi.json', api],
  ['examples/golist/src/api.gen.ts', clientTypes],
  ['docs/reference/configuration.md', configurationReference()],
  ['docs/reference/departures.md', departuresReference()],
  ['docs/reference/errors.md', errorsReference()],
  ['docs/reference/events.md', eventsReference()],
]

const check = process.argv.includes('--check')
const stale: string[] = []
for (const [path, text] of files) {
  const present = await readFile(join(root, path), 'utf8').catch(() => '')
  if (present === text) continue
  stale.push(path)
  if (!check) await writeFile(join(root, path), text)
}
if (check && stale.length > 0) {
  process.stderr.write(`Stale: ${stale.join(', ')}. Run \`npm run generate\` and commit the result.\n`)
  process.exit(1)
}
process.stdout.write(check ? 'Generated files are fresh.\n' : `Wrote ${stale.length} file(s).\n`)
