import { type Html, html } from '../html.ts'
import type { Session } from '../sessions.ts'
import type { Step } from '../step.ts'

type State = 'done' | 'next' | 'open' | 'later'

const words: Record<State, { text: string; tone: string }> = {
  done: { text: 'Done', tone: 'good' },
  next: { text: 'Next', tone: 'busy' },
  open: { text: 'Open', tone: 'calm' },
  later: { text: 'Needs a user from step 2', tone: 'calm' },
}

const stateOf = (step: Step, session: Session, next: Step | undefined): State => {
  if (session.done.has(step.number)) return 'done'
  if (step.needsUser && session.user === null) return 'later'
  return step === next ? 'next' : 'open'
}

/** The list of steps, each with how far one got. */
export function startPage(session: Session, steps: readonly Step[]): Html {
  const next = steps.find((step) => !session.done.has(step.number))
  return html`
    <p class="lead">Eight steps take a client of the Basiq API 2.x to 3.0. Each page does the real calls against
      Banksia and shows every request with its answer. ${session.done.size} of ${steps.length} are done.</p>
    <ol class="steps">
      ${steps.map((step) => {
        const state = stateOf(step, session, next)
        return html`
          <li class="step ${state}" data-step-state="${state}">
            <span class="number" aria-hidden="true">${step.number}</span>
            <div>
              <h2><a href="/steps/${step.number}">${step.title}</a></h2>
              <p>${step.summary}</p>
            </div>
            <span class="chip ${words[state].tone}">${words[state].text}</span>
          </li>`
      })}
    </ol>`
}
