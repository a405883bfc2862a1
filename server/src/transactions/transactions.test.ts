import type { TransactionRecord } from '@banksia/connector-kit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  anAccount,
  aTransaction,
  type Data,
  type DataApplication,
  startData,
  storeAccount,
} from '../../test/data.ts'
import { openTestDatabase, type TestDatabase } from '../../test/database.ts'
import { type AccountId, newId, type TransactionId } from '../ids.ts'

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
async function walk(
  url: string,
  betweenPages: () => Promise<unknown> = async () => undefined,
): Promise<List[]> {
  const pages = [await get(url)]
  for (let next = pages[0]?.links.next; next; next = pages.at(-1)?.links.next) {
    await betweenPages()
    pages.push(await get(path(next)))
  }
  return pages
}

/** `posted` rows on as many days, newest first. */
const history = (posted: number, over: Partial<TransactionRecord> = {}) =>
  Array.from({ length: posted }, (_, i) =>
    aTransaction({ postDate: day(i + 1), balance: i, description: `row ${i}`, ...over }),
  )

describe('GET /users/{userId}/transactions', () => {
  describe('200', () => {
    it('shows every member of the contract', async () => {
      const person = await data.person(app.application)
      const ctx = person.context()
      const rows = [
        pending({ description: 'Café "Süd" \\ 日本', amount: -5, transactionDate: '2024-05-03' }),
        aTransaction({
          reference: 'R1',
          amount: 245_000,
          class: 'direct-credit',
          postDate: '2024-05-01',
          balance: 387_108,
        }),
      ]
      const account = await storeAccount(data, ctx, rows)
      const { status, type, body } = await app.get<List>(`${person.url}/transactions?limit=2&page=9`)
      expect(status).toBe(200)
      expect(type).toBe('application/json; charset=utf-8')
      const user = `http://api.test${person.url}`
      const shared = {
        type: 'transaction',
        currency: 'AUD',
        account,
        institution: 'AU00000',
        connection: ctx.connectionId,
        subClass: null,
        enrich: null,
      }
      const links = (id?: string) => ({
        self: `${user}/transactions/${id}`,
        account: `${user}/accounts/${account}`,
        institution: 'http://api.test/institutions/AU00000',
        connection: `${user}/connections/${ctx.connectionId}`,
      })
      const [first, second] = body.data
      expect(body).toEqual({
        type: 'list',
        count: 2,
        size: 2,
        data: [
          {
            ...shared,
            id: first?.id,
            status: 'pending',
            description: 'Café "Süd" \\ 日本',
            reference: '',
            amount: '-0.05',
            balance: null,
            direction: 'debit',
            class: 'payment',
            transactionDate: '2024-05-03T00:00:00Z',
            postDate: null,
            links: links(first?.id),
          },
          {
            ...shared,
            id: second?.id,
            status: 'posted',
            description: 'CORNER CAFE MANLY AU',
            reference: 'R1',
            amount: '2450.00',
            balance: '3871.08',
            direction: 'credit',
            class: 'direct-credit',
            transactionDate: '',
            postDate: '2024-05-01T00:00:00Z',
            links: links(second?.id),
          },
        ],
        links: { self: `${user}/transactions?limit=2&page=9` },
      })
      for (const item of body.data)
        expect((await app.get(`${person.url}/transactions/${item.id}`)).body).toEqual(item)
    })

    it('walks account after account, pending first, newest first, to the end', async () => {
      const person = await data.person(app.application)
      const order: AccountId[] = []
      for (const [reference, rows] of [
        ['a', 23],
        ['empty', 0],
        ['b', 17],
        ['c', 1],
      ] as const) {
        order.push(
          await storeAccount(
            data,
            person.context(),
            [pending(), ...history(rows)].slice(rows === 0 ? 1 : 0),
            anAccount({ reference }),
          ),
        )
      }
      const whole = await get(`${person.url}/transactions`)
      expect(whole).toMatchObject({ count: 44, size: 44 })
      expect(whole.links.next).toBeUndefined()
      expect([...new Set(whole.data.map(({ account }) => account))]).toEqual([order[0], order[2], order[3]])
      for (const account of order) {
        const dates = whole.data
          .filter((item) => item.account === account)
          .map(({ postDate }) => postDate ?? 'z')
        expect(dates).toEqual(dates.toSorted().toReversed())
      }
      for (const limit of [1, 4, 11, 22, 24, 43, 44]) {
        const pages = await walk(`${person.url}/transactions?limit=${limit}`)
        expect(pages.flatMap((page) => page.data)).toEqual(whole.data)
        expect(pages).toHaveLength(Math.ceil(44 / limit))
        expect(pages.every(({ size, count, data: { length } }) => size === 44 && count === length)).toBe(true)
      }
    })

    it('stays where it is while rows are added and removed', async () => {
      const person = await data.person(app.application)
      const ctx = person.context()
      const rows = history(20)
      await storeAccount(data, ctx, [pending(), ...rows])
      let added = 0
      const pages = await walk(`${person.url}/transactions?limit=3`, async () => {
        added += 1
        const newer = Array.from({ length: added }, (_, i) =>
          aTransaction({ postDate: day(0), balance: 1_000 + i }),
        )
        await storeAccount(data, ctx, [pending(), ...newer, ...rows])
      })
      const seen = pages.flatMap((page) => page.data).filter(({ status }) => status === 'posted')
      expect(seen.map(({ description }) => description)).toEqual(rows.map(({ description }) => description))
      expect(pages.every(({ size }) => size === 21)).toBe(true)
    })

    it('carries filter and limit in next, and restores them from next alone', async () => {
      const person = await data.person(app.application)
      await storeAccount(data, person.context(), [
        ...history(6),
        ...history(3, { amount: 5, description: 'in' }),
      ])
      const filter = "transaction.direction.eq('debit'), transaction.status.eq('posted')"
      const first = await get(
        `${person.url}/transactions?limit=4&filter=${encodeURIComponent(filter)}&filter=transaction.class.eq(payment)`,
      )
      const next = new URL(first.links.next ?? '')
      expect(next.origin).toBe('http://api.test')
      expect(first.links.next).not.toMatch(/[ '()]/)
      expect(next.searchParams.getAll('filter')).toEqual([filter, 'transaction.class.eq(payment)'])
      expect(next.searchParams.get('limit')).toBe('4')
      const second = await get(path(next.href))
      expect(second).toMatchObject({ count: 2, size: 6 })
      const alone = await get(`${person.url}/transactions?next=${next.searchParams.get('next')}`)
      expect(alone.data).toEqual(second.data)
      expect((await get(`${path(next.href)}&limit=1`)).count).toBe(1)
      expect((await get(`${path(next.href)}&limit=4&next=`)).data.length).toBeGreaterThan(0)
    })

    it('is empty without an active consent', async () => {
      for (const consent of ['none', 'revoked'] as const) {
        const person = await data.person(app.application, { consent })
        await storeAccount(data, person.context(), history(2))
        expect(await get(`${person.url}/transactions`)).toMatchObject({ count: 0, size: 0, data: [] })
        expect((await app.get(`${person.url}/transactions/${newId()}`)).status).toBe(404)
      }
    })
  })

  describe('400', () => {
    const refused = async (url: string) => {
      const { status, body } = await app.get<{ data: { detail: string; source: { parameter: string } }[] }>(
        url,
      )
      expect(status, url.slice(0, 200)).toBe(400)
      return body.data[0]
    }

    it('refuses limits out of range', async () => {
      const { url } = await data.person(app.application)
      expect(await refused(`${url}/transactions?limit=501`)).toMatchObject({
        detail: 'Maximum limit allowed is 500',
      })
      for (const limit of ['0', '-1', 'abc', '1.5', '%00', '9'.repeat(400)]) {
        expect(await refused(`${url}/transactions?limit=${limit}`)).toMatchObject({
          detail: 'Limit value is not valid',
        })
      }
    })

    it('refuses filters it does not understand', async () => {
      const { url } = await data.person(app.application)
      for (const filter of [
        "transaction.amount.eq('1')",
        '%00',
        "account.id.eq('%00')",
        'x'.repeat(9_000),
        "transaction.class.eq('food')",
      ]) {
        expect(await refused(`${url}/transactions?filter=${filter}`)).toMatchObject({
          source: { parameter: 'filter' },
        })
      }
      expect(await refused(`${url}/transactions?filter=transaction.postDate.eq('soon')`)).toMatchObject({
        detail: 'PostDate is not valid',
      })
    })

    it('refuses cursors that were altered, invented or given to another', async () => {
      const [person, other] = [await data.person(app.application), await data.person(app.application)]
      await storeAccount(data, person.context(), history(3))
      const { links } = await get(`${person.url}/transactions?limit=1`)
      const next = new URL(links.next ?? '').searchParams.get('next') ?? ''
      expect((await app.get(`${person.url}/transactions?next=${next}`)).status).toBe(200)
      const payload = Buffer.from(next, 'base64url')
      const altered = [...payload.keys()]
        .filter((i) => i % 7 === 0)
        .map((i) => {
          const copy = Buffer.from(payload)
          copy[i] = (copy[i] ?? 0) ^ 1
          return copy.toString('base64url')
        })
      const wrong = [
        ...altered,
        next.slice(0, -4),
        `${next}AA`,
        `${next}=`,
        'bf1ec9d4',
        newId(),
        '%00',
        'A'.repeat(9_000),
      ]
      for (const text of wrong) {
        expect(await refused(`${person.url}/transactions?next=${text}`)).toMatchObject({
          detail: 'Next value is not valid',
        })
      }
      await refused(`${other.url}/transactions?next=${next}`)
    })
  })

  describe('403', () => {
    it('says that transactions were not consented, only while a consent is active', async () => {
      const person = await data.person(app.application, { scopes: ['account.basic', 'account.detail'] })
      const { status, body } = await app.get(`${person.url}/transactions`)
      expect(status).toBe(403)
      expect(body).toMatchObject({ data: [{ code: 'access-denied' }] })
      expect((await app.get(`${person.url}/transactions/${newId()}`)).status).toBe(403)
      const ended = await data.person(app.application, { scopes: ['account.basic'], consent: 'revoked' })
      expect((await app.get(`${ended.url}/transactions`)).status).toBe(200)
    })

    it('refuses client tokens', async () => {
      const person = await data.person(app.application)
      expect((await app.get(`${person.url}/transactions`, person.userId)).status).toBe(403)
    })
  })

  describe('404', () => {
    it('knows neither users nor transactions of others', async () => {
      const [person, other] = [await data.person(app.application), await data.person(app.application)]
      const foreign = await data.application()
      await storeAccount(data, person.context(), history(1))
      const id = (await get(`${person.url}/transactions`)).data[0]?.id
      expect((await app.get(`${person.url}/transactions/${id}`)).status).toBe(200)
      expect((await app.get(`${other.url}/transactions/${id}`)).status).toBe(404)
      expect((await foreign.get(`${person.url}/transactions/${id}`)).status).toBe(404)
      expect((await foreign.get(`${person.url}/transactions`)).status).toBe(404)
      expect((await app.get(`${person.url}/transactions/${newId<TransactionId>()}`)).status).toBe(404)
      expect((await app.get(`${person.url}/transactions/not_an_id`)).status).toBe(400)
    })
  })
})
