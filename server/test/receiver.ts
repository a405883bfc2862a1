import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Received {
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  readonly path: string
  /** Milliseconds of a monotonic clock. */
  readonly at: number
}

/** What a receiver does with a delivery: a status, or anything it likes. */
export type Answer = number | ((request: Received, response: ServerResponse) => void)

export interface Receiver {
  readonly url: string
  readonly received: readonly Received[]
  /** How many deliveries were open at a time, at most. */
  readonly mostAtOnce: () => number
  answer: Answer
  close(): Promise<void>
}

/** A partner's endpoint on this machine. It answers 200 unless told otherwise. */
export async function startReceiver(answer: Answer = 200): Promise<Receiver> {
  const received: Received[] = []
  let open = 0
  let most = 0
  const server = createServer((request, response) => {
    open += 1
    most = Math.max(most, open)
    response.once('close', () => {
      open -= 1
    })
    void read(request).then((one) => {
      received.push(one)
      if (typeof receiver.answer === 'number') response.writeHead(receiver.answer).end()
      else receiver.answer(one, response)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const receiver: Receiver = {
    url: `http://127.0.0.1:${port}/hook`,
    received,
    mostAtOnce: () => most,
    answer,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
  return receiver
}

async function read(request: IncomingMessage): Promise<Received> {
  const at = performance.now()
  const parts: Buffer[] = []
  try {
    for await (const part of request) parts.push(part)
  } catch {
    // A sender that gave up; what came is kept.
  }
  return {
    at,
    body: Buffer.concat(parts).toString('utf8'),
    path: request.url ?? '',
    headers: Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
    ),
  }
}
