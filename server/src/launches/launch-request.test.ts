import { describe, expect, it } from 'vitest'
import type { Application } from '../applications/applications.types.ts'
import { defaultSettings } from '../applications/settings.ts'
import type { ApplicationId, PartnerId } from '../ids.ts'
import { readLaunchUrl } from './launch-request.ts'

const application: Application = {
  id: '7d6c2a56-5d0c-4b5f-8f0b-111111111111' as ApplicationId,
  partnerId: '7d6c2a56-5d0c-4b5f-8f0b-222222222222' as PartnerId,
  name: 'Test',
  kind: 'sandbox',
  clock: { offsetMs: 0, frozenAt: null },
  settings: {
    ...defaultSettings,
    redirectUrl: 'https://partner.example/cb',
    extraRedirectUrls: ['https://partner.example/other?x=1'],
  },
}
const read = (query: string, referer?: string) => readLaunchUrl(`/home${query}`).read(application, referer)

describe('launch URL', () => {
  it('reads a token behind a stray empty parameter', () => {
    expect(readLaunchUrl('/home?&token=abc').token).toBe('abc')
  })

  it.each(['', '?action=', '?action=null', '?action=undefined', '?action=NULL'])(
    'takes %s as the default action',
    (query) => {
      expect(read(query).action).toBe('default')
    },
  )

  it.each([
    ['Reauthorise', 'reauthorise'],
    ['reauthorize', 'reauthorise'],
    ['CONNECT', 'connect'],
    ['payments', 'payment'],
  ])('takes action %s as %s', (action, meant) => {
    expect(read(`?action=${action}`).action).toBe(meant)
  })

  it.each(['nonsense', 'constructor', '__proto__'])(
    'takes the unknown action %s as the default and reports it',
    (action) => {
      const url = readLaunchUrl(`/home?action=${action}`)
      expect(url.unknownAction).toBe(action)
      expect(url.read(application, undefined).action).toBe('default')
    },
  )

  it('keeps a redirect only when it equals a configured one', () => {
    expect(read('?redirect_uri=https%3A%2F%2Fpartner.example%2Fother%3Fx%3D1').redirectUrl).toBe(
      'https://partner.example/other?x=1',
    )
    expect(read('?redirectUrl=https%3A%2F%2Fpartner.example%2Fcb').redirectUrl).toBe(
      'https://partner.example/cb',
    )
    expect(read('?redirect_uri=https%3A%2F%2Fpartner.example%2Fcb%2F').redirectUrl).toBeNull()
    expect(read('?redirect_uri=https%3A%2F%2Fevil.example').redirectUrl).toBeNull()
  })

  it('accepts a state of 2,048 characters and no longer one', () => {
    expect(readLaunchUrl(`/home?state=${'s'.repeat(2_048)}`).stateTooLong).toBe(false)
    expect(readLaunchUrl(`/home?state=${'s'.repeat(2_049)}`).stateTooLong).toBe(true)
  })

  it('keeps an empty state, and a state that reads "null", as they are', () => {
    expect(read('?state=').state).toBe('')
    expect(read('?state=null').state).toBe('null')
    expect(read('').state).toBeNull()
  })

  it('remembers the origin that opened the launch, http and https only', () => {
    expect(read('', 'http://localhost:3000/page?x').origin).toBe('http://localhost:3000')
    expect(read('', 'about:blank').origin).toBeNull()
    expect(read('', 'nonsense').origin).toBeNull()
  })
})
