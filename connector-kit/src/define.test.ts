import { describe, expect, it } from 'vitest'
import { ConnectorError, defineConnector, type Outcome, Type } from './index.ts'
import { aContext, anInstitution, aProfile, recordedBank } from './testing.ts'

const State = Type.Object({ ticket: Type.String() })
const connected: Outcome<{ ticket: string }> = { kind: 'connected', state: { ticket: 't' } }

function aConnector(connect: () => Promise<Outcome<{ ticket: string }>> = async () => connected) {
  return defineConnector({
    institution: anInstitution(),
    state: State,
    connect,
    fetchProfile: async (_ctx, state) => ({ value: aProfile(), state }),
    fetchAccounts: async (_ctx, state) => ({ value: [], state }),
    fetchTransactions: async (_ctx, state) => ({ value: { transactions: [] }, state }),
  })
}

const ctx = aContext({ http: recordedBank({}) })
const login = { loginId: 'pat', password: 'secret' }

describe('defineConnector', () => {
  it('hands on what the connector gives', async () => {
    expect(await aConnector().connect(ctx, login)).toEqual(connected)
    const fetched = await aConnector().fetchProfile(ctx, { ticket: 't' })
    expect(fetched).toEqual({ value: aProfile(), state: { ticket: 't' } })
  })

  it('offers only the optional calls that were defined', () => {
    const connector = aConnector()
    expect('resume' in connector || 'fetchStatements' in connector || 'logout' in connector).toBe(false)
  })

  it('lets a ConnectorError through as it is', async () => {
    const error = new ConnectorError('account-locked')
    await expect(aConnector(() => Promise.reject(error)).connect(ctx, login)).rejects.toBe(error)
  })

  it('turns a foreign exception into institution-changed and keeps it as the cause', async () => {
    const cause = new TypeError('x is undefined')
    const broken = aConnector(() => {
      throw cause
    })
    await expect(broken.connect(ctx, login)).rejects.toMatchObject({ kind: 'institution-changed', cause })
  })

  it('turns an exception of a cancelled job into service-unavailable', async () => {
    const cancelled = aContext({ http: recordedBank({}), signal: AbortSignal.abort() })
    const broken = aConnector(() => Promise.reject(new Error('aborted')))
    await expect(broken.connect(cancelled, login)).rejects.toMatchObject({ kind: 'service-unavailable' })
  })

  it('says session-expired for a state that is not of its schema', async () => {
    // What a worker of another release may have sealed.
    const state = JSON.parse('{"ticket":7}')
    await expect(aConnector().fetchAccounts(ctx, state)).rejects.toMatchObject({ kind: 'session-expired' })
  })
})

describe('recordedBank', () => {
  it('answers by method and path, and 404 to what was not recorded', async () => {
    const bank = recordedBank({
      'GET /login?next=1': '<html></html>',
      'POST /login': (request) => ({ status: 303, headers: { location: `/home?${request.body}` } }),
    })
    const origin = 'https://banking.example.com'
    expect(await bank({ method: 'GET', url: `${origin}/login?next=1` })).toMatchObject({ status: 200 })
    const posted = await bank({ method: 'POST', url: `${origin}/login`, body: 'a=1' })
    expect(posted).toMatchObject({ status: 303, headers: { location: '/home?a=1' } })
    expect(await bank({ method: 'GET', url: `${origin}/other` })).toMatchObject({ status: 404 })
  })
})
