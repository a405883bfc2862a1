import type { StopScreen } from '@banksia/consent-ui'
import { timestamp } from '../clock.ts'
import { bankOf } from './connection-line.ts'
import { handlingOf } from './consent-review.ts'
import { enter, type FlowDeps, isAnswer, stepPage } from './flow.ts'
import * as store from './launches.store.ts'
import type { Answer, Form, LaunchContext } from './launches.types.ts'
import { redirect } from './page-context.ts'
import { activeReview, detailsOf, ownConnection, reviewed } from './step-manage.ts'

/** S-19 before the end: consequences first, with the election, then the question. `elected`: deletion was chosen there. */
export async function showStop(
  deps: FlowDeps,
  context: LaunchContext,
  step: 'consequences' | 'confirm',
  elected: boolean,
): Promise<Answer> {
  const entry = await enter(deps, context, 'consent')
  if (isAnswer(entry)) return entry
  const consent = await activeReview(deps, entry)
  if (!consent) return redirect(`${context.path}/manage`)
  const [{ terms, agreed }, connections] = await Promise.all([
    reviewed(deps, entry, consent),
    detailsOf(deps, entry),
  ])
  const handling = handlingOf(consent)
  const view: StopScreen = {
    screen: 'S-19',
    step,
    banks: connections.map((one) => bankOf(one.institutionId, deps.ports.banks(entry.application))),
    clusters: terms.clusters.map((row) => row.name),
    consequences: agreed.withdrawalConsequences,
    handling: elected && handling === 'de-identify' ? 'delete-elected' : handling,
    mayElect: handling === 'de-identify',
    adviser: terms.adviser?.name ?? null,
    at: null,
  }
  const back = step === 'confirm' ? `${context.path}/manage/stop` : `${context.path}/manage`
  return stepPage(deps, entry, view, { back })
}

/** Withdraws the consent at once; a second press finds it withdrawn. */
export async function submitStop(deps: FlowDeps, context: LaunchContext, form: Form): Promise<Answer> {
  const entry = await enter(deps, context, 'consent')
  if (isAnswer(entry)) return entry
  const consent = await activeReview(deps, entry)
  if (!consent) return redirect(`${context.path}/manage`)
  const { application, launch } = entry
  const elects = form.get('delete') === 'yes' && handlingOf(consent) === 'de-identify'
  if (elects) await deps.ports.electDeletion(application, launch.userId, consent.id)
  await deps.ports.withdrawConsent(application, launch.userId, consent.id)
  const at = timestamp(deps.clock.now(application))
  await store.note(deps.db, application.id, launch.id, {
    stopped: { at, handling: elects ? 'delete-elected' : handlingOf(consent) },
  })
  await store.setAccomplished(deps.db, application.id, launch.id, 'revoked')
  return redirect(`${context.path}/manage/stopped`)
}

/** S-19 after the end. */
export async function showStopped(deps: FlowDeps, context: LaunchContext): Promise<Answer> {
  const entry = await enter(deps, context, 'nothing')
  if (isAnswer(entry)) return entry
  const { stopped } = entry.launch.progress
  if (!stopped) return redirect(`${context.path}/manage`)
  const view: StopScreen = {
    screen: 'S-19',
    step: 'done',
    banks: [],
    clusters: [],
    consequences: '',
    mayElect: false,
    adviser: null,
    ...stopped,
  }
  return stepPage(deps, entry, view)
}

/** S-20 before the end. */
export async function showDisconnect(
  deps: FlowDeps,
  context: LaunchContext,
  connectionId: string,
  step: 'consequences' | 'confirm',
): Promise<Answer> {
  const found = await ownConnection(deps, context, connectionId)
  if ('kind' in found) return found
  const { entry, connection } = found
  const at = `${context.path}/manage/connection/${connection.id}`
  return stepPage(
    deps,
    entry,
    {
      screen: 'S-20',
      step,
      connectionId: connection.id,
      bank: bankOf(connection.institutionId, deps.ports.banks(entry.application)),
      accounts: connection.accounts,
      at: null,
    },
    { back: step === 'confirm' ? `${at}/disconnect` : at },
  )
}

export async function submitDisconnect(
  deps: FlowDeps,
  context: LaunchContext,
  connectionId: string,
): Promise<Answer> {
  // A second press: the connection is gone, and the page that says so is there.
  if (context.launch.progress.disconnected?.connectionId === connectionId)
    return redirect(`${context.path}/manage/disconnected`)
  const found = await ownConnection(deps, context, connectionId)
  if ('kind' in found) return found
  const { application, launch } = found.entry
  const { id, institutionId } = found.connection
  await deps.ports.disconnect(application, launch.userId, id)
  const at = timestamp(deps.clock.now(application))
  await store.note(deps.db, application.id, launch.id, {
    disconnected: { connectionId: id, institutionId, at },
  })
  return redirect(`${context.path}/manage/disconnected`)
}

/** S-20 after the end. */
export async function showDisconnected(deps: FlowDeps, context: LaunchContext): Promise<Answer> {
  const entry = await enter(deps, context, 'nothing')
  if (isAnswer(entry)) return entry
  const { disconnected } = entry.launch.progress
  if (!disconnected) return redirect(`${context.path}/manage`)
  return stepPage(deps, entry, {
    screen: 'S-20',
    step: 'done',
    connectionId: disconnected.connectionId,
    bank: bankOf(disconnected.institutionId, deps.ports.banks(entry.application)),
    accounts: [],
    at: disconnected.at,
  })
}
