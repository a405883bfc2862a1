import { timestamp } from '../clock.ts'
import { AppError } from '../errors/app-error.ts'
import { changesOf, handlingOf, summaryOf } from './consent-review.ts'
import { enter, errorAnswer, type FlowDeps, isAnswer, stepPage } from './flow.ts'
import * as store from './launches.store.ts'
import type { Answer, Form, LaunchContext } from './launches.types.ts'
import { redirect } from './page-context.ts'
import { activeReview, reviewed } from './step-manage.ts'

/** What an extension takes over from the current policy; the rest is for an update. */
const extended: ReadonlySet<string> = new Set(['purpose', 'duration'])

/** S-22 */
export async function showExtend(
  deps: FlowDeps,
  context: LaunchContext,
  policyChanged: boolean,
): Promise<Answer> {
  const entry = await enter(deps, context, 'consent')
  if (isAnswer(entry)) return entry
  if (entry.flow === 'extended') return redirect(`${context.path}/extended`)
  const { application, launch, policy } = entry
  const consent = await activeReview(deps, entry)
  if (!consent) return errorAnswer(deps, entry, { screen: 'E-NOCONSENT', retry: null })
  const [{ terms, agreed }, extension] = await Promise.all([
    reviewed(deps, entry, consent),
    deps.ports.extension(application, launch.userId),
  ])
  const purposeStays = deps.ports.scopesDiffer(consent, policy)
  const changes = changesOf(consent, agreed, policy.content).filter(
    ({ part }) => extended.has(part) && !(part === 'purpose' && purposeStays),
  )
  return stepPage(
    deps,
    entry,
    {
      screen: 'S-22',
      policyId: policy.id,
      consent: summaryOf(consent),
      terms,
      handling: handlingOf(consent),
      newUntil: timestamp(extension.to),
      wouldShorten: !extension.lengthens,
      changes,
      policyChanged,
    },
    { firstStep: true },
  )
}

/** "Extend to …". A policy published since the page was read is shown before it is agreed to. */
export async function submitExtend(deps: FlowDeps, context: LaunchContext, form: Form): Promise<Answer> {
  const entry = await enter(deps, context, 'consent')
  if (isAnswer(entry)) return entry
  if (entry.flow === 'extended') return redirect(`${context.path}/extended`)
  if (form.get('policy') !== entry.policy.id) return redirect(`${context.path}/extend?changed=1`)
  const { application, launch } = entry
  try {
    const { lengthens } = await deps.ports.extendConsent(application, launch.userId)
    if (!lengthens) return redirect(`${context.path}/extend`)
  } catch (error) {
    if (!(error instanceof AppError) || error.problem !== 'consent-not-found') throw error
    return errorAnswer(deps, entry, { screen: 'E-NOCONSENT', retry: null })
  }
  await store.setAccomplished(deps.db, application.id, launch.id, 'extended')
  return redirect(`${context.path}/extended`)
}

/** S-23 */
export async function showExtended(deps: FlowDeps, context: LaunchContext): Promise<Answer> {
  const entry = await enter(deps, context, 'consent')
  if (isAnswer(entry)) return entry
  if (entry.flow !== 'extended' || !entry.consent) return redirect(context.path)
  return stepPage(deps, entry, { screen: 'S-23', until: timestamp(entry.consent.expiryDate) })
}
