import { stepForm, textField } from '../forms.ts'
import { html } from '../html.ts'
import { type Action, type Step, theUser } from '../step.ts'

const serverToken: Action = async ({ banksia, record }) => {
  await banksia.token({ version: '3.0', scope: 'SERVER_ACCESS' }, record)
  return undefined
}

const createUser: Action = async ({ banksia, record, session, form }) => {
  const { email = '', firstName = '', lastName = '' } = form
  const { body } = await banksia.createUser({ email, firstName, lastName }, record)
  if (body === null) return undefined
  session.user = { id: body.id, email: body.email }
  session.done.clear()
  session.done.add(1)
  session.claims = null
  session.refreshJobId = null
  session.launches.clear()
  session.sentTo.clear()
  return undefined
}

const clientToken: Action = async (visit) => {
  const { banksia, record, session } = visit
  const userId = theUser(visit).id
  const { body } = await banksia.token({ version: '3.0', scope: 'CLIENT_ACCESS', userId }, record)
  if (body === null) return undefined
  session.claims = claimsOf(body.access_token)
  session.done.add(2)
  return undefined
}

/** What a browser reads from the token; only the server that signed it can tell whether it is true. */
const claimsOf = (token: string): unknown =>
  JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'))

export const scopesStep: Step = {
  number: 2,
  title: 'Ask for the right access',
  summary:
    'SERVER_ACCESS stays on your server; CLIENT_ACCESS is bound to one user and may be seen by a browser.',
  change:
    'In 2.x a client token could belong to nobody. The Consent UI now wants one that is bound to a userId.',
  needsUser: false,
  view: async ({ session }) => html`
    ${stepForm(session, { step: 2, action: 'server', button: 'Ask for SERVER_ACCESS', kind: 'secondary' })}
    ${
      session.user &&
      stepForm(session, {
        step: 2,
        action: 'client',
        button: `Ask for CLIENT_ACCESS for ${session.user.email}`,
      })
    }
    ${
      session.claims !== null &&
      html`<h3>What the client token says</h3>
        <pre class="code" tabindex="0">${JSON.stringify(session.claims, null, 2)}</pre>`
    }
    <h3>${session.user === null ? 'A user to bind the client token to' : 'Start again with another user'}</h3>
    ${stepForm(session, {
      step: 2,
      action: 'user',
      button: 'Create the user',
      kind: session.user === null ? 'primary' : 'secondary',
      fields: [
        textField({ name: 'firstName', label: 'First name', value: 'Dora' }),
        textField({ name: 'lastName', label: 'Last name', value: 'Quill' }),
        textField({ name: 'email', label: 'E-mail', value: 'dora@lanterncove.example', type: 'email' }),
      ],
    })}
`,
  actions: { server: serverToken, user: createUser, client: clientToken },
}
