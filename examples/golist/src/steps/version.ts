import { stepForm } from '../forms.ts'
import { html } from '../html.ts'
import type { Action, Step } from '../step.ts'

const ask =
  (version: string | null): Action =>
  async ({ banksia, record, session }) => {
    const { ok } = await banksia.token({ version, scope: 'SERVER_ACCESS' }, record)
    if (ok && version === '3.0') session.done.add(1)
    return undefined
  }

export const versionStep: Step = {
  number: 1,
  title: 'Send basiq-version 3.0',
  summary: 'The version is asked for once, with the token; the token then carries it to every call.',
  change: 'In 2.x the header said 2.0 or 2.1. Nothing else about the request changes.',
  needsUser: false,
  view: async ({ session }) => html`
    ${stepForm(session, { step: 1, action: 'with', button: 'Ask for a token with version 3.0' })}
    ${stepForm(session, { step: 1, action: 'without', button: 'Leave the header out', kind: 'secondary' })}`,
  actions: { with: ask('3.0'), without: ask(null) },
}
