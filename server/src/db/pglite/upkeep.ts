import { sql } from 'kysely'
import type { Db } from '../database.ts'

/** Milliseconds between two looks. */
const every = 20_000

/**
 * What autovacuum does on a server: the embedded engine has none, and without statistics it reads whole tables where an
 * index would serve. Each table that changed a good deal is done on its own, so that no request waits long.
 */
const tablesDue = sql<{ name: string; full: boolean }>`
  select quote_ident(c.relname) as name, s.n_dead_tup > 1000 + c.reltuples * 0.2 as full
  from pg_class c join pg_stat_user_tables s on s.relid = c.oid
  where c.relkind = 'r'
    and (c.reltuples < 0 and s.n_mod_since_analyze + s.n_live_tup + pg_relation_size(c.oid) > 0
      or s.n_mod_since_analyze > 500 + c.reltuples * 0.1
      or s.n_dead_tup > 1000 + c.reltuples * 0.2)`

/** Brings statistics up to date and clears dead rows, table by table. Answers the tables it did. */
export async function keepUp(db: Db): Promise<string[]> {
  // Counters are otherwise up to a second old.
  await sql`select pg_stat_force_next_flush()`.execute(db)
  const { rows } = await tablesDue.execute(db)
  for (const { name, full } of rows)
    await sql.raw(`${full ? 'vacuum (analyze)' : 'analyze'} ${name}`).execute(db)
  return rows.map(({ name }) => name)
}

/** Keeps up every twenty seconds until it is told to stop; a round that fails is made up for by the next. */
export function startUpkeep(db: Db): () => Promise<void> {
  let round: Promise<unknown> = Promise.resolve()
  const timer = setInterval(() => {
    round = round.then(() => keepUp(db)).catch(() => undefined)
  }, every)
  timer.unref()
  return async () => {
    clearInterval(timer)
    await round
  }
}
