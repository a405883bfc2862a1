import { createHmac, randomUUID } from 'node:crypto'
import fc from 'fast-check'
import type { Operation } from '../contract/openapi.ts'

/** A request that an operation may be sent. */
export interface HostileRequest {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | undefined
}

/** What really exists, so that hostile requests also get beyond the first check. */
export interface Known {
  /** By name of the path parameter. */
  readonly ids: Readonly<Record<string, readonly string[]>>
  readonly tokens: { readonly server: string; readonly client: string; readonly expired: string }
  readonly filters: readonly string[]
}

const nasty = fc.constantFrom(
  ...[
    '',
    ' ',
    '\0',
    '%',
    '%00',
    '%ZZ',
    '%c0%af',
    '..',
    '../../etc/passwd',
    "' or '1'='1",
    '"',
    "')--",
    '<script>',
  ],
  ...[
    '\u202e',
    '💥',
    '\ud800',
    'ﬀ',
    'İ',
    'null',
    'undefined',
    'NaN',
    '-1',
    '0',
    '1e999',
    '9'.repeat(30),
    '0x10',
  ],
  ...[
    '__proto__',
    'constructor',
    'toString',
    'a'.repeat(3_000),
    '\r\nX-Injected: 1',
    '#',
    '?',
    '/',
    '\\',
    ';',
    '+',
  ],
)

const text: fc.Arbitrary<string> = fc.oneof(
  nasty,
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.string({ maxLength: 30 }),
  fc.uuid(),
)

/** As clients put text into URLs: encoded, or as it stands. */
export const inUrl = fc
  .tuple(text, fc.boolean())
  .map(([value, raw]) => (raw ? value : encodeURIComponent(value.toWellFormed())))

const condition = fc.constantFrom('eq', 'ne', 'in', 'bt', 'gt', 'gteq', 'lt', 'lteq', 'like', '')
const filterValue = fc.oneof(
  text,
  fc.constantFrom('2026-01-01', '2026-13-45', '0000-00-00', 'AU00000', 'active', 'pending'),
)

const filterOf = (properties: readonly string[]): fc.Arbitrary<string> => {
  const statement = fc
    .tuple(
      fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...properties) }, { weight: 1, arbitrary: text }),
      condition,
      fc.array(filterValue, { maxLength: 3 }),
      fc.constantFrom("'", '"', ''),
    )
    .map(
      ([property, how, values, quote]) =>
        `${property}.${how}(${values.map((v) => quote + v + quote).join(',')})`,
    )
  return fc.oneof(
    { weight: 4, arbitrary: fc.array(statement, { minLength: 1, maxLength: 4 }).map((all) => all.join(',')) },
    { weight: 1, arbitrary: fc.constantFrom('('.repeat(9_000), "a.eq('".repeat(500), 'x'.repeat(20_000)) },
    { weight: 1, arbitrary: text },
  )
}

const queryOf = (filters: readonly string[]): fc.Arbitrary<string> => {
  const one = fc.oneof(
    fc.tuple(
      fc.constant('limit'),
      fc.oneof(fc.integer().map(String), fc.constantFrom('1', '500', '501'), inUrl),
    ),
    fc.tuple(fc.constant('next'), fc.oneof(inUrl, fc.base64String().map(encodeURIComponent))),
    fc.tuple(
      fc.constant('filter'),
      filterOf(filters).map((value) => encodeURIComponent(value.toWellFormed())),
    ),
    fc.tuple(inUrl, inUrl),
  )
  return fc
    .array(one, { maxLength: 4 })
    .map((all) => all.map(([name, value]) => `${name}=${value}`).join('&'))
}

const anyJson = fc.oneof(
  fc.json({ maxDepth: 3 }),
  text.map((value) => JSON.stringify(value)),
  fc.constantFrom(
    '1e400',
    '-0',
    '[]',
    '{}',
    'true',
    'null',
    '""',
    '"\\u0000"',
    '"\\ud800"',
    '123456789012345678901',
  ),
)

/** Bodies: broken, of the wrong shape, or of the right members with the wrong values. */
const bodyOf = (members: readonly string[]): fc.Arbitrary<string | undefined> => {
  const member = fc.tuple(fc.oneof(fc.constantFrom(...members, '__proto__', 'constructor'), text), anyJson)
  const shaped = fc
    .array(member, { maxLength: 6 })
    .map((all) => `{${all.map(([name, value]) => `${JSON.stringify(name)}:${value}`).join(',')}}`)
  const broken = fc.constantFrom(
    ...[
      '{',
      '[',
      '{"a":',
      '{"a":1}}',
      "{'a':1}",
      '{"a":1,}',
      '\uFEFF{}',
      '\0',
      'scope',
      '='.repeat(50),
      '&&&',
    ],
    ...[
      '['.repeat(100_000),
      `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`,
      `{"email":"${'a'.repeat(200_000)}@b.c"}`,
    ],
    '{"__proto__":{"admin":true},"constructor":{"prototype":{"admin":true}}}',
  )
  return fc.oneof(
    { weight: 6, arbitrary: shaped },
    { weight: 2, arbitrary: anyJson },
    { weight: 2, arbitrary: broken },
    { weight: 1, arbitrary: fc.constant(undefined) },
  )
}

const printable = text.map((value) => value.replace(/[^\t\x20-\x7e\x80-\xff]/g, '').trim())

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

/** Tokens that are none of ours: each must be refused as if it were garbage. */
export function forgedTokens(token: string): readonly string[] {
  const [head = '', body = '', mac = ''] = token.split('.')
  const claims = JSON.parse(Buffer.from(body, 'base64url').toString()) as object
  const altered = part({ ...claims, scope: 'SERVER_ACCESS', applicationid: randomUUID() })
  const sign = (signed: string) =>
    `${signed}.${createHmac('sha256', 'guess').update(signed).digest('base64url')}`
  return [
    `${part({ alg: 'none', typ: 'JWT' })}.${body}.`,
    `${part({ alg: 'none', typ: 'JWT' })}.${body}.${mac}`,
    `${part({ alg: 'HS512', typ: 'JWT' })}.${body}.${mac}`,
    sign(`${head}.${body}`),
    sign(`${head}.${altered}`),
    `${head}.${altered}.${mac}`,
    `${head}.${body}.${mac.slice(0, -1)}`,
    `${head}.${body}`,
    `${head}.${body}.${mac}.${mac}`,
    '..',
    'null',
    'x'.repeat(10_000),
  ]
}

const headersOf = ({ tokens }: Known, hasBody: boolean): fc.Arbitrary<Record<string, string>> =>
  fc
    .record({
      authorization: fc.oneof(
        { weight: 12, arbitrary: fc.constant(`Bearer ${tokens.server}`) },
        { weight: 2, arbitrary: fc.constantFrom(`bearer ${tokens.client}`, `Bearer ${tokens.expired}`) },
        {
          weight: 2,
          arbitrary: fc.constantFrom(...forgedTokens(tokens.server)).map((token) => `Bearer ${token}`),
        },
        {
          weight: 1,
          arbitrary: fc.oneof(printable, fc.constantFrom('', 'Bearer', 'Basic Og==', 'Bearer a b')),
        },
      ),
      accept: fc.oneof(
        { weight: 8, arbitrary: fc.constantFrom('', '*/*', 'application/json', 'application/*;q=0.1') },
        {
          weight: 1,
          arbitrary: fc.oneof(printable, fc.constantFrom('text/html', ',,,', 'application/json;q=0')),
        },
      ),
      'basiq-version': fc.oneof(fc.constantFrom('3.0', '2.1', ''), printable),
      ...(hasBody && {
        'content-type': fc.oneof(
          { weight: 6, arbitrary: fc.constantFrom('application/json', 'text/plain;charset=UTF-8', '') },
          {
            weight: 1,
            arbitrary: fc.oneof(printable, fc.constantFrom('text/xml', 'multipart/form-data; boundary=')),
          },
        ),
      }),
    })
    .map(
      (headers) =>
        Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== '')) as Record<
          string,
          string
        >,
    )

/** Hostile requests to one operation. */
export function requestsTo({ path, spec }: Operation, known: Known): fc.Arbitrary<HostileRequest> {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '')
  const values = names.map((name) => {
    const ids = known.ids[name] ?? []
    return ids.length === 0
      ? inUrl
      : fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...ids) }, { weight: 2, arbitrary: inUrl })
  })
  const members = Object.keys(membersOf(spec.requestBody?.content))
  return fc
    .record({
      values: fc.tuple(...values),
      query: queryOf(known.filters),
      headers: headersOf(known, spec.requestBody !== undefined),
      body: spec.requestBody === undefined ? fc.constant(undefined) : bodyOf(members),
    })
    .map(({ values: given, query, headers, body }) => {
      const filled = names.reduce((url, name, i) => url.replace(`{${name}}`, () => given[i] ?? ''), path)
      return { url: query === '' ? filled : `${filled}?${query}`, headers, body }
    })
}

function membersOf(content: Readonly<Record<string, { readonly schema?: unknown }>> | undefined): object {
  const schema = Object.values(content ?? {})[0]?.schema as { properties?: object } | undefined
  return schema?.properties ?? { scope: {}, userId: {}, advance: {}, set: {}, freeze: {} }
}
