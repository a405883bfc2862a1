import { randomUUID } from 'node:crypto'
import type { HTTPMethods } from 'fastify'
import type { Walker } from './exchange.ts'
import type { Operation } from './openapi.ts'

/** Values for path parameters that look right and name nothing. */
const unknown: Readonly<Record<string, string>> = {
  connectorId: 'AU99999',
  institutionId: 'AU99999',
  method: 'web',
  eventId: '0'.repeat(64),
  eventTypeId: 'nothing.happened',
}

export const fill = (path: string, value: (name: string) => string): string =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => value(name))

export const unknownId = (name: string): string => unknown[name] ?? randomUUID()

const parametersIn = (path: string) => [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '')

/**
 * What every operation refuses in the same way: no token, an expired one, another user's, a scope too small, an Accept
 * without JSON, impossible ids, unknown ids, a body that is no JSON, too long or of a foreign type.
 */
export async function walkRefusals(
  walker: Walker,
  operations: readonly Operation[],
  { userId, expired }: { userId: string; expired: string },
): Promise<void> {
  const client = await walker.server.token({ userId })
  const known = (name: string) => (name === 'userId' ? userId : unknownId(name))
  for (const { method, path, spec } of operations) {
    const verb = method as HTTPMethods
    const url = fill(path, known)
    if (spec.security?.length) {
      await walker.expect(401, verb, url, { token: null })
      await walker.expect(403, verb, url, { token: expired })
      const serverOnly = !spec.security.some((scheme) => 'clientToken' in scheme)
      const foreign = await walker.call(verb, fill(path, unknownId), { token: client })
      if (serverOnly && foreign.status !== 403) throw new Error(`${method} ${path} lets a client token in`)
      if (!serverOnly && path.includes('{userId}') && foreign.status !== 401)
        throw new Error(`${method} ${path}: ${foreign.status} for another user's token`)
    }
    const token = spec.security?.length ? {} : { token: null }
    await walker.expect(400, verb, url, { ...token, headers: { accept: 'text/html' } })
    for (const name of parametersIn(path)) {
      const given = (other: string) => (other === name ? '%20' : known(other))
      await walker.expect(400, verb, fill(path, given), token)
    }
    if (path.includes('{')) await walker.call(verb, fill(path, unknownId), token)
    if (parametersIn(path).some((name) => name !== 'userId')) await walker.call(verb, url, token)
    if (spec.requestBody && spec.security?.length) await walkBodies(walker, verb, url)
  }
}

async function walkBodies({ call, expect }: Walker, method: HTTPMethods, url: string): Promise<void> {
  await expect(413, method, url, { body: 'x'.repeat(1_100_000) })
  await call(method, url, { body: '{"a":', headers: { 'content-type': 'application/json' } })
  await call(method, url, { body: '<a/>', headers: { 'content-type': 'text/xml' } })
}
