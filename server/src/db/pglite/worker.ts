// The database's thread: the whole of PostgreSQL runs here, so that a long list never stalls the server's thread.
import { parentPort, workerData } from 'node:worker_threads'
import type { Results } from '@electric-sql/pglite'
import { DbError, serverError } from '../errors.ts'
import { startEngine } from './engine.ts'
import type {
  Answer,
  Failure,
  FromDatabase,
  FromServer,
  Request,
  ResultSet,
  WorkerOptions,
} from './protocol.ts'
import { createTurns } from './turns.ts'

const port = parentPort
if (!port) throw new Error('The embedded database runs in a worker thread')
const { folder, waitMs, idleMs }: WorkerOptions = workerData
const post = (message: FromDatabase): void => port.postMessage(message)

const engine = await startEngine(folder)
const { pg } = engine

const asIs = (value: string): string => value
const byteaOid = 17
const { [byteaOid]: parseBytes = asIs } = pg.parsers
const options = {
  rowMode: 'array' as const,
  parsers: {
    ...Object.fromEntries(Object.keys(pg.parsers).map((oid) => [oid, asIs])),
    [byteaOid]: parseBytes,
  },
  serializers: Object.fromEntries(Object.keys(pg.serializers).map((oid) => [oid, asIs])),
}

function resultSet(results: Results<ResultSet['rows'][number]> | undefined): ResultSet {
  return {
    columns: (results?.fields ?? []).map(({ name, dataTypeID }) => ({ name, oid: dataTypeID })),
    rows: results?.rows ?? [],
    command: results?.command ?? '',
    affected: results?.affectedRows ?? 0,
  }
}

/** Without parameters a text may hold many statements; the answer is the last one's. */
async function statement(sql: string, params: (string | null)[]): Promise<ResultSet> {
  if (params.length > 0) return resultSet(await pg.query<ResultSet['rows'][number]>(sql, params, options))
  const all = await pg.exec(sql, options)
  return resultSet(all.at(-1) as Results<ResultSet['rows'][number]> | undefined)
}

async function run(request: Request): Promise<Answer> {
  switch (request.op) {
    case 'query':
      return statement(request.sql, request.params)
    case 'begin':
    case 'end':
      return statement(request.sql, [])
    case 'listen':
      await pg.listen(request.channel, (payload) =>
        post({ kind: 'notification', channel: request.channel, payload }),
      )
      return undefined
    case 'stats':
      return { fsyncs: engine.fsyncs() }
    case 'close':
      return undefined
    default:
      return request satisfies never
  }
}

const turns = createTurns(
  {
    run,
    inTransaction: () => pg.isInTransaction(),
    rollback: async () => {
      await pg.exec('rollback')
    },
  },
  { waitMs, idleMs },
)

const failure = (error: unknown): Failure =>
  error instanceof DbError
    ? { kind: 'fault', code: error.code, message: error.message }
    : { kind: 'server', error: serverError(error) }

async function close(id: number): Promise<void> {
  await turns.stop()
  await pg.close()
  post({ kind: 'answer', id, answer: undefined })
  port?.close()
}

port.on('message', ({ id, request }: FromServer) => {
  const done =
    request.op === 'close'
      ? close(id)
      : turns.request(request).then((answer) => post({ kind: 'answer', id, answer }))
  done.catch((error: unknown) => post({ kind: 'failure', id, failure: failure(error) }))
})
post({ kind: 'ready' })
