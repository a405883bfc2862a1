import type { HTTPMethods } from 'fastify'
import { type ApiAnswer, type CallOptions, send, type TestServer } from '../harness.ts'

/** One request and its answer. */
export interface Exchange {
  readonly method: string
  /** Without query. */
  readonly path: string
  readonly answer: ApiAnswer<unknown>
}

type Json = Record<string, unknown>

/** A client that remembers everything it was answered. */
export interface Walker {
  readonly server: TestServer
  readonly exchanges: readonly Exchange[]
  /** With the application's server token, unless `options.token` is another or `null`, which sends none. */
  call<Body = Json>(method: HTTPMethods, url: string, options?: WalkOptions): Promise<ApiAnswer<Body>>
  /** The same, and the answer must have this status. */
  expect<Body = Json>(
    status: number,
    method: HTTPMethods,
    url: string,
    options?: WalkOptions,
  ): Promise<ApiAnswer<Body>>
  /** The state of a job once it satisfies `until`. */
  job(id: string, until?: (job: Job) => boolean): Promise<Job>
}

export type WalkOptions = Omit<CallOptions, 'token'> & { readonly token?: string | null }

export interface Job {
  readonly id: string
  readonly status: string
  readonly steps: ReadonlyArray<{ title: string; status: string; result: Json | null }>
  readonly links: { readonly source: string }
}

export interface Identified {
  readonly id: string
}
export interface List {
  readonly data: readonly Identified[]
  readonly links: { readonly next?: string }
}

/** A link without its origin. */
export const path = (url: string): string => url.replace(/^https?:\/\/[^/]+/, '')

export const ended = ({ status }: Job): boolean => status === 'success' || status === 'failed'
export const challenged = (job: Job): boolean =>
  job.steps.some((step) => step.title === 'mfa-challenge' && step.result?.['type'] === 'mfa') || ended(job)

export async function createWalker(server: TestServer): Promise<Walker> {
  const exchanges: Exchange[] = []
  const serverToken = await server.token()
  const call: Walker['call'] = async <Body>(
    method: HTTPMethods,
    url: string,
    { token = serverToken, headers, body }: WalkOptions = {},
  ) => {
    const answer = await send<Body>(server.app, method, url, {
      body,
      headers: { ...(token !== null && { authorization: `Bearer ${token}` }), ...headers },
    })
    exchanges.push({ method, path: url.split('?', 1)[0] ?? url, answer })
    return answer
  }
  return {
    server,
    exchanges,
    call,
    async expect<Body>(status: number, method: HTTPMethods, url: string, options?: WalkOptions) {
      const answer = await call<Body>(method, url, options)
      if (answer.status !== status)
        throw new Error(`${method} ${url} answered ${answer.status}, not ${status}: ${answer.text}`)
      return answer
    },
    async job(id, until = ended) {
      for (let end = Date.now() + 30_000; Date.now() < end; ) {
        const { body } = await call<Job>('GET', `/jobs/${id}`)
        if (until(body)) return body
        await new Promise((resolve) => setTimeout(resolve, 40))
      }
      throw new Error(`job ${id} does not get there`)
    },
  }
}
