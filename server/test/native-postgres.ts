import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

export interface NativePostgres {
  /** The URL of its `postgres` database, with every right. */
  readonly url: string
  readonly pid: number
  stop(): Promise<void>
}

/**
 * Starts a PostgreSQL server on a free local port, from npm's binaries or those of the folder `binaries`. It ends with
 * this process, however this process ends. `durable: false` (the default) trades safety for speed.
 */
export async function startPostgres(
  options: { binaries?: string; durable?: boolean } = {},
): Promise<NativePostgres> {
  const program = fileURLToPath(new URL('./postgres-guard.ts', import.meta.url))
  const guard = spawn(process.execPath, [program, JSON.stringify({ durable: false, ...options })], {
    stdio: ['pipe', 'pipe', 'inherit'],
    detached: true,
  })
  const exited = once(guard, 'exit')
  const started = once(guard.stdout, 'data')
  const first: unknown[] = await Promise.race([started, exited])
  if (guard.exitCode !== null || !Buffer.isBuffer(first[0]))
    throw new Error('The native PostgreSQL did not start')
  const { url, pid }: { url: string; pid: number } = JSON.parse(first[0].toString())
  guard.unref()
  return {
    url,
    pid,
    async stop() {
      guard.ref()
      guard.stdin.end()
      await exited
    },
  }
}
