import { createHmac, type KeyObject, randomUUID, timingSafeEqual } from 'node:crypto'

/** Claims of an access token, spelt as clients read them (core §2.3). */
export interface TokenClaims {
  readonly partnerid: string
  readonly applicationid: string
  readonly userid?: string
  readonly scope: 'SERVER_ACCESS' | 'CLIENT_ACCESS'
  readonly version: string
  /** Seconds. */
  readonly iat: number
  readonly exp: number
  readonly jti: string
  readonly orgName?: string
  readonly orgRefID?: string
  readonly orgRefType?: string
  readonly orgType?: string
  readonly abnAcn?: string
}

const header = Buffer.from('{"alg":"HS256","typ":"JWT"}').toString('base64url')

/**
 * A compact JWS with HS256. Browsers decode the payload with plain `atob` (core §2.3), so it must be ASCII and its
 * base64url must hold neither `-` nor `_`: of ASCII only `>`, `?`, `~` and DEL can give those, and they are escaped.
 */
export function signToken(key: KeyObject, claims: Omit<TokenClaims, 'jti'>): string {
  const json = JSON.stringify({ ...claims, jti: randomUUID() }).replace(/[>?~\u007f-\uffff]/g, toEscape)
  const signed = `${header}.${Buffer.from(json).toString('base64url')}`
  return `${signed}.${mac(key, signed)}`
}

const toEscape = (c: string) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`

const mac = (key: KeyObject, text: string) => createHmac('sha256', key).update(text).digest('base64url')

/** The claims, or `undefined` unless the token is exactly one of ours: our header, our key, nothing altered. */
export function verifyToken(key: KeyObject, token: string): TokenClaims | undefined {
  const end = token.lastIndexOf('.')
  const signed = token.slice(0, end)
  if (token.length > 8_192 || !signed.startsWith(`${header}.`)) return undefined
  const given = Buffer.from(token.slice(end + 1))
  const right = Buffer.from(mac(key, signed))
  if (given.length !== right.length || !timingSafeEqual(given, right)) return undefined
  return JSON.parse(Buffer.from(signed.slice(header.length + 1), 'base64url').toString()) as TokenClaims
}
