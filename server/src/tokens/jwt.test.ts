import { createSecretKey, randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { signToken, verifyToken } from './jwt.ts'

const key = createSecretKey(randomBytes(32))
const claims = {
  partnerid: '7d0f0f0a-6d4b-4cde-9d0b-2f2b8c0c9a01',
  applicationid: '2f7c1b0e-50f5-4a0f-8a77-5a1c2d3e4f50',
  scope: 'CLIENT_ACCESS' as const,
  version: '3.0',
  iat: 1_700_000_000,
  exp: 1_700_003_600,
}

describe('signToken', () => {
  it('makes a payload that a browser can decode with atob alone', () => {
    for (let i = 0; i < 200; i++) {
      const payload =
        signToken(key, { ...claims, orgName: `Zoë & Søn ${'ÿ?>'.repeat(i % 7)}${i}` }).split('.')[1] ?? ''
      expect(payload).not.toMatch(/[-_]/)
      expect(JSON.parse(atob(payload)).applicationid).toBe(claims.applicationid)
    }
  })

  it('keeps names that are not ASCII whole', () => {
    const token = signToken(key, { ...claims, orgName: 'Zoë 会计' })
    expect(verifyToken(key, token)?.orgName).toBe('Zoë 会计')
  })
})

describe('verifyToken', () => {
  const token = signToken(key, claims)
  const [head = '', body = '', mac = ''] = token.split('.')
  const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

  it('reads back what was signed', () => {
    expect(verifyToken(key, token)).toMatchObject(claims)
  })

  it('refuses another key, an altered payload, a cut signature and alg none', () => {
    const altered = encode({ ...claims, scope: 'SERVER_ACCESS' })
    for (const forged of [
      signToken(createSecretKey(randomBytes(32)), claims),
      `${head}.${altered}.${mac}`,
      `${head}.${body}.${mac.slice(0, -2)}`,
      `${head}.${body}.`,
      `${encode({ alg: 'none', typ: 'JWT' })}.${body}.`,
      `${encode({ alg: 'none', typ: 'JWT' })}.${body}.${mac}`,
      'x'.repeat(20_000),
      '',
    ]) {
      expect(verifyToken(key, forged)).toBeUndefined()
    }
  })
})
