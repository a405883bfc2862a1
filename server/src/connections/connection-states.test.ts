import { describe, expect, it } from 'vitest'
import { type ConnectionTrigger, connectionMoves, moveConnection } from './connection-states.ts'
import type { ConnectionStatus } from './connections.table.ts'

/** Every pair, as data §5.4 and settled 3 and 11 have it. */
const table: readonly [ConnectionStatus, ConnectionTrigger, ConnectionStatus, string?][] = [
  ['pending', 'credentials-updated', 'pending', 'connection.updated'],
  ['pending', 'job-succeeded', 'active', 'connection.activated'],
  ['pending', 'job-failed-user', 'invalid', 'connection.invalidated'],
  ['pending', 'job-failed-bank', 'invalid'],
  ['pre-init', 'credentials-updated', 'pre-init', 'connection.updated'],
  ['pre-init', 'job-succeeded', 'active', 'connection.activated'],
  ['pre-init', 'job-failed-user', 'pre-init'],
  ['pre-init', 'job-failed-bank', 'pre-init'],
  ['init', 'credentials-updated', 'pre-init', 'connection.updated'],
  ['init', 'job-succeeded', 'active', 'connection.activated'],
  ['init', 'job-failed-user', 'invalid', 'connection.invalidated'],
  ['init', 'job-failed-bank', 'invalid'],
  ['active', 'credentials-updated', 'active', 'connection.updated'],
  ['active', 'job-succeeded', 'active'],
  ['active', 'job-failed-user', 'invalid', 'connection.invalidated'],
  ['active', 'job-failed-bank', 'active'],
  ['invalid', 'credentials-updated', 'pending', 'connection.updated'],
  ['invalid', 'job-succeeded', 'active', 'connection.activated'],
  ['invalid', 'job-failed-user', 'invalid'],
  ['invalid', 'job-failed-bank', 'invalid'],
]

describe('a connection', () => {
  for (const [from, trigger, to, event] of table) {
    it(`that is ${from} becomes ${to} on ${trigger}${event ? `, told as ${event}` : ', silently'}`, () => {
      const move = moveConnection(from, trigger)
      expect(move.to).toBe(to)
      expect(move.event).toBe(event)
    })
  }

  it('has no move that is not in this table', () => {
    const moves = Object.values(connectionMoves).flatMap((triggers) => Object.keys(triggers))
    expect(moves).toHaveLength(table.length)
  })
})
