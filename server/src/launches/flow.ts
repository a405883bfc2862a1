import type { View } from '@banksia/consent-ui'
import type { Clock } from '../clock.ts'
import type { ReviewedConsent } from '../consents/consents.types.ts'
import type { Db } from '../db/database.ts'
import { asId, type ConnectionId } from '../ids.ts'
import type { Vault } from '../vault/vault.ts'
import { type Facts, type Flow, type Resolution, resolveAction } from './action-resolution.ts'
import type { AttemptOutcome } from './hand-back.ts'
import { attemptState, failureOf } from './job-screen.ts'
import type { Answer, BankEntry, Entry, LaunchAction, LaunchContext, LaunchPorts } from './launches.types.ts'
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

/** What was done in this launch decides before the launch URL does. */
const afterwards = { extended: 'extended', updated: 'reconnect', revoked: 'stopped' } as const

/** What the launch resolves to now; the answer may change while it is open, as a deletion ends or a consent is given. */
async function resolve(ports: LaunchPorts, context: LaunchContext) {
  const { application, launch } = context
  const [consent, deleting, connection] = await Promise.all([
    ports.activeConsent(application, launch.userId),
    ports.isDeleting(application, launch.userId),
    askedConnection(ports, context),
  ])
  const { accomplished } = launch
  if (accomplished !== null && (accomplished === 'revoked' || !deleting))
    return { consent, resolution: { flow: afterwards[accomplished] } as Resolution }
  const history = await historyFor(ports, context)
  const [newest] = history
  const resolution = resolveAction({
    action: launch.request.action,
    connection,
    consent: consent ? 'active' : newest ? 'ended' : 'never',
    scopesChanged: newest?.status === 'active' && (await scopesChanged(ports, context, newest)),
    deleting,
    mayConnect: banksFor(ports, application).length > 0,
  })
  return { consent, resolution }
}

async function askedConnection(
  ports: LaunchPorts,
  { application, launch }: LaunchContext,
): Promise<Facts['connection']> {
  const asked = launch.request.connectionId
  const id = asId<ConnectionId>(asked ?? '')
  // Disconnected by the person in this launch: what is left to manage is everything else.
  if (asked === null || (id && launch.progress.disconnected?.connectionId === id)) return 'none asked'
  if (!id) return 'unknown'
  const found = (await ports.connectionDetails(application, launch.userId)).find((one) => one.id === id)
  if (!found) return 'unknown'
  return found.method === 'open-banking' ? 'open-banking' : 'web'
}

/** Only these actions ask what was agreed to before. */
const reviewing: ReadonlySet<LaunchAction> = new Set(['default', 'manage', 'update'])

const historyFor = (ports: LaunchPorts, { application, launch }: LaunchContext) =>
  reviewing.has(launch.request.action) ? ports.history(application, launch.userId) : []

/** A launch that has begun to connect banks, or was told to leave the terms alone, is not asked again half-way. */
async function scopesChanged(
  ports: LaunchPorts,
  { application, launch, attempts }: LaunchContext,
  consent: ReviewedConsent,
): Promise<boolean> {
  const settled = launch.consentId !== null || launch.progress.keptPermissions === true
  if (settled || (launch.request.action === 'default' && attempts.length > 0)) return false
  return ports.scopesDiffer(consent, await ports.policy(application))
}

/**
 * The guard of every step: an ended launch goes to its end, a launch whose action leads nowhere shows why, and steps
 * that need a consent have one. What passes is handed to the step.
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
  if (!('flow' in resolution)) {
    const view: View =
      'error' in resolution
        ? { screen: resolution.error, retry: null }
        : { screen: 'not-offered', action: resolution.notOffered }
    return endPage(context, policy.content.brandName, view, statusOf[view.screen] ?? 404)
  }
  const { flow } = resolution
  if (needs === 'consent' && !consent) return redirect(startOf(deps.ports, context, flow))
  return { ...context, policy, consent, flow }
}

export const isAnswer = (value: Entry | Answer): value is Answer => 'kind' in value

/** `/flow/<id>`: where the launch stands. */
export async function resume(deps: FlowDeps, context: LaunchContext): Promise<Answer> {
  const entry = await enter(deps, context, 'nothing')
  return isAnswer(entry) ? entry : redirect(startOf(deps.ports, entry, entry.flow))
}

/** Flows in which an attempt at a bank is what the person was at last. */
const connecting: ReadonlySet<Flow> = new Set(['connect', 'update-login'])

/** The step a flow is resumed at. */
export function startOf(ports: LaunchPorts, context: LaunchContext, flow: Flow): string {
  const { path, launch, attempts } = context
  const latest = attempts.at(-1)
  if (latest && connecting.has(flow)) return `${path}/job/${latest.jobId}`
  const steps: Readonly<Record<Exclude<Flow, 'connect'>, string>> = {
    'create-consent': 'consent',
    manage: 'manage',
    'manage-empty': 'manage',
    'manage-connection': `manage/connection/${launch.request.connectionId}`,
    extend: 'extend',
    extended: 'extended',
    update: 'update',
    'offer-update': 'update',
    reconnect: 'reconnect',
    'update-login': `connection/${launch.request.connectionId}/login`,
    stopped: 'manage/stopped',
  }
  return flow === 'connect' ? firstBankStep(ports, context) : `${path}/${steps[flow]}`
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
  options: {
    readonly back?: string | null
    readonly firstStep?: boolean
    readonly status?: number
    /** For the launch log, where a page that is no error records one. */
    readonly code?: string
  } = {},
): Promise<Answer> {
  const context = pageOf(entry, {
    brandName: entry.policy.content.brandName,
    back: options.back ?? null,
    firstStep: options.firstStep ?? false,
    mayWithdraw: await mayWithdraw(deps, entry),
  })
  const answer = page(view, context, options.status ?? 200)
  return options.code === undefined || answer.kind !== 'page' ? answer : { ...answer, code: options.code }
}
