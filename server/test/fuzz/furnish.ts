import { challenged, ended, type Job } from '../contract/exchange.ts'
import type { TestApplication } from '../harness.ts'

interface List {
  readonly data: ReadonlyArray<{ readonly id: string; readonly links: Readonly<Record<string, string>> }>
}

/** One of everything a user can have, by the name of the path parameter it fits. */
export type Furniture = Readonly<Record<string, readonly string[]>>

/** A user with two connections, one at a bank that asks for an answer and has statements. */
export async function furnish(application: TestApplication): Promise<Furniture> {
  const ids = async (url: string) => (await application.call<List>('GET', url)).body.data.map(({ id }) => id)
  const { body: user } = await application.call<{ id: string }>('POST', '/users', {
    body: { email: 'f@example.com' },
  })
  const of = (rest: string) => `/users/${user.id}/${rest}`
  await connect(application, of('connections'), {
    loginId: 'jared',
    password: 'django',
    institution: 'AU00000',
  })
  await connect(application, of('connections'), {
    loginId: 'gavinBelson',
    password: 'hooli2016',
    institution: 'AU00004',
  })
  const [consentId = ''] = await ids(of('consents'))
  const consent = await application.call<List['data'][number]>('GET', of(`consents/${consentId}`))
  const webhookId = await hook(application)
  return {
    webhookId: [webhookId],
    messageId: await ids(`/notifications/webhooks/${webhookId}/messages`),
    userId: [user.id],
    consentId: [consentId],
    policyId: [consent.body.links['consentPolicy']?.split('/').at(-1) ?? ''],
    connectionId: await ids(of('connections')),
    jobId: await ids(of('jobs')),
    accountId: (await ids(of('accounts'))).slice(0, 2),
    transactionId: (await ids(of('transactions?limit=2'))).slice(0, 2),
    identityId: await ids(of('identities')),
    statementId: (await ids(of('statements'))).slice(0, 2),
    eventId: (await ids('/events?limit=5')).slice(0, 5),
  }
}

/** A webhook where nobody listens, with a message that waits. */
async function hook({ call }: TestApplication): Promise<string> {
  const body = { url: 'http://127.0.0.1:9/hook', subscribedEvents: ['user.created'] }
  const { body: webhook } = await call<{ id: string }>('POST', '/notifications/webhooks', { body })
  await call('POST', '/users', { body: { email: 'hook@example.com' } })
  return webhook.id
}

async function connect(
  { call }: TestApplication,
  url: string,
  { institution, ...login }: { loginId: string; password: string; institution: string },
): Promise<void> {
  const { body } = await call<{ id: string }>('POST', url, {
    body: { ...login, institution: { id: institution } },
  })
  const job = await until(call, body.id, challenged)
  if (!ended(job)) await call('POST', `/jobs/${body.id}/mfa`, { body: { 'mfa-response': ['Hooli'] } })
  const { status } = await until(call, body.id, ended)
  if (status !== 'success') throw new Error(`${login.loginId} did not connect`)
}

async function until(call: TestApplication['call'], id: string, there: (job: Job) => boolean): Promise<Job> {
  for (const end = Date.now() + 30_000; Date.now() < end; ) {
    const { body } = await call<Job>('GET', `/jobs/${id}`)
    if (there(body)) return body
    await new Promise((resolve) => setTimeout(resolve, 30))
  }
  throw new Error(`job ${id} does not get there`)
}
