import type { ConsentTerms } from '@banksia/consent-ui'
import type { ReviewedConsent } from '../consents/consents.types.ts'
import { asId, type ConnectionId, type ConsentId } from '../ids.ts'
import { toLine } from './connection-line.ts'
import { amendmentsOf, handlingOf, notSharedOf, summaryOf, termsOf } from './consent-review.ts'
import { enter, errorAnswer, type FlowDeps, isAnswer, stepPage } from './flow.ts'
import type { Answer, Entry, LaunchContext } from './launches.types.ts'
import type { ConnectionDetail } from './manage.types.ts'
import { redirect } from './page-context.ts'

const day = 86_400_000

export const historyOf = ({ ports }: FlowDeps, { application, launch }: Entry) =>
  ports.history(application, launch.userId)

export const detailsOf = ({ ports }: FlowDeps, { application, launch }: Entry) =>
  ports.connectionDetails(application, launch.userId)

/** A consent's terms under the version of the policy it was given to. */
export async function reviewed(
  { ports }: FlowDeps,
  { application, policy }: Entry,
  consent: ReviewedConsent,
): Promise<{ terms: ConsentTerms; agreed: Entry['policy']['content'] }> {
  const version = await ports.policyVersion(application, consent.policyId)
  const agreed = version?.content ?? policy.content
  return { agreed, terms: termsOf(application, consent, agreed, ports.wording) }
}

/** The active consent, as the person reviews it. */
export async function activeReview(deps: FlowDeps, entry: Entry): Promise<ReviewedConsent | undefined> {
  return (await historyOf(deps, entry)).find((consent) => consent.status === 'active')
}

/** S-16. Looking at it restarts the 90-day reminder (AC-309). */
export async function showManage(deps: FlowDeps, context: LaunchContext): Promise<Answer> {
  const entry = await enter(deps, context, 'nothing')
  if (isAnswer(entry)) return entry
  const { application, launch } = entry
  await deps.ports.touchedByPerson(application, launch.userId)
  const [history, connections] = await Promise.all([historyOf(deps, entry), detailsOf(deps, entry)])
  const active = history.find((consent) => consent.status === 'active')
  const now = deps.clock.now(application)
  const current = active && {
    consent: summaryOf(active),
    terms: (await reviewed(deps, entry, active)).terms,
    daysLeft: Math.max(0, Math.ceil((active.expiryDate.getTime() - now.getTime()) / day)),
    handling: handlingOf(active),
  }
  const banks = deps.ports.banks(application)
  return stepPage(
    deps,
    entry,
    {
      screen: 'S-16',
      current: current ?? null,
      connections: active ? connections.map((one) => toLine(one, banks, now)) : [],
      history: history.filter((consent) => consent.status !== 'active').map(summaryOf),
    },
    // Recorded, though the page is no error: there was nothing to manage (c&d §1.4, row 8).
    history.length === 0 ? { code: 'resource-not-found' } : {},
  )
}

/** S-17, or S-21 for a consent that ended. */
export async function showConsentDetail(
  deps: FlowDeps,
  context: LaunchContext,
  consentId: string,
): Promise<Answer> {
  const entry = await enter(deps, context, 'nothing')
  if (isAnswer(entry)) return entry
  const home = `${context.path}/manage`
  const id = asId<ConsentId>(consentId)
  const consent = (await historyOf(deps, entry)).find((one) => one.id === id)
  if (!consent) return redirect(home)
  const ended = consent.status !== 'active'
  const connections = ended ? [] : await detailsOf(deps, entry)
  const { application } = entry
  const now = deps.clock.now(application)
  return stepPage(
    deps,
    entry,
    {
      screen: ended ? 'S-21' : 'S-17',
      consent: summaryOf(consent),
      terms: (await reviewed(deps, entry, consent)).terms,
      handling: handlingOf(consent),
      notShared: notSharedOf(consent, deps.ports.wording),
      amendments: amendmentsOf(consent),
      collected: connections.map((one) => toLine(one, deps.ports.banks(application), now)),
    },
    { back: home },
  )
}

/** A connection of the person's, with the entry; or the way to where there is none. */
export async function ownConnection(
  deps: FlowDeps,
  context: LaunchContext,
  connectionId: string,
): Promise<Answer | { entry: Entry; connection: ConnectionDetail }> {
  const entry = await enter(deps, context, 'consent')
  if (isAnswer(entry)) return entry
  const id = asId<ConnectionId>(connectionId)
  const connection = (await detailsOf(deps, entry)).find((one) => one.id === id)
  return connection ? { entry, connection } : errorAnswer(deps, entry, { screen: 'E-CONN404', retry: null })
}

/** S-18 */
export async function showConnection(
  deps: FlowDeps,
  context: LaunchContext,
  connectionId: string,
): Promise<Answer> {
  const found = await ownConnection(deps, context, connectionId)
  if ('kind' in found) return found
  const { entry, connection } = found
  const { application, launch } = entry
  await deps.ports.touchedByPerson(application, launch.userId)
  const consent = await activeReview(deps, entry)
  const clusters = consent ? (await reviewed(deps, entry, consent)).terms.clusters : []
  const now = deps.clock.now(application)
  return stepPage(
    deps,
    entry,
    {
      screen: 'S-18',
      connection: toLine(connection, deps.ports.banks(application), now),
      clusters: clusters.map((row) => row.name),
    },
    { back: `${context.path}/manage` },
  )
}

/** "Delete my data instead", at any time while the consent is active (c&d §3.3). */
export async function submitElection(deps: FlowDeps, context: LaunchContext): Promise<Answer> {
  const entry = await enter(deps, context, 'consent')
  if (isAnswer(entry)) return entry
  const { application, launch, consent } = entry
  if (consent) await deps.ports.electDeletion(application, launch.userId, consent.id)
  return redirect(`${context.path}/manage`)
}

/** Renewing an arrangement or choosing its accounts anew: open banking only, which is not offered yet (settled 18). */
export async function showRenewal(
  deps: FlowDeps,
  context: LaunchContext,
  connectionId: string,
): Promise<Answer> {
  const found = await ownConnection(deps, context, connectionId)
  if ('kind' in found) return found
  if (found.connection.method === 'web') return redirect(`${context.path}/connection/${connectionId}/login`)
  return errorAnswer(deps, found.entry, { screen: 'not-offered', action: 'connection' })
}
