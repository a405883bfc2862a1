import type { BankHttp, BankRequest, BankResponse } from '@banksia/connector-kit'
import { Agent, request as send } from 'undici'

/** Largest page a bank may answer with, in bytes. */
const pageLimit = 8 * 1024 * 1024
const connectTimeoutMs = 5_000
const answerTimeoutMs = 20_000

/** The one way out to institutions: a pool of connections, and a door that opens to registered origins only. */
export interface BankNetwork {
  /** HTTP for one institution. `headers` go with every request and nobody can override them. */
  open(door: BankDoor): BankHttp
  close(): Promise<void>
}

export interface BankDoor {
  /** URL below which the institution lives. */
  readonly baseUrl: string
  readonly headers: Readonly<Record<string, string>>
  readonly signal: AbortSignal
}

export function createBankNetwork(): BankNetwork {
  const agent = new Agent({
    connect: { timeout: connectTimeoutMs },
    headersTimeout: answerTimeoutMs,
    bodyTimeout: answerTimeoutMs,
    connections: 8,
    pipelining: 1,
  })
  return {
    open: (door) => (request) => exchange(agent, door, request),
    close: () => agent.close(),
  }
}

/** One request, no redirect followed. @throws Error when the origin is not the institution's, or the page too large */
async function exchange(agent: Agent, door: BankDoor, request: BankRequest): Promise<BankResponse> {
  if (new URL(request.url).origin !== new URL(door.baseUrl).origin) throw new Error('not a registered origin')
  const response = await send(request.url, {
    dispatcher: agent,
    method: request.method,
    headers: { ...request.headers, ...door.headers },
    signal: door.signal,
    ...(request.body !== undefined && { body: request.body }),
  })
  return {
    status: response.statusCode,
    url: request.url,
    headers: plainHeaders(response.headers),
    text: await readBounded(response.body),
  }
}

async function readBounded(body: AsyncIterable<Buffer>): Promise<string> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of body) {
    size += part.length
    if (size > pageLimit) throw new Error('page too large')
    parts.push(part)
  }
  return Buffer.concat(parts).toString('utf8')
}

function plainHeaders(headers: Record<string, string | string[] | undefined>): BankResponse['headers'] {
  const plain: Record<string, string | readonly string[]> = {}
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined)
      plain[name] = name === 'set-cookie' && typeof value === 'string' ? [value] : value
  }
  return plain
}
