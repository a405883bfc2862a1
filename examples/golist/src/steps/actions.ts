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
    <p class="quiet">The actions <code>manage</code>, <code>extend</code>, <code>update</code> and
      <code>reauthorise</code> are not part of this release.</p>
    ${sentTo(visit, 7)}`,
  actions: {
    connect: (visit) =>
      launch(visit, { step: 7, action: 'connect', institutionId: visit.form['institutionId'] }),
    default: (visit) => launch(visit, { step: 7, action: null }),
  },
}
