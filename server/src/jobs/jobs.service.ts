import type { Application } from '../applications/applications.types.ts'
import type { Clock } from '../clock.ts'
import type { ConnectorRegistry } from '../connector-host/registry.ts'
import type { Db, Tx } from '../db/database.ts'
import { AppError } from '../errors/app-error.ts'
import type { Caller } from '../http/caller.ts'
import { clauseHolds, parseFilter } from '../http/filter.ts'
import type { Links } from '../http/links.ts'
import { type ConnectionId, type JobId, newId, type UserId } from '../ids.ts'
import { enqueue } from '../queue/queue.ts'
import { type ConsentKey, KeyDestroyed, type Vault } from '../vault/vault.ts'
import { type AnswerableJob, type LockedAnswerable, toAnswerable, toLockedAnswerable } from './answerable.ts'
import { answerPurpose, toJobOut, toUserJobOut, toWaiting, trialPurpose } from './job-out.ts'
import { failStep, jobStatus } from './job-states.ts'
import { type JobOut, type JobRef, jobFilters, type UserJobList } from './jobs.schemas.ts'
import type { JobRow, JobView } from './jobs.store.ts'
import * as store from './jobs.store.ts'
import type { ConnectionPort, JobReading, NewJob, StartedJob } from './jobs.types.ts'
import { failures, type JobFailure, planSteps } from './steps.ts'

export interface JobsDeps {
  readonly db: Db
  readonly clock: Clock
  readonly vault: Vault
  readonly links: Links
  readonly registry: ConnectorRegistry
  readonly connections: ConnectionPort
  readonly users: { require(application: Application, userId: UserId): Promise<void> }
}

export type { AnswerableJob } from './answerable.ts'
export type JobsService = ReturnType<typeof createJobsService>

/** Real time a job may work, waiting for the person not counted. */
export const workingTimeMs = 10 * 60_000
const listDays = 7

/** Whether a caller may see a job: a client token sees its user's; one without a user only those of 2.x (settled 9). */
export function mayReach(caller: Caller, userId: UserId): boolean {
  if (caller.scope === 'SERVER_ACCESS') return true
  return caller.userId ? caller.userId === userId : caller.version.startsWith('2.')
}

export const hasEnded = ({ status }: Pick<JobRow, 'status'>): boolean =>
  status === 'success' || status === 'failed'

export function createJobsService({ db, clock, vault, links, registry, connections, users }: JobsDeps) {
  const missing = (id: JobId) => new AppError('job-not-found', { internal: `job ${id}` })
  const deadline = () => new Date(clock.real().getTime() + workingTimeMs)

  /** The key that opens a job's challenge; none is needed for a job that has none, none is left once it was destroyed. */
  async function challengeKey(application: Application, row: JobView): Promise<ConsentKey | undefined> {
    if (!row.sealed_challenge) return undefined
    return (await keyOf(application, row)) ?? undefined
  }

  async function keyOf(
    application: Application,
    row: Pick<JobRow, 'consent_id'>,
  ): Promise<ConsentKey | undefined> {
    try {
      return await vault.key(application.id, row.consent_id)
    } catch (error) {
      if (error instanceof KeyDestroyed) return undefined
      throw error
    }
  }

  /** Fails a job and moves its connection, in a transaction that holds the locks of both. */
  async function fail(
    tx: Tx,
    application: Application,
    row: JobRow,
    failure: JobFailure,
    at: Date,
  ): Promise<void> {
    await saveFailure(tx, row, failure, at)
    const key = await keyOf(application, row)
    // Without the key the consent is over, and its connections end with it. A login on trial that was not accepted
    // says nothing about the login the connection has.
    if (!key || row.sealed_login) return
    const outcome = failure.blame === 'user' ? 'failed-user' : 'failed-bank'
    const retry = row.background && failure === failures['service-unavailable']
    await connections.jobEnded(tx, application, row.connection_id, outcome, { at, key, retry })
  }

  /** Fails the job that runs for a locked connection, and leaves the connection as it is. */
  async function stop(
    tx: Tx,
    application: Application,
    connectionId: ConnectionId,
    failure: JobFailure,
    at: Date,
  ): Promise<void> {
    const running = await store.findRunning(tx, application.id, connectionId)
    const row = running && (await store.lock(tx, application.id, running))
    if (row) await saveFailure(tx, row, failure, at)
  }

  /**
   * Fails a job that still runs for a reason found outside its task: time is up, or its task was given up. `applies`
   * looks at the locked row. Answers whether it did.
   */
  async function failRunning(
    tx: Tx,
    application: Application,
    id: JobId,
    failure: JobFailure,
    at: Date,
    applies: (row: JobRow) => boolean = () => true,
  ): Promise<boolean> {
    const known = await store.find(tx, application.id, id)
    if (!known) return false
    await connections.lock(tx, application.id, known.connection_id)
    const row = await store.lock(tx, application.id, id)
    if (!row || hasEnded(row) || !applies(row)) return false
    await fail(tx, application, row, failure, at)
    return true
  }

  return {
    ref: (id: JobId): JobRef => ({ type: 'job', id, links: { self: links.to(`/jobs/${id}`) } }),

    /** `GET /jobs/{jobId}`: one point read. @throws AppError job-not-found */
    async read(caller: Caller, id: JobId): Promise<JobOut> {
      const row = await store.view(db, caller.application.id, id)
      if (!row || !mayReach(caller, row.user_id)) throw missing(id)
      return toJobOut(row, links, await challengeKey(caller.application, row))
    },

    /**
     * `GET /users/{userId}/jobs`: the last seven days, newest first. `filter` is the query's, `self` the request's path
     * and query. @throws AppError user-not-found, filter-invalid
     */
    async list(
      application: Application,
      userId: UserId,
      filter: unknown,
      self: string,
    ): Promise<UserJobList> {
      await users.require(application, userId)
      const clauses = parseFilter(filter, jobFilters)
      const since = new Date(clock.now(application).getTime() - listDays * 86_400_000)
      const rows = await store.listOfUser(db, application.id, userId, since)
      const chosen = rows.filter((row) => clauses.every((clause) => clauseHolds(clause, row.connection_id)))
      const data = await Promise.all(
        chosen.map(async (row) => toUserJobOut(row, links, await challengeKey(application, row))),
      )
      return { type: 'list', size: data.length, data, links: { self: links.to(self) } }
    },

    /** A user's job as the Consent UI follows it. */
    async reading(application: Application, userId: UserId, id: JobId): Promise<JobReading | undefined> {
      const row = await store.find(db, application.id, id)
      if (row?.user_id !== userId) return undefined
      const view = { ...row, checking: row.sealed_answer !== null }
      const waiting = toWaiting(view, await challengeKey(application, view))
      return { status: row.status, steps: row.steps, waiting: waiting && { ...waiting, tries: row.tries } }
    },

    /**
     * Starts a job for a connection the caller has locked, or answers the one that runs. The task that works on it is
     * enqueued in the same transaction.
     */
    async start(tx: Tx, application: Application, job: NewJob): Promise<StartedJob> {
      const { connectionId } = job
      const running = await store.findRunning(tx, application.id, connectionId)
      if (running) return { jobId: running, connectionId, joined: true }
      const connector = registry.find(job.institutionId, 'web')?.connector
      if (!connector) throw new AppError('connection-institution-unknown')
      const jobId = newId<JobId>()
      const at = clock.now(application)
      const steps = planSteps({
        alwaysChallenges: connector.institution.authorization === 'user-mfa',
        hasStatements: connector.fetchStatements !== undefined,
      })
      const added = await store.insert(tx, {
        application_id: application.id,
        id: jobId,
        user_id: job.userId,
        connection_id: connectionId,
        consent_id: job.consentId,
        institution_id: job.institutionId,
        kind: job.kind,
        background: job.background ?? false,
        sealed_login: job.trial
          ? job.trial.key.seal(trialPurpose(jobId), JSON.stringify(job.trial.login))
          : null,
        status: jobStatus(steps),
        steps: JSON.stringify(steps),
        created: at,
        updated: at,
        deadline: deadline(),
      })
      if (!added) throw new AppError('unavailable', { internal: 'a job began without the connection’s lock' })
      await enqueue(tx, { queue: 'jobs.run', payload: { applicationId: application.id, jobId } })
      return { jobId, connectionId, joined: false }
    },

    /** The job that runs for a locked connection. */
    running: (tx: Tx, application: Application, connectionId: ConnectionId): Promise<JobId | undefined> =>
      store.findRunning(tx, application.id, connectionId),

    /** A connection ends: its running job fails, and no job of it keeps a session. The connection is locked. */
    async connectionEnded(
      tx: Tx,
      application: Application,
      connectionId: ConnectionId,
      at: Date,
    ): Promise<void> {
      await stop(tx, application, connectionId, failures['connection-ended'], at)
      await store.forgetSecrets(tx, application.id, connectionId)
    },

    /** What a connection had read is gone: its running job cannot go on from it. The connection is locked. */
    connectionPurged: (
      tx: Tx,
      application: Application,
      connectionId: ConnectionId,
      at: Date,
    ): Promise<void> => stop(tx, application, connectionId, failures.purged, at),

    /** A job whose challenge may be answered. */
    async findAnswerable(
      handle: Db,
      application: Application,
      id: JobId,
    ): Promise<AnswerableJob | undefined> {
      const row = await store.find(handle, application.id, id)
      return row && toAnswerable(row)
    },

    /** The same locked; a job whose consent is over wants no answer. @throws AppError mfa-not-awaited */
    async lockAnswerable(tx: Tx, application: Application, id: JobId): Promise<LockedAnswerable | undefined> {
      const row = await store.lock(tx, application.id, id)
      const key = row && (await keyOf(application, row))
      if (row && !key) throw new AppError('mfa-not-awaited', { internal: 'the consent is over' })
      return row && key && toLockedAnswerable(row, key, vault)
    },

    /** Keeps the answer of a locked job, sealed, and has a worker take it to the bank. */
    async submitAnswer(
      tx: Tx,
      application: Application,
      id: JobId,
      key: ConsentKey,
      answers: readonly string[],
    ): Promise<void> {
      await store.save(tx, application.id, id, {
        sealed_answer: key.seal(answerPurpose(id), JSON.stringify(answers)),
        updated: clock.now(application),
        deadline: deadline(),
      })
      await enqueue(tx, { queue: 'jobs.run', payload: { applicationId: application.id, jobId: id } })
    },

    /** Fails a job whose challenge nobody answered until `at`. */
    expireChallenge(tx: Tx, application: Application, id: JobId, at: Date): Promise<boolean> {
      const isDue = (row: JobRow) =>
        row.challenge_expires !== null && row.challenge_expires <= at && row.sealed_answer === null
      return failRunning(tx, application, id, failures['challenge-expired'], at, isDue)
    },

    /** Jobs whose challenge nobody answered in time, oldest first. */
    dueChallenges: store.dueChallenges,

    fail,
    failRunning,
  }
}

async function saveFailure(tx: Tx, row: JobRow, failure: JobFailure, at: Date): Promise<void> {
  const steps = failStep(row.steps, failure.step)
  await store.save(tx, row.application_id, row.id, {
    steps: JSON.stringify(steps),
    status: jobStatus(steps),
    updated: at,
    sealed_state: null,
    sealed_challenge: null,
    sealed_answer: null,
    sealed_login: null,
    accepted_answer: null,
    challenge_expires: null,
    deadline: null,
  })
}
