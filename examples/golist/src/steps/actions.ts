import { stepForm } from '../forms.ts'
import { html } from '../html.ts'
import { launch, sentTo } from '../launch.ts'
import type { Step } from '../step.ts'

const institution = html`
  <p class="field">
    <label for="field-institution">Bank (optional; skips the list of banks)</label>
    <select id="field-institution" name="institutionId">
      <option value="">Let the person choose</option>
      <option value="AU00000">AU00000 Hooli</option>
      <option value="AU00002">AU00002 Pied Piper</option>
      <option value="AU00003">AU00003 Nucleus</option>
      <option value="AU00004">AU00004 HooliGov</option>
    </select>
  </p>`

/** What a person can come for besides a bank. */
const others = [
  { name: 'manage', button: 'Open with action=manage' },
  { name: 'extend', button: 'Open with action=extend' },
  { name: 'update', button: 'Open with action=update' },
] as const

export const actionsStep: Step = {
  number: 7,
  title: 'Use the Consent UI’s actions',
  summary:
    'The action parameter says what the person comes for; without one, it follows from what they already share.',
  change: 'In 2.x every job of this kind needed pages of your own.',
  needsUser: true,
  view: async (visit) => html`
    <p><code>connect</code> adds a bank to the consent there is, and asks for one only when there is none. For step 8,
      connect <strong>Pied Piper</strong> as <code>jared</code> with password <code>django</code>; its one-time code is
      <code>1234</code>.</p>
    ${stepForm(visit.session, { step: 7, action: 'connect', button: 'Open with action=connect', fields: institution })}
    ${stepForm(visit.session, { step: 7, action: 'default', button: 'Open without an action', kind: 'secondary' })}
    <p>With <code>manage</code> the person sees, changes or stops what they share; with <code>extend</code> they go on sharing
      for longer; with <code>update</code> they agree to a changed policy. <code>extend</code> and <code>update</code> need
      a consent that is active.</p>
    ${others.map(({ name, button }) => stepForm(visit.session, { step: 7, action: name, button, kind: 'secondary' }))}
    <p class="quiet"><code>reauthorise</code> is for open banking, which is not part of this release.</p>
    ${sentTo(visit, 7)}`,
  actions: {
    connect: (visit) =>
      launch(visit, { step: 7, action: 'connect', institutionId: visit.form['institutionId'] }),
    default: (visit) => launch(visit, { step: 7, action: null }),
    manage: (visit) => launch(visit, { step: 7, action: 'manage' }),
    extend: (visit) => launch(visit, { step: 7, action: 'extend' }),
    update: (visit) => launch(visit, { step: 7, action: 'update' }),
  },
}
