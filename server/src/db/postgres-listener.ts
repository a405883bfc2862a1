import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import type { ListenOptions } from './database.ts'

interface Subscription extends ListenOptions {
  readonly channel: string
  readonly onMessage: (payload: string) => void
}

const pingMs = 5_000
const retryMs = 200

/**
 * One connection that listens for everybody. When it breaks it is replaced: presence locks first, then LISTEN, then
 * each subscriber hears that messages may be missing. A ping finds a connection that died without a word: as long as
 * the server has dropped the session and we have not noticed, our presence lock is gone and we look dead.
 */
export function createListener(makeClient: () => pg.Client) {
  const subscriptions = new Set<Subscription>()
  let client: Promise<pg.Client> | undefined
  let ping: NodeJS.Timeout | undefined
  let closed = false

  async function connect(): Promise<pg.Client> {
    const made = makeClient()
    // The error is followed by `end`, which replaces the connection.
    made.on('error', () => undefined)
    made.on('notification', ({ channel, payload }) => {
      for (const one of subscriptions) if (one.channel === channel) one.onMessage(payload ?? '')
    })
    await made.connect()
    for (const one of subscriptions) await subscribe(made, one)
    made.once('end', () => void replace())
    return made
  }

  async function subscribe(to: pg.Client, { channel, presence }: Subscription): Promise<void> {
    if (presence) await to.query('select pg_advisory_lock_shared($1::int, $2::int)', [...presence])
    await to.query(`listen ${to.escapeIdentifier(channel)}`)
  }

  async function replace(): Promise<void> {
    client = undefined
    while (!closed && !client) {
      client = connect()
      try {
        await client
        for (const one of subscriptions) one.onReconnect?.()
      } catch {
        client = undefined
        await sleep(retryMs)
      }
    }
  }

  async function check(): Promise<void> {
    const current = await client?.catch(() => undefined)
    if (!current) return
    const late = setTimeout(() => current.connection.stream.destroy(), pingMs)
    await current.query('select 1').catch(() => undefined)
    clearTimeout(late)
  }

  return {
    async listen(
      channel: string,
      onMessage: (payload: string) => void,
      options: ListenOptions = {},
    ): Promise<() => Promise<void>> {
      const subscription: Subscription = { channel, onMessage, ...options }
      client ??= connect()
      await subscribe(await client, subscription)
      subscriptions.add(subscription)
      ping ??= setInterval(() => void check(), pingMs)
      return async () => {
        subscriptions.delete(subscription)
        const { presence } = subscription
        const current = await client?.catch(() => undefined)
        if (presence) {
          await current
            ?.query('select pg_advisory_unlock_shared($1::int, $2::int)', [...presence])
            .catch(() => undefined)
        }
      }
    },
    async close(): Promise<void> {
      closed = true
      clearInterval(ping)
      const current = await client?.catch(() => undefined)
      await current?.end().catch(() => undefined)
    },
  }
}
