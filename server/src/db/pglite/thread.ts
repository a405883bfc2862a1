import { Worker } from 'node:worker_threads'
import type { DatabaseStats } from '../database.ts'
import { DbError, toDatabaseError } from '../errors.ts'
import type {
  Answer,
  Failure,
  FromDatabase,
  FromServer,
  Request,
  ResultSet,
  WorkerOptions,
} from './protocol.ts'

type Outcome = Exclude<FromDatabase, { kind: 'ready' | 'notification' }>

interface Pending {
  readonly resolve: (outcome: Outcome) => void
  readonly reject: (error: unknown) => void
}

const errorOf = (failure: Failure): Error =>
  failure.kind === 'server' ? toDatabaseError(failure.error) : new DbError(failure.code, failure.message)

export type Thread = Awaited<ReturnType<typeof startThread>>

/** Starts the database's thread and speaks to it by messages. */
export async function startThread(options: WorkerOptions) {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: options, execArgv: [] })
  const pending = new Map<number, Pending>()
  const listeners = new Map<string, Set<(payload: string) => void>>()
  let lastId = 0
  let gone: DbError | undefined

  const lose = (cause?: unknown): void => {
    gone ??= new DbError('DB_CLOSED', 'The embedded database has stopped', { cause })
    for (const { reject } of pending.values()) reject(gone)
    pending.clear()
  }
  const exited = new Promise<void>((resolve) => {
    worker.once('exit', () => {
      lose()
      resolve()
    })
  })
  const ready = new Promise<void>((resolve, reject) => {
    worker.on('error', (error) => {
      lose(error)
      reject(error)
    })
    worker.once('exit', () => reject(gone))
    worker.on('message', (message: FromDatabase) => {
      if (message.kind === 'ready') resolve()
      else receive(message)
    })
  })

  function receive(message: Exclude<FromDatabase, { kind: 'ready' }>): void {
    if (message.kind === 'notification') {
      for (const listener of listeners.get(message.channel) ?? []) listener(message.payload)
      return
    }
    pending.get(message.id)?.resolve(message)
    pending.delete(message.id)
  }

  async function ask(request: Request): Promise<Answer> {
    const outcome = await new Promise<Outcome>((resolve, reject) => {
      if (gone) throw gone
      lastId += 1
      pending.set(lastId, { resolve, reject })
      worker.postMessage({ id: lastId, request } satisfies FromServer)
    })
    // Made here, behind the await, so that its stack names the caller.
    if (outcome.kind === 'failure') throw errorOf(outcome.failure)
    return outcome.answer
  }

  await ready
  return {
    query: async (lease: number | undefined, sql: string, params: (string | null)[]) =>
      (await ask({ op: 'query', lease, sql, params })) as ResultSet,
    /** Opens a transaction once everybody before had their turn; answers its lease. */
    begin: async (sql: string) => (await ask({ op: 'begin', sql })) as number,
    end: async (lease: number, sql: 'commit' | 'rollback') =>
      (await ask({ op: 'end', lease, sql })) as ResultSet | undefined,
    stats: async () => (await ask({ op: 'stats' })) as DatabaseStats,
    async listen(channel: string, onMessage: (payload: string) => void): Promise<() => void> {
      const known = listeners.get(channel)
      const all = known ?? new Set()
      all.add(onMessage)
      listeners.set(channel, all)
      if (!known) await ask({ op: 'listen', channel })
      return () => void all.delete(onMessage)
    },
    async close(): Promise<void> {
      if (!gone) await ask({ op: 'close' })
      await exited
    },
  }
}
