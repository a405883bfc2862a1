import { stepForm } from '../forms.ts'
import { html } from '../html.ts'
import { type Action, type Step, theUser } from '../step.ts'

const readPolicy: Action = async (visit) => {
  const { banksia, record, session } = visit
  const consents = await banksia.consents(theUser(visit).id, record)
  const [newest] = consents.body?.data ?? []
  if (newest === undefined) return undefined
  const policy = await banksia.policy(newest.links.consentPolicy, record)
  if (policy.ok) session.done.add(4)
  return undefined
}

export const policyStep: Step = {
  number: 4,
  title: 'Branding and consent policy',
  summary:
    'The policy says what is asked for, why, how far back and for how long; a consent keeps the version it was given to.',
  change: 'In 2.x there was no policy: what you collected was between you and the person.',
  needsUser: true,
  view: async ({ session }) => html`
    <p>A new application has a default policy and the default look. This reads the version that the consent was
      given to. Changing the policy and the branding comes with the Dashboard, which is not part of this release.</p>
    ${stepForm(session, { step: 4, action: 'read', button: 'Read the consent’s policy' })}`,
  actions: { read: readPolicy },
}
