import { hidden, stepForm } from '../forms.ts'
import { type Html, html } from '../html.ts'
import { type Action, type Step, theUser, type Visit } from '../step.ts'
import type { Connection, EventItem } from '../wire.ts'

const readTypes: Action = async ({ banksia, record }) => {
  await banksia.eventTypes(record)
  return undefined
}

const readEvents: Action = async (visit) => {
  const { ok } = await visit.banksia.events(theUser(visit).id, visit.record)
  if (ok) visit.session.done.add(5)
  return undefined
}

const readEvent: Action = async ({ banksia, record, form }) => {
  await banksia.event(form['event'] ?? '', record)
  return undefined
}

const purge: Action = async (visit) => {
  await visit.banksia.purge(theUser(visit).id, visit.form['connection'] ?? '', visit.record)
  return undefined
}

const quiet = () => undefined

async function view(visit: Visit): Promise<Html> {
  const { session, banksia } = visit
  const userId = theUser(visit).id
  const events = (await banksia.events(userId, quiet)).body?.data ?? []
  const connections = (await banksia.connections(userId, quiet)).body?.data ?? []
  const active = connections.filter((connection) => connection.status === 'active')
  return html`
    ${stepForm(session, { step: 5, action: 'types', button: 'Read the event types', kind: 'secondary' })}
    ${stepForm(session, { step: 5, action: 'events', button: 'Read this user’s events' })}
    <h3>What happened to this user</h3>
    <div class="scroll" tabindex="0" role="region" aria-label="Events of this user">
      <table>
        <thead><tr><th scope="col">When</th><th scope="col">Event</th><th scope="col">Details</th></tr></thead>
        <tbody>${events.map((event) => eventRow(visit, event))}</tbody>
      </table>
    </div>
    <h3>Govern the data</h3>
    <p>Purging removes the accounts and transactions of one connection; the next refresh reads them again. Ending
      the consent, in step 6, removes everything for good.</p>
    ${active.length === 0 && html`<p class="quiet">There is no active connection to purge.</p>`}
    ${active.map((connection) => purgeForm(visit, connection))}`
}

const eventRow = ({ session }: Visit, event: EventItem): Html => html`
  <tr>
    <td>${event.createdDate}</td>
    <td><code>${event.entity}.${event.eventType}</code></td>
    <td>${stepForm(session, {
      step: 5,
      action: 'event',
      button: 'Read',
      kind: 'secondary',
      fields: hidden('event', event.id),
    })}</td>
  </tr>`

const purgeForm = ({ session }: Visit, connection: Connection): Html =>
  stepForm(session, {
    step: 5,
    action: 'purge',
    button: `Purge what ${connection.institution.id} gave`,
    kind: 'danger',
    fields: hidden('connection', connection.id),
  })

export const eventsStep: Step = {
  number: 5,
  title: 'Follow events and govern data',
  summary:
    'Every change to a user, consent, connection or their data is an event that you can read for seven days.',
  change: 'In 2.x you polled for changes. Now you read what changed, and act when a consent ends.',
  needsUser: true,
  view,
  actions: { types: readTypes, events: readEvents, event: readEvent, purge },
}
