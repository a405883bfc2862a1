import { type Banks, createBanks } from '@banksia/sandbox'
import { afterEach, describe, expect, it } from 'vitest'
import { newApiKey } from '../../src/applications/applications.service.ts'
import { systemClock } from '../../src/clock.ts'
import type { Job } from '../contract/exchange.ts'
import { openTestDatabase, type TestDatabase } from '../database.ts'
import { type Belongings, createPartner, type Login, type Partner } from './partner.ts'
import { type ServerProcess, startServerProcess } from './server-process.ts'

const connections = 25
const atOnce = 6
const kills = 3

const login = (loginId: string, password: string, id: string, answers: readonly string[] = []): Login => ({
  loginId,
  password,
  institution: { id },
  answers,
})
const logins = [
  login('Whistler', 'ShowBox', 'AU00000'),
  login('jared', 'django', 'AU00000'),
  login('jared', 'django', 'AU00002', ['1234']),
  login('Gilfoyle', 'PiedPiper', 'AU00002', ['Hooli']),
  login('ashMann', 'hooli2024', 'AU00000'),
]
const loginOf = (i: number) => logins[i % logins.length] as Login

/** Codes a step may fail with when the bank forgot a session that its person had confirmed (core §7.4). */
const forgotten = ['service-unavailable', 'job-timed-out']

let database: TestDatabase
let banks: Banks | undefined
let server: ServerProcess
let partner: Partner

async function start(roles: string): Promise<void> {
  database = await openTestDatabase()
  // The data folder is the process's own from here on: an embedded database has one owner.
  await database.close()
  banks = roles.includes('sandbox') ? undefined : await createBanks({ now: systemClock.real })
  const bankUrl = await banks?.listen({ host: '127.0.0.1', port: 0 })
  const apiKey = newApiKey().reveal()
  server = await startServerProcess({
    BANKSIA_DATA_DIR: database.options.dataDir,
    ...(database.options.databaseUrl && { DATABASE_URL: database.options.databaseUrl }),
    ...(bankUrl && { BANKSIA_BANK_URL: bankUrl }),
    BANKSIA_ROLES: roles,
    BANKSIA_API_KEY: apiKey,
    BANKSIA_TOKEN_LIMIT: '0',
    BANKSIA_LOG_LEVEL: 'warn',
  })
  partner = createPartner(server, apiKey)
  await partner.call('POST', '/sandbox/application', { directConnections: true })
  // Banks list new transactions all day long: time stands still so that two readings can be compared.
  await partner.call('POST', '/sandbox/clock', { freeze: true })
}
afterEach(async () => {
  await server?.stop()
  await banks?.close()
  await database?.drop()
})

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

const newUser = async () =>
  (await partner.call<{ id: string }>('POST', '/users', { email: 'kim@example.com' })).body.id

/** What each login has when nothing disturbs it. */
async function undisturbed(): Promise<readonly Belongings[]> {
  return Promise.all(
    logins.map(async (one) => {
      const user = await newUser()
      const job = await partner.see(await partner.startConnection(user, one), one.answers)
      expect(job.status).toBe('success')
      return partner.belongings(user)
    }),
  )
}

/** All connections at once, `atOnce` at a time, with kills at random moments. */
async function connectAndKill(users: readonly string[]): Promise<readonly Job[]> {
  const jobs: Job[] = []
  let next = 0
  const drive = async () => {
    for (let i = next++; i < users.length; i = next++) {
      const id = await partner.startConnection(users[i] ?? '', loginOf(i))
      jobs[i] = await partner.see(id, loginOf(i).answers)
    }
  }
  const done = Promise.all(Array.from({ length: atOnce }, drive))
  const killing = killAtRandom(() => jobs.filter(Boolean).length)
  await Promise.all([done, killing])
  expect(await killing).toBe(kills)
  return jobs
}

/** Spread over the time the connections take. Answers how often something was still going on. */
async function killAtRandom(ended: () => number): Promise<number> {
  let hits = 0
  for (let kill = 0; kill < kills; kill++) {
    const share = ((kill + 0.2) / kills) * connections
    while (ended() < share) await pause(20)
    await pause(Math.random() * 700)
    if (ended() < connections) hits += 1
    await server.killAndRestart()
  }
  return hits
}

/** A failed connection is refreshed, and then has all there is. */
async function recover({ links }: Job, { answers }: Login): Promise<void> {
  const { body } = await partner.call<{ id: string }>('POST', `${new URL(links.source).pathname}/refresh`)
  expect((await partner.see(body.id, answers)).status).toBe('success')
}

async function compare(user: string, job: Job, one: Login, expected: Belongings): Promise<void> {
  if (job.status === 'failed') {
    // Only what a person confirmed cannot be done again without the person.
    expect(one.answers, `${one.loginId} at ${one.institution.id}`).not.toEqual([])
    expect(forgotten).toContain(job.steps.find(({ status }) => status === 'failed')?.result?.['code'])
    await recover(job, one)
  }
  const { accounts, transactions, events, ids } = await partner.belongings(user)
  expect(accounts).toEqual(expected.accounts)
  expect(transactions).toEqual(expected.transactions)
  if (job.status === 'success') expect(events).toEqual(expected.events)
  expect(new Set(ids).size).toBe(ids.length)
  const { body } = await partner.call<{ data: unknown[] }>('GET', `/users/${user}/connections`)
  expect(body.data).toHaveLength(1)
}

describe.each([
  ['whose banks live on', 'api,worker'],
  ['whose banks are killed with it', 'api,worker,sandbox'],
])('a server %s', (_, roles) => {
  it(`loses nothing and doubles nothing when it is killed ${kills} times during ${connections} connections`, async () => {
    await start(roles)
    const expected = await undisturbed()
    const users = await Promise.all(Array.from({ length: connections }, newUser))
    const jobs = await connectAndKill(users)
    for (const [i, user] of users.entries())
      await compare(user, jobs[i] as Job, loginOf(i), expected[i % logins.length] as Belongings)
  }, 240_000)
})
