import { isIPv4, isIPv6 } from 'node:net'
import type { GivenFrom } from './launches.types.ts'

const families = [
  ['Edge', /\bEdg(?:e|A|iOS)?\//],
  ['Opera', /\bOPR\//],
  ['Firefox', /\b(?:Firefox|FxiOS)\//],
  ['Chrome', /\b(?:Chrome|CriOS)\//],
  ['Safari', /\bSafari\//],
] as const

/** Enough to show that a person's browser gave the consent, too little to find the person again. */
export function givenFrom(ip: string, userAgent: string | undefined): GivenFrom {
  return {
    ipTruncated: truncate(ip.replace(/^::ffff:/, '')),
    browserFamily: families.find(([, pattern]) => pattern.test(userAgent ?? ''))?.[0] ?? 'Other',
  }
}

/** The first 24 bits of an IPv4 address, the first 48 of an IPv6 one. */
function truncate(ip: string): string {
  if (isIPv4(ip)) return ip.replace(/\.\d+$/, '.0')
  if (isIPv6(ip)) return `${ip.split(':').slice(0, 3).filter(Boolean).join(':')}::`
  return ''
}
