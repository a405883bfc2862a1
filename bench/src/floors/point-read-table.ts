import { randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { sql } from 'kysely'
import pg from 'pg'
import { openDatabase } from '../../../server/src/db/database.ts'

export interface PointRead {
  read(): Promise<unknown>
}

/** A table of 10,000 rows of a job's size, read by primary key: through `pg` alone, or through our embedded driver. */
export async function openPointRead(databaseUrl: string | undefined, folder: string): Promise<PointRead> {
  const body = JSON.stringify({
    type: 'job',
    steps: Array(3).fill({ title: 'x'.repeat(120) }),
    id: randomUUID(),
  })
  const table = `bench_${randomUUID().slice(0, 8)}`
  const create = `create table ${table} (id int primary key, body jsonb not null)`
  const fill = `insert into ${table} select i, '${body}'::jsonb from generate_series(1, 10000) i`
  const query = `select id, body from ${table} where id = $1`
  const pick = () => 1 + Math.floor(Math.random() * 10_000)
  if (databaseUrl) {
    const pool = new pg.Pool({ connectionString: databaseUrl, max: 10 })
    await pool.query(create)
    await pool.query(fill)
    return { read: async () => (await pool.query(query, [pick()])).rows[0] }
  }
  mkdirSync(folder, { recursive: true })
  const { db } = await openDatabase({ dataDir: folder })
  await sql.raw(create).execute(db)
  await sql.raw(fill).execute(db)
  return {
    read: async () =>
      (await sql`select id, body from ${sql.raw(table)} where id = ${pick()}`.execute(db)).rows[0],
  }
}
