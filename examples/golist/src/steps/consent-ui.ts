import { stepForm } from '../forms.ts'
import { html } from '../html.ts'
import { launch, sentTo } from '../launch.ts'
import { type Action, type Step, theUser } from '../step.ts'

/** The login of a sandbox bank; the request is refused before anything is done with it. */
const login = { loginId: 'Wentworth-Smith', password: 'whislter', institution: { id: 'AU00000' } }

const oldWay: Action = async (visit) => {
  await visit.banksia.createConnection(theUser(visit).id, login, visit.record)
  return undefined
}

export const consentUiStep: Step = {
  number: 3,
  title: 'Send the person to the Consent UI',
  summary:
    'The person gives consent and logs in to the bank on hosted pages, and comes back with the job’s id.',
  change:
    'In 2.x your own form took the bank login and posted it to /users/{userId}/connections. You no longer see it.',
  needsUser: true,
  view: async (visit) => html`
    <p>Choose <strong>Hooli</strong> there and log in as <code>Wentworth-Smith</code> with password
      <code>whislter</code>.</p>
    ${stepForm(visit.session, { step: 3, action: 'launch', button: 'Open the Consent UI' })}
    ${stepForm(visit.session, { step: 3, action: 'old-way', button: 'Try the old way', kind: 'secondary' })}
    ${sentTo(visit, 3)}`,
  actions: { launch: (visit) => launch(visit, { step: 3, action: null }), 'old-way': oldWay },
}
