import type { LoginField } from '@banksia/consent-ui'
import { timestamp } from '../clock.ts'
import { AppError } from '../errors/app-error.ts'
import { orderBanks, toTile } from './bank-list.ts'
import { banksFor, enter, errorAnswer, type FlowDeps, findBank, isAnswer, stepPage } from './flow.ts'
import * as store from './launches.store.ts'
import type { Answer, BankEntry, Entry, Form, LaunchContext, LoginValues } from './launches.types.ts'
import { redirect } from './page-context.ts'

const isFirstStep = (entry: Entry) => entry.launch.consentId === null && entry.attempts.length === 0

async function connectedTo(deps: FlowDeps, entry: Entry): Promise<ReadonlySet<string>> {
  const connections = await connectionsOf(deps, entry)
  return new Set(connections.filter((one) => one.active).map((one) => one.institutionId))
}

const connectionsOf = ({ ports }: FlowDeps, { application, launch }: Entry) =>
  ports.connections(application, launch.userId)

/** Where a connection to this bank is renewed or fixed; several are chosen from in Manage. */
async function fixAt(deps: FlowDeps, entry: Entry, bank: BankEntry): Promise<string | null> {
  const there = (await connectionsOf(deps, entry)).filter((one) => one.institutionId === bank.id)
  const [only] = there
  if (!only) return null
  return there.length === 1 ? `${entry.path}/connection/${only.id}/login` : `${entry.path}/manage`
}

/** S-05 */
export async function showBanks(deps: FlowDeps, context: LaunchContext, query: string): Promise<Answer> {
  const entry = await enter(deps, context, 'consent')
  if (isAnswer(entry)) return entry
  const { application, launch, consent } = entry
  const [recent, connected] = await Promise.all([
    store.recentInstitutions(deps.db, application.id, launch.userId),
    connectedTo(deps, entry),
  ])
  const banks = orderBanks(banksFor(deps.ports, application), recent, query)
  const view = {
    screen: 'S-05',
    banks: banks.map((bank) => toTile(bank, connected.has(bank.id))),
    query,
    notice: entry.attempts.length > 0 ? null : noticeFor(deps, entry),
    sharingUntil: launch.consentId === null && consent ? timestamp(consent.expiryDate) : null,
  } as const
  return stepPage(deps, entry, view, { firstStep: isFirstStep(entry) })
}

/** Why the bank of the launch URL was not opened: a notice in the picker, never a dead end (c&d §1.5, E-INST). */
function noticeFor({ ports }: FlowDeps, { application, launch }: Entry) {
  const asked = launch.request.institutionId
  if (asked === null || findBank(ports, application, asked)) return null
  return ports.banks(application).some((bank) => bank.id === asked)
    ? 'no-production-access'
    : 'institution-not-supported'
}

/** S-06 */
export async function showBank(
  deps: FlowDeps,
  context: LaunchContext,
  institutionId: string | null,
): Promise<Answer> {
  const entry = await enter(deps, context, 'consent')
  if (isAnswer(entry)) return entry
  const bank = findBank(deps.ports, entry.application, institutionId)
  if (!bank) return redirect(`${context.path}/banks`)
  const [connected, fix] = await Promise.all([connectedTo(deps, entry), fixAt(deps, entry, bank)])
  const firstStep = isFirstStep(entry) && entry.launch.request.institutionId === bank.id
  return stepPage(
    deps,
    entry,
    { screen: 'S-06', bank: toTile(bank, connected.has(bank.id)), fixAt: fix },
    { firstStep, back: firstStep ? null : `${context.path}/banks` },
  )
}

/** "Approve": kept with the launch, because consent to collect names the bank at this step. */
export async function approveBank(deps: FlowDeps, context: LaunchContext, form: Form): Promise<Answer> {
  const entry = await enter(deps, context, 'consent')
  if (isAnswer(entry)) return entry
  const bank = findBank(deps.ports, entry.application, form.get('institutionId'))
  if (!bank) return redirect(`${context.path}/banks`)
  const { application, launch } = entry
  await store.setApprovals(deps.db, application.id, launch.id, {
    ...launch.approvals,
    [bank.id]: timestamp(deps.clock.now(application)),
  })
  return redirect(`${context.path}/login/${bank.id}`)
}

const secrets: ReadonlySet<string> = new Set(['password', 'securityCode'])

/** The connector's own captions, in the order banks ask for them. */
export function fieldsOf(
  { captions }: BankEntry,
  values: Readonly<Record<string, string>>,
  check: boolean,
): LoginField[] {
  return (['loginId', 'secondaryLoginId', 'password', 'securityCode'] as const).flatMap((name) => {
    const label = captions[name]
    if (label === undefined) return []
    const secret = secrets.has(name)
    const missing = check && (values[name] ?? '') === ''
    return [
      {
        name,
        label,
        secret,
        value: secret ? '' : (values[name] ?? ''),
        error: missing ? `Enter your ${label}` : null,
      },
    ]
  })
}

async function approvedBank(deps: FlowDeps, context: LaunchContext, institutionId: string) {
  const entry = await enter(deps, context, 'consent')
  if (isAnswer(entry)) return entry
  const bank = findBank(deps.ports, entry.application, institutionId)
  if (!bank) return redirect(`${context.path}/banks`)
  if (!entry.launch.approvals[bank.id]) return redirect(`${context.path}/bank?institutionId=${bank.id}`)
  return { entry, bank }
}

/** S-07, with the login id of the latest attempt at this bank filled in. */
export async function showLogin(
  deps: FlowDeps,
  context: LaunchContext,
  institutionId: string,
): Promise<Answer> {
  const found = await approvedBank(deps, context, institutionId)
  if ('kind' in found) return found
  const loginId = await formerLogin(deps, found.entry, found.bank)
  return loginPage(deps, found.entry, found.bank, fieldsOf(found.bank, { loginId }, false), 200)
}

const loginPage = (
  deps: FlowDeps,
  entry: Entry,
  bank: BankEntry,
  fields: readonly LoginField[],
  status: number,
) =>
  stepPage(
    deps,
    entry,
    { screen: 'S-07', bank: toTile(bank, false), fields, forgottenPasswordUrl: bank.forgottenPasswordUrl },
    { back: `${entry.path}/bank?institutionId=${bank.id}`, status },
  )

const loginPurpose = (launchId: string, institutionId: string) => `launch.login:${launchId}:${institutionId}`

async function formerLogin({ vault }: FlowDeps, entry: Entry, bank: BankEntry): Promise<string> {
  const attempt = entry.attempts.findLast((one) => one.institutionId === bank.id && one.sealedLogin !== null)
  if (!attempt?.sealedLogin || attempt.consentId !== entry.consent?.id) return ''
  const key = await vault.key(entry.application.id, attempt.consentId)
  return key.open(loginPurpose(entry.launch.id, bank.id), attempt.sealedLogin).toString()
}

/**
 * The login, posted once: handed to the connections feature and kept nowhere here but for the login id, sealed. The
 * same login twice joins the running job.
 */
export async function submitLogin(
  deps: FlowDeps,
  context: LaunchContext,
  institutionId: string,
  form: Form,
): Promise<Answer> {
  const found = await approvedBank(deps, context, institutionId)
  if ('kind' in found) return found
  const { entry, bank } = found
  const values = readLogin(form)
  const fields = fieldsOf(bank, values, true)
  if (fields.some((field) => field.error !== null)) return loginPage(deps, entry, bank, fields, 422)
  const login = Object.fromEntries(
    fields.map(({ name }) => [name, values[name] ?? '']),
  ) as unknown as LoginValues
  try {
    return await connect(deps, entry, bank, login)
  } catch (error) {
    return refusedConnection(deps, entry, error)
  }
}

/** What was typed, bounded; passwords and codes keep their spaces. */
export const readLogin = (form: Form): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...form].map(([name, value]) => [name, (secrets.has(name) ? value : value.trim()).slice(0, 200)]),
  )

async function connect(deps: FlowDeps, entry: Entry, bank: BankEntry, login: LoginValues): Promise<Answer> {
  const { application, launch, consent, attempts } = entry
  if (!consent) throw new Error('a login needs a consent')
  const started = await deps.ports.connect(application, {
    userId: launch.userId,
    consentId: consent.id,
    institutionId: bank.id,
    login,
  })
  const key = await deps.vault.key(application.id, consent.id)
  await store.addAttempt(deps.db, application.id, launch.id, {
    jobId: started.jobId,
    institutionId: bank.id,
    connectionId: started.connectionId,
    consentId: consent.id,
    sealedLogin: key.seal(loginPurpose(launch.id, bank.id), login.loginId),
  })
  const follows = started.joined && !attempts.some((attempt) => attempt.jobId === started.jobId)
  return redirect(`${entry.path}/job/${started.jobId}${follows ? '?joined=1' : ''}`)
}

function refusedConnection(deps: FlowDeps, entry: Entry, error: unknown): Promise<Answer> | Answer {
  if (!(error instanceof AppError)) throw error
  switch (error.problem) {
    case 'connection-institution-unknown':
      return redirect(`${entry.path}/banks`)
    case 'sandbox-connections-limit':
      return errorAnswer(deps, entry, { screen: 'E-LIMIT', retry: null })
    case 'connections-not-enabled':
      return errorAnswer(deps, entry, { screen: 'E-NOCONN', retry: null })
    default:
      throw error
  }
}
