import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { newApiKey } from '../../server/src/applications/applications.service.ts'
import { startPostgres } from '../../server/test/native-postgres.ts'

const root = join(import.meta.dirname, '..', '..')

/** As `npm start` runs it. */
const flags = ['--disable-warning=ExperimentalWarning', '--max-semi-space-size=8']

/** A database for a bench: `--db postgres` (default) or `--db pglite`. */
export interface Stage {
  readonly kind: 'pglite' | 'postgres'
  /** `undefined` on PGlite. */
  readonly databaseUrl: string | undefined
  /** Starts Banksia as its users do, in a process of its own. */
  banksia(env?: Readonly<Record<string, string>>): Promise<Banksia>
  /** Starts a floor of `bench/src/floors/` in a process of its own; answers its origin. */
  floor(name: string, env?: Readonly<Record<string, string>>): Promise<string>
  close(): Promise<void>
}

export interface Banksia {
  readonly url: string
  readonly bankUrl: string
  readonly apiKey: string
  readonly pid: number
  /** An access token of the server scope. */
  serverToken(version?: string): Promise<string>
  stop(): Promise<void>
}

export async function openStage(kind = databaseOption()): Promise<Stage> {
  const folder = await mkdtemp(join(tmpdir(), 'banksia-bench-'))
  const postgres = kind === 'postgres' ? await startPostgres() : undefined
  const children: ChildProcess[] = []
  const databaseUrl = postgres?.url
  const run = (file: string, env: Readonly<Record<string, string>>) => {
    const child = spawn(process.execPath, [...flags, file], {
      cwd: root,
      env: {
        ...process.env,
        NODE_COMPILE_CACHE: 'node_modules/.cache/node',
        ...(databaseUrl && { DATABASE_URL: databaseUrl }),
        ...env,
      },
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    children.push(child)
    return child
  }
  return {
    kind,
    databaseUrl,
    async banksia(env = {}) {
      const port = await freePort()
      const apiKey = newApiKey().reveal()
      const url = `http://127.0.0.1:${port}`
      const child = run('server/src/main.ts', {
        PORT: String(port),
        BANKSIA_DATA_DIR: join(folder, 'data'),
        BANKSIA_API_KEY: apiKey,
        BANKSIA_TOKEN_LIMIT: '0',
        BANKSIA_LOG_LEVEL: 'warn',
        ...env,
      })
      await reachable(`${url}/health/ready`)
      return {
        url,
        bankUrl: `http://127.0.0.1:${port + 1}`,
        apiKey,
        pid: child.pid ?? 0,
        serverToken: (version = '3.0') => serverToken(url, apiKey, version),
        stop: () => ended(child),
      }
    },
    async floor(name, env = {}) {
      const port = await freePort()
      run(`bench/src/floors/${name}.ts`, {
        PORT: String(port),
        BENCH_DIR: join(folder, `floor-${name}`),
        ...env,
      })
      await reachable(`http://127.0.0.1:${port}/ready`)
      return `http://127.0.0.1:${port}`
    },
    async close() {
      for (const child of children) await ended(child)
      await postgres?.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

function databaseOption(): Stage['kind'] {
  const at = process.argv.indexOf('--db')
  const kind = at < 0 ? 'postgres' : process.argv[at + 1]
  if (kind !== 'postgres' && kind !== 'pglite') throw new Error('--db is postgres or pglite')
  return kind
}

async function serverToken(url: string, apiKey: string, version: string): Promise<string> {
  const answer = await fetch(`${url}/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${apiKey}`, 'basiq-version': version },
    body: new URLSearchParams({ scope: 'SERVER_ACCESS' }),
  })
  return ((await answer.json()) as { access_token: string }).access_token
}

async function reachable(url: string): Promise<void> {
  for (let i = 0; i < 300; i++) {
    const answer = await fetch(url).catch(() => undefined)
    if (answer?.ok) return
    await sleep(100)
  }
  throw new Error(`${url} did not come up`)
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.kill('SIGTERM')
  })
}

/** A port that is free, and the one after it too. */
async function freePort(): Promise<number> {
  for (;;) {
    const port = await listenOnce(0)
    if (await listenOnce(port + 1).catch(() => undefined)) return port
  }
}

function listenOnce(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
