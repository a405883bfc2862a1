import { shortened } from './exchange.ts'
import { type Html, html } from './html.ts'
import { nonce } from './sessions.ts'
import { theUser, type Visit } from './step.ts'

export interface Destination {
  readonly step: number
  /** Value of the `action` parameter; null leaves it out. */
  readonly action: 'connect' | 'manage' | 'extend' | 'update' | null
  readonly institutionId?: string | undefined
}

/**
 * Prepares a visit to the Consent UI: a fresh client token, and a `state` that only this browser session knows.
 * @returns the URL to send the browser to; undefined when no token was given
 */
export async function launch(visit: Visit, destination: Destination): Promise<string | undefined> {
  const { banksia, record, session, config } = visit
  const userId = theUser(visit).id
  const { body } = await banksia.token({ version: '3.0', scope: 'CLIENT_ACCESS', userId }, record)
  if (body === null) return undefined
  const state = nonce()
  session.launches.set(state, { state, step: destination.step, handBack: null })
  const url = new URL('/home', config.consentUrl)
  url.searchParams.set('token', body.access_token)
  if (destination.action !== null) url.searchParams.set('action', destination.action)
  if (destination.institutionId) url.searchParams.set('institutionId', destination.institutionId)
  url.searchParams.set('state', state)
  session.sentTo.set(destination.step, url.href.replace(body.access_token, shortened(body.access_token)))
  return url.href
}

/** Where the browser was last sent from a step. */
export const sentTo = ({ session }: Visit, step: number): Html | null => {
  const url = session.sentTo.get(step)
  if (url === undefined) return null
  return html`<h3>Where the browser was sent</h3><pre class="code" tabindex="0">${url}</pre>`
}
