import type { View } from '@banksia/consent-ui'
import type { Clock } from '../clock.ts'
import type { Db } from '../db/database.ts'
import { asId, type ConnectionId } from '../ids.ts'
import type { Vault } from '../vault/vault.ts'
import { type Resolution, resolveAction } from './action-resolution.ts'
import type { AttemptOutcome } from './hand-back.ts'
import { attemptState, failureOf } from './job-screen.ts'
import type { Answer, BankEntry, Entry, LaunchContext, LaunchPorts } from './launches.types.ts'
import { endPage, page, pageOf, redirect } from './page-context.ts'

export interface FlowDeps {
  readonly db: Db
  readonly clock: Clock
  readonly ports: LaunchPorts
  readonly vault: Pick<Vault, 'key'>
}

const statusOf: Readonly<Record<string, number>> = {
  'E-TOKEN': 401,
  'E-PAY': 403,
  'E-NOCONN': 403,
  'E-LIMIT': 403,
  'E-DELETING': 503,
  'E-500': 500,
}

/** A full page in place of the step, with the brand of the application. */
export async function errorAnswer({ ports }: FlowDeps, context: LaunchContext, view: View): Promise<Answer> {
  const { content } = await ports.policy(context.application)
  return endPage(context, content.brandName, view, statusOf[view.screen] ?? 404)
}

/** What the launch resolves to now; the answer may change while it is open, as a deletion ends or a consent is given. */
async function resolve(ports: LaunchPorts, context: LaunchContext) {
  const { application, launch } = context
  const asked = launch.request.connectionId
  const [consent, deleting, connections] = await Promise.all([
    ports.activeConsent(application, launch.userId),
    ports.isDeleting(application, launch.userId),
    asked === null ? [] : ports.connections(application, launch.userId),
  ])
  const known = connections.some((one) => one.id === asId<ConnectionId>(asked ?? ''))
  const resolution = resolveAction({
    action: launch.request.action,
    connection: asked === null ? 'none asked' : known ? 'of this user' : 'unknown',
    activeConsent: consent !== undefined,
    deleting,
  })
  return { consent, resolution }
}

const refusalOf = (resolution: Resolution): View | undefined => {
  if ('error' in resolution) return { screen: resolution.error, retry: null }
  if ('notOffered' in resolution) return { screen: 'not-offered', action: resolution.notOffered }
  return undefined
}

/**
 * The guard of every step: an ended launch goes to its end, a launch whose action leads elsewhere shows that, and steps
 * after S-02 need a consent. What passes is handed to the step.
 */
export async function enter(
  deps: FlowDeps,
  context: LaunchContext,
  needs: 'consent' | 'nothing',
): Promise<Entry | Answer> {
  if (context.launch.ending !== null) return redirect(`${context.path}/return`)
  const [{ consent, resolution }, policy] = await Promise.all([
    resolve(deps.ports, context),
    deps.ports.policy(context.application),
  ])
  const refusal = refusalOf(resolution)
  if (refusal) return endPage(context, policy.content.brandName, refusal, statusOf[refusal.screen] ?? 404)
  if (needs === 'consent' && !consent) return redirect(`${context.path}/consent`)
  return { ...context, policy, consent }
}

export const isAnswer = (value: Entry | Answer): value is Answer => 'kind' in value

/** `/flow/<id>`: where the launch stands. */
export async function resume(deps: FlowDeps, context: LaunchContext): Promise<Answer> {
  const entry = await enter(deps, context, 'nothing')
  if (isAnswer(entry)) return entry
  const latest = context.attempts.at(-1)
  if (latest) return redirect(`${context.path}/job/${latest.jobId}`)
  return redirect(entry.consent ? firstBankStep(deps.ports, entry) : `${context.path}/consent`)
}

/** S-06 of the bank asked for, else S-05. */
export function firstBankStep(ports: LaunchPorts, { application, launch, path }: LaunchContext): string {
  const bank = findBank(ports, application, launch.request.institutionId)
  return bank ? `${path}/bank?institutionId=${bank.id}` : `${path}/banks`
}

/** Banks this application may use: test banks in the sandbox, and nowhere else. */
export const banksFor = (ports: LaunchPorts, application: Entry['application']): readonly BankEntry[] =>
  ports.banks(application).filter((bank) => bank.test === (application.kind === 'sandbox'))

export const findBank = (ports: LaunchPorts, application: Entry['application'], id: string | null) =>
  banksFor(ports, application).find((bank) => bank.id === id)

/** How each attempt of the launch stands. A job that is gone counts as failed. */
export function outcomes(
  { ports }: FlowDeps,
  { application, launch, attempts }: LaunchContext,
): Promise<AttemptOutcome[]> {
  return Promise.all(
    attempts.map(async ({ jobId, institutionId }) => {
      const job = await ports.job(application, launch.userId, jobId)
      if (!job) return { jobId, institutionId, state: 'failed', code: null }
      return { jobId, institutionId, state: attemptState(job), code: failureOf(job)?.code ?? null }
    }),
  )
}

/** Consent was given in this launch and nothing is connected: leaving may take it back (c&d §1.7). */
export async function mayWithdraw(deps: FlowDeps, entry: LaunchContext): Promise<boolean> {
  if (entry.launch.consentId === null) return false
  const attempts = await outcomes(deps, entry)
  return attempts.every((attempt) => attempt.state === 'failed' || attempt.state === 'needs-answer')
}

/** A step's page in the frame every step shares. */
export async function stepPage(
  deps: FlowDeps,
  entry: Entry,
  view: View,
  options: { readonly back?: string | null; readonly firstStep?: boolean; readonly status?: number } = {},
): Promise<Answer> {
  const context = pageOf(entry, {
    brandName: entry.policy.content.brandName,
    back: options.back ?? null,
    firstStep: options.firstStep ?? false,
    mayWithdraw: await mayWithdraw(deps, entry),
  })
  return page(view, context, options.status ?? 200)
}
