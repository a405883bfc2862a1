import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'

export interface ServerProcess {
  readonly url: string
  /** Settles once the present process answers. */
  ready(): Promise<void>
  /** `kill -9`, and a new process on the same data. */
  killAndRestart(): Promise<void>
  /** What all of its processes logged. */
  log(): string
  stop(): Promise<void>
}

/** The program as `npm start` runs it, in a process of its own that can be killed. */
export async function startServerProcess(env: Readonly<Record<string, string>>): Promise<ServerProcess> {
  const port = await freePorts()
  const url = `http://127.0.0.1:${port}`
  let log = ''
  let child = launch()
  let starting = untilReady(child)

  function launch(): ChildProcess {
    const program = fileURLToPath(new URL('../../src/main.ts', import.meta.url))
    const started = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', program], {
      env: {
        PATH: process.env['PATH'],
        NODE_COMPILE_CACHE: fileURLToPath(new URL('../../../node_modules/.cache/node', import.meta.url)),
        PORT: String(port),
        ...env,
      },
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    started.stderr?.setEncoding('utf8').on('data', (text: string) => {
      log += text
    })
    return started
  }

  async function untilReady(started: ChildProcess): Promise<void> {
    for (const end = Date.now() + 60_000; Date.now() < end; ) {
      if (started.exitCode !== null) throw new Error(`The server did not start:\n${log}`)
      const answer = await fetch(`${url}/health/ready`).catch(() => undefined)
      if (answer?.ok) return
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    throw new Error(`The server is not ready:\n${log}`)
  }

  async function end(signal: NodeJS.Signals): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null) return
    const exited = once(child, 'exit')
    child.kill(signal)
    await exited
  }

  await starting
  return {
    url,
    ready: () => starting,
    async killAndRestart() {
      await end('SIGKILL')
      child = launch()
      starting = untilReady(child)
      await starting
    },
    log: () => log,
    stop: () => end('SIGTERM'),
  }
}

/** A port that is free and whose successor is, which the banks take. */
async function freePorts(): Promise<number> {
  for (let tries = 0; tries < 50; tries++) {
    const port = await listen(0)
    if (port < 65_000 && (await listen(port + 1).catch(() => 0)) !== 0) return port
  }
  throw new Error('No two free ports in a row')
}

async function listen(port: number): Promise<number> {
  const server = createServer()
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return typeof address === 'object' && address ? address.port : 0
}
