import { STATUS_CODES } from 'node:http'
import { Agent, type Dispatcher } from 'undici'
import type { OutboundGuard } from '../http/outbound-guard.ts'

export interface Delivery {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  /** For the whole exchange. */
  readonly timeoutMs: number
  /** Fires when the worker must stop: then there is no outcome. */
  readonly signal: AbortSignal
}

/** What came of one attempt. Anything that is not 2xx is a failure (insights §3.10). */
export interface Outcome {
  readonly ok: boolean
  /** 0 when no answer came. */
  readonly code: number
  /** The first part of the answer's body, its status text, or why there was no answer. At most 1 KiB. */
  readonly response: string
  readonly durationMs: number
}

export interface Sender {
  /** @throws the signal's reason when it fired */
  send(delivery: Delivery): Promise<Outcome>
  close(): Promise<void>
}

const keptBytes = 1_024
/** A connection whose answer is longer is closed rather than read to its end. */
const readBytes = 16_384
/** How long to wait for a body once the status is known. */
const bodyTimeoutMs = 2_000

/** Posts to partners' endpoints: no redirect is followed, nothing unbounded is read, no refused address is connected to. */
export function createSender(guard: OutboundGuard): Sender {
  const agent = new Agent({
    connect: { lookup: guard.lookup, timeout: 10_000 },
    allowH2: false,
    pipelining: 1,
    // Each attempt has a time-out of its own for the whole exchange.
    headersTimeout: 0,
    bodyTimeout: 0,
    maxHeaderSize: 16_384,
  })
  /** Where checked URLs lead; an endpoint is posted to many times. */
  const targets = new Map<string, Target | undefined>()

  function targetOf(url: string): Target | undefined {
    if (!targets.has(url)) {
      if (targets.size >= rememberedUrls) targets.clear()
      targets.set(url, guard.allows(url) ? toTarget(new URL(url)) : undefined)
    }
    return targets.get(url)
  }

  return {
    async send(delivery) {
      delivery.signal.throwIfAborted()
      const target = targetOf(delivery.url)
      if (!target) return { ...failure('Address refused'), durationMs: 0 }
      return exchange(agent, target, delivery)
    },
    close: () => agent.destroy(),
  }
}

interface Target {
  readonly origin: string
  readonly path: string
}

const rememberedUrls = 1_000
const toTarget = ({ origin, pathname, search }: URL): Target => ({ origin, path: `${pathname}${search}` })
const failure = (response: string) => ({ ok: false, code: 0, response })

/** One exchange, on the lowest level that undici has: an endpoint gets thousands of these in a row. */
function exchange(agent: Agent, target: Target, delivery: Delivery): Promise<Outcome> {
  const { promise, resolve, reject } = Promise.withResolvers<Outcome>()
  const started = performance.now()
  const parts: Buffer[] = []
  let size = 0
  let code = 0
  let control: Dispatcher.DispatchController | undefined
  let over: Error | undefined
  let timer = setTimeout(() => end(new TimedOut()), delivery.timeoutMs)

  /** The outcome is known. `reason`: the rest of the exchange is not waited for. */
  function end(reason?: Error): void {
    if (over) return
    over = reason ?? new Error('over')
    clearTimeout(timer)
    delivery.signal.removeEventListener('abort', giveUp)
    const durationMs = Math.round(performance.now() - started)
    if (delivery.signal.aborted) reject(delivery.signal.reason)
    else if (code === 0) resolve({ ...failure(reasonOf(reason)), durationMs })
    else resolve({ ok: code >= 200 && code < 300, code, response: textOf(parts, code), durationMs })
    if (reason) control?.abort(reason)
  }
  const giveUp = () => end(new TimedOut())

  delivery.signal.addEventListener('abort', giveUp, { once: true })
  const handler: Dispatcher.DispatchHandler = {
    onRequestStart(controller) {
      control = controller
      if (over) controller.abort(over)
    },
    onResponseStart(_controller, statusCode) {
      if (over || statusCode < 200) return
      code = statusCode
      // The status is known: a body that hangs, breaks or never ends changes nothing.
      clearTimeout(timer)
      timer = setTimeout(() => end(new TimedOut()), bodyTimeoutMs)
    },
    onResponseData(_controller, part) {
      if (size < keptBytes) parts.push(Buffer.from(part.subarray(0, keptBytes - size)))
      size += part.length
      if (size > readBytes) end(new TimedOut())
    },
    onResponseEnd: () => end(),
    onResponseError: (_controller, error) => end(error),
  }
  try {
    agent.dispatch({ ...target, method: 'POST', headers: delivery.headers, body: delivery.body }, handler)
  } catch (error) {
    end(error instanceof Error ? error : new Error('not sent'))
  }
  return promise
}

/** The first KiB of a body, or the status text when there is none. PostgreSQL's text holds everything but NUL. */
function textOf(parts: readonly Buffer[], code: number): string {
  if (parts.length === 0) return STATUS_CODES[code] ?? ''
  const plain = Buffer.concat(parts).toString('utf8').replaceAll('\0', '\uFFFD')
  const bytes = Buffer.from(plain)
  return bytes.length <= keptBytes ? plain : bytes.subarray(0, keptBytes - 3).toString('utf8')
}

class TimedOut extends Error {
  readonly code = 'TIMED_OUT'
}

const reasons: Readonly<Record<string, string>> = {
  TIMED_OUT: 'Timed out',
  REFUSED_ADDRESS: 'Address refused',
  ENOTFOUND: 'Name not found',
  EAI_AGAIN: 'Name not found',
  ECONNREFUSED: 'Connection refused',
  ECONNRESET: 'Connection reset',
  EPIPE: 'Connection reset',
  EHOSTUNREACH: 'Host unreachable',
  ENETUNREACH: 'Network unreachable',
  ETIMEDOUT: 'Connection timed out',
  UND_ERR_CONNECT_TIMEOUT: 'Connection timed out',
  UND_ERR_SOCKET: 'Connection closed',
  UND_ERR_HEADERS_OVERFLOW: 'Invalid answer',
}

/** In a few words of our own: an error's message may tell what an address resolved to. */
function reasonOf(error: unknown): string {
  const code = codeOf(error)
  const known = reasons[code]
  if (known !== undefined) return known
  if (error instanceof Error && error.name === 'HTTPParserError') return 'Invalid answer'
  return /CERT|SSL|TLS|SELF_SIGNED|UNABLE_TO/.test(code) ? 'TLS failed' : 'Request failed'
}

/** The code of an error, of its cause, or of the first that several attempts to connect ran into. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return ''
  if ('code' in error && typeof error.code === 'string' && error.code !== '') return error.code
  if (error instanceof AggregateError) return codeOf(error.errors[0])
  return codeOf(error.cause)
}
