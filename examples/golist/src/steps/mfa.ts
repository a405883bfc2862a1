import { hidden, stepForm } from '../forms.ts'
import { type Html, html } from '../html.ts'
import { challengeOf, jobView, moves } from '../job.ts'
import { type Action, type Step, theUser, type Visit } from '../step.ts'
import type { Challenge, Connection, Job } from '../wire.ts'

const quiet = () => undefined

const refresh: Action = async (visit) => {
  const { banksia, record, session, form } = visit
  const { body } = await banksia.refresh(theUser(visit).id, form['connection'] ?? '', record)
  if (body !== null) session.refreshJobId = body.id
  return undefined
}

const readJob: Action = async ({ banksia, record, session }) => {
  if (session.refreshJobId !== null) await banksia.job(session.refreshJobId, record)
  return undefined
}

const answer: Action = async ({ banksia, record, session, form }) => {
  if (session.refreshJobId === null) return undefined
  const { body: job } = await banksia.job(session.refreshJobId, record)
  const challenge = job && challengeOf(job)
  if (!challenge) return undefined
  const answers = challenge.input.map((_label, index) => form[`answer-${index}`] ?? '')
  const { ok } = await banksia.answerChallenge(challenge.links.response, answers, record)
  if (ok) session.done.add(8)
  return undefined
}

const currentJob = async ({ session, banksia }: Visit): Promise<Job | null> =>
  session.refreshJobId === null ? null : (await banksia.job(session.refreshJobId, quiet)).body

async function view(visit: Visit): Promise<Html> {
  const { session, banksia } = visit
  const connections = (await banksia.connections(theUser(visit).id, quiet)).body?.data ?? []
  const job = await currentJob(visit)
  const challenge = job && challengeOf(job)
  return html`
    <h3>Connections of this user</h3>
    ${connections.length === 0 && html`<p class="quiet">No bank is connected. Connect Pied Piper in step 7.</p>`}
    <ul class="cards">${connections.map((connection) => connectionCard(visit, connection))}</ul>
    ${job && html`<h3>The refresh</h3>${jobView(job)}`}
    ${challenge && challengeForm(visit, challenge)}
    ${job && stepForm(session, { step: 8, action: 'job', button: 'Read the job', kind: 'secondary' })}`
}

const connectionCard = ({ session }: Visit, connection: Connection): Html => html`
  <li class="card" data-connection="${connection.institution.id}">
    <p><strong class="chip ${connection.status === 'active' ? 'good' : 'bad'}">${connection.status}</strong>
      ${connection.institution.id} <code>${connection.id}</code></p>
    ${stepForm(session, {
      step: 8,
      action: 'refresh',
      button: `Refresh ${connection.institution.id}`,
      fields: hidden('connection', connection.id),
    })}
  </li>`

const challengeForm = ({ session }: Visit, { description, input }: Challenge): Html => html`
  <div class="card challenge" data-challenge>
    <p><strong>The bank asks.</strong> ${description}</p>
    ${stepForm(session, {
      step: 8,
      action: 'answer',
      button: 'Send the answer',
      fields: input.map(
        (label, index) => html`
          <p class="field">
            <label for="answer-${index}">${label}</label>
            <input id="answer-${index}" name="answer-${index}" type="text" required maxlength="200" autocomplete="off">
          </p>`,
      ),
    })}
  </div>`

export const mfaStep: Step = {
  number: 8,
  title: 'Answer MFA on refresh',
  summary:
    'A captured bank may ask for a code or an answer while you refresh; the job waits, and you pass the answer on.',
  change:
    'In 2.x a refresh had three steps. A job may now have a fourth, mfa-challenge, and stays in progress there.',
  needsUser: true,
  view,
  actions: { refresh, job: readJob, answer },
  isLive: async (visit) => {
    const job = await currentJob(visit)
    return job !== null && moves(job)
  },
}
