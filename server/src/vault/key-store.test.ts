import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../../test/database.ts'
import { type ApplicationId, type ConsentId, newId } from '../ids.ts'
import { createDatabaseKeyStore } from './key-store.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.drop())

it('keeps a key in a database until it is destroyed, never replaces it, and keeps applications apart', async () => {
  const store = createDatabaseKeyStore(database.db)
  const [application, other] = [newId<ApplicationId>(), newId<ApplicationId>()]
  const consent = newId<ConsentId>()
  await store.write(application, consent, Buffer.from('wrapped'))
  expect((await store.read(application, consent))?.toString()).toBe('wrapped')
  expect(await store.read(other, consent)).toBeUndefined()
  await expect(store.write(application, consent, Buffer.from('another'))).rejects.toThrow()
  await store.destroy(other, consent)
  expect((await store.read(application, consent))?.toString()).toBe('wrapped')
  await store.destroy(application, consent)
  await store.destroy(application, consent)
  expect(await store.read(application, consent)).toBeUndefined()
})
