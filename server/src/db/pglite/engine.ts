import fs from 'node:fs'
import { PGlite } from '@electric-sql/pglite'
import { NodeFS } from '@electric-sql/pglite/nodefs'

/**
 * PGlite as it comes never reaches the disk: it starts with `-F`, and its fdatasync answers 0 without doing anything.
 * Without `-F`, with WAL synced by fsync, and with an fsync in its file system, each commit is on the disk when it is
 * acknowledged. This uses internals of the exact version pinned; a test counts the calls per commit.
 */
const startParams = [
  ...PGlite.defaultStartParams.filter((parameter) => parameter !== '-F'),
  ...[
    'wal_sync_method=fsync',
    'shared_buffers=8MB',
    'TimeZone=UTC',
    // A tenth of the usual sample: `analyze` holds up everything else while it runs (upkeep.ts).
    'default_statistics_target=10',
  ].flatMap((setting) => ['-c', setting]),
]

interface EmscriptenStream {
  readonly nfd: number
}
interface NodeFsOperations {
  stream_ops: { fsync?: (stream: EmscriptenStream) => number }
}

class DurableNodeFS extends NodeFS {
  fsyncs = 0

  override async init(...args: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
    const made = await super.init(...args)
    made.emscriptenOpts.preRun?.push((module) => {
      const files: NodeFsOperations = module.NODEFS
      files.stream_ops.fsync = (stream) => {
        fs.fsyncSync(stream.nfd)
        this.fsyncs += 1
        return 0
      }
    })
    return made
  }
}

export interface Engine {
  readonly pg: PGlite
  fsyncs(): number
}

/** Starts PostgreSQL on `folder`, creating the cluster when the folder is new. */
export async function startEngine(folder: string): Promise<Engine> {
  const files = new DurableNodeFS(folder)
  const pg = await PGlite.create({ fs: files, startParams })
  return { pg, fsyncs: () => files.fsyncs }
}
