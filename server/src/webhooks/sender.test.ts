import { createServer, type Socket } from 'node:net'
import { afterAll, afterEach, expect, it } from 'vitest'
import { type Receiver, startReceiver } from '../../test/receiver.ts'
import { createOutboundGuard } from '../http/outbound-guard.ts'
import { createSender, type Outcome } from './sender.ts'

const sandbox = createSender(createOutboundGuard({ allowLocal: true }))
const production = createSender(createOutboundGuard({ allowLocal: false }))
let receiver: Receiver | undefined

afterEach(() => receiver?.close())
afterAll(() => Promise.all([sandbox.close(), production.close()]))

const post = (
  url: string,
  { timeoutMs = 300, signal = new AbortController().signal } = {},
): Promise<Outcome> =>
  sandbox.send({ url, headers: { 'content-type': 'application/json' }, body: '{}', timeoutMs, signal })

/** A server that writes these chunks, 50 ms apart, over and over. */
async function dripping(chunks: readonly string[]): Promise<{ url: string; close(): void }> {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    let next = 0
    const timer = setInterval(() => socket.write(chunks[next++] ?? 'x-more: 1\r\n'), 50)
    socket.on('error', () => undefined).on('close', () => clearInterval(timer))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  return {
    url: `http://127.0.0.1:${port}/`,
    close() {
      for (const socket of sockets) socket.destroy()
      server.close()
    },
  }
}

it('an answer that does not come in time is a failure without a code', async () => {
  receiver = await startReceiver((_, response) => void response)
  const from = performance.now()
  expect(await post(receiver.url)).toEqual({
    ok: false,
    code: 0,
    response: 'Timed out',
    durationMs: expect.any(Number),
  })
  expect(performance.now() - from).toBeLessThan(2_000)
})

it('headers that drip in without an end are cut off in time', async () => {
  const slow = await dripping(['HTTP/1.1 200 OK\r\n'])
  expect(await post(slow.url)).toMatchObject({ ok: false, code: 0, response: 'Timed out' })
  slow.close()
})

it('an early hint is no answer', async () => {
  const slow = await dripping([
    'HTTP/1.1 103 Early Hints\r\nlink: </a>; rel=preload\r\n\r\n',
    'HTTP/1.1 204 No Content\r\n\r\n',
  ])
  expect(await post(slow.url, { timeoutMs: 2_000 })).toMatchObject({ ok: true, code: 204 })
  slow.close()
})

it('a process that stops has no outcome to tell of', async () => {
  receiver = await startReceiver((_, response) => void response)
  const stop = new AbortController()
  const sending = post(receiver.url, { timeoutMs: 5_000, signal: stop.signal })
  setTimeout(() => stop.abort(), 50)
  await expect(sending).rejects.toThrow()
  await expect(post(receiver.url, { signal: stop.signal })).rejects.toThrow()
})

it('production sends nothing to this machine, nor without TLS', async () => {
  receiver = await startReceiver()
  const { signal } = new AbortController()
  for (const url of [receiver.url, receiver.url.replace('http:', 'https:'), 'http://example.com/']) {
    const outcome = await production.send({ url, headers: {}, body: '{}', timeoutMs: 1_000, signal })
    expect(outcome).toMatchObject({ ok: false, code: 0, response: 'Address refused' })
  }
  expect(receiver.received).toEqual([])
})
