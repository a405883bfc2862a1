import type { ConnectedScreen, View } from '@banksia/consent-ui'
import { AppError } from '../errors/app-error.ts'
import { asId, type JobId } from '../ids.ts'
import { toTile } from './bank-list.ts'
import { enter, type FlowDeps, isAnswer, outcomes, stepPage } from './flow.ts'
import { causeOf, challengeOf, isReleased, progressSteps } from './job-screen.ts'
import type { Answer, Attempt, BankEntry, Entry, Form, JobReading, LaunchContext } from './launches.types.ts'
import { redirect } from './page-context.ts'

interface JobPage {
  readonly joined: boolean
  /** An answer was left empty. */
  readonly missing: boolean
}

/** A bank by id for a job that exists, also when the bank is offered no more. */
export const bankOf = (
  { ports }: FlowDeps,
  { application }: LaunchContext,
  id: string,
): BankEntry | undefined => ports.banks(application).find((bank) => bank.id === id)

/** An attempt that tries a new login for a connection there is; only those keep no login of their own. */
const changesLogin = (attempt: Attempt): boolean => attempt.sealedLogin === null

/** Where an attempt is tried again, and where one goes instead. */
function waysOn({ path }: LaunchContext, attempt: Attempt): { retryTo: string; backTo: string } {
  if (!changesLogin(attempt))
    return { retryTo: `${path}/login/${attempt.institutionId}`, backTo: `${path}/banks` }
  const connection = `connection/${attempt.connectionId}`
  return { retryTo: `${path}/${connection}/login`, backTo: `${path}/manage/${connection}` }
}

/** S-08, S-09, S-10, S-13 or S-14: whichever the job calls for, at one address, so that reloading resumes. */
export async function showJob(
  deps: FlowDeps,
  context: LaunchContext,
  jobId: string,
  asked: JobPage,
): Promise<Answer> {
  const entry = await enter(deps, context, 'consent')
  if (isAnswer(entry)) return entry
  const attempt = entry.attempts.find((one) => one.jobId === asId<JobId>(jobId))
  const bank = attempt && bankOf(deps, entry, attempt.institutionId)
  const job = attempt && (await deps.ports.job(entry.application, entry.launch.userId, attempt.jobId))
  if (!attempt || !bank || !job) return redirect(`${context.path}/banks`)
  if (job.status === 'failed') return failedPage(deps, entry, attempt, bank, job)
  if (isReleased(job)) return connectedPage(deps, entry, attempt, bank, job)
  return stepPage(deps, entry, workingView(deps, entry, attempt, bank, job, asked))
}

function workingView(
  { clock }: FlowDeps,
  entry: Entry,
  attempt: Attempt,
  bank: BankEntry,
  job: JobReading,
  asked: JobPage,
): View {
  const tile = toTile(bank, false)
  if (job.waiting) {
    return {
      ...challengeOf(job.waiting, bank.shortName, clock.now(entry.application)),
      ...waysOn(entry, attempt),
      jobId: attempt.jobId,
      bank: tile,
      wrong: job.waiting.tries > 0 && !asked.missing,
      error: asked.missing ? 'Enter an answer' : null,
    }
  }
  return {
    screen: 'S-08',
    bank: tile,
    steps: progressSteps(job),
    joined: asked.joined,
    stillChecking: job.steps.some((step) => step.title === 'mfa-challenge' && step.status === 'in-progress'),
  }
}

async function failedPage(
  deps: FlowDeps,
  entry: Entry,
  attempt: Attempt,
  bank: BankEntry,
  job: JobReading,
): Promise<Answer> {
  const several = entry.application.settings.allowMultipleConnections && entry.attempts.length > 1
  return stepPage(deps, entry, {
    screen: 'S-14',
    bank: toTile(bank, false),
    cause: causeOf(job),
    forgottenPasswordUrl: bank.forgottenPasswordUrl,
    severalBanks: several,
    changesLogin: changesLogin(attempt),
    ...waysOn(entry, attempt),
  })
}

/** Who came by an auth link declares all accounts, and so may add banks until then (c&d §4.8). */
const isByLink = ({ request }: Entry['launch']): boolean => request.authLinkId !== undefined

const mayAddBanks = ({ application, launch }: Pick<Entry, 'application' | 'launch'>): boolean =>
  application.settings.allowMultipleConnections || isByLink(launch)

/** An update goes on with its other banks, Manage with what is shared; connecting may go on with more banks. */
function afterBank({ application, launch }: Entry, attempt: Attempt): ConnectedScreen['next'] {
  if (launch.accomplished === 'updated') return 'list'
  if (launch.request.action === 'manage') return 'manage'
  if (changesLogin(attempt)) return 'hand-back'
  return mayAddBanks({ application, launch }) ? 'list' : 'hand-back'
}

/** S-13, unless the application skips it; then the list of banks, or the way back. */
async function connectedPage(
  deps: FlowDeps,
  entry: Entry,
  attempt: Attempt,
  bank: BankEntry,
  job: JobReading,
): Promise<Answer> {
  const { application, launch, path } = entry
  const next = afterBank(entry, attempt)
  const steps = {
    'hand-back': 'finish',
    list: launch.accomplished === 'updated' ? 'reconnect' : 'connected',
    manage: 'manage',
  }
  if (application.settings.skipSuccessScreen) return redirect(`${path}/${steps[next]}`)
  const accounts = await deps.ports.accounts(application, launch.userId, attempt.connectionId)
  return stepPage(deps, entry, {
    screen: 'S-13',
    bank: toTile(bank, true),
    accounts,
    collecting: job.status !== 'success',
    next,
  })
}

/** The answer to a challenge. Its verdict shows in the job: a wrong one leaves the challenge waiting. */
export async function submitAnswer(
  deps: FlowDeps,
  context: LaunchContext,
  jobId: string,
  form: Form,
): Promise<Answer> {
  const entry = await enter(deps, context, 'consent')
  if (isAnswer(entry)) return entry
  const attempt = entry.attempts.find((one) => one.jobId === asId<JobId>(jobId))
  if (!attempt) return redirect(`${context.path}/banks`)
  const answers = form.getAll('answer').map((answer) => answer.trim().slice(0, 200))
  const at = `${context.path}/job/${attempt.jobId}`
  if (answers.length === 0 || answers.includes('')) return redirect(`${at}?missing=1`)
  try {
    await deps.ports.answer(entry.application, entry.launch.userId, attempt.jobId, answers)
  } catch (error) {
    // Wrong, late or unasked-for: the job's own page says which.
    if (!(error instanceof AppError) || error.status >= 500) throw error
  }
  return redirect(at)
}

/** S-15 */
export async function showConnected(deps: FlowDeps, context: LaunchContext): Promise<Answer> {
  const entry = await enter(deps, context, 'consent')
  if (isAnswer(entry)) return entry
  if (entry.attempts.length === 0 || !mayAddBanks(entry)) {
    return redirect(`${context.path}/banks`)
  }
  const attempts = (await outcomes(deps, entry)).flatMap(({ jobId, institutionId, state }) => {
    const bank = bankOf(deps, entry, institutionId)
    const attempt = entry.attempts.find((one) => one.jobId === jobId)
    if (!bank || !attempt) return []
    return { jobId, bank: toTile(bank, false), state, retryTo: waysOn(entry, attempt).retryTo }
  })
  return stepPage(deps, entry, { screen: 'S-15', declares: isByLink(entry.launch), attempts })
}
