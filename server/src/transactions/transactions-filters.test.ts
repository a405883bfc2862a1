import type { TransactionRecord } from '@banksia/connector-kit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aTransaction, type Data, type DataApplication, startData, storeAccount } from '../../test/data.ts'
import { openTestDatabase, type TestDatabase } from '../../test/database.ts'
import { newId } from '../ids.ts'
import { transactionClasses } from './transactions.schemas.ts'

interface Item {
  id: string
  account: string
  status: string
  description: string
  direction: string
  class: string
  postDate: string | null
  transactionDate: string | null
}
interface List {
  type: 'list'
  count: number
  size: number
  data: Item[]
  links: { self: string; next?: string }
}

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

const day = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10)
const pending = (over: Partial<TransactionRecord> = {}) =>
  aTransaction({ status: 'pending', postDate: null, balance: null, transactionDate: day(0), ...over })
const path = (link: string) => link.replace('http://api.test', '')
const get = async (url: string) => (await app.get<List>(url)).body

/** Every row of a listing, by following `next`. */
async function walk(url: string): Promise<List[]> {
  const pages = [await get(url)]
  for (let next = pages[0]?.links.next; next; next = pages.at(-1)?.links.next) {
    pages.push(await get(path(next)))
  }
  return pages
}

/** `posted` rows on as many days, newest first. */
const history = (posted: number, over: Partial<TransactionRecord> = {}) =>
  Array.from({ length: posted }, (_, i) =>
    aTransaction({ postDate: day(i + 1), balance: i, description: `row ${i}`, ...over }),
  )

describe('filters of GET /users/{userId}/transactions', () => {
  it('finds rows by every property and condition, with the size to match', async () => {
    const person = await data.person(app.application)
    const [hooli, piper] = [person.context(), person.context({ institutionId: 'AU00002' as never })]
    const rows = transactionClasses.map((name, i) =>
      aTransaction({
        class: name,
        postDate: day(20 + i),
        amount: i % 2 ? 5 : -5,
        balance: i,
        transactionDate: i === 3 ? day(40) : null,
      }),
    )
    const one = await storeAccount(data, hooli, [pending({ class: 'refund', amount: 7 }), ...rows])
    const two = await storeAccount(data, piper, rows.slice(0, 4))
    const all = (await get(`${person.url}/transactions`)).data
    const at = (ago: number) => `${day(ago)}T00:00:00Z`
    const cases: [string, (item: Item) => boolean][] = [
      [`account.id.eq('${one}')`, (item) => item.account === one],
      [`account.id.ne('${one}')`, (item) => item.account === two],
      [`account.id.in('${one}', '${two}')`, () => true],
      [`connection.id.eq('${piper.connectionId}')`, (item) => item.account === two],
      [`connection.id.ne('${piper.connectionId}')`, (item) => item.account === one],
      [`connection.id.eq('${newId()}')`, () => false],
      ["institution.id.eq('AU00002')", (item) => item.account === two],
      ["institution.id.in('AU00002','AU00000')", () => true],
      ["transaction.status.eq('pending')", (item) => item.status === 'pending'],
      ["transaction.status.ne('pending')", (item) => item.status === 'posted'],
      ["transaction.status.in('pending','posted')", () => true],
      ["transaction.status.eq('pending'),transaction.status.eq('posted')", () => false],
      ["transaction.direction.eq('debit')", (item) => item.direction === 'debit'],
      ["transaction.direction.ne('debit')", (item) => item.direction === 'credit'],
      ...transactionClasses.map((name): [string, (item: Item) => boolean] => [
        `transaction.class.eq('${name}')`,
        (item) => item.class === name,
      ]),
      ["transaction.class.ne('refund')", (item) => item.class !== 'refund'],
      [
        "transaction.class.in('refund','transfer'),transaction.direction.eq('credit')",
        (item) => ['refund', 'transfer'].includes(item.class) && item.direction === 'credit',
      ],
      [`transaction.postDate.eq('${day(21)}')`, (item) => item.postDate === at(21)],
      [
        `transaction.postDate.in('${day(21)}','${day(23)}')`,
        (item) => [at(21), at(23)].includes(item.postDate ?? ''),
      ],
      [
        `transaction.postDate.ne('${day(21)}'),transaction.status.eq('posted')`,
        (item) => item.postDate !== at(21) && item.status === 'posted',
      ],
      [
        `transaction.postDate.bt('${day(23)}','${day(21)}')`,
        (item) => [at(21), at(22), at(23)].includes(item.postDate ?? ''),
      ],
      [
        `transaction.postDate.bt('${day(23)},${day(21)}')`,
        (item) => [at(21), at(22), at(23)].includes(item.postDate ?? ''),
      ],
      [`transaction.postDate.lt('${day(21)}')`, (item) => (item.postDate ?? 'z') < at(21)],
      [`transaction.postDate.lteq('${day(21)}')`, (item) => (item.postDate ?? 'z') <= at(21)],
      [
        `transaction.postDate.gt('${day(21)}'),transaction.status.eq('posted')`,
        (item) => item.postDate === at(20),
      ],
      [
        `transaction.postDate.gteq('${day(21)}'),transaction.postDate.lteq('${day(20)}')`,
        (item) => [at(20), at(21)].includes(item.postDate ?? ''),
      ],
      [
        `transaction.postDate.gteq('${day(21)}T00:00:01Z'),transaction.status.eq('posted')`,
        (item) => item.postDate === at(20),
      ],
      [`transaction.transactionDate.eq('${day(40)}')`, (item) => item.transactionDate === at(40)],
      [`transaction.transactionDate.gteq('${day(0)}')`, (item) => item.status === 'pending'],
      [`transaction.postDate.eq('0001-01-01')`, () => false],
      [
        `transaction.postDate.lteq('9999-12-31'),transaction.status.eq('posted')`,
        (item) => item.status === 'posted',
      ],
    ]
    for (const [filter, expected] of cases) {
      const found = await get(`${person.url}/transactions?limit=5&filter=${encodeURIComponent(filter)}`)
      const pages = await walk(`${person.url}/transactions?limit=5&filter=${filter.replaceAll(' ', '+')}`)
      expect(
        pages.flatMap((page) => page.data),
        filter,
      ).toEqual(all.filter(expected))
      expect(found.size, filter).toBe(all.filter(expected).length)
    }
  })

  it('includes pending rows in ranges that touch the last seven days, and in no other', async () => {
    const person = await data.person(app.application)
    await storeAccount(data, person.context(), [pending(), ...history(20)])
    const found = async (filter: string) => {
      const { data: rows, size } = await get(`${person.url}/transactions?filter=${filter}`)
      expect(size).toBe(rows.length)
      return rows.some(({ status }) => status === 'pending')
    }
    for (const filter of [
      `transaction.postDate.gteq('${day(30)}')`,
      `transaction.postDate.bt('${day(20)}','${day(5)}')`,
      `transaction.postDate.eq('${day(3)}')`,
      `transaction.postDate.gteq('${day(9)}'),transaction.postDate.lteq('${day(6)}')`,
      `transaction.postDate.lteq('${day(0)}')`,
      `transaction.postDate.gt('${day(12)}'),transaction.direction.eq('debit')`,
    ]) {
      expect(await found(filter), filter).toBe(true)
    }
    for (const filter of [
      `transaction.postDate.lteq('${day(9)}')`,
      `transaction.postDate.bt('${day(20)}','${day(9)}')`,
      `transaction.postDate.gt('${day(-3)}')`,
      `transaction.postDate.gteq('${day(30)}'),transaction.status.eq('posted')`,
      `transaction.postDate.gteq('${day(30)}'),transaction.direction.eq('credit')`,
      `transaction.postDate.lt('${day(2)}'),transaction.postDate.gt('${day(1)}')`,
    ]) {
      expect(await found(filter), filter).toBe(false)
    }
  })
})
