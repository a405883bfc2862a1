import { type Html, html } from '../html.ts'
import type { Step, Visit } from '../step.ts'
import { exchangesView } from './exchanges.ts'

/** One step: what changes, its buttons, and what was asked and answered last. */
export async function stepPage(step: Step, visit: Visit, count: number): Promise<Html> {
  const { session } = visit
  const locked = step.needsUser && session.user === null
  return html`
    <p class="where">Step ${step.number} of ${count}
      ${session.done.has(step.number) && html`<span class="chip good">Done</span>`}</p>
    <p class="lead">${step.summary}</p>
    <p class="change"><strong>What changes.</strong> ${step.change}</p>
    <section class="panel" aria-labelledby="do">
      <h2 id="do">Do it</h2>
      ${
        locked
          ? html`<p>This step needs a user. <a href="/steps/2">Create one in step 2.</a></p>`
          : await step.view(visit)
      }
    </section>
    ${exchangesView(session.exchanges.get(step.number) ?? [])}
    <nav class="between" aria-label="Steps">
      ${step.number > 1 ? html`<a href="/steps/${step.number - 1}">Step ${step.number - 1}</a>` : html`<span></span>`}
      ${
        step.number < count
          ? html`<a class="onward" href="/steps/${step.number + 1}">Step ${step.number + 1}</a>`
          : html`<a class="onward" href="/">All steps</a>`
      }
    </nav>`
}
