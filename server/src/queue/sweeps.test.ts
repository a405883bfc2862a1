import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../../test/harness.ts'
import type { Application } from '../applications/applications.types.ts'
import { createSweeps, type DueRow, type Sweep } from './sweeps.ts'

let server: TestServer
let done: string[] = []
const errors: object[] = []
const logger = {
  info: () => undefined,
  warn: () => undefined,
  error: (fields: object) => void errors.push(fields),
}

beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())
beforeEach(() => {
  done = []
  errors.length = 0
})

const day = (n: number) => new Date(Date.UTC(2025, 0, n))

/** Rows in memory: a sweep is a port, its table the feature's own. */
function aSweep(name: string, rows: DueRow[], run?: (row: DueRow, application: Application) => void): Sweep {
  return {
    name,
    due: async (_db, _application, upTo, limit) =>
      rows
        .filter(({ at }) => at <= upTo)
        .sort((a, b) => a.at.getTime() - b.at.getTime())
        .slice(0, limit),
    run: async (application, id, at) => {
      run?.({ id, at }, application)
      const index = rows.findIndex((row) => row.id === id && row.at.getTime() === at.getTime())
      rows.splice(index, 1)
      done.push(`${name} ${id} ${at.getUTCDate()}`)
    },
  }
}

const sweepsOf = (sweeps: readonly Sweep[]) =>
  createSweeps({
    db: server.database.db,
    clock: server.clock,
    applications: server.app.services.applications,
    logger,
    sweeps,
    everyMs: 10,
  })

describe('runDue', () => {
  it('runs rows of every kind in the order of their dates, each with its own date, and no later one', async () => {
    const sweeps = sweepsOf([
      aSweep('reminder', [
        { id: 'a', at: day(3) },
        { id: 'b', at: day(9) },
      ]),
      aSweep('expiry', [
        { id: 'c', at: day(5) },
        { id: 'd', at: day(20) },
      ]),
    ])
    await sweeps.runDue(server.application, day(10))
    expect(done).toEqual(['reminder a 3', 'expiry c 5', 'reminder b 9'])
  })

  it('runs what falls due because of what it ran', async () => {
    const retries: DueRow[] = []
    const sweeps = sweepsOf([
      aSweep(
        'attempt',
        [
          { id: 'first', at: day(1) },
          { id: 'other', at: day(4) },
        ],
        ({ id }) => {
          if (id === 'first') retries.push({ id: 'retry', at: day(2) })
        },
      ),
      aSweep('retry', retries),
    ])
    await sweeps.runDue(server.application, day(10))
    expect(done).toEqual(['attempt first 1', 'retry retry 2', 'attempt other 4'])
  })

  it('is not held up by a row that fails, and reports it', async () => {
    const sweeps = sweepsOf([
      aSweep(
        'expiry',
        [
          { id: 'broken', at: day(1) },
          { id: 'fine', at: day(2) },
        ],
        ({ id }) => {
          if (id === 'broken') throw new Error('no')
        },
      ),
    ])
    await sweeps.runDue(server.application, day(10))
    expect(done).toEqual(['expiry fine 2'])
    expect(errors).toEqual([expect.objectContaining({ sweep: 'expiry', row: 'broken' })])
  })

  it('leaves alone what waits for real time', async () => {
    const sweeps = sweepsOf([{ ...aSweep('overdue', [{ id: 'a', at: day(1) }]), time: 'real' }])
    await sweeps.runDue(server.application, day(10))
    expect(done).toEqual([])
  })

  it('ends although a row stays due after it was run', async () => {
    const stubborn: Sweep = {
      name: 'stubborn',
      due: async () => [{ id: 'a', at: day(1) }],
      run: async () => void done.push('ran'),
    }
    await sweepsOf([stubborn]).runDue(server.application, day(10))
    expect(done.length).toBeLessThanOrEqual(2)
  })
})

describe('the rounds', () => {
  it('look at every application by its own clock until stopped', async () => {
    const other = await server.another()
    const ahead = new Date(server.clock.real().getTime() + 3_600_000)
    await server.app.services.applications.saveClock(other.application.id, {
      offsetMs: 7_200_000,
      frozenAt: null,
    })
    const seen: string[] = []
    const sweep: Sweep = {
      name: 'soon',
      due: async (_db, id, upTo) => (upTo >= ahead && !seen.includes(id) ? [{ id: 'x', at: ahead }] : []),
      run: async ({ id }) => void seen.push(id),
    }
    const sweeps = sweepsOf([sweep])
    sweeps.start()
    for (let i = 0; i < 200 && seen.length === 0; i++) await sleep(20)
    await sweeps.stop()
    expect(seen).toEqual([other.application.id])
  })
})
