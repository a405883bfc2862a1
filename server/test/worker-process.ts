import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { OpenOptions } from '../src/db/database.ts'

export interface Report {
  readonly kind: 'ready' | 'started' | 'done' | 'warned'
  readonly name: string
  readonly at: number
}

export interface WorkerProcess {
  readonly child: ChildProcess
  readonly reports: readonly Report[]
  /** Settles when a report of this kind (and name) has come. */
  seen(kind: Report['kind'], name?: string): Promise<Report>
  kill(signal?: NodeJS.Signals): Promise<void>
}

/** Starts `queue-process.ts` and waits until it works. */
export async function startWorkerProcess(options: OpenOptions, leaseMs = 5_000): Promise<WorkerProcess> {
  const program = fileURLToPath(new URL('./queue-process.ts', import.meta.url))
  const child = fork(program, [JSON.stringify({ options, leaseMs })], {
    execArgv: ['--disable-warning=ExperimentalWarning'],
  })
  const reports: Report[] = []
  child.on('message', (message: Omit<Report, 'at'>) => {
    reports.push({ ...message, at: performance.now() })
    child.emit('report')
  })
  async function seen(kind: Report['kind'], name?: string): Promise<Report> {
    for (;;) {
      const found = reports.find(
        (report) => report.kind === kind && (name === undefined || report.name === name),
      )
      if (found) return found
      await once(child, 'report')
    }
  }
  await seen('ready')
  return {
    child,
    reports,
    seen,
    async kill(signal = 'SIGKILL') {
      if (child.exitCode !== null || child.signalCode !== null) return
      const exited = once(child, 'exit')
      child.kill(signal)
      await exited
    },
  }
}
