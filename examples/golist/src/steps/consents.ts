import { hidden, stepForm } from '../forms.ts'
import { type Html, html } from '../html.ts'
import { type Action, type Step, theUser, type Visit } from '../step.ts'
import type { Consent } from '../wire.ts'

const read: Action = async (visit) => {
  await visit.banksia.consents(theUser(visit).id, visit.record)
  return undefined
}

const remove: Action = async (visit) => {
  const { banksia, record, session, form } = visit
  const userId = theUser(visit).id
  const { ok } = await banksia.deleteConsent(userId, form['consent'] ?? '', record)
  await readWhatIsLeft(visit, userId)
  if (ok) session.done.add(6)
  return undefined
}

const readData: Action = async (visit) => {
  await readWhatIsLeft(visit, theUser(visit).id)
  return undefined
}

async function readWhatIsLeft({ banksia, record }: Visit, userId: string): Promise<void> {
  await banksia.accounts(userId, record)
  await banksia.transactionsPage(`/users/${userId}/transactions?limit=500`, record)
}

async function view(visit: Visit): Promise<Html> {
  const { session, banksia } = visit
  const consents = (await banksia.consents(theUser(visit).id, () => undefined)).body?.data ?? []
  return html`
    ${stepForm(session, { step: 6, action: 'read', button: 'Read the consents' })}
    ${stepForm(session, { step: 6, action: 'data', button: 'Read the data', kind: 'secondary' })}
    <h3>Consents of this user</h3>
    ${consents.length === 0 && html`<p class="quiet">This user has never given a consent.</p>`}
    <ul class="cards">${consents.map((consent) => consentCard(visit, consent))}</ul>`
}

const consentCard = ({ session }: Visit, consent: Consent): Html => html`
  <li class="card" data-consent="${consent.status}">
    <p><strong class="chip ${consent.status === 'active' ? 'good' : 'calm'}">${consent.status}</strong>
      given ${consent.created}, until ${consent.expiryDate}</p>
    ${
      consent.status === 'active' &&
      stepForm(session, {
        step: 6,
        action: 'delete',
        button: 'Delete this consent and its data',
        kind: 'danger',
        fields: hidden('consent', consent.id),
      })
    }
  </li>`

export const consentsStep: Step = {
  number: 6,
  title: 'Read and delete a consent',
  summary: 'A consent is a resource: read what was agreed to, and end it when the person asks you to.',
  change:
    'In 2.x you deleted connections one by one. Deleting the consent ends them all and removes the data.',
  needsUser: true,
  view,
  actions: { read, delete: remove, data: readData },
}
