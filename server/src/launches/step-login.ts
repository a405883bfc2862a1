import type { LoginField } from '@banksia/consent-ui'
import { AppError } from '../errors/app-error.ts'
import { toTile } from './bank-list.ts'
import { errorAnswer, type FlowDeps, stepPage } from './flow.ts'
import * as store from './launches.store.ts'
import type { Answer, BankEntry, Entry, Form, LaunchContext } from './launches.types.ts'
import type { ConnectionDetail } from './manage.types.ts'
import { redirect } from './page-context.ts'
import { fieldsOf, readLogin } from './step-bank.ts'
import { bankOf } from './step-job.ts'
import { ownConnection } from './step-manage.ts'

interface Subject {
  readonly entry: Entry
  readonly connection: ConnectionDetail
  readonly bank: BankEntry
  /** The login id as shown: masked. Sent back unchanged, the stored one stays. */
  readonly hint: string
}

async function subjectOf(deps: FlowDeps, context: LaunchContext, id: string): Promise<Answer | Subject> {
  const found = await ownConnection(deps, context, id)
  if ('kind' in found) return found
  const { entry, connection } = found
  const bank = bankOf(deps, entry, connection.institutionId)
  if (connection.method !== 'web' || !bank)
    return errorAnswer(deps, entry, { screen: 'not-offered', action: 'connection' })
  const hint = await deps.ports.loginHint(entry.application, entry.launch.userId, connection.id)
  return { entry, connection, bank, hint }
}

/** S-29 */
export async function showUpdateLogin(deps: FlowDeps, context: LaunchContext, id: string): Promise<Answer> {
  const subject = await subjectOf(deps, context, id)
  if ('kind' in subject) return subject
  return updatePage(deps, subject, fieldsOf(subject.bank, { loginId: subject.hint }, false), 200)
}

function updatePage(
  deps: FlowDeps,
  { entry, connection, bank }: Subject,
  fields: readonly LoginField[],
  status: number,
): Promise<Answer> {
  const asked = entry.flow === 'update-login'
  return stepPage(
    deps,
    entry,
    {
      screen: 'S-29',
      connectionId: connection.id,
      bank: toTile(bank, false),
      fields,
      forgottenPasswordUrl: bank.forgottenPasswordUrl,
    },
    {
      status,
      firstStep: asked && entry.attempts.length === 0,
      back: asked ? null : `${entry.path}/manage/connection/${connection.id}`,
    },
  )
}

/** The new login, tried at the bank before it takes the place of the old one (AC-701). */
export async function submitUpdateLogin(
  deps: FlowDeps,
  context: LaunchContext,
  id: string,
  form: Form,
): Promise<Answer> {
  const subject = await subjectOf(deps, context, id)
  if ('kind' in subject) return subject
  const { entry, connection, bank, hint } = subject
  const { loginId = '', password = '', secondaryLoginId, securityCode } = readLogin(form)
  const typed = {
    loginId,
    password,
    secondaryLoginId: secondaryLoginId ?? '',
    securityCode: securityCode ?? '',
  }
  const fields = fieldsOf(bank, typed, true)
  if (fields.some((field) => field.error !== null)) return updatePage(deps, subject, fields, 422)
  try {
    const { application, launch } = entry
    const started = await deps.ports.updateLogin(application, launch.userId, connection.id, {
      password,
      ...(loginId !== hint && { loginId }),
      ...(secondaryLoginId && { secondaryLoginId }),
      ...(securityCode && { securityCode }),
    })
    await addAttempt(deps, entry, connection, started.jobId)
    return redirect(`${context.path}/job/${started.jobId}${started.joined ? '?joined=1' : ''}`)
  } catch (error) {
    if (!(error instanceof AppError) || error.problem !== 'connection-login-taken') throw error
    const taken = fields.map((field) =>
      field.name === 'loginId' ? { ...field, error: 'This login is connected already' } : field,
    )
    return updatePage(deps, subject, taken, 422)
  }
}

async function addAttempt(
  deps: FlowDeps,
  { application, launch, consent }: Entry,
  { id, institutionId }: ConnectionDetail,
  jobId: Parameters<typeof store.addAttempt>[3]['jobId'],
): Promise<void> {
  if (!consent) throw new Error('a login needs a consent')
  await store.addAttempt(deps.db, application.id, launch.id, {
    jobId,
    institutionId,
    connectionId: id,
    consentId: consent.id,
    sealedLogin: null,
  })
}
