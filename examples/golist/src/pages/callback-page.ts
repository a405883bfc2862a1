import type { Exchange } from '../exchange.ts'
import type { Holdings } from '../holdings.ts'
import { type Html, html } from '../html.ts'
import { jobView, moves } from '../job.ts'
import type { HandBack, Launch } from '../sessions.ts'
import type { Job } from '../wire.ts'
import { dataView } from './data-page.ts'
import { exchangesView } from './exchanges.ts'

export interface CallbackView {
  readonly launch: Launch
  readonly handBack: HandBack
  readonly jobs: readonly Job[]
  /** Read once every job has ended. */
  readonly holdings: Holdings | null
  readonly exchanges: readonly Exchange[]
}

/** What the hand-back said, the jobs it named, and what they brought. */
export const callbackView = ({ launch, handBack, jobs, holdings, exchanges }: CallbackView): Html => html`
  <p class="lead">${message(handBack, jobs)}</p>
  <section class="panel" aria-labelledby="brought">
    <h2 id="brought">What came back</h2>
    <dl class="facts" data-came-back>
      ${fact('state', launch.state, 'the one this session sent')}
      ${fact('jobId', handBack.jobIds.at(-1) ?? null)}
      ${fact('jobIds', handBack.jobIds.length === 0 ? null : handBack.jobIds.join(','))}
      ${fact('result', handBack.result)}
      ${fact('error', handBack.error)}
      ${fact('referrer', handBack.referrer)}
    </dl>
    <div aria-live="polite">${jobs.map(jobView)}</div>
    <p><a class="button secondary" href="/steps/${launch.step}">Back to step ${launch.step}</a>
      <a class="button primary" href="/steps/${Math.min(launch.step + 1, 8)}">On to step ${Math.min(launch.step + 1, 8)}</a></p>
  </section>
  ${holdings && dataView(holdings)}
  ${exchangesView(exchanges)}`

const fact = (name: string, value: string | null, note?: string): Html => html`
  <div data-parameter="${name}"${value === null && html` data-absent`}>
    <dt><code>${name}</code></dt>
    <dd>${value === null ? html`<span class="quiet">not sent</span>` : html`<code>${value}</code>`}
      ${value !== null && note && html`<span class="quiet">${note}</span>`}</dd>
  </div>`

/** What the other actions come back with. */
const accomplished: Readonly<Record<string, string>> = {
  managed: 'The person has looked after what they share.',
  revoked: 'The person has stopped sharing: the consent and its data are gone.',
  extended: 'The person goes on sharing for longer.',
  updated: 'The person has agreed to the changed policy.',
}

/** Whether the person did what they came for without connecting a bank. */
export const isAccomplished = (result: string | null): boolean => result !== null && result in accomplished

function message({ error, result }: HandBack, jobs: readonly Job[]): string {
  if (jobs.length === 0 && result !== null && result in accomplished) return accomplished[result] ?? ''
  if (error === 'cancelled') return 'The person left before a bank was connected.'
  if (jobs.some(moves)) return 'The person is back; the bank’s data is still being read.'
  if (jobs.some((job) => job.status === 'success')) return 'The bank is connected and its data has been read.'
  return 'No bank was connected.'
}

export const refusedView = (): Html => html`
  <p class="lead" data-refused>The <code>state</code> of this address was not sent by this browser session, so nothing
    in it is believed.</p>
  <p>It may be an old link, or somebody else’s. <a href="/steps/3">Start again in step 3.</a></p>`
