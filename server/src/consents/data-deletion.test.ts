import { sql } from 'kysely'
import pino from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Core, type CoreApplication, startCore } from '../../test/core.ts'
import { shareData } from '../../test/shared-data.ts'
import { inTransaction, type Tx } from '../db/database.ts'
import type { DeletionId, UserId } from '../ids.ts'
import { createWorker } from '../queue/worker.ts'
import { KeyDestroyed } from '../vault/vault.ts'
import { consentTasks } from './consents.tasks.ts'
import type { Consent } from './consents.types.ts'
import type { DeletionWork } from './data-deletion.service.ts'
import { deletionSteps } from './deletion.store.ts'

let core: Core
let app: CoreApplication

beforeAll(async () => {
  core = await startCore()
  app = await core.another()
})
afterAll(() => core.close())

/** A user with two connections' worth of data. */
async function sharing(transactions = 3): Promise<Consent> {
  const { body } = await app.call('POST', '/users', { body: { email: 'a@b.example' } })
  const consent = await core.consents.give(app.application, {
    userId: String(body['id']) as UserId,
    origin: 'user',
  })
  await shareData(core, app, consent, { transactions })
  await shareData(core, app, consent)
  return consent
}

const revoke = ({ userId, id }: Consent) => core.consents.revoke(app.application, userId, id, 'consumer')

const deletionOf = ({ userId }: Pick<Consent, 'userId'>) =>
  core.db.selectFrom('data_deletions').selectAll().where('user_id', '=', userId).executeTakeFirstOrThrow()

/** Work that dies after a number of transactions, as a killed process would. */
function mortal(transactions: number): DeletionWork & { readonly used: () => number } {
  let left = transactions
  const run = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => {
    if (left === 0) throw new Error('killed')
    left -= 1
    return inTransaction(core.db, work)
  }
  return {
    signal: new AbortController().signal,
    inTransaction: async (work) => run(work),
    finish: async (work) => run(work),
    used: () => transactions - left,
  }
}

const run = (id: DeletionId, work: DeletionWork) => core.deletions.run(app.application.id, id, work)

/** Rows with anything sealed in them, of every table that can hold such, by table. */
async function sealedRows({ userId, id }: Consent): Promise<Record<string, number>> {
  const { rows: columns } = await sql<{ table: string; names: string[] }>`
    select table_name as table, array_agg(column_name::text) as names from information_schema.columns
    where table_schema = 'public' and data_type = 'bytea' and column_name like 'sealed%'
      and table_name <> 'webhooks' group by 1`.execute(core.db)
  const found: Record<string, number> = {}
  for (const { table, names } of columns) {
    const any = sql.join(
      names.map((name) => sql`${sql.ref(name)} is not null`),
      sql` or `,
    )
    const owner =
      table === 'transaction_blocks'
        ? sql`account_id in (select id from accounts where user_id = ${userId})`
        : table === 'launch_attempts'
          ? sql`consent_id = ${id}`
          : sql`user_id = ${userId}`
    const { rows } = await sql<{
      n: number
    }>`select count(*)::int as n from ${sql.table(table)} where (${any}) and ${owner}`.execute(core.db)
    found[table] = rows[0]?.n ?? 0
  }
  return found
}

const nothing = (rows: Record<string, number>) =>
  Object.fromEntries(Object.keys(rows).map((table) => [table, 0]))
// Connections went with the consent itself.
const allOfIt = {
  jobs: 2,
  logins: 2,
  transactions: 6,
  transactionBlocks: 2,
  accounts: 2,
  identities: 2,
  statements: 2,
  events: 4,
  keys: 1,
}

describe('the deletion of a consent’s data', () => {
  it('removes all that was sealed, destroys the key last and records what it did', async () => {
    const [consent, neighbour] = [await sharing(), await sharing()]
    const before = await sealedRows(neighbour)
    await revoke(consent)
    const { id, status, completed } = await deletionOf(consent)
    expect([status, completed]).toEqual(['running', null])
    await run(id, mortal(1_000))
    const left = await sealedRows(consent)
    expect(Object.keys(left).length).toBeGreaterThan(6)
    expect(left).toEqual(nothing(left))
    await expect(core.vault.key(app.application.id, consent.id)).rejects.toThrow(KeyDestroyed)
    const done = await deletionOf(consent)
    expect([done.status, done.cause, done.counts]).toEqual(['done', 'consumer', allOfIt])
    expect(done.completed).toEqual(expect.any(Date))
    expect(await core.consents.isDeleting(app.application, consent.userId)).toBe(false)
    expect(await sealedRows(neighbour)).toEqual(before)
    await expect(core.vault.key(app.application.id, neighbour.id)).resolves.toBeDefined()
  })

  it('goes on where it was killed, wherever that was, and counts nothing twice', async () => {
    const consent = await sharing()
    await revoke(consent)
    const { id } = await deletionOf(consent)
    let kills = 0
    for (let transactions = 0; (await deletionOf(consent)).status === 'running'; transactions += 1) {
      await run(id, mortal(transactions)).catch(() => {
        kills += 1
      })
    }
    // The last time it died after the key was destroyed and before that was recorded.
    expect(kills).toBeGreaterThan(9)
    const done = await deletionOf(consent)
    expect([done.status, done.counts]).toEqual(['done', allOfIt])
    const left = await sealedRows(consent)
    expect(left).toEqual(nothing(left))
  })

  it('does nothing when it is started again after its end', async () => {
    const consent = await sharing()
    await revoke(consent)
    const { id } = await deletionOf(consent)
    await run(id, mortal(1_000))
    await run(id, mortal(0))
    expect((await deletionOf(consent)).counts).toEqual(allOfIt)
  })

  it('keeps the batches of a large account bounded', async () => {
    const consent = await sharing(4_500)
    await revoke(consent)
    const { id } = await deletionOf(consent)
    const work = mortal(1_000)
    await run(id, work)
    const { counts } = await deletionOf(consent)
    expect(counts['transactions']).toBe(4_503)
    // One batch of 2,000 cannot take 4,503: three batches and the look that finds nothing, beside the other classes.
    expect(work.used()).toBeGreaterThan(2 * deletionSteps.length)
  })

  it('stops when the worker must', async () => {
    const consent = await sharing()
    await revoke(consent)
    const { id } = await deletionOf(consent)
    await expect(run(id, { ...mortal(1_000), signal: AbortSignal.abort() })).rejects.toThrow()
    expect((await deletionOf(consent)).status).toBe('running')
  })

  it('leaves the data of a consent given meanwhile alone', async () => {
    const old = await sharing()
    await revoke(old)
    const fresh = await core.consents.give(app.application, { userId: old.userId, origin: 'user' })
    await shareData(core, app, fresh)
    const { id } = await deletionOf(old)
    await run(id, mortal(1_000))
    const left = await sealedRows(fresh)
    expect(left).toEqual(
      expect.objectContaining({ connections: 1, accounts: 1, transaction_blocks: 1, events: 1 }),
    )
    await expect(core.vault.key(app.application.id, fresh.id)).resolves.toBeDefined()
  })
})

describe('the deletion of a user', () => {
  it('takes everything of every consent, by the queue', async () => {
    const first = await sharing()
    await revoke(first)
    const second = await core.consents.give(app.application, { userId: first.userId, origin: 'user' })
    await shareData(core, app, second)
    await app.call('DELETE', `/users/${first.userId}`)
    const worker = createWorker({
      database: core.database,
      logger: pino({ level: 'silent' }),
      handlers: consentTasks(core.deletions),
    })
    await worker.start()
    await expect
      .poll(() => core.consents.isDeleting(app.application, first.userId), { timeout: 10_000 })
      .toBe(false)
    await worker.stop()
    const left = await sealedRows(first)
    expect(left).toEqual(nothing(left))
    for (const consent of [first, second]) {
      await expect(core.vault.key(app.application.id, consent.id)).rejects.toThrow(KeyDestroyed)
    }
    const consents = await core.db
      .selectFrom('consents')
      .select('status')
      .where('user_id', '=', first.userId)
      .execute()
    expect(consents).toEqual([{ status: 'revoked' }, { status: 'revoked' }])
  })
})
