import type { ConsentScreen, ReconnectScreen } from '@banksia/consent-ui'
import { timestamp } from '../clock.ts'
import type { ReviewedConsent } from '../consents/consents.types.ts'
import { AppError } from '../errors/app-error.ts'
import type { InstitutionId } from '../ids.ts'
import { bankOf } from './connection-line.ts'
import { changesOf, compareClusters, endUnder } from './consent-review.ts'
import { enter, errorAnswer, type FlowDeps, findBank, isAnswer, outcomes, startOf, stepPage } from './flow.ts'
import * as store from './launches.store.ts'
import type { Answer, Entry, Form, GivenFrom, LaunchContext } from './launches.types.ts'
import { redirect } from './page-context.ts'
import { givenConsent, viewOf } from './step-consent.ts'
import { activeReview, detailsOf, reviewed } from './step-manage.ts'

interface Review extends Entry {
  readonly before: ReviewedConsent
}

/** Only a launch that is to update, or offered it, reviews what changes. */
async function enterUpdate(deps: FlowDeps, context: LaunchContext): Promise<Answer | Review> {
  const entry = await enter(deps, context, 'consent')
  if (isAnswer(entry)) return entry
  if (entry.flow !== 'update' && entry.flow !== 'offer-update')
    return redirect(startOf(deps.ports, entry, entry.flow))
  const before = await activeReview(deps, entry)
  return before ? { ...entry, before } : errorAnswer(deps, entry, { screen: 'E-NOCONSENT', retry: null })
}

/** S-24 */
export async function showCompare(deps: FlowDeps, context: LaunchContext): Promise<Answer> {
  const entry = await enterUpdate(deps, context)
  if ('kind' in entry) return entry
  const { application, policy, before, flow } = entry
  const [{ agreed }, connections] = await Promise.all([reviewed(deps, entry, before), detailsOf(deps, entry)])
  const banks = unique(connections.map((one) => one.institutionId))
  return stepPage(
    deps,
    entry,
    {
      screen: 'S-24',
      clusters: compareClusters(before, policy.content, deps.ports.wording),
      changes: changesOf(before, agreed, policy.content),
      until: timestamp(before.expiryDate),
      newUntil: endUnder(policy, deps.clock.now(application)),
      banks: banks.map((id) => bankOf(id, deps.ports.banks(application))),
      mayKeep: flow === 'offer-update',
    },
    { firstStep: true },
  )
}

const unique = <T>(values: readonly T[]): T[] => [...new Set(values)]

/** S-25: S-02 with what changed marked. */
async function reconsentView(deps: FlowDeps, entry: Review, changed: boolean): Promise<ConsentScreen> {
  const { before, policy } = entry
  const { agreed } = await reviewed(deps, entry, before)
  const view = viewOf(deps, entry, changed)
  const marks = new Map(
    compareClusters(before, policy.content, deps.ports.wording).map((row) => [row.name, row.change]),
  )
  return {
    ...view,
    screen: 'S-25',
    changed: changesOf(before, agreed, policy.content).map(({ part }) => part),
    clusters: view.clusters.map((row) => {
      const change = marks.get(row.name)
      return change === 'added' || change === 'changed' ? { ...row, change } : row
    }),
  }
}

export async function showReconsent(
  deps: FlowDeps,
  context: LaunchContext,
  changed: boolean,
): Promise<Answer> {
  const entry = await enterUpdate(deps, context)
  if ('kind' in entry) return entry
  const view = await reconsentView(deps, entry, changed)
  return stepPage(deps, entry, view, { back: `${context.path}/update` })
}

/** "I consent" on S-25: the former consent ends and the new one begins in one step; until here nothing changed. */
export async function submitReconsent(
  deps: FlowDeps,
  context: LaunchContext,
  form: Form,
  givenFrom: GivenFrom,
): Promise<Answer> {
  const entry = await enterUpdate(deps, context)
  if ('kind' in entry) return entry
  const { application, launch, policy } = entry
  if (form.get('policy') !== policy.id) return redirect(`${context.path}/update/consent?changed=1`)
  // Kept before the connections go; a second press finds it kept.
  const reconnect = await banksToReconnect(deps, entry)
  await store.note(deps.db, application.id, launch.id, { reconnect }, true)
  const given = givenConsent(entry, await reconsentView(deps, entry, false), form, givenFrom)
  try {
    const consent = await deps.ports.replaceConsent(application, launch.userId, given)
    if (consent.ended) return errorAnswer(deps, entry, { screen: 'E-TOKEN', retry: null })
    await store.setConsent(deps.db, application.id, launch.id, consent.id)
  } catch (error) {
    if (!(error instanceof AppError) || error.problem !== 'consent-not-found') throw error
    return errorAnswer(deps, entry, { screen: 'E-NOCONSENT', retry: null })
  }
  await store.setAccomplished(deps.db, application.id, launch.id, 'updated')
  return redirect(`${context.path}/reconnect`)
}

/** The banks there were; the one of the launch URL alone, where it names one of them (AC-505). */
async function banksToReconnect(deps: FlowDeps, entry: Entry): Promise<InstitutionId[]> {
  const banks = unique((await detailsOf(deps, entry)).map((one) => one.institutionId))
  const asked = banks.filter((id) => id === entry.launch.request.institutionId)
  return asked.length > 0 ? asked : banks
}

/** "Keep my current permissions and just add a bank" (c&d §1.4, row 18). */
export async function submitKeep(deps: FlowDeps, context: LaunchContext): Promise<Answer> {
  const entry = await enterUpdate(deps, context)
  if ('kind' in entry) return entry
  if (entry.flow === 'offer-update')
    await store.note(deps.db, entry.application.id, entry.launch.id, { keptPermissions: true })
  return redirect(context.path)
}

/** S-26 */
export async function showReconnect(deps: FlowDeps, context: LaunchContext): Promise<Answer> {
  const entry = await enter(deps, context, 'consent')
  if (isAnswer(entry)) return entry
  if (entry.flow !== 'reconnect') return redirect(context.path)
  const { reconnect = [], skipped = [] } = entry.launch.progress
  const attempts = await outcomes(deps, entry)
  const banks = reconnect
    .filter((id) => findBank(deps.ports, entry.application, id) !== undefined)
    .map((id): ReconnectScreen['banks'][number] => {
      const latest = attempts.findLast((attempt) => attempt.institutionId === id)
      const state = latest?.state ?? (skipped.includes(id) ? 'skipped' : 'disconnected')
      return {
        bank: bankOf(id, deps.ports.banks(entry.application)),
        state,
        jobId: latest?.jobId ?? null,
      }
    })
  return stepPage(deps, entry, { screen: 'S-26', banks })
}

export async function submitSkip(deps: FlowDeps, context: LaunchContext, form: Form): Promise<Answer> {
  const entry = await enter(deps, context, 'consent')
  if (isAnswer(entry)) return entry
  const { application, launch } = entry
  const { reconnect = [], skipped = [] } = launch.progress
  const bank = reconnect.find((id) => id === form.get('skip'))
  if (bank) await store.note(deps.db, application.id, launch.id, { skipped: unique([...skipped, bank]) })
  return redirect(`${context.path}/reconnect`)
}
