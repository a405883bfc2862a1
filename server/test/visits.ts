import { setTimeout as sleep } from 'node:timers/promises'
import type { JobOut, MfaResult, StepOut } from '../src/jobs/jobs.schemas.ts'
import type { TestApplication } from './harness.ts'

/** What the tests of connections, jobs and MFA do over and over, as a partner would. */

export interface Login {
  readonly loginId: string
  readonly password: string
  readonly institution?: string
}

export const logins = {
  max: { loginId: 'Wentworth-Smith', password: 'whislter' },
  whistler: { loginId: 'Whistler', password: 'ShowBox' },
  gilfoyle: { loginId: 'Gilfoyle', password: 'PiedPiper' },
  gavin: { loginId: 'gavinBelson', password: 'hooli2016' },
  jared: { loginId: 'jared', password: 'django' },
  richard: { loginId: 'richard', password: 'tabsnotspaces' },
  laurie: { loginId: 'laurieBream', password: 'business2024' },
  ash: { loginId: 'ashMann', password: 'hooli2024' },
} as const satisfies Record<string, Login>

export async function aUser(application: TestApplication): Promise<string> {
  const { body } = await application.call<{ id: string }>('POST', '/users', {
    body: { email: 'person@example.com' },
  })
  return body.id
}

/** Posts a login; answers the job's id. */
export async function connect(
  application: TestApplication,
  userId: string,
  { loginId, password, institution = 'AU00000' }: Login,
): Promise<string> {
  const { status, body, text } = await application.call<{ id: string }>(
    'POST',
    `/users/${userId}/connections`,
    {
      body: { loginId, password, institution: { id: institution } },
    },
  )
  if (status !== 202) throw new Error(`connect answered ${status} ${text}`)
  return body.id
}

export async function readJob(application: TestApplication, jobId: string): Promise<JobOut> {
  const { body } = await application.call<JobOut>('GET', `/jobs/${jobId}`)
  return body
}

/** Polls until the job has ended. */
export const ended = (application: TestApplication, jobId: string): Promise<JobOut> =>
  until(application, jobId, ({ status }) => status === 'success' || status === 'failed')

/** Polls until the job asks something. */
export async function challenged(application: TestApplication, jobId: string): Promise<MfaResult> {
  const job = await until(
    application,
    jobId,
    (seen) => waitingFor(seen) !== undefined || seen.status === 'failed',
  )
  const waiting = waitingFor(job)
  if (!waiting) throw new Error(`no challenge: ${JSON.stringify(job)}`)
  return waiting
}

export function waitingFor(job: JobOut): MfaResult | undefined {
  const step = stepOf(job, 'mfa-challenge')
  return step?.status === 'in-progress' && step.result && 'input' in step.result ? step.result : undefined
}

export const stepOf = (job: JobOut, title: StepOut['title']): StepOut | undefined =>
  job.steps.find((step) => step.title === title)

/** `verify-credentials success, retrieve-accounts pending, …` */
export const stepsOf = (job: JobOut): string =>
  job.steps.map(({ title, status }) => `${title} ${status}`).join(', ')

export async function answer(application: TestApplication, jobId: string, answers: unknown, token?: string) {
  return application.call<{ data: { code: string; detail: string }[]; id: string }>(
    'POST',
    `/jobs/${jobId}/mfa`,
    {
      body: { 'mfa-response': answers },
      ...(token !== undefined && { token }),
    },
  )
}

/** The connection a job works on, from its source link. */
export const connectionOf = (job: JobOut): string => job.links.source.split('/').at(-1) ?? ''

export async function eventTypes(application: TestApplication, userId: string): Promise<string[]> {
  const { body } = await application.call<{ data: { entity: string; eventType: string }[] }>(
    'GET',
    `/events?filter=user.id.eq('${userId}')`,
  )
  return body.data.map(({ entity, eventType }) => `${entity}.${eventType}`).reverse()
}

async function until(
  application: TestApplication,
  jobId: string,
  holds: (job: JobOut) => boolean,
): Promise<JobOut> {
  for (let tries = 0; tries < 600; tries++) {
    const job = await readJob(application, jobId)
    if (holds(job)) return job
    await sleep(20)
  }
  throw new Error(`the job did not come that far: ${JSON.stringify(await readJob(application, jobId))}`)
}
