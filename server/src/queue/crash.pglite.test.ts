import { rmSync } from 'node:fs'
import { sql } from 'kysely'
import { afterEach, expect, it } from 'vitest'
import { freshDataDir } from '../../test/database.ts'
import { startWorkerProcess } from '../../test/worker-process.ts'
import { inTransaction, openDatabase } from '../db/database.ts'
import { enqueue } from './queue.ts'

let dataDir = ''
afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

it('a task of a killed process runs again as soon as the next one has started, and its effect happens once', async () => {
  dataDir = await freshDataDir()
  const before = await openDatabase({ dataDir })
  await sql`create table effects (name text not null, attempt integer not null)`.execute(before.db)
  const add = (name: string, ms: number) =>
    inTransaction(before.db, (tx) => enqueue(tx, { queue: 'test.work', payload: { name, ms } }))
  for (const name of ['a', 'b', 'c']) await add(name, 200)
  await before.close()

  const first = await startWorkerProcess({ dataDir }, 30_000)
  await first.seen('started', 'a')
  await first.kill('SIGKILL')
  const second = await startWorkerProcess({ dataDir }, 30_000)
  const again = await second.seen('started', 'a')
  const ready = await second.seen('ready')
  expect(again.at - ready.at).toBeLessThan(2_000)
  await Promise.all(['a', 'b', 'c'].map((name) => second.seen('done', name)))
  await second.kill('SIGTERM')

  const after = await openDatabase({ dataDir })
  const { rows } = await sql`select name from effects order by name`.execute(after.db)
  expect(rows).toEqual(['a', 'b', 'c'].map((name) => ({ name })))
  await after.close()
})
