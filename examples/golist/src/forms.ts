import { type Content, type Html, html } from './html.ts'
import type { Session } from './sessions.ts'

export interface Form {
  readonly step: number
  readonly action: string
  readonly button: string
  readonly fields?: Content
  readonly kind?: 'primary' | 'secondary' | 'danger'
}

/** A form that runs one action of a step. */
export const stepForm = (session: Session, form: Form): Html => html`
  <form method="post" action="/steps/${form.step}/${form.action}" class="form">
    <input type="hidden" name="formToken" value="${session.formToken}">
    ${form.fields}
    <button type="submit" class="button ${form.kind ?? 'primary'}">${form.button}</button>
  </form>`

export const hidden = (name: string, value: string): Html =>
  html`<input type="hidden" name="${name}" value="${value}">`

export interface TextField {
  readonly name: string
  readonly label: string
  readonly value?: string
  readonly type?: 'text' | 'email'
}

export const textField = ({ name, label, value = '', type = 'text' }: TextField): Html => html`
  <p class="field">
    <label for="field-${name}">${label}</label>
    <input id="field-${name}" name="${name}" type="${type}" value="${value}" required maxlength="200" autocomplete="off">
  </p>`
