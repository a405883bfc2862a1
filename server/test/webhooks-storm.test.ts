import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestDatabase, type TestDatabase } from './database.ts'
import { portion, runStorm } from './webhook-storm.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await openTestDatabase()
  // Its only openers are the processes of the storm.
  await database.close()
})
afterAll(() => database.drop())

it('killed workers lose no message, keep to the schedule, and the dead endpoint is disabled', async () => {
  const events = 600
  const result = await runStorm({
    database: database.options,
    events,
    workers: database.kind === 'postgres' ? 2 : 1,
    kills: 3,
  })
  expect(result.kills).toBe(3)
  for (const name of ['healthy', 'flapping'] as const) {
    const { status, messages, arrived, offSchedule } = result[name]
    expect({ name, status, messages, arrived, offSchedule }).toEqual({
      name,
      status: 'active',
      messages: { pending: 0, success: portion(events, name), failed: 0 },
      arrived: portion(events, name),
      offSchedule: 0,
    })
  }
  const { dead } = result
  expect(dead).toMatchObject({ status: 'pending-approval', disabled: true, offSchedule: 0 })
  expect(dead.messages.success).toBe(0)
  expect(dead.messages.failed).toBeGreaterThan(0)
  expect(dead.messages.pending + dead.messages.failed).toBe(portion(events, 'dead'))
}, 180_000)
