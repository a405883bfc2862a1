import { describe, expect, it } from 'vitest'
import type { Step } from '../jobs/jobs.types.ts'
import { attemptState, causeOf, challengeOf, isReleased, progressSteps } from './job-screen.ts'
import type { JobReading, Waiting } from './launches.types.ts'

const step = (title: Step['title'], status: Step['status'], result: Step['result'] = null): Step => ({
  title,
  status,
  result,
})
const job = (status: JobReading['status'], steps: Step[], waiting: Waiting | null = null): JobReading => ({
  status,
  steps,
  waiting,
})
const failed = (code: string, detail = 'x', title: Step['title'] = 'verify-credentials') =>
  job('failed', [step(title, 'failed', { code, title: 'x', detail, details: detail })])

describe('release of the person', () => {
  it('comes with verify-credentials, not with the end of the job', () => {
    const steps = [step('verify-credentials', 'success'), step('retrieve-accounts', 'in-progress')]
    expect(isReleased(job('in-progress', steps))).toBe(true)
    expect(attemptState(job('in-progress', steps))).toBe('connected')
  })

  it('waits for a challenge that may still come, or was asked', () => {
    for (const status of ['pending', 'in-progress'] as const) {
      const steps = [step('verify-credentials', 'success'), step('mfa-challenge', status)]
      expect(isReleased(job('in-progress', steps))).toBe(false)
    }
  })

  it('does not come for a job that failed later', () => {
    const steps = [step('verify-credentials', 'success'), step('retrieve-accounts', 'failed')]
    expect(attemptState(job('failed', steps))).toBe('failed')
  })
})

describe('cause of a failure', () => {
  it.each([
    [failed('invalid-credentials'), 'wrong-details'],
    [failed('invalid-credentials', 'Account is locked'), 'locked'],
    [failed('account-not-accessible-requires-user-action'), 'user-action'],
    [failed('service-unavailable'), 'unavailable'],
    [failed('authorization-failed'), 'not-approved'],
    [failed('job-timed-out', 'x', 'mfa-challenge'), 'timed-out'],
    [failed('job-timed-out'), 'unavailable'],
    [failed('connector-error'), 'other'],
    [job('failed', []), 'other'],
  ])('case %#', (reading, cause) => {
    expect(causeOf(reading)).toBe(cause)
  })
})

describe('progress', () => {
  it('shows the next step as the one worked on', () => {
    const steps = [
      step('verify-credentials', 'success'),
      step('retrieve-accounts', 'pending'),
      step('retrieve-transactions', 'pending'),
    ]
    expect(progressSteps(job('in-progress', steps)).map((one) => one.state)).toEqual([
      'success',
      'in-progress',
      'pending',
    ])
  })
})

describe('challenge', () => {
  const waiting: Waiting = {
    method: 'token',
    description: 'A code was sent.',
    input: ['Code'],
    expires: new Date('2026-01-01T00:02:00Z'),
    tries: 0,
  }
  const at = (text: string) => new Date(text)

  it('counts what is left in the application’s time, down to nothing', () => {
    expect(challengeOf(waiting, 'Hooli', at('2026-01-01T00:00:30Z')).msLeft).toBe(90_000)
    expect(challengeOf(waiting, 'Hooli', at('2026-01-02T00:00:00Z')).msLeft).toBe(0)
  })

  it('is S-09 for codes, a confirmation in the app where nothing is typed, and S-10 for questions', () => {
    const now = at('2026-01-01T00:00:00Z')
    expect(challengeOf(waiting, 'Hooli', now)).toMatchObject({ screen: 'S-09', method: 'token' })
    expect(challengeOf({ ...waiting, input: [] }, 'Hooli', now)).toMatchObject({
      screen: 'S-09',
      method: 'push',
    })
    const questions = { ...waiting, method: 'security-questions', description: 'security-questions' } as const
    const shown = challengeOf(questions, 'Hooli', now)
    expect(shown).toMatchObject({ screen: 'S-10', description: 'Hooli asks this to make sure it is you.' })
  })
})
