import { STATUS_CODES } from 'node:http'
import { Agent, request } from 'undici'
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
    headersTimeout: 0,
    bodyTimeout: 0,
    maxHeaderSize: 16_384,
  })

  async function exchange(delivery: Delivery, signal: AbortSignal): Promise<Omit<Outcome, 'durationMs'>> {
    if (!guard.allows(delivery.url)) return failure('Address refused')
    const { statusCode, body } = await request(delivery.url, {
      dispatcher: agent,
      method: 'POST',
      headers: delivery.headers,
      body: delivery.body,
      signal,
    })
    const text = await readStart(body)
    return {
      ok: statusCode >= 200 && statusCode < 300,
      code: statusCode,
      response: text || (STATUS_CODES[statusCode] ?? ''),
    }
  }

  return {
    async send(delivery) {
      const started = performance.now()
      const late = new AbortController()
      const timer = setTimeout(() => late.abort(new TimedOut()), delivery.timeoutMs)
      try {
        const outcome = await exchange(delivery, AbortSignal.any([delivery.signal, late.signal]))
        return { ...outcome, durationMs: Math.round(performance.now() - started) }
      } catch (error) {
        delivery.signal.throwIfAborted()
        return { ...failure(reasonOf(error)), durationMs: Math.round(performance.now() - started) }
      } finally {
        clearTimeout(timer)
      }
    },
    close: () => agent.destroy(),
  }
}

class TimedOut extends Error {
  readonly code = 'TIMED_OUT'
}

const failure = (response: string) => ({ ok: false, code: 0, response })

type Body = AsyncIterable<Uint8Array> & { destroy(): unknown; on(event: 'error', heard: () => void): unknown }

/** The first KiB as text. The status is known already: a body that hangs, breaks or never ends changes nothing. */
async function readStart(body: Body): Promise<string> {
  const parts: Uint8Array[] = []
  let size = 0
  let whole = false
  body.on('error', () => undefined)
  const timer = setTimeout(() => body.destroy(), bodyTimeoutMs)
  try {
    for await (const part of body) {
      if (size < keptBytes) parts.push(part.subarray(0, keptBytes - size))
      size += part.length
      if (size > readBytes) break
    }
    whole = size <= readBytes
  } catch {
    // What came before is kept.
  } finally {
    clearTimeout(timer)
  }
  if (!whole) body.destroy()
  return clean(Buffer.concat(parts).toString('utf8'))
}

/** PostgreSQL's text holds everything but NUL. */
const clean = (text: string): string => {
  const plain = text.replaceAll('\0', '\uFFFD')
  const bytes = Buffer.from(plain)
  return bytes.length <= keptBytes ? plain : bytes.subarray(0, keptBytes - 3).toString('utf8')
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
