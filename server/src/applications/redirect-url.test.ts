import { describe, expect, it } from 'vitest'
import { isRedirectUrl } from './redirect-url.ts'

describe('isRedirectUrl', () => {
  it.each(['https://a.example/cb?x=1#y', 'http://localhost:3000/cb', 'com.partner.app://cb'])(
    'takes %s',
    (url) => {
      expect(isRedirectUrl(url, 'production')).toBe(true)
    },
  )

  it('takes plain http elsewhere only for a sandbox', () => {
    expect(isRedirectUrl('http://dev.example/cb', 'sandbox')).toBe(true)
    expect(isRedirectUrl('http://dev.example/cb', 'production')).toBe(false)
  })

  it.each([
    'javascript:alert(1)',
    'JAVASCRIPT://x/%0aalert(1)',
    'data:text/html,x',
    '//evil.example',
    '/relative',
    'https://user:pw@a.example/',
    'https://a.example/ x',
    `https://a.example/${'x'.repeat(2_048)}`,
    'mailto:a@example.com',
  ])('refuses %s', (url) => {
    expect(isRedirectUrl(url, 'sandbox')).toBe(false)
  })
})
