import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface ProxiedPage {
  readonly status: number
  readonly headers: Record<string, string | string[]>
  readonly text: string
}

export interface BankProxy {
  readonly url: string
  /** Requests as `GET /hooli/accounts`, in order. */
  readonly requests: string[]
  /** Headers of the latest request. */
  readonly latest: { headers: IncomingMessage['headers'] }
  /** Where requests go. */
  forwardTo(origin: string): void
  /** Changes pages on their way; called before the request is forwarded when `request` is given. */
  intercept(change: {
    page?: (page: ProxiedPage, name: string) => ProxiedPage
    request?: (name: string) => Promise<void>
  }): void
  close(): Promise<void>
}

/** Stands between the connectors and the sandbox banks, so that a test can change what a bank says. */
export async function startBankProxy(): Promise<BankProxy> {
  let origin = ''
  let change: Parameters<BankProxy['intercept']>[0] = {}
  const requests: string[] = []
  const latest: BankProxy['latest'] = { headers: {} }

  async function forward(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const name = `${request.method} ${request.url}`
    requests.push(name)
    latest.headers = request.headers
    await change.request?.(name)
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const { host: _host, connection: _connection, 'content-length': _length, ...headers } = request.headers
    const answer = await fetch(`${origin}${request.url}`, {
      method: request.method ?? 'GET',
      headers: headers as Record<string, string>,
      redirect: 'manual',
      ...(chunks.length > 0 && { body: Buffer.concat(chunks) }),
    })
    const plain: ProxiedPage = { status: answer.status, headers: copied(answer), text: await answer.text() }
    const page = change.page?.(plain, name) ?? plain
    response.writeHead(page.status, page.headers)
    response.end(page.text)
  }

  const server = createServer((request, response) => {
    forward(request, response).catch(() => response.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    latest,
    forwardTo: (to) => {
      origin = to
    },
    intercept: (next) => {
      change = next
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

function copied(answer: Response): ProxiedPage['headers'] {
  const headers: ProxiedPage['headers'] = {}
  for (const [name, value] of answer.headers) {
    if (!['connection', 'content-length', 'transfer-encoding', 'set-cookie'].includes(name))
      headers[name] = value
  }
  const cookies = answer.headers.getSetCookie()
  return cookies.length > 0 ? { ...headers, 'set-cookie': cookies } : headers
}
