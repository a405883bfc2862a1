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
import { inTransaction } from '../db/database.ts'
import { type ConnectionId, newId } from '../ids.ts'
import { isCardNumber, maskNumber } from './account-number.ts'

type Account = Record<string, unknown> & {
  id: string
  accountNo: string
  links: { self: string; transactions: string; connection: string | null; institution: string }
}
interface List {
  type: 'list'
  count: number
  size: number
  data: Account[]
  links: { self: string }
}

let database: TestDatabase
let data: Data
let app: DataApplication
const at = new Date('2024-05-03T01:00:12.345Z')

beforeAll(async () => {
  database = await openTestDatabase()
  data = await startData(database, database.options.dataDir)
  app = await data.application()
})
afterAll(async () => {
  await data.close()
  await database.drop()
})

const list = async (url: string, filter?: string) => {
  const query = filter === undefined ? '' : `?filter=${encodeURIComponent(filter)}`
  return (await app.get<List>(`${url}/accounts${query}`)).body.data
}

describe('GET /users/{userId}/accounts', () => {
  describe('200', () => {
    it('shows every member of the contract, null where nothing is known', async () => {
      const person = await data.person(app.application, { at })
      const ctx = person.context()
      const id = await storeAccount(data, ctx, [aTransaction(), aTransaction({ postDate: '2022-05-04' })])
      const { status, type, body } = await app.get<List>(`${person.url}/accounts?filter=&_=1`)
      expect(status).toBe(200)
      expect(type).toBe('application/json; charset=utf-8')
      const user = `http://api.test${person.url}`
      const account = {
        type: 'account',
        id,
        name: 'Everyday',
        displayName: null,
        accountNo: '45678945678901',
        accountHolder: 'Max Wentworth-Smith',
        accountOwnership: 'UNKNOWN',
        isOwned: true,
        balance: '1421.08',
        availableFunds: '1396.58',
        creditLimit: null,
        currency: 'AUD',
        class: { type: 'transaction', product: 'Hooli Transaction' },
        connection: ctx.connectionId,
        institution: 'AU00000',
        lastUpdated: '2024-05-03T01:00:12Z',
        status: 'available',
        transactionIntervals: [{ from: '2022-05-04', to: '2024-05-02' }],
        links: {
          self: `${user}/accounts/${id}`,
          transactions: `${user}/transactions?filter=account.id.eq('${id}')`,
          connection: `${user}/connections/${ctx.connectionId}`,
          institution: 'http://api.test/institutions/AU00000',
        },
      }
      expect(body).toEqual({
        type: 'list',
        count: 1,
        size: 1,
        data: [account],
        links: { self: `${user}/accounts?filter=&_=1` },
      })
      expect((await app.get(`${person.url}/accounts/${id}?filter=ignored(`)).body).toEqual(account)
    })

    it('is empty without an active consent, at once', async () => {
      for (const consent of ['none', 'revoked'] as const) {
        const person = await data.person(app.application, { consent })
        const id = await storeAccount(data, person.context(), [])
        expect(await list(person.url)).toEqual([])
        expect((await app.get(`${person.url}/accounts/${id}`)).status).toBe(404)
      }
    })

    it('is empty once the key of the consent is gone', async () => {
      const person = await data.person(app.application)
      const id = await storeAccount(data, person.context(), [])
      await data.vault.destroy(app.application.id, person.consentId)
      expect(await list(person.url)).toEqual([])
      expect((await app.get(`${person.url}/accounts/${id}`)).status).toBe(404)
    })

    it('finds accounts by every property with eq, ne and in', async () => {
      const person = await data.person(app.application)
      const [hooli, piper] = [person.context(), person.context({ institutionId: 'AU00002' as never })]
      const everyday = await storeAccount(data, hooli, [])
      const loan = await storeAccount(data, piper, [], anAccount({ type: 'loan' }))
      await inTransaction(data.db, (tx) =>
        data.sync.storeAccounts(tx, { ...piper, connectionId: newId() }, []),
      )
      await inTransaction(data.db, (tx) => data.sync.storeAccounts(tx, hooli, []))
      const found = async (filter: string) => (await list(person.url, filter)).map(({ id }) => id)
      const pairs: [string, string, string][] = [
        ['account.id', everyday, loan],
        ['connection.id', hooli.connectionId, piper.connectionId],
        ['institution.id', 'AU00000', 'AU00002'],
        ['account.status', 'unavailable', 'available'],
        ['account.class.type', 'transaction', 'loan'],
      ]
      for (const [property, first, second] of pairs) {
        expect(await found(`${property}.eq('${first}')`), property).toEqual([everyday])
        expect(await found(`${property}.ne('${first}')`), property).toEqual([loan])
        expect(await found(`${property}.in('${first}','${second}')`), property).toEqual([everyday, loan])
        expect(await found(`${property}.eq('${first}'),${property}.eq('${second}')`), property).toEqual([])
      }
      expect(await found(`connection.id.eq('${newId()}')`)).toEqual([])
      expect(await found("institution.id.eq('nobody has this')")).toEqual([])
    })

    it('takes a filter raw, with blanks and repeated', async () => {
      const person = await data.person(app.application)
      const id = await storeAccount(data, person.context(), [])
      const raw = `${person.url}/accounts?filter=institution.id.eq('AU00000'),+account.id.eq('${id}')&filter=account.id.eq(${id})`
      expect((await app.get<List>(raw)).body.data.map((account) => account.id)).toEqual([id])
    })

    it('keeps accounts of a deleted connection, unavailable and without a link to it', async () => {
      const person = await data.person(app.application)
      const ctx = person.context()
      await storeAccount(data, ctx, [aTransaction()])
      await inTransaction(data.db, (tx) => data.sync.markUnavailable(tx, ctx))
      const [account] = await list(person.url)
      expect(account).toMatchObject({ status: 'unavailable', connection: ctx.connectionId })
      expect(account?.links.connection).toBeNull()
      const transactions = await app.get<List>(`${person.url}/transactions`)
      expect(transactions.body.data[0]).toMatchObject({
        connection: ctx.connectionId,
        links: { connection: null },
      })
    })
  })

  describe('400', () => {
    it('refuses a filter it does not understand', async () => {
      const person = await data.person(app.application)
      for (const filter of [
        "account.name.eq('x')",
        'x'.repeat(9_000),
        "account.id.eq('%00')",
        "account.status.eq('gone')",
      ]) {
        const { status, body } = await app.get(`${person.url}/accounts?filter=${filter}`)
        expect(status).toBe(400)
        expect(body).toMatchObject({
          data: [{ code: 'parameter-not-valid', source: { parameter: 'filter' } }],
        })
      }
    })

    it('refuses ids that cannot be ids', async () => {
      expect((await app.get('/users/no_id/accounts')).status).toBe(400)
      const { userId } = await data.person(app.application)
      expect((await app.get(`/users/${userId}/accounts/a%20b`)).body).toMatchObject({
        data: [{ detail: 'Account ID value is not valid', source: { parameter: 'accountId' } }],
      })
    })
  })

  describe('403', () => {
    it('refuses client tokens', async () => {
      const person = await data.person(app.application)
      expect((await app.get(`${person.url}/accounts`, person.userId)).status).toBe(403)
      expect((await app.get(`${person.url}/accounts/${newId()}`, person.userId)).status).toBe(403)
    })
  })

  describe('404', () => {
    it('knows neither users nor accounts of others', async () => {
      const person = await data.person(app.application)
      const other = await data.person(app.application)
      const foreign = await data.application()
      const id = await storeAccount(data, person.context(), [])
      expect((await app.get(`${other.url}/accounts/${id}`)).status).toBe(404)
      expect((await foreign.get(`${person.url}/accounts/${id}`)).status).toBe(404)
      expect((await foreign.get(`${person.url}/accounts`)).body).toMatchObject({
        data: [{ detail: 'Requested user does not exist.' }],
      })
      expect((await app.get(`/users/${newId()}/accounts`)).status).toBe(404)
      expect((await app.get(`/users/ea3a81/accounts`)).status).toBe(404)
    })
  })
})

describe('accounts of a connection', () => {
  it('leaves other connections of the user alone', async () => {
    const person = await data.person(app.application)
    const ctx = person.context()
    await storeAccount(data, ctx, [])
    await storeAccount(data, person.context(), [])
    expect(await list(person.url, `connection.id.eq('${ctx.connectionId}')`)).toHaveLength(1)
    expect(await list(person.url, `connection.id.eq('${newId<ConnectionId>()}')`)).toHaveLength(0)
  })
})

describe('account numbers', () => {
  it('tells card numbers from other numbers of card accounts', () => {
    for (const card of [
      '4111111111111111',
      '5555555555554444',
      '2223003122003222',
      '378282246310005',
      '30569309025904',
      '6011111111111117',
    ]) {
      expect(isCardNumber(card), card).toBe(true)
    }
    const testBanks = [
      '23456723456789',
      '000001919644170',
      '000001004381',
      '000001023483',
      '000001077379',
      '772245684154861747642',
      '090001077779',
    ]
    for (const number of testBanks) expect(isCardNumber(number), number).toBe(false)
  })

  it('masks all but the last four, and half of what is short', () => {
    expect(maskNumber('4111111111111111')).toBe('xxxxxxxxxxxx1111')
    expect(maskNumber('123456')).toBe('xxx456')
    expect(maskNumber('12')).toBe('x2')
    expect(maskNumber('')).toBe('')
  })
})
