import type { Challenge } from '@banksia/connector-kit'
import { timestamp } from '../clock.ts'
import type { Links } from '../http/links.ts'
import type { JobId } from '../ids.ts'
import type { ConsentKey } from '../vault/vault.ts'
import type { JobOut, MfaResult, StepOut, UserJobOut } from './jobs.schemas.ts'
import type { JobView } from './jobs.store.ts'
import type { Step, Waiting } from './jobs.types.ts'

/** How long a challenge waits for its answer (core §8.1). */
export const challengeMs = 120_000

export const trialPurpose = (id: JobId): string => `job.login:${id}`
export const statePurpose = (id: JobId): string => `job.state:${id}`
export const challengePurpose = (id: JobId): string => `job.challenge:${id}`
export const answerPurpose = (id: JobId): string => `job.answer:${id}`

/** The job on the wire. `key` opens the challenge, if there is one and it may still be read. */
export function toJobOut(row: JobView, links: Links, key: ConsentKey | undefined): JobOut {
  return {
    type: 'job',
    id: row.id,
    created: timestamp(row.created),
    updated: timestamp(row.updated),
    jobType: 'connection',
    status: row.status,
    steps: row.steps.map((step) => toStepOut(step, row, links, key)),
    links: {
      self: links.to(`/jobs/${row.id}`),
      source: links.to(`/users/${row.user_id}/connections/${row.connection_id}`),
    },
  }
}

export function toUserJobOut(row: JobView, links: Links, key: ConsentKey | undefined): UserJobOut {
  const self = links.to(`/institutions/${row.institution_id}`)
  return {
    ...toJobOut(row, links, key),
    institution: { type: 'institution', id: row.institution_id, links: { self } },
  }
}

/** The question that waits for an answer; `null` while none does. */
export function toWaiting(row: JobView, key: ConsentKey | undefined): Omit<Waiting, 'tries'> | null {
  if (!row.challenge_expires || row.checking || !row.sealed_challenge || !key) return null
  return { ...openChallenge(row.id, row.sealed_challenge, key), expires: row.challenge_expires }
}

export const openChallenge = (id: JobId, box: Buffer, key: ConsentKey): Challenge =>
  JSON.parse(key.open(challengePurpose(id), box).toString()) as Challenge

function toStepOut(step: Step, row: JobView, links: Links, key: ConsentKey | undefined): StepOut {
  if (step.title !== 'mfa-challenge' || !row.sealed_challenge || !key) return step
  // Null while an answer is being checked; the question stays on the step after success (settled 3 and 4).
  const shown = step.status === 'success' || (step.status === 'in-progress' && !row.checking)
  return shown
    ? { ...step, result: toMfaResult(row.id, openChallenge(row.id, row.sealed_challenge, key), links) }
    : step
}

function toMfaResult(id: JobId, { method, description, input }: Challenge, links: Links): MfaResult {
  return {
    type: 'mfa',
    method,
    description,
    input: [...input],
    expiryMs: challengeMs,
    links: { response: links.to(`/jobs/${id}/mfa`) },
  }
}
