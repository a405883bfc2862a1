import { setTimeout as sleep } from 'node:timers/promises'
import type { Application } from '../applications/applications.types.ts'
import type { Clock } from '../clock.ts'
import { type Db, inTransaction, type Tx } from '../db/database.ts'
import { AppError } from '../errors/app-error.ts'
import type { Caller } from '../http/caller.ts'
import type { ApplicationId, JobId, UserId } from '../ids.ts'
import type { JobRef } from '../jobs/jobs.schemas.ts'
import type { AnswerableJob, JobsService } from '../jobs/jobs.service.ts'
import { mayReach } from '../jobs/jobs.service.ts'
import { checkAnswers } from './answers.ts'

export interface MfaDeps {
  readonly db: Db
  readonly clock: Clock
  readonly jobs: Pick<
    JobsService,
    'ref' | 'findAnswerable' | 'lockAnswerable' | 'submitAnswer' | 'expireChallenge'
  >
  readonly applications: { get(id: ApplicationId): Promise<Application | undefined> }
  /** How long an answer waits for the bank's verdict, 15 s unless told (settled 3). */
  readonly patienceMs?: number
}

export type MfaService = ReturnType<typeof createMfaService>

/** Milliseconds between two looks for the verdict: quick at first, since most banks answer at once. */
const firstLookMs = 15
const slowestLookMs = 250

export function createMfaService({ db, clock, jobs, applications, patienceMs = 15_000 }: MfaDeps) {
  async function answer(
    application: Application,
    reachable: (userId: UserId) => boolean,
    id: JobId,
    answers: () => readonly string[],
  ): Promise<void> {
    const known = await jobs.findAnswerable(db, application, id)
    if (!known || !reachable(known.userId)) throw new AppError('job-not-found', { internal: `job ${id}` })
    const given = answers()
    const submitted = await submit(application, id, given)
    if (submitted.kind === 'accepted-before') return
    await verdict(application, id, submitted.tries)
  }

  /** Hands the answer to the job. Every rule of core §8.2 is decided here, on the locked row. */
  async function submit(application: Application, id: JobId, answers: readonly string[]) {
    const at = clock.now(application)
    const result = await inTransaction(db, async (tx) => {
      const job = await jobs.lockAnswerable(tx, application, id)
      if (!job) throw new AppError('job-not-found', { internal: `job ${id}` })
      if (job.isAccepted(answers)) return { kind: 'accepted-before' as const }
      if (job.isChecking(answers)) return { kind: 'checking' as const, tries: job.tries }
      if (!job.waiting) throw refusal(job)
      if (job.waiting.expires <= at) return { kind: 'expired' as const, expires: job.waiting.expires }
      if (job.waiting.input.length !== answers.length) throw new AppError('mfa-count')
      await jobs.submitAnswer(tx, application, id, job.key, answers)
      return { kind: 'checking' as const, tries: job.tries }
    })
    if (result.kind !== 'expired') return result
    await expire(application.id, id, result.expires)
    throw new AppError('mfa-expired')
  }

  /** Waits until the bank has judged. Without a verdict in time the caller polls the job (settled 3). */
  async function verdict(application: Application, id: JobId, triesBefore: number): Promise<void> {
    const end = clock.real().getTime() + patienceMs
    for (
      let pause = firstLookMs;
      clock.real().getTime() < end;
      pause = Math.min(pause * 1.5, slowestLookMs)
    ) {
      await sleep(pause)
      const job = await jobs.findAnswerable(db, application, id)
      if (!job || job.ended === 'wrong-answer' || job.tries > triesBefore) throw new AppError('mfa-wrong')
      if (job.ended === 'challenge-expired') throw new AppError('mfa-expired')
      if (!job.checking) return
    }
  }

  async function expire(applicationId: ApplicationId, id: JobId, at: Date): Promise<void> {
    const application = await applications.get(applicationId)
    if (application) await inTransaction(db, (tx: Tx) => jobs.expireChallenge(tx, application, id, at))
  }

  return {
    /**
     * `POST /jobs/{jobId}/mfa` (core §8): 202 for a right answer or none judged yet. `read` reads the body, since the
     * job's existence is answered first.
     * @throws AppError job-not-found, mfa-wrong, mfa-count, mfa-expired, mfa-not-awaited and those of the body
     */
    async respond(caller: Caller, id: JobId, read: () => readonly string[]): Promise<JobRef> {
      await answer(caller.application, (userId) => mayReach(caller, userId), id, read)
      return jobs.ref(id)
    },

    /** The same for the Consent UI, where the person has typed the answers. */
    async answer(
      application: Application,
      userId: UserId,
      id: JobId,
      answers: readonly string[],
    ): Promise<void> {
      await answer(
        application,
        (owner) => owner === userId,
        id,
        () => checkAnswers(answers),
      )
    },

    /** Fails a challenge that nobody answered until `at`, when it is still waiting. */
    expire,
  }
}

/** Why no answer is wanted. */
const refusal = ({ ended }: AnswerableJob): AppError =>
  new AppError(ended === 'challenge-expired' ? 'mfa-expired' : 'mfa-not-awaited')
