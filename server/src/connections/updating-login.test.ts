import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../../test/harness.ts'
import {
  answer,
  aUser,
  challenged,
  connect,
  connectionOf,
  ended,
  eventTypes,
  logins,
  stepOf,
} from '../../test/visits.ts'
import type { ConnectionId, UserId } from '../ids.ts'
import { credentialsPurpose } from './lifecycle.ts'

let server: TestServer

beforeAll(async () => {
  server = await startTestServer({ settings: { directConnections: true }, work: true })
})
afterAll(() => server.close())

interface Held {
  readonly userId: UserId
  readonly id: ConnectionId
}

async function connected(login: { loginId: string; password: string; institution?: string }, mfa?: string) {
  const userId = (await aUser(server)) as UserId
  const jobId = await connect(server, userId, login)
  if (mfa) {
    await challenged(server, jobId)
    await answer(server, jobId, [mfa])
  }
  const job = await ended(server, jobId)
  return { userId, id: connectionOf(job) as ConnectionId }
}

const update = ({ userId, id }: Held, login: { loginId?: string; password: string }) =>
  server.app.services.connections.updateLogin(server.application, userId, id, login)

const row = ({ id }: Held) =>
  server.database.db.selectFrom('connections').selectAll().where('id', '=', id).executeTakeFirstOrThrow()

async function credentials(held: Held): Promise<{ loginId: string; password: string }> {
  const { consent_id: consentId, sealed_credentials: sealed } = await row(held)
  const key = await server.app.services.vault.key(server.application.id, consentId)
  return JSON.parse(key.open(credentialsPurpose(held.id), sealed ?? Buffer.alloc(0)).toString())
}

describe('a new login for a connection', { timeout: 60_000 }, () => {
  it('that the bank refuses leaves the old one, and the connection as it was', async () => {
    const held = await connected(logins.gavin)
    const before = await eventTypes(server, held.userId)
    const { jobId } = await update(held, { password: 'nope' })
    const job = await ended(server, jobId)
    expect(stepOf(job, 'verify-credentials')?.result).toMatchObject({ code: 'invalid-credentials' })
    expect((await row(held)).status).toBe('active')
    expect(await credentials(held)).toMatchObject({ password: logins.gavin.password })
    expect(await eventTypes(server, held.userId)).toEqual(before)
    const refresh = await server.call<{ id: string }>(
      'POST',
      `/users/${held.userId}/connections/${held.id}/refresh`,
    )
    expect((await ended(server, refresh.body.id)).status).toBe('success')
  })

  it('takes the place of the old one once the bank let it in', async () => {
    const held = await connected(logins.gavin)
    const { login_hash: before } = await row(held)
    const started = await update(held, logins.richard)
    expect([started.connectionId, started.joined]).toEqual([held.id, false])
    expect((await ended(server, started.jobId)).status).toBe('success')
    expect(await credentials(held)).toMatchObject(logins.richard)
    const after = await row(held)
    expect([after.status, after.login_hash.equals(before)]).toEqual(['active', false])
    const { sealed_login: kept } = await server.database.db
      .selectFrom('jobs')
      .selectAll()
      .where('id', '=', started.jobId)
      .executeTakeFirstOrThrow()
    expect(kept).toBeNull()
  })

  it('makes a connection that did not work active', async () => {
    const held = await connected({ ...logins.gavin, password: 'nope' })
    expect((await row(held)).status).toBe('invalid')
    const { jobId } = await update(held, { password: logins.gavin.password })
    expect((await ended(server, jobId)).status).toBe('success')
    expect((await row(held)).status).toBe('active')
    expect((await eventTypes(server, held.userId)).filter((type) => type.startsWith('connection.'))).toEqual([
      'connection.created',
      'connection.invalidated',
      'connection.updated',
      'connection.activated',
    ])
  })

  it('of a bank that challenges is kept only when the challenge was answered', async () => {
    const held = await connected({ ...logins.gavin, institution: 'AU00002' }, 'Hooli')
    const first = await update(held, logins.jared)
    await challenged(server, first.jobId)
    for (let n = 0; n < 3; n++) await answer(server, first.jobId, ['0000'])
    expect((await ended(server, first.jobId)).status).toBe('failed')
    expect(await credentials(held)).toMatchObject(logins.gavin)
    expect((await row(held)).status).toBe('active')

    const second = await update(held, logins.jared)
    await challenged(server, second.jobId)
    await answer(server, second.jobId, ['1234'])
    expect((await ended(server, second.jobId)).status).toBe('success')
    expect(await credentials(held)).toMatchObject(logins.jared)
  })

  it('may not be that of another connection of the same person', async () => {
    const held = await connected(logins.gavin)
    const other = await ended(server, await connect(server, held.userId, logins.richard))
    expect(other.status).toBe('success')
    await expect(update(held, logins.richard)).rejects.toMatchObject({ problem: 'connection-login-taken' })
    expect(await credentials(held)).toMatchObject(logins.gavin)
  })
})
