import { describe, expect, it } from 'vitest'
import type { ConnectionId, InstitutionId, UserId } from '../ids.ts'
import {
  completeStep,
  currentStep,
  failStep,
  jobStatus,
  moveStep,
  startStep,
  stepMoves,
  withChallengeStep,
} from './job-states.ts'
import type { Step, StepStatus } from './jobs.types.ts'
import { failureOfKind, failures, planSteps, stepResult } from './steps.ts'

const statuses: readonly StepStatus[] = ['pending', 'in-progress', 'success', 'failed']
const aStep = (status: StepStatus): Step => ({ title: 'verify-credentials', status, result: null })
const plain = planSteps({ alwaysChallenges: false, hasStatements: false })
const summary = (steps: readonly Step[]) => steps.map(({ status }) => status).join(' ')

describe('a step', () => {
  const allowed = new Set(['pending in-progress', 'in-progress success', 'in-progress failed'])

  for (const from of statuses) {
    for (const to of statuses) {
      const may = allowed.has(`${from} ${to}`)
      it(`${may ? 'goes' : 'refuses to go'} from ${from} to ${to}`, () => {
        expect(stepMoves[from].includes(to)).toBe(may)
        if (may) expect(moveStep(aStep(from), to).status).toBe(to)
        else expect(() => moveStep(aStep(from), to)).toThrow()
      })
    }
  }
})

describe('a job', () => {
  it('is what its steps are', () => {
    expect(jobStatus([aStep('pending'), aStep('pending')])).toBe('pending')
    expect(jobStatus([aStep('in-progress'), aStep('pending')])).toBe('in-progress')
    expect(jobStatus([aStep('success'), aStep('pending')])).toBe('in-progress')
    expect(jobStatus([aStep('success'), aStep('failed'), aStep('pending')])).toBe('failed')
    expect(jobStatus([aStep('success'), aStep('success')])).toBe('success')
  })

  it('starts the next step when one ends, and ends with the last', () => {
    let steps = startStep(plain)
    expect(summary(steps)).toBe('in-progress pending pending')
    steps = completeStep(steps, 'verify-credentials', null)
    expect(summary(steps)).toBe('success in-progress pending')
    steps = completeStep(completeStep(steps, 'retrieve-accounts', null), 'retrieve-transactions', null)
    expect(jobStatus(steps)).toBe('success')
    expect(currentStep(steps)).toBeUndefined()
  })

  it('refuses to complete a step it does not stand at', () => {
    expect(() => completeStep(startStep(plain), 'retrieve-accounts', null)).toThrow()
  })

  it('leaves the later steps pending after a failure, and cannot fail again', () => {
    const steps = failStep(startStep(plain), failures['account-locked'].step)
    expect(summary(steps)).toBe('failed pending pending')
    expect(currentStep(steps)).toBeUndefined()
    expect(() => failStep(steps, failures.unknown.step)).toThrow()
  })

  it('that has not begun fails at its first step', () => {
    expect(summary(failStep(plain, failures['connection-ended'].step))).toBe('failed pending pending')
  })

  it('gets one challenge step, after verify-credentials', () => {
    const steps = withChallengeStep(withChallengeStep(plain))
    expect(steps.map(({ title }) => title)).toEqual([
      'verify-credentials',
      'mfa-challenge',
      'retrieve-accounts',
      'retrieve-transactions',
    ])
  })
})

describe('a plan', () => {
  it('has the challenge from the start where a bank always asks, and statements where there are some', () => {
    expect(planSteps({ alwaysChallenges: true, hasStatements: true }).map(({ title }) => title)).toEqual([
      'verify-credentials',
      'mfa-challenge',
      'retrieve-accounts',
      'retrieve-transactions',
      'retrieve-statements',
    ])
  })
})

describe('a result', () => {
  const facts = {
    userId: 'u' as UserId,
    connectionId: 'c' as ConnectionId,
    institutionId: 'AU00004' as InstitutionId,
  }

  it('is a relative link to the data', () => {
    expect(stepResult('verify-credentials', facts)).toEqual({ type: 'link', url: '/users/u/connections/c' })
    expect(stepResult('retrieve-transactions', facts)).toEqual({
      type: 'link',
      url: "/users/u/transactions?filter=institution.id.eq('AU00004')",
    })
    expect(stepResult('retrieve-statements', facts)).toEqual({ type: 'link', url: '/users/u/statements' })
    expect(stepResult('mfa-challenge', facts)).toBeNull()
  })
})

describe('a failure', () => {
  it('says its detail twice and has a text', () => {
    for (const { step } of Object.values(failures)) {
      expect(step.detail).toBe(step.details)
      expect(step.title).not.toBe('')
      expect(step.detail).not.toBe('')
    }
  })

  it('has the contract’s code for each kind of connector error', () => {
    expect(failureOfKind('invalid-credentials').step.code).toBe('invalid-credentials')
    expect(failureOfKind('account-locked').step).toMatchObject({
      code: 'invalid-credentials',
      detail: 'Account is locked',
    })
    expect(failureOfKind('user-action-required').step.code).toBe(
      'account-not-accessible-requires-user-action',
    )
    expect(failureOfKind('service-unavailable').step.code).toBe('service-unavailable')
    expect(failureOfKind('session-expired').step.code).toBe('service-unavailable')
    expect(failureOfKind('maintenance').step.code).toBe('maintenance')
    expect(failureOfKind('institution-changed').step.code).toBe('connector-error')
    expect(failureOfKind('challenge-expired').step.code).toBe('job-timed-out')
  })
})
