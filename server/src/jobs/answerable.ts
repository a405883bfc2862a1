import { timingSafeEqual } from 'node:crypto'
import type { ApplicationId, UserId } from '../ids.ts'
import type { ConsentKey, Vault } from '../vault/vault.ts'
import { answerPurpose, openChallenge } from './job-out.ts'
import type { JobRow } from './jobs.store.ts'
import { failures } from './steps.ts'

/** A job as answering its challenge sees it. */
export interface AnswerableJob {
  readonly userId: UserId
  /** Wrong answers so far. */
  readonly tries: number
  /** An answer is with the bank. */
  readonly checking: boolean
  /** How the challenge was lost. */
  readonly ended: 'wrong-answer' | 'challenge-expired' | null
}

/** The same on a locked row, with what it takes to judge an answer before the bank does. */
export interface LockedAnswerable extends AnswerableJob {
  readonly key: ConsentKey
  /** What is asked; `null` when no answer is wanted. */
  readonly waiting: { readonly input: readonly string[]; readonly expires: Date } | null
  /** Whether these answers are with the bank now. */
  isChecking(answers: readonly string[]): boolean
  /** Whether the bank took these answers and the job goes on: a repeat of them is fine (core §8.2). */
  isAccepted(answers: readonly string[]): boolean
}

export function toAnswerable(row: JobRow): AnswerableJob {
  const step = row.steps.find(({ title }) => title === 'mfa-challenge')
  const detail =
    step?.status === 'failed' && step.result && 'detail' in step.result ? step.result.detail : null
  return {
    userId: row.user_id,
    tries: row.tries,
    checking: row.sealed_answer !== null,
    ended:
      detail === failures['wrong-answer'].step.detail
        ? 'wrong-answer'
        : detail === failures['challenge-expired'].step.detail
          ? 'challenge-expired'
          : null,
  }
}

export function toLockedAnswerable(row: JobRow, key: ConsentKey, vault: Vault): LockedAnswerable {
  const {
    challenge_expires: expires,
    sealed_challenge: challenge,
    sealed_answer: sent,
    accepted_answer: taken,
  } = row
  return {
    ...toAnswerable(row),
    key,
    waiting:
      expires && challenge && !sent ? { input: openChallenge(row.id, challenge, key).input, expires } : null,
    isChecking: (answers) =>
      sent !== null && key.open(answerPurpose(row.id), sent).equals(Buffer.from(JSON.stringify(answers))),
    isAccepted: (answers) =>
      taken !== null && timingSafeEqual(taken, acceptedHash(vault, row.application_id, row.id, answers)),
  }
}

export const acceptedHash = (
  vault: Vault,
  applicationId: ApplicationId,
  jobId: string,
  answers: readonly string[],
): Buffer => vault.lookupHash(applicationId, 'answer', jobId, ...answers)
