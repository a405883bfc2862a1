import type { TransactionRecord } from '@banksia/connector-kit'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  anAccount,
  aTransaction,
  type Data,
  type DataApplication,
  insertConsent,
  startData,
  storeAccount,
} from '../../test/data.ts'
import { openTestDatabase, type TestDatabase } from '../../test/database.ts'
import { inTransaction } from '../db/database.ts'
import { eventDataPurpose } from '../events/outbox.ts'
import { type ConsentId, newId } from '../ids.ts'
import type { SyncContext } from './sync.types.ts'

let database: TestDatabase
let data: Data
let app: DataApplication

beforeAll(async () => {
  database = await openTestDatabase()
  data = await startData(database, database.options.dataDir)
  app = await data.application()
})
afterAll(async () => {
  await data.close()
  await database.drop()
})

interface Item {
  id: string
  status: string
  description: string
  accountNo: string
}

const items = async (url: string, kind: 'accounts' | 'transactions') =>
  (await app.get<{ data: Item[] }>(`${url}/${kind}`)).body.data

const storeAccounts = (ctx: SyncContext, ...records: ReturnType<typeof anAccount>[]) =>
  inTransaction(data.db, (tx) => data.sync.storeAccounts(tx, ctx, records))

const eventsOf = async ({ userId, key }: SyncContext) => {
  const rows = await data.db
    .selectFrom('events')
    .selectAll()
    .where('user_id', '=', userId)
    .orderBy('seq')
    .execute()
  return rows.map((row) => ({
    type: `${row.entity}.${row.verb}`,
    body: JSON.parse(key.open(eventDataPurpose(row.id), row.sealed_data ?? Buffer.alloc(0)).toString()),
    plain: row.data,
  }))
}

describe('storeAccounts', () => {
  it('keeps ids across readings and tells only of changes that are not about money', async () => {
    const ctx = (await data.person(app.application)).context()
    const [first] = await storeAccounts(ctx, anAccount())
    const [again] = await storeAccounts(ctx, anAccount({ balance: 5, availableFunds: 4 }))
    expect(again?.accountId).toBe(first?.accountId)
    expect(await eventsOf(ctx)).toEqual([])
    await storeAccounts(ctx, anAccount({ name: 'Bills' }))
    const [event] = await eventsOf(ctx)
    expect(event?.type).toBe('account.updated')
    expect(event?.plain).toBeNull()
    expect(event?.body).toMatchObject({
      type: 'account',
      id: first?.accountId,
      accountNo: '45678945678901',
      connection: { type: 'connection', id: ctx.connectionId },
    })
  })

  it('makes accounts that the bank no longer lists unavailable, and available again', async () => {
    const person = await data.person(app.application)
    const ctx = person.context()
    await storeAccounts(ctx, anAccount(), anAccount({ reference: 'saver' }))
    await storeAccounts(ctx, anAccount())
    expect((await items(person.url, 'accounts')).map(({ status }) => status)).toEqual([
      'available',
      'unavailable',
    ])
    await storeAccounts(ctx, anAccount(), anAccount({ reference: 'saver' }))
    expect((await items(person.url, 'accounts')).map(({ status }) => status)).toEqual([
      'available',
      'available',
    ])
    expect((await eventsOf(ctx)).map(({ body }) => body.status)).toEqual(['unavailable', 'available'])
  })

  it('takes the same reference at two connections for two accounts, and twice in one list for one', async () => {
    const person = await data.person(app.application)
    await storeAccounts(person.context(), anAccount(), anAccount({ name: 'Twin' }))
    await storeAccounts(person.context(), anAccount())
    expect(await items(person.url, 'accounts')).toHaveLength(2)
  })

  it('stores nothing without account.basic, and masks numbers without account.detail', async () => {
    const none = await data.person(app.application, { scopes: ['transaction.detail'] })
    expect(await storeAccounts(none.context(), anAccount())).toEqual([])
    expect(await items(none.url, 'accounts')).toEqual([])
    const basic = await data.person(app.application, { scopes: ['account.basic'] })
    await storeAccounts(basic.context(), anAccount())
    expect((await items(basic.url, 'accounts'))[0]?.accountNo).toBe('xxxxxxxxxx8901')
  })

  it('masks card numbers always, and keeps the numbers of test banks as they are', async () => {
    const person = await data.person(app.application)
    await storeAccounts(
      person.context(),
      anAccount({ reference: 'a', type: 'credit-card', accountNo: '4111111111111111' }),
      anAccount({ reference: 'b', type: 'credit-card', accountNo: '23456723456789' }),
      anAccount({ reference: 'c', accountNo: '4111111111111111' }),
    )
    expect((await items(person.url, 'accounts')).map(({ accountNo }) => accountNo)).toEqual([
      'xxxxxxxxxxxx1111',
      '23456723456789',
      '4111111111111111',
    ])
  })

  it('leaves nothing readable in the database', async () => {
    const ctx = (await data.person(app.application)).context()
    await storeAccount(
      data,
      ctx,
      [aTransaction({ description: 'MARKER-ROW' })],
      anAccount({ name: 'MARKER-ACCOUNT' }),
    )
    for (const table of ['accounts', 'transactions', 'transaction_blocks', 'events']) {
      const found = await sql<{
        row: string
      }>`select row_to_json(t)::text as row from ${sql.table(table)} t`.execute(data.db)
      const hex = found.rows.map(({ row }) => row).join('')
      expect(hex.includes('MARKER'), table).toBe(false)
      expect(hex.includes(Buffer.from('MARKER').toString('hex')), table).toBe(false)
    }
  })

  it('asks for as many days as consented at first, then for those that may have changed', async () => {
    const at = new Date('2024-05-03T01:00:00Z')
    const person = await data.person(app.application, { at, initialRetrievalDays: 30 })
    const ctx = person.context()
    expect((await storeAccounts(ctx, anAccount()))[0]?.stopBefore).toBe('2024-04-03')
    const rows = ['2024-05-02', '2024-04-03', '2024-04-02'].map((postDate) => aTransaction({ postDate }))
    await storeAccount(data, ctx, rows)
    expect(await items(person.url, 'transactions')).toHaveLength(2)
    expect((await storeAccounts(ctx, anAccount()))[0]?.stopBefore).toBe('2024-04-25')
    expect(
      (await storeAccounts((await data.person(app.application)).context(), anAccount()))[0]?.stopBefore,
    ).toBeNull()
  })

  it('reads everything again under a new consent, which keeps the ids of posted transactions', async () => {
    const person = await data.person(app.application)
    const ctx = person.context()
    await storeAccount(data, ctx, [aTransaction(), aTransaction({ status: 'pending', postDate: null })])
    const before = await items(person.url, 'transactions')
    await data.db
      .updateTable('consents')
      .set({ status: 'revoked' })
      .where('id', '=', person.consentId)
      .execute()
    const consentId = newId<ConsentId>()
    await data.vault.create(app.application.id, consentId)
    await insertConsent(data.db, app.application, person.userId, consentId, 'active', [...ctx.scopes])
    const renewed = { ...ctx, consentId, key: await data.vault.key(app.application.id, consentId) }
    expect(await items(person.url, 'accounts')).toEqual([])
    const [account] = await storeAccounts(renewed, anAccount())
    expect(account?.stopBefore).toBeNull()
    expect(await items(person.url, 'transactions')).toEqual([])
    await storeAccount(data, renewed, [aTransaction()])
    const after = await items(person.url, 'transactions')
    expect(after).toHaveLength(1)
    expect(after[0]?.id).toBe(before.find(({ status }) => status === 'posted')?.id)
  })
})

describe('storeTransactions', () => {
  const pending = (description: string) =>
    aTransaction({
      description,
      status: 'pending',
      postDate: null,
      balance: null,
      transactionDate: '2024-05-03',
    })

  it('keeps posted ids, replaces pending ones and counts what changed', async () => {
    const person = await data.person(app.application)
    const ctx = person.context()
    const rows = [pending('ATM'), aTransaction({ description: 'B' }), aTransaction({ description: 'A' })]
    const accountId = await storeAccount(data, ctx, rows)
    const first = await items(person.url, 'transactions')
    const again = await inTransaction(data.db, (tx) =>
      data.sync.storeTransactions(
        tx,
        ctx,
        accountId,
        [...rows.slice(0, 1), aTransaction({ description: 'C' }), ...rows.slice(1)],
        { complete: true },
      ),
    )
    const second = await items(person.url, 'transactions')
    expect(again).toEqual({ added: 2, removed: 1 })
    expect(second.map(({ description }) => description)).toEqual(['ATM', 'C', 'B', 'A'])
    expect(second.slice(2)).toEqual(first.slice(1))
    expect(second[0]?.id).not.toBe(first[0]?.id)
    expect((await app.get(`${person.url}/transactions/${first[0]?.id}`)).status).toBe(404)
    expect((await app.get(`${person.url}/transactions/${first[1]?.id}`)).body).toEqual(first[1])
  })

  it('counts rows that are alike in everything within their day', async () => {
    const person = await data.person(app.application)
    const ctx = person.context()
    const coffee = aTransaction({ balance: null })
    await storeAccount(data, ctx, [coffee, coffee])
    const first = await items(person.url, 'transactions')
    await storeAccount(data, ctx, [coffee, coffee, coffee])
    const second = await items(person.url, 'transactions')
    expect(new Set(second.map(({ id }) => id)).size).toBe(3)
    expect(second.slice(1)).toEqual(first)
  })

  it('leaves the oldest day of an unfinished reading for the next time', async () => {
    const person = await data.person(app.application)
    const ctx = person.context()
    const [account] = await storeAccounts(ctx, anAccount())
    if (!account) throw new Error('no account')
    const rows = [aTransaction({ postDate: '2024-05-02' }), aTransaction({ postDate: '2024-05-01' })]
    await inTransaction(data.db, (tx) =>
      data.sync.storeTransactions(tx, ctx, account.accountId, rows, { complete: false }),
    )
    expect(await items(person.url, 'transactions')).toHaveLength(1)
    expect((await storeAccounts(ctx, anAccount()))[0]?.stopBefore).toBeNull()
    await storeAccount(data, ctx, rows)
    expect(await items(person.url, 'transactions')).toHaveLength(2)
  })

  it('stores no row without transaction.detail', async () => {
    const person = await data.person(app.application, { scopes: ['account.basic'] })
    await storeAccount(data, person.context(), [aTransaction()])
    const found = await data.db
      .selectFrom('accounts')
      .select('posted_count')
      .where('user_id', '=', person.userId)
      .executeTakeFirst()
    expect(found?.posted_count).toBe(0)
  })

  it('fills a block before it starts another, so that small readings do not add up to many blocks', async () => {
    const person = await data.person(app.application)
    const ctx = person.context()
    const rows: TransactionRecord[] = []
    for (let day = 1; day <= 28; day++) {
      rows.unshift(aTransaction({ postDate: `2024-04-${String(day).padStart(2, '0')}`, balance: day }))
      await storeAccount(data, ctx, [pending('ATM'), ...rows])
    }
    const blocks = await data.db
      .selectFrom('transaction_blocks as b')
      .innerJoin('accounts as a', 'a.id', 'b.account_id')
      .select('number')
      .where('a.user_id', '=', person.userId)
      .execute()
    expect(blocks).toHaveLength(2)
    expect(await items(person.url, 'transactions')).toHaveLength(29)
  })

  it('keeps the counters equal to the rows, whatever is read', async () => {
    const person = await data.person(app.application)
    const ctx = person.context()
    const row = fc.record({
      status: fc.constantFrom('pending' as const, 'posted' as const),
      day: fc.integer({ min: 1, max: 9 }),
      amount: fc.integer({ min: -3, max: 3 }),
    })
    const accounts = fc.constantFrom('everyday', 'saver')
    await fc.assert(
      fc.asyncProperty(
        accounts,
        fc.array(row, { maxLength: 40 }),
        fc.boolean(),
        async (reference, made, complete) => {
          const rows = made
            .toSorted((a, b) => b.day - a.day)
            .map(({ status, day, amount }) =>
              aTransaction({
                status,
                amount,
                balance: null,
                postDate: status === 'posted' ? `2024-05-0${day}` : null,
              }),
            )
          await inTransaction(data.db, async (tx) => {
            const [stored] = await data.sync.storeAccounts(tx, ctx, [anAccount({ reference })])
            if (stored) await data.sync.storeTransactions(tx, ctx, stored.accountId, rows, { complete })
          })
          const counted = await sql<{ ok: boolean }>`
          select posted_count = count(t.id) filter (where t.status = 'posted')
            and pending_count = count(t.id) filter (where t.status = 'pending') as ok
          from accounts a left join transactions t on t.account_id = a.id
          where a.user_id = ${person.userId} group by a.id, posted_count, pending_count`.execute(data.db)
          expect(counted.rows.every(({ ok }) => ok)).toBe(true)
        },
      ),
      { numRuns: 25 },
    )
    const { body } = await app.get<{ size: number; count: number; data: Item[] }>(
      `${person.url}/transactions`,
    )
    expect(body.size).toBe(body.count)
    expect(new Set(body.data.map(({ id }) => id)).size).toBe(body.count)
  })
})

describe('announceTransactions', () => {
  it('tells once, with the count as text, and not at all when nothing was stored', async () => {
    const ctx = (await data.person(app.application)).context()
    const nothing = { added: 0, removed: 0 }
    await inTransaction(data.db, (tx) => data.sync.announceTransactions(tx, ctx, [nothing, nothing]))
    expect(await eventsOf(ctx)).toEqual([])
    const stored = [{ added: 9, removed: 1 }, nothing, { added: 4, removed: 0 }]
    await inTransaction(data.db, (tx) => data.sync.announceTransactions(tx, ctx, stored))
    const [event, ...others] = await eventsOf(ctx)
    expect(others).toEqual([])
    expect(event).toMatchObject({ type: 'transactions.updated', body: { type: 'transactions', count: '13' } })
  })
})

describe('removal', () => {
  const remaining = async (ctx: SyncContext) => {
    const counts = await sql<{ rows: number }>`
      select (select count(*) from accounts where connection_id = ${ctx.connectionId})
        + (select count(*) from transactions t join accounts a on a.id = t.account_id where connection_id = ${ctx.connectionId})
        as rows`.execute(data.db)
    return counts.rows[0]?.rows
  }

  it('takes all of one connection and nothing of another, also when repeated', async () => {
    const person = await data.person(app.application)
    const [ctx, other] = [person.context(), person.context()]
    await storeAccount(data, ctx, [aTransaction(), aTransaction({ status: 'pending', postDate: null })])
    await storeAccount(data, other, [aTransaction()])
    expect(await data.sync.removeOf(ctx)).toEqual({ accounts: 1, transactions: 2 })
    expect(await data.sync.removeOf(ctx)).toEqual({ accounts: 0, transactions: 0 })
    expect(await remaining(ctx)).toBe(0)
    expect(await items(person.url, 'transactions')).toHaveLength(1)
    const orphans = await sql<{ count: number }>`
      select count(*) as count from transaction_blocks b where not exists (select from accounts a where a.id = b.account_id)`.execute(
      data.db,
    )
    expect(orphans.rows[0]?.count).toBe(0)
  })

  it('purges in one transaction, after which a refresh reads everything again', async () => {
    const person = await data.person(app.application)
    const ctx = person.context()
    await storeAccount(data, ctx, [aTransaction()])
    expect(await inTransaction(data.db, (tx) => data.sync.purge(tx, ctx))).toEqual({
      accounts: 1,
      transactions: 1,
    })
    expect(await items(person.url, 'accounts')).toEqual([])
    await storeAccount(data, ctx, [aTransaction()])
    expect(await items(person.url, 'transactions')).toHaveLength(1)
  })

  it('finds nothing through another application', async () => {
    const ctx = (await data.person(app.application)).context()
    await storeAccount(data, ctx, [aTransaction()])
    const { application } = await data.application()
    expect(await data.sync.removeOf({ ...ctx, application })).toEqual({ accounts: 0, transactions: 0 })
    expect(await remaining(ctx)).toBe(2)
  })
})
