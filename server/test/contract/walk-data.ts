import { type List, path, type Walker } from './exchange.ts'

/** Everything that can be read of a user with connections, with the filters that are refused. */
export async function walkData({ expect }: Walker, user: string, connection: string): Promise<void> {
  const of = (rest: string) => `/users/${user}/${rest}`
  await expect(200, 'GET', `/users/${user}`)
  const { body: consents } = await expect<List>(200, 'GET', of('consents'))
  const { body: consent } = await expect<{ links: { consentPolicy: string } }>(
    200,
    'GET',
    of(`consents/${consents.data[0]?.id}`),
  )
  await expect(200, 'GET', path(consent.links.consentPolicy))
  const { body: accounts } = await expect<List>(200, 'GET', of('accounts'))
  for (const { id } of accounts.data) await expect(200, 'GET', of(`accounts/${id}`))
  await expect(200, 'GET', of("accounts?filter=institution.id.eq('AU00002')"))
  await expect(400, 'GET', of("accounts?filter=account.size.eq('1')"))
  const { body: page } = await expect<List>(200, 'GET', of('transactions?limit=200'))
  await expect(200, 'GET', path(page.links.next ?? ''))
  const { body: pending } = await expect<List>(
    200,
    'GET',
    of("transactions?filter=transaction.status.eq('pending')"),
  )
  for (const one of [...pending.data.slice(0, 2), ...page.data.slice(-2)])
    await expect(200, 'GET', of(`transactions/${one.id}`))
  for (const query of ['limit=0', 'limit=501', 'next=x', "filter=transaction.postDate.eq('x')", 'filter=x'])
    await expect(400, 'GET', of(`transactions?${query}`))
  await expect(200, 'GET', of('jobs'))
  await expect(200, 'GET', of(`jobs?filter=connection.id.eq('${connection.split('/').at(-1)}')`))
  await expect(400, 'GET', of("jobs?filter=job.id.eq('1')"))
  const { body: identities } = await expect<List>(200, 'GET', of('identities'))
  for (const { id } of identities.data) await expect(200, 'GET', of(`identities/${id}`))
}

/** Every link of a resource leads somewhere, with the same token (three of each shape are followed). */
export async function walkLinks(walker: Walker, from: number): Promise<void> {
  const shapes = new Map<string, string[]>()
  for (const { answer } of walker.exchanges.slice(from)) {
    for (const url of answer.status === 200 ? linksIn(answer.body) : []) {
      const shape = url.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '').replace(/next=[^&]+/, '')
      const known = shapes.get(shape) ?? []
      if (known.length < 3 && !known.includes(url)) shapes.set(shape, [...known, url])
    }
  }
  for (const url of [...shapes.values()].flat()) await walker.expect(200, 'GET', path(url))
}

function linksIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, member]) =>
    name === 'links'
      ? Object.values(member as object).filter((url) => typeof url === 'string' && !url.endsWith('/mfa'))
      : linksIn(member),
  )
}

export async function walkEvents({ expect }: Walker): Promise<void> {
  const { body: events } = await expect<List>(200, 'GET', '/events')
  for (const { id } of events.data.slice(0, 10)) await expect(200, 'GET', `/events/${id}`)
  for (const query of ["filter=event.entity.eq('consent')", 'filter=event.type.eq(created)', 'limit=1'])
    await expect(200, 'GET', `/events?${query}`)
  await expect(400, 'GET', '/events?filter=a.eq(1) OR b.eq(2)'.replaceAll(' ', '%20'))
  await expect(200, 'GET', '/events/types')
  await expect(200, 'GET', '/events/types/consent.created')
  await expect(404, 'GET', '/events/types/consent.eaten')
  await expect(400, 'GET', '/events/types/61723')
}

export async function walkCatalogue({ expect }: Walker): Promise<void> {
  for (const [prefix, token] of [
    ['', undefined],
    ['/public', null],
  ] as const) {
    const options = token === null ? { token } : {}
    await expect(200, 'GET', `${prefix}/connectors`, options)
    await expect(
      200,
      'GET',
      `${prefix}/connectors?filter=connector.method.eq('web'||'open-banking')`,
      options,
    )
    await expect(400, 'GET', `${prefix}/connectors?filter=x`, options)
    await expect(200, 'GET', `${prefix}/connectors/AU00000/web`, options)
    await expect(404, 'GET', `${prefix}/connectors/AU99999/web`, options)
    await expect(400, 'GET', `${prefix}/connectors/1/web`, options)
    await expect(200, 'GET', `${prefix}/institutions`, options)
    await expect(400, 'GET', `${prefix}/institutions?filter=x`, options)
    await expect(200, 'GET', `${prefix}/institutions/AU00002`, options)
    await expect(404, 'GET', `${prefix}/institutions/AU99999`, options)
    await expect(400, 'GET', `${prefix}/institutions/1`, options)
  }
}
