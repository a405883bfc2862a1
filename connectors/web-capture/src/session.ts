import {
  type BankRequest,
  type BankResponse,
  ConnectorError,
  type Context,
  type Static,
  Type,
} from '@banksia/connector-kit'
import { CookieJar, type SerializedCookieJar } from 'tough-cookie'
import { outline } from './outline.ts'
import { type Form, type Page, parsePage } from './page.ts'

/** A session at a bank as plain JSON data: nothing of it lives in a process, so any worker can go on with it. */
export const SessionState = Type.Object(
  {
    /** Serialised cookie jar (RFC 6265). */
    cookies: Type.Object({ cookies: Type.Array(Type.Record(Type.String(), Type.Unknown())) }),
    /** Page the session is on, as a URL below the institution's base: next referrer, and where a challenge waits. */
    at: Type.String(),
  },
  { additionalProperties: false },
)
export type SessionState = Static<typeof SessionState>

/** What a session must know of its bank to tell an outage from a page. */
export interface SessionSite {
  /** Whether an answer of 5xx is the bank's maintenance page. */
  isMaintenance(page: Page): boolean
}

export interface Session {
  /** Gets a page by its path below the institution's base, for example `/accounts?page=2`. */
  get(path: string): Promise<Answer>
  /** Sends a form as it stands on its page, hidden fields and all, with `fields` filled in. */
  submit(form: Form, fields: Readonly<Record<string, string>>): Promise<Answer>
  state(): SessionState
}

/** A page that arrived: status below 400, every redirect followed. */
export interface Answer {
  /** Where it came from, relative to the institution's base; never a URL with its origin. */
  readonly at: string
  readonly html: string
  /** Parsed when asked for: the large history pages are read by `rows.ts` without a tree. */
  page(): Page
}

const maxRedirects = 8
const userAgent = 'Mozilla/5.0 (compatible; Banksia web capture)'

/**
 * Opens a session at the institution in `ctx`, new or from `state`. Errors: `service-unavailable` (unreachable, 5xx, 429),
 * `maintenance`, `institution-changed` (4xx, a page cut short, redirects without end or to somewhere else),
 * `session-expired` (state that no jar can be made of).
 */
export function openSession(ctx: Context, site: SessionSite, state?: SessionState): Session {
  const base = ctx.origin.replace(/\/$/, '')
  const jar = jarOf(state)
  let current = `${base}${state?.at ?? ''}`
  let referer: string | undefined = state && current

  async function send(first: BankRequest): Promise<Answer> {
    let request = first
    for (let hop = 0; hop <= maxRedirects; hop++) {
      const response = await exchange(request)
      const location = redirectOf(response)
      if (location === undefined) {
        const answer = answerOf(response, request.url.slice(base.length), site)
        current = request.url
        referer = request.url
        return answer
      }
      referer = request.url
      request = { method: 'GET', url: linkWithin(base, location, request.url) }
    }
    throw new ConnectorError('institution-changed', { outline: 'redirects without end' })
  }

  async function exchange(request: BankRequest): Promise<BankResponse> {
    if (ctx.signal.aborted) throw new ConnectorError('service-unavailable', { cause: ctx.signal.reason })
    const cookie = jar.getCookieStringSync(request.url)
    const headers = {
      ...request.headers,
      accept: 'text/html',
      'user-agent': userAgent,
      ...(cookie && { cookie }),
      ...(referer && { referer }),
    }
    const response = await ctx.http({ ...request, headers }).catch((cause: unknown) => {
      throw cause instanceof ConnectorError ? cause : new ConnectorError('service-unavailable', { cause })
    })
    for (const line of headerValues(response, 'set-cookie')) {
      jar.setCookieSync(line, request.url, { ignoreError: true })
    }
    return response
  }

  return {
    get: (path) => send({ method: 'GET', url: linkWithin(base, base + path, base) }),
    submit: (form, fields) =>
      send({
        method: 'POST',
        url: linkWithin(base, form.action, current),
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ ...form.hidden, ...fields }).toString(),
      }),
    state: () => ({ cookies: plain(jar), at: current.slice(base.length) }),
  }
}

/** The page that came, or the error it stands for. */
function answerOf(response: BankResponse, at: string, site: SessionSite): Answer {
  const { status, text: html } = response
  let tree: Page | undefined
  const page = () => {
    tree ??= parsePage(html)
    return tree
  }
  if (status >= 500) {
    throw new ConnectorError(site.isMaintenance(page()) ? 'maintenance' : 'service-unavailable')
  }
  if (status === 408 || status === 429) throw new ConnectorError('service-unavailable')
  // Half a page would read as an account with fewer rows.
  if (status !== 200 || !/<\/html>\s*$/i.test(html)) {
    throw new ConnectorError('institution-changed', { outline: `status ${status} ${outline(page())}` })
  }
  return { at, html, page }
}

/**
 * Absolute form of a link on the page `from`. It must stay below the institution's base, which is an origin and perhaps a
 * path. Error: `institution-changed`.
 */
export function linkWithin(base: string, link: string, from: string): string {
  const url = URL.parse(link, from)
  const home = new URL(base)
  const path = home.pathname === '/' ? '' : home.pathname
  const inside = url && (url.pathname === path || url.pathname.startsWith(`${path}/`))
  if (url?.origin !== home.origin || !inside) {
    throw new ConnectorError('institution-changed', { outline: 'link to somewhere else' })
  }
  url.hash = ''
  return url.href
}

function jarOf(state: SessionState | undefined): CookieJar {
  // A public-suffix check would refuse cookies of banks on plain host names such as `localhost`.
  if (!state) return new CookieJar(undefined, { rejectPublicSuffixes: false, looseMode: true })
  try {
    return CookieJar.deserializeSync(state.cookies as SerializedCookieJar)
  } catch (cause) {
    throw new ConnectorError('session-expired', { cause })
  }
}

function plain(jar: CookieJar): SessionState['cookies'] {
  return JSON.parse(JSON.stringify(jar.serializeSync()))
}

function redirectOf(response: BankResponse): string | undefined {
  if (![301, 302, 303, 307, 308].includes(response.status)) return undefined
  return headerValues(response, 'location')[0]
}

function headerValues(response: BankResponse, name: string): readonly string[] {
  const value = response.headers[name]
  return value === undefined ? [] : typeof value === 'string' ? [value] : value
}
