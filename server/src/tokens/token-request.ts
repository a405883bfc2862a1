import { AppError } from '../errors/app-error.ts'
import { parseObject } from '../http/body.ts'

export interface TokenRequest {
  readonly authorization: string | undefined
  readonly versionHeader: string | undefined
  readonly contentType: string | undefined
  readonly query: Readonly<Record<string, unknown>>
  readonly body: unknown
}

const alien = /^(text\/(?!plain)|image\/|audio\/|video\/|font\/|application\/(xml|pdf|zip|octet-stream))/i

/**
 * Parameters of a token request in every form that real clients send: body over query; the text decides whether it is
 * JSON or a form, not its declared type (core §2.1).
 */
export function readParameters({ query, body, contentType }: TokenRequest): Map<string, string> {
  const text = typeof body === 'string' ? body.trim() : ''
  if (text !== '' && contentType && alien.test(contentType)) {
    throw new AppError('content-type-unsupported', { value: contentType.slice(0, 100) })
  }
  const parameters = new Map<string, string>()
  for (const [name, value] of Object.entries(query))
    set(parameters, name, Array.isArray(value) ? value.at(-1) : value)
  if (text.startsWith('{')) {
    for (const [name, value] of Object.entries(parseObject(text, 'request-malformed')))
      set(parameters, name, value)
  } else if (text !== '' && text !== 'null') {
    for (const [name, value] of new URLSearchParams(text)) set(parameters, name, value)
  }
  return parameters
}

function set(parameters: Map<string, string>, name: string, value: unknown): void {
  if (typeof value === 'string' && value.trim() !== '') parameters.set(name, value)
}

const versions: ReadonlySet<string> = new Set(['2.0', '2.1', '3.0'])

/** The version to bind the token to, `undefined` when the header is absent. */
export function readVersion(header: string | undefined): string | undefined {
  const version = header?.trim()
  if (!version) return undefined
  if (versions.has(version)) return version
  if (/^[0-9]{1,3}(\.[0-9]{1,3})?$/.test(version) && Number(version) < 2) {
    throw new AppError('version-retired', { value: version })
  }
  throw new AppError('version-unknown', { value: version.slice(0, 20) })
}

const isBase64 = /^[A-Za-z0-9+/_-]+={0,2}$/

/**
 * API keys the header may mean, the text as it stands first. One client base64-encodes `<key>:`; encoding the key alone
 * is a documented mistake and 400.
 */
export function readApiKeys(authorization: string | undefined): readonly string[] {
  if (!authorization?.trim()) throw new AppError('authorization-missing')
  const text = /^Basic\s+(\S+)\s*$/i.exec(authorization)?.[1]
  if (!text || text.length > 1_000 || !isBase64.test(text)) throw new AppError('authorization-malformed')
  const decoded = Buffer.from(text, 'base64').toString('latin1')
  if (isBase64.test(decoded) && isKeyText(Buffer.from(decoded, 'base64').toString('latin1'))) {
    throw new AppError('authorization-malformed')
  }
  return decoded.endsWith(':') ? [text, decoded.slice(0, -1)] : [text]
}

const isKeyText = (text: string) => /^[0-9a-f-]{36}:[0-9a-f-]{36}$/.test(text)
