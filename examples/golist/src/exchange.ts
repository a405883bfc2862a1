/** One request to Banksia and its answer, fit to be shown: secrets are shortened before they get here. */
export interface Exchange {
  readonly method: string
  readonly url: string
  readonly headers: ReadonlyArray<readonly [string, string]>
  readonly body: string | null
  readonly status: number
  readonly answer: unknown
  /** How many rows of `data` are not shown. */
  readonly leftOut: number
  readonly milliseconds: number
}

/** Takes note of an exchange; every call of the client is given one. */
export type Recorder = (exchange: Exchange) => void

/** `eyJhbGciOiJIUzI1…`: enough to recognise a secret, too little to use it. */
export const shortened = (secret: string, keep = 10): string =>
  secret.length <= keep ? '…' : `${secret.slice(0, keep)}…`

const shownRows = 3

/** A copy of an answer for people: no token, and of long lists the first rows. */
export function forDisplay(answer: unknown): { shown: unknown; leftOut: number } {
  if (typeof answer !== 'object' || answer === null) return { shown: answer, leftOut: 0 }
  const copy: Record<string, unknown> = { ...answer }
  if (typeof copy['access_token'] === 'string') copy['access_token'] = shortened(copy['access_token'], 16)
  const rows = copy['data']
  if (!Array.isArray(rows) || rows.length <= shownRows + 1) return { shown: copy, leftOut: 0 }
  return { shown: { ...copy, data: rows.slice(0, shownRows) }, leftOut: rows.length - shownRows }
}

const secretMembers: ReadonlySet<string> = new Set(['mfa-response', 'password'])

/** A request body as it may be shown: a password and the answers to a bank's challenge are secrets too. */
export function bodyForDisplay(body: string): string {
  if (!body.startsWith('{')) return body
  const members = Object.entries(JSON.parse(body) as Record<string, unknown>)
  return JSON.stringify(
    Object.fromEntries(
      members.map(([name, value]) => [name, secretMembers.has(name) ? hidden(value) : value]),
    ),
  )
}

const hidden = (value: unknown): unknown =>
  Array.isArray(value) ? value.map(hidden) : `${String(value).slice(0, 1)}…`

/** The URL with its filter readable, as documentation prints it. */
export function urlForDisplay(url: string): string {
  try {
    return decodeURI(url)
  } catch {
    return url
  }
}
