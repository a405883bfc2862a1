import { type FlowDeps, mayWithdraw, outcomes } from './flow.ts'
import { handBackTarget, handBackUrl, outcomeOf } from './hand-back.ts'
import * as store from './launches.store.ts'
import type { Answer, Ending, Form, LaunchContext } from './launches.types.ts'
import { page, pageOf, redirect } from './page-context.ts'

/** "Done" and "Leave and go back": ends the launch; with several banks allowed, S-13's Done leads to the list. */
export async function submitDone(deps: FlowDeps, context: LaunchContext, form: Form): Promise<Answer> {
  const next = form.get('next') ?? ''
  const step = nextSteps(context)[next]
  if (step !== undefined && context.launch.ending === null) return redirect(`${context.path}/${step}`)
  return endLaunch(deps, context, next === 'close' ? 'closed' : 'done')
}

/** Where S-13's Done leads when it does not end the launch. */
const nextSteps = ({ launch }: LaunchContext): Readonly<Record<string, string>> => ({
  list: launch.accomplished === 'updated' ? 'reconnect' : 'connected',
  manage: 'manage',
})

/** M-CANCEL confirmed. Cancelling never takes back a consent unless the person says so. */
export async function submitLeave(deps: FlowDeps, context: LaunchContext, form: Form): Promise<Answer> {
  const { application, launch } = context
  const withdraw =
    form.get('leave') === 'withdraw' && launch.ending === null && (await mayWithdraw(deps, context))
  if (withdraw && launch.consentId)
    await deps.ports.withdrawConsent(application, launch.userId, launch.consentId)
  return endLaunch(deps, context, withdraw ? 'withdrawn' : 'left')
}

/** A success screen that is skipped: the launch ends by itself once the bank is connected. */
export async function finish(deps: FlowDeps, context: LaunchContext): Promise<Answer> {
  const connected = (await outcomes(deps, context)).some((attempt) => attempt.state === 'connected')
  if (!connected || !context.application.settings.skipSuccessScreen) return redirect(context.path)
  return endLaunch(deps, context, 'done')
}

async function endLaunch(
  { db, clock, ports }: FlowDeps,
  context: LaunchContext,
  ending: Ending,
): Promise<Answer> {
  const { authLinkId } = context.launch.request
  // "I have disclosed all my accounts", or leaving: the link has served (c&d §4.8).
  if (authLinkId) await ports.closeAuthLink(context.application, authLinkId)
  await store.end(db, context.application.id, context.launch.id, ending, clock.real())
  return redirect(`${context.path}/return`)
}

/** The page that hands back by itself, or says that it can be closed. */
export async function showReturn(deps: FlowDeps, context: LaunchContext): Promise<Answer> {
  const { application, launch } = context
  if (launch.ending === null) return redirect(context.path)
  const [attempts, policy] = await Promise.all([outcomes(deps, context), deps.ports.policy(application)])
  const outcome = outcomeOf(
    { ending: launch.ending, accomplished: launch.accomplished, action: launch.request.action },
    attempts,
  )
  const target = handBackTarget(application, launch.request)
  const frame = pageOf(context, { brandName: policy.content.brandName })
  if (target === null) {
    const { result } = outcome
    return page({ screen: 'ended', outcome: result === 'partial' ? 'success' : result }, frame)
  }
  const told = { outcome, state: launch.request.state, sendResult: application.settings.sendResultParameters }
  return page({ screen: 'hand-back', url: handBackUrl(target, told) }, frame)
}
