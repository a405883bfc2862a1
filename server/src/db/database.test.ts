import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../../test/database.ts'
import { inTransaction } from './database.ts'
import { violatedConstraint } from './errors.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await openTestDatabase({ limits: { idleMs: 600 } })
  await sql`create table counters (id integer primary key, value bigint not null)`.execute(database.db)
})
afterAll(() => database.drop())

const one = async <T>(query: ReturnType<typeof sql<T>>): Promise<T | undefined> =>
  (await query.execute(database.db)).rows[0]

describe('values', () => {
  it('come back in the same types on both databases', async () => {
    const row = await one(sql<Record<string, unknown>>`select
      1::int as small, 9007199254740991::int8 as large, 1.50::numeric as exact, 0.5::float8 as float, true as yes,
      null as nothing, '2026-02-03'::date as day, '2026-02-03 04:05:06.789+10'::timestamptz as instant,
      '\\x00ff'::bytea as bytes, '{"a":[1,null]}'::jsonb as json, 'é'::text as word,
      array[1,2]::int8[] as numbers, array['a"b', null, 'c\\d'] as words, '{}'::text[] as none,
      array['2026-02-03T00:00:00Z'::timestamptz] as instants`)
    expect(row).toEqual({
      small: 1,
      large: 9_007_199_254_740_991,
      exact: '1.50',
      float: 0.5,
      yes: true,
      nothing: null,
      day: '2026-02-03',
      instant: new Date('2026-02-02T18:05:06.789Z'),
      bytes: Buffer.from([0, 255]),
      json: { a: [1, null] },
      word: 'é',
      numbers: [1, 2],
      words: ['a"b', null, 'c\\d'],
      none: [],
      instants: [new Date('2026-02-03T00:00:00Z')],
    })
    expect(Buffer.isBuffer(row?.['bytes'])).toBe(true)
  })

  it('go in as parameters and come out unchanged', async () => {
    const at = new Date('2026-10-04T15:59:59.123Z')
    const bytes = Buffer.from([0, 1, 92, 255])
    const row = await one(sql<Record<string, unknown>>`select
      ${at}::timestamptz as at, ${bytes}::bytea as bytes, ${{ a: 'ü"' }}::jsonb as object, ${'[1]'}::jsonb as list,
      ${['x', 'a,"b"\\']}::text[] as words, ${[1, 2]}::bigint[] as numbers, ${false}::boolean as no, ${null}::text as nothing,
      ${-12}::bigint as cents`)
    expect(row).toEqual({
      at,
      bytes,
      object: { a: 'ü"' },
      list: [1],
      words: ['x', 'a,"b"\\'],
      numbers: [1, 2],
      no: false,
      nothing: null,
      cents: -12,
    })
  })

  it('refuse a bigint that a number cannot hold', async () => {
    await expect(one(sql`select 9007199254740993::int8 as n`)).rejects.toThrow(RangeError)
  })

  it('count the rows that were changed', async () => {
    await sql`insert into counters values (900, 0), (901, 0)`.execute(database.db)
    const result = await sql`update counters set value = 1 where id >= ${900}`.execute(database.db)
    expect(result.numAffectedRows).toBe(2n)
  })
})

describe('errors', () => {
  it('name the constraint but never quote the row', async () => {
    await sql`insert into counters values (1, 0)`.execute(database.db)
    const error: unknown = await sql`insert into counters values (${1}, 4242)`
      .execute(database.db)
      .catch((e) => e)
    expect(violatedConstraint(error)).toBe('counters_pkey')
    expect(error).toBeInstanceOf(pg.DatabaseError)
    expect(error).toMatchObject({ code: '23505', table: 'counters' })
    expect(JSON.stringify(error)).not.toContain('(id)=(1)')
  })

  it('show where the query was made', async () => {
    async function faultyFunction(): Promise<void> {
      await sql`select * from no_such_table`.execute(database.db)
    }
    const error: unknown = await faultyFunction().catch((e) => e)
    expect(error instanceof Error && error.stack).toContain('faultyFunction')
  })

  it('of one caller do not poison the next', async () => {
    await expect(sql`begin; select 1/0`.execute(database.db)).rejects.toThrow('division by zero')
    await expect(one(sql`select 1 as fine`)).resolves.toEqual({ fine: 1 })
  })
})

describe('inTransaction', () => {
  it('keeps nothing when the work throws', async () => {
    const work = inTransaction(database.db, async (tx) => {
      await sql`insert into counters values (2, 0)`.execute(tx)
      throw new Error('changed my mind')
    })
    await expect(work).rejects.toThrow('changed my mind')
    expect(await one(sql`select id from counters where id = 2`)).toBeUndefined()
  })

  it('says so when a swallowed error had the commit refused', async () => {
    const work = inTransaction(database.db, async (tx) => {
      await sql`select 1/0`.execute(tx).catch(() => undefined)
    })
    await expect(work).rejects.toThrow()
  })

  it('refuses a query on the plain handle at once', async () => {
    const work = inTransaction(database.db, async (tx) => {
      await sql`insert into counters values (3, 0)`.execute(tx)
      await sql`select 1`.execute(database.db)
    })
    await expect(work).rejects.toMatchObject({ code: 'TX_SCOPE' })
    expect(await one(sql`select id from counters where id = 3`)).toBeUndefined()
  })

  it('refuses a transaction within a transaction', async () => {
    const work = inTransaction(database.db, () => inTransaction(database.db, async () => undefined))
    await expect(work).rejects.toMatchObject({ code: 'TX_SCOPE' })
  })

  it('lets work that outlives it use the plain handle', async () => {
    let later: Promise<unknown> = Promise.resolve()
    await inTransaction(database.db, async () => {
      later = new Promise((resolve) => setTimeout(resolve, 50)).then(() => sql`select 1`.execute(database.db))
    })
    await expect(later).resolves.toBeDefined()
  })

  it('rolls back a transaction that does nothing for too long, and its holder hears of it', async () => {
    const work = inTransaction(database.db, async (tx) => {
      await sql`insert into counters values (4, 0)`.execute(tx)
      await new Promise((resolve) => setTimeout(resolve, 900))
      await sql`insert into counters values (5, 0)`.execute(tx)
    })
    await expect(work).rejects.toThrow()
    expect(await one(sql`select id from counters where id in (4, 5)`)).toBeUndefined()
  })

  it('keeps 200 concurrent read-then-write transactions apart, a quarter of them given up', async () => {
    await sql`insert into counters values (100, 0), (101, 0)`.execute(database.db)
    const add = (step: number) =>
      inTransaction(database.db, async (tx) => {
        const { rows } = await sql<{
          value: number
        }>`select value from counters where id = ${100 + (step % 2)} for update`.execute(tx)
        await sql`update counters set value = ${(rows[0]?.value ?? 0) + step} where id = ${100 + (step % 2)}`.execute(
          tx,
        )
        if (step % 4 === 0) throw new Error('given up')
      }).catch(() => undefined)
    await Promise.all(Array.from({ length: 200 }, (_, step) => add(step)))
    const { rows } = await sql<{
      value: number
    }>`select value from counters where id in (100, 101) order by id`.execute(database.db)
    const steps = Array.from({ length: 200 }, (_, step) => step).filter((step) => step % 4 !== 0)
    const sum = (parity: number) => steps.filter((step) => step % 2 === parity).reduce((a, b) => a + b, 0)
    expect(rows.map(({ value }) => value)).toEqual([sum(0), sum(1)])
  })
})

describe('listen', () => {
  it('hears a notification after the commit that sent it, and none of a rollback', async () => {
    const heard: string[] = []
    const stop = await database.listen('news', (payload) => heard.push(payload))
    await inTransaction(database.db, async (tx) => {
      await sql`select pg_notify('news', 'kept')`.execute(tx)
      await sql`select 1`.execute(tx)
      expect(heard).toEqual([])
    })
    await inTransaction(database.db, async (tx) => {
      await sql`select pg_notify('news', 'lost')`.execute(tx)
      throw new Error('no')
    }).catch(() => undefined)
    await expect.poll(() => heard).toEqual(['kept'])
    await stop()
    await sql`select pg_notify('news', 'after')`.execute(database.db)
    await sql`select 1`.execute(database.db)
    expect(heard).toEqual(['kept'])
  })
})
