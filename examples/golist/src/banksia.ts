import { bodyForDisplay, forDisplay, type Recorder, shortened, urlForDisplay } from './exchange.ts'
import type {
  Accounts,
  Connections,
  Consents,
  EventItem,
  Events,
  EventTypes,
  Job,
  JobReference,
  Policy,
  TokenAnswer,
  Transactions,
  User,
} from './wire.ts'

/** An answer of any status. `body` is null when there was none; read it as `T` only when `ok`. */
export interface Answer<T> {
  readonly ok: boolean
  readonly status: number
  readonly body: T | null
}

interface Call {
  readonly method: 'GET' | 'POST' | 'DELETE'
  /** A path of the API, or an absolute URL that an answer linked to. */
  readonly to: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
}

export interface TokenRequest {
  /** Value of the `basiq-version` header; null leaves the header out. */
  readonly version: string | null
  readonly scope: 'SERVER_ACCESS' | 'CLIENT_ACCESS'
  readonly userId?: string
}

export interface Settings {
  readonly banksiaUrl: string
  readonly apiKey: string
  /** Milliseconds since the epoch. */
  readonly now: () => number
}

export type Banksia = ReturnType<typeof createBanksia>

/** A server token is asked for again this long before it runs out. */
const earlyMs = 5 * 60_000
const quiet: Recorder = () => undefined

/** The few calls of the API this example makes. Each one notes its request and answer with the recorder it is given. */
export function createBanksia(settings: Settings) {
  const send = <T>(call: Call, record: Recorder) => exchange<T>(settings, call, record)
  let held: { token: string; until: number } | undefined

  async function token({ version, scope, userId }: TokenRequest, record: Recorder) {
    const body = new URLSearchParams({ scope, ...(userId === undefined ? {} : { userId }) })
    const headers = {
      authorization: `Basic ${settings.apiKey}`,
      ...(version === null ? {} : { 'basiq-version': version }),
      'content-type': 'application/x-www-form-urlencoded',
    }
    return send<TokenAnswer>({ method: 'POST', to: '/token', headers, body: body.toString() }, record)
  }

  async function serverToken(): Promise<string> {
    if (held !== undefined && held.until > settings.now()) return held.token
    const answer = await token({ version: '3.0', scope: 'SERVER_ACCESS' }, quiet)
    if (!answer.ok || answer.body === null) throw new BanksiaError(`POST /token answered ${answer.status}`)
    held = {
      token: answer.body.access_token,
      until: settings.now() + answer.body.expires_in * 1000 - earlyMs,
    }
    return held.token
  }

  async function withToken<T>(call: Omit<Call, 'headers'>, record: Recorder): Promise<Answer<T>> {
    const headers = {
      authorization: `Bearer ${await serverToken()}`,
      ...(call.body === undefined ? {} : { 'content-type': 'application/json' }),
    }
    const answer = await send<T>({ ...call, headers }, record)
    // Banksia may have been started anew with other keys; the next call asks for a token again.
    if (answer.status === 401) held = undefined
    return answer
  }
  const get = <T>(to: string, record: Recorder) => withToken<T>({ method: 'GET', to }, record)
  const remove = (to: string, record: Recorder) => withToken<null>({ method: 'DELETE', to }, record)
  const post = <T>(to: string, body: unknown, record: Recorder) =>
    withToken<T>(
      { method: 'POST', to, ...(body === undefined ? {} : { body: JSON.stringify(body) }) },
      record,
    )

  return {
    token,
    get,
    createUser: (user: { email: string; firstName: string; lastName: string }, record: Recorder) =>
      post<User>('/users', user, record),
    consents: (userId: string, record: Recorder) => get<Consents>(path`/users/${userId}/consents`, record),
    deleteConsent: (userId: string, consentId: string, record: Recorder) =>
      remove(path`/users/${userId}/consents/${consentId}`, record),
    policy: (link: string, record: Recorder) => get<Policy>(link, record),
    eventTypes: (record: Recorder) => get<EventTypes>('/events/types', record),
    events: (userId: string, record: Recorder) =>
      get<Events>(path`/events?filter=user.id.eq('${userId}')`, record),
    event: (eventId: string, record: Recorder) => get<EventItem>(path`/events/${eventId}`, record),
    connections: (userId: string, record: Recorder) =>
      get<Connections>(path`/users/${userId}/connections`, record),
    createConnection: (userId: string, body: unknown, record: Recorder) =>
      post<JobReference>(path`/users/${userId}/connections`, body, record),
    refresh: (userId: string, connectionId: string, record: Recorder) =>
      post<JobReference>(path`/users/${userId}/connections/${connectionId}/refresh`, undefined, record),
    purge: (userId: string, connectionId: string, record: Recorder) =>
      post<null>(path`/users/${userId}/connections/${connectionId}/purge`, undefined, record),
    job: (jobId: string, record: Recorder) => get<Job>(path`/jobs/${jobId}`, record),
    answerChallenge: (link: string, answers: readonly string[], record: Recorder) =>
      post<JobReference>(link, { 'mfa-response': answers }, record),
    accounts: (userId: string, record: Recorder) => get<Accounts>(path`/users/${userId}/accounts`, record),
    transactionsPage: (to: string, record: Recorder) => get<Transactions>(to, record),
  }
}

/** A path whose values are escaped, so that an id can never lead elsewhere. */
const path = (parts: TemplateStringsArray, ...values: string[]): string =>
  parts.reduce((text, part, index) => text + encodeURIComponent(values[index - 1] ?? '') + part)

/** Banksia could not be reached, or answered what no client can go on with. */
export class BanksiaError extends Error {
  override readonly name = 'BanksiaError'
}

async function exchange<T>(settings: Settings, call: Call, record: Recorder): Promise<Answer<T>> {
  const url = resolveUrl(settings.banksiaUrl, call.to)
  const started = settings.now()
  const response = await fetch(url, {
    method: call.method,
    headers: { accept: 'application/json', ...call.headers },
    ...(call.body === undefined ? {} : { body: call.body }),
    signal: AbortSignal.timeout(30_000),
  }).catch((error: Error) => {
    throw new BanksiaError(`Banksia does not answer at ${settings.banksiaUrl}: ${error.message}`)
  })
  const text = await response.text()
  const body = text === '' ? null : parse(text, url)
  const { shown, leftOut } = forDisplay(body)
  record({
    method: call.method,
    url: urlForDisplay(url),
    headers: Object.entries(call.headers).map(([name, value]) => [name, headerForDisplay(name, value)]),
    body: call.body === undefined ? null : bodyForDisplay(call.body),
    status: response.status,
    answer: shown,
    leftOut,
    milliseconds: settings.now() - started,
  })
  return { ok: response.ok, status: response.status, body: response.ok ? (body as T) : null }
}

function parse(text: string, url: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new BanksiaError(`${url} answered something that is not JSON`)
  }
}

const headerForDisplay = (name: string, value: string) => {
  const [scheme = '', secret] = value.split(' ')
  return name === 'authorization' && secret !== undefined ? `${scheme} ${shortened(secret)}` : value
}

/** Links are followed as they come, but a token is sent nowhere else than to the API it belongs to. */
function resolveUrl(banksiaUrl: string, to: string): string {
  const url = new URL(to, `${banksiaUrl}/`)
  if (url.origin !== new URL(banksiaUrl).origin) {
    throw new BanksiaError(`A link leads away from ${banksiaUrl}: ${url.origin}`)
  }
  return url.href
}
