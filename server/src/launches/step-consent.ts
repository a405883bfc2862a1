import { type ConsentScreen, displayedTexts } from '@banksia/consent-ui'
import { consentScreen } from './consent-screen.ts'
import { enter, errorAnswer, type FlowDeps, firstBankStep, isAnswer, startOf, stepPage } from './flow.ts'
import * as store from './launches.store.ts'
import type { Answer, ConsentGiven, Entry, Form, GivenFrom, LaunchContext } from './launches.types.ts'
import { pageOf, redirect } from './page-context.ts'

export const viewOf = ({ ports, clock }: FlowDeps, entry: Entry, policyChanged: boolean) => {
  const { application, policy, launch } = entry
  const wording = ports.wording(policy.content.permissions.map((permission) => permission.scope))
  return consentScreen(application, policy, wording, {
    now: clock.now(application),
    adviser: launch.adviser,
    policyChanged,
  })
}

/** S-02. Who already consented is past it, also in a second tab. */
export async function showConsent(
  deps: FlowDeps,
  context: LaunchContext,
  policyChanged: boolean,
): Promise<Answer> {
  const entry = await enter(deps, context, 'nothing')
  if (isAnswer(entry)) return entry
  if (entry.flow !== 'create-consent') return redirect(startOf(deps.ports, entry, entry.flow))
  return stepPage(deps, entry, viewOf(deps, entry, policyChanged), { firstStep: true })
}

/**
 * "I consent": keeps every text that was shown with the consent. A second press, or a second tab, finds the consent
 * given. A policy published since the page was read is shown before it is agreed to.
 */
export async function submitConsent(
  deps: FlowDeps,
  context: LaunchContext,
  form: Form,
  givenFrom: GivenFrom,
): Promise<Answer> {
  const entry = await enter(deps, context, 'nothing')
  if (isAnswer(entry)) return entry
  const { application, launch, policy } = entry
  if (entry.flow !== 'create-consent') return redirect(startOf(deps.ports, entry, entry.flow))
  if (form.get('policy') !== policy.id) return redirect(`${context.path}/consent?changed=1`)
  const given = givenConsent(entry, viewOf(deps, entry, false), form, givenFrom)
  const consent = await deps.ports.giveConsent(application, launch.userId, given)
  // Ended from elsewhere while the launch was open: a new launch may ask again, this one may not.
  if (consent.ended) return errorAnswer(deps, entry, { screen: 'E-TOKEN', retry: null })
  await store.setConsent(deps.db, application.id, launch.id, consent.id)
  return redirect(firstBankStep(deps.ports, entry))
}

/** What the form agrees to, with every text that was shown. */
export function givenConsent(
  entry: Entry,
  view: ConsentScreen,
  form: Form,
  givenFrom: GivenFrom,
): ConsentGiven {
  const { launch, policy } = entry
  return {
    policyId: policy.id,
    scopes: form.getAll('scope').filter((scope) => view.clusters.some((row) => row.scope === scope)),
    deleteElection: policy.content.data.retainData && form.get('delete') === 'yes',
    adviser: launch.adviser,
    launchId: launch.id,
    displayed: displayedTexts(view, pageOf(entry, { brandName: policy.content.brandName })),
    givenFrom,
  }
}
