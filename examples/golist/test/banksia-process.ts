import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const readyWithinMs = 110_000

export interface BanksiaProcess {
  readonly url: string
  readonly apiKey: string
  stop(): Promise<void>
}

/** A real Banksia with its sandbox banks, on free ports and data of its own. */
export async function startBanksia(env: Readonly<Record<string, string>>): Promise<BanksiaProcess> {
  const port = await freePortPair()
  const url = `http://127.0.0.1:${port}`
  const dataDir = await mkdtemp(join(tmpdir(), 'banksia-golist-'))
  // The run's own empty database, where there is one: making a new one is most of a start.
  const template = process.env['BANKSIA_TEST_TEMPLATE']
  if (template && existsSync(template)) await cp(template, join(dataDir, 'database'), { recursive: true })
  const child = spawn(process.execPath, ['server/src/main.ts'], {
    cwd: root,
    env: {
      PATH: process.env['PATH'],
      NODE_COMPILE_CACHE: 'node_modules/.cache/node',
      PORT: String(port),
      BANKSIA_DATA_DIR: dataDir,
      BANKSIA_TOKEN_LIMIT: '0',
      BANKSIA_LOG_LEVEL: 'error',
      ...env,
    },
  })
  const output = collect(child)
  let stopping = false
  child.once('exit', (code, signal) => {
    if (!stopping) console.error(`Banksia ended by itself (${code ?? signal}): ${output()}`)
  })
  const stop = async () => {
    stopping = true
    if (child.exitCode === null && child.signalCode === null) {
      const gone = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      await gone
    }
    await rm(dataDir, { recursive: true, force: true, maxRetries: 5 })
  }
  try {
    await waitUntilReady(url, child)
    const apiKey = (await readFile(join(dataDir, 'api-key'), 'utf8')).trim()
    return { url, apiKey, stop }
  } catch (error) {
    await stop()
    throw new Error(`Banksia did not start: ${output()}`, { cause: error })
  }
}

function collect(child: ChildProcess): () => string {
  const chunks: string[] = []
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => chunks.push(String(chunk)))
  return () => chunks.join('')
}

async function waitUntilReady(url: string, child: ChildProcess): Promise<void> {
  for (const end = Date.now() + readyWithinMs; Date.now() < end; ) {
    if (child.exitCode !== null) throw new Error(`it ended with code ${child.exitCode}`)
    const ready = await fetch(`${url}/health/ready`).then(
      async (response) => {
        await response.text()
        return response.ok
      },
      () => false,
    )
    if (ready) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('it was not ready in time')
}

/** A port whose next one is free too: the banks listen there. */
async function freePortPair(): Promise<number> {
  for (let tries = 0; tries < 50; tries++) {
    const port = await tryPort(0)
    if (port !== null && port < 65_000 && (await tryPort(port + 1)) !== null) return port
  }
  throw new Error('No two free ports side by side')
}

const tryPort = (port: number): Promise<number | null> =>
  new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(null))
    server.listen(port, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : null))
    })
  })
