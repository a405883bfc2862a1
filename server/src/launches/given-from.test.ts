import { expect, it } from 'vitest'
import { givenFrom } from './given-from.ts'

it.each([
  ['203.0.113.77', '203.0.113.0'],
  ['::ffff:203.0.113.77', '203.0.113.0'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1::'],
  ['nonsense', ''],
])('keeps of the address %s only %s', (ip, kept) => {
  expect(givenFrom(ip, undefined).ipTruncated).toBe(kept)
})

it.each([
  ['Mozilla/5.0 (X11) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36', 'Chrome'],
  ['Mozilla/5.0 (X11) AppleWebKit/537.36 Chrome/141.0 Safari/537.36 Edg/141.0', 'Edge'],
  ['Mozilla/5.0 (X11; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox'],
  ['Mozilla/5.0 (iPhone) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148 Safari/604.1', 'Safari'],
  ['curl/8', 'Other'],
])('keeps of %s only the family', (agent, family) => {
  expect(givenFrom('203.0.113.77', agent).browserFamily).toBe(family)
})
