import { describe, expect, it } from 'vitest'
import type { JobId } from '../ids.ts'
import { type AttemptOutcome, type EndedLaunch, handBackUrl, outcomeOf } from './hand-back.ts'

const attempt = (
  jobId: string,
  state: AttemptOutcome['state'],
  over: Partial<AttemptOutcome> = {},
): AttemptOutcome => ({
  jobId: jobId as JobId,
  institutionId: 'AU00000',
  state,
  code: state === 'failed' ? 'invalid-credentials' : null,
  ...over,
})
const ended = (ending: EndedLaunch['ending'], over: Partial<EndedLaunch> = {}): EndedLaunch => ({
  ending,
  accomplished: null,
  action: 'default',
  ...over,
})
const url = (
  target: string,
  ending: EndedLaunch['ending'],
  attempts: AttemptOutcome[],
  state: string | null,
  sendResult = true,
) => handBackUrl(target, { outcome: outcomeOf(ended(ending), attempts), state, sendResult })

describe('hand-back', () => {
  it('sends the latest job, all jobs with literal commas, the state and the result', () => {
    expect(
      url(
        'https://partner.example/done',
        'done',
        [attempt('a', 'connected'), attempt('b', 'connected')],
        's',
      ),
    ).toBe('https://partner.example/done?jobId=b&jobIds=a,b&state=s&result=success')
  })

  it('sends no job key and error=cancelled when nothing was attempted', () => {
    expect(url('https://partner.example/', 'left', [], 's')).toBe(
      'https://partner.example/?state=s&result=cancelled&error=cancelled',
    )
  })

  it('keeps the partner’s query and fragment', () => {
    expect(url('https://partner.example/a?x=1&y=%2F#/route?z', 'left', [], null)).toBe(
      'https://partner.example/a?x=1&y=%2F&result=cancelled&error=cancelled#/route?z',
    )
  })

  it('hands back to an app scheme', () => {
    expect(url('com.partner.app://cb', 'done', [attempt('a', 'connected')], null)).toBe(
      'com.partner.app://cb?jobId=a&jobIds=a&result=success',
    )
  })

  it.each(['{"a":"b c","d":"é&=#"}', 'https%3A%2F%2Fx', '100%', '中文'])(
    'returns the state %s unchanged',
    (state) => {
      expect(new URL(url('https://partner.example/', 'left', [], state)).searchParams.get('state')).toBe(
        state,
      )
    },
  )

  it('leaves the result out when the application switched it off, but not the error', () => {
    expect(url('https://partner.example/', 'left', [], null, false)).toBe(
      'https://partner.example/?error=cancelled',
    )
  })
})

describe('outcome of a launch', () => {
  it('is failed, with the code of the job, when every attempt failed', () => {
    expect(outcomeOf(ended('done'), [attempt('a', 'failed')])).toEqual({
      result: 'failed',
      error: 'invalid-credentials',
      jobIds: ['a'],
    })
  })

  it('is partial when another bank failed', () => {
    const attempts = [attempt('a', 'connected'), attempt('b', 'failed', { institutionId: 'AU00002' })]
    expect(outcomeOf(ended('done'), attempts)).toMatchObject({ result: 'partial', error: null })
  })

  it('is success when the failed bank was tried again and connected', () => {
    expect(outcomeOf(ended('done'), [attempt('a', 'failed'), attempt('b', 'connected')])).toMatchObject({
      result: 'success',
    })
  })

  it('is success when the person cancels after a bank was connected', () => {
    expect(outcomeOf(ended('left'), [attempt('a', 'connected')])).toMatchObject({
      result: 'success',
      error: null,
    })
  })

  it('is cancelled when the person leaves while the bank is still asked', () => {
    expect(outcomeOf(ended('left'), [attempt('a', 'needs-answer')])).toEqual({
      result: 'cancelled',
      error: 'cancelled',
      jobIds: ['a'],
    })
  })

  it('is revoked when the consent was withdrawn', () => {
    expect(outcomeOf(ended('withdrawn'), [])).toEqual({ result: 'revoked', error: null, jobIds: [] })
  })
})

describe('what a launch came to, beside connecting banks', () => {
  it.each([
    [ended('closed', { action: 'manage' }), [], 'managed', 0],
    [ended('closed', { action: 'manage' }), [attempt('a', 'failed')], 'managed', 1],
    [ended('closed', { action: 'connect' }), [], 'managed', 0],
    [ended('closed', { action: 'connect' }), [attempt('a', 'connected')], 'success', 1],
    [ended('closed', { action: 'manage', accomplished: 'revoked' }), [], 'revoked', 0],
    [ended('done', { action: 'extend', accomplished: 'extended' }), [], 'extended', 0],
    [ended('done', { action: 'update', accomplished: 'updated' }), [attempt('a', 'failed')], 'updated', 1],
  ] as const)('%o is told as %s', (launch, attempts, result, jobs) => {
    const outcome = outcomeOf(launch, attempts)
    expect(outcome).toMatchObject({ result, error: null })
    expect(outcome.jobIds).toHaveLength(jobs)
  })

  it('is cancelled when the person leaves a review without agreeing', () => {
    expect(outcomeOf(ended('left', { action: 'extend' }), [])).toEqual({
      result: 'cancelled',
      error: 'cancelled',
      jobIds: [],
    })
  })
})
