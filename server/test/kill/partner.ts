import { challenged, ended, type Job } from '../contract/exchange.ts'
import type { ServerProcess } from './server-process.ts'

export interface Login {
  readonly loginId: string
  readonly password: string
  readonly institution: { readonly id: string }
  readonly answers: readonly string[]
}

interface Reply<Body> {
  readonly status: number
  readonly body: Body
}

interface List<Item = { readonly id: string }> {
  readonly data: readonly Item[]
  readonly links: { readonly next?: string }
}

type Row = Readonly<Record<string, unknown>>

/** What a user has, without what is different by nature. */
export interface Belongings {
  readonly accounts: readonly string[]
  readonly transactions: readonly string[]
  readonly events: readonly string[]
  /** Of the accounts and transactions; they are compared with nothing. */
  readonly ids: readonly unknown[]
}

export type Partner = ReturnType<typeof createPartner>

/** A partner's program that outlives its server: a call that finds it gone waits for it and repeats itself. */
export function createPartner(server: ServerProcess, apiKey: string) {
  let token: Promise<string> | undefined

  async function request<Body>(method: string, path: string, body?: object): Promise<Reply<Body>> {
    token ??= authenticate()
    const answer = await fetch(server.url + path, {
      method,
      headers: {
        authorization: `Bearer ${await token}`,
        ...(body && { 'content-type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
    })
    const text = await answer.text()
    if (answer.status >= 500) throw new Error(`${method} ${path} answered ${answer.status}: ${text}`)
    return { status: answer.status, body: (text ? JSON.parse(text) : undefined) as Body }
  }

  async function authenticate(): Promise<string> {
    const headers = { authorization: `Basic ${apiKey}`, 'basiq-version': '3.0' }
    const answer = await fetch(`${server.url}/token`, { method: 'POST', headers })
    return ((await answer.json()) as { access_token: string }).access_token
  }

  /** For what may be said twice. */
  async function call<Body>(method: string, path: string, body?: object): Promise<Reply<Body>> {
    for (;;) {
      await server.ready()
      try {
        return await request<Body>(method, path, body)
      } catch (error) {
        if (!(error instanceof TypeError)) throw error
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
    }
  }

  const jobOf = async (user: string): Promise<string | undefined> =>
    (await call<List>('GET', `/users/${user}/jobs`)).body.data[0]?.id

  /** Starts a connection once: after a lost answer it looks whether the server took the request. */
  async function startConnection(user: string, { answers: _, ...login }: Login): Promise<string> {
    for (;;) {
      const started = await jobOf(user)
      if (started) return started
      await server.ready()
      const reply = await request<{ id: string }>('POST', `/users/${user}/connections`, login).catch(
        (error: unknown) => {
          if (!(error instanceof TypeError)) throw error
        },
      )
      if (reply?.status === 202) return reply.body.id
      if (reply) throw new Error(`connecting answered ${reply.status}: ${JSON.stringify(reply.body)}`)
    }
  }

  /** Polls a job to its end and answers what it asks. */
  async function see(jobId: string, answers: readonly string[]): Promise<Job> {
    for (const end = Date.now() + 120_000; Date.now() < end; ) {
      const { status, body: job } = await call<Job>('GET', `/jobs/${jobId}`)
      if (status !== 200) throw new Error(`job ${jobId} is lost: ${status}`)
      if (ended(job)) return job
      if (challenged(job)) await call('POST', `/jobs/${jobId}/mfa`, { 'mfa-response': answers })
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    throw new Error(`job ${jobId} does not end`)
  }

  async function all(path: string): Promise<readonly Row[]> {
    const rows: Row[] = []
    for (let next: string | undefined = path; next; ) {
      const { body }: Reply<List<Row>> = await call<List<Row>>('GET', next)
      rows.push(...body.data)
      next = body.links.next?.slice(server.url.length)
    }
    return rows
  }

  return {
    call,
    startConnection,
    see,

    async belongings(user: string): Promise<Belongings> {
      const accounts = await all(`/users/${user}/accounts`)
      const numbers = new Map(accounts.map(({ id, accountNo }) => [id, accountNo]))
      const transactions = await all(`/users/${user}/transactions`)
      const events = await all(`/events?filter=user.id.eq('${user}')`)
      return {
        accounts: sorted(accounts.map(({ id: _, connection: __, links: ___, ...rest }) => rest)),
        transactions: sorted(
          transactions.map(({ id: _, connection: __, links: ___, account, ...rest }) => ({
            ...rest,
            account: numbers.get(account),
          })),
        ),
        events: sorted(
          events.map(({ entity, eventType, data }) => ({ entity, eventType, count: (data as Row)['count'] })),
        ),
        ids: [...accounts, ...transactions].map(({ id }) => id),
      }
    },
  }
}

const sorted = (rows: readonly Row[]): string[] =>
  rows.map((row) => JSON.stringify(Object.entries(row).toSorted(([a], [b]) => a.localeCompare(b)))).toSorted()
