/** Every way in which reading an institution can fail. Retry, job failure text and advice follow from the kind. */
export const connectorErrorKinds = [
  /** The bank refused the login or password, or ended the login after too many wrong answers. */
  'invalid-credentials',
  /** The bank has locked the login. */
  'account-locked',
  /** The person must do something at the bank first (accept terms, read a notice). */
  'user-action-required',
  /** The answer to a challenge was wrong; the session still waits for a right one. */
  'wrong-answer',
  /** The bank no longer waits for the answer. */
  'challenge-expired',
  /** The bank ended the session; connecting again may help. */
  'session-expired',
  /** The bank is down, slow or answers 5xx. */
  'service-unavailable',
  /** The bank says it is under maintenance. */
  'maintenance',
  /** A page is not of the shape the connector knows. */
  'institution-changed',
] as const

export type ConnectorErrorKind = (typeof connectorErrorKinds)[number]

/**
 * The one error a connector throws. `outline` describes the page that was not understood: element names and attribute
 * names, never text or values, so that it can be logged.
 */
export class ConnectorError extends Error {
  override readonly name = 'ConnectorError'
  readonly kind: ConnectorErrorKind
  readonly outline: string | undefined

  constructor(kind: ConnectorErrorKind, options: { outline?: string; cause?: unknown } = {}) {
    super(kind, { cause: options.cause })
    this.kind = kind
    this.outline = options.outline
  }
}
