import { lookup as resolveName } from 'node:dns'
import { BlockList, isIP, type LookupFunction } from 'node:net'

export interface OutboundRules {
  /** Sandbox: `http` and the machine's own and private addresses are fine. Never in production (settled 30). */
  readonly allowLocal: boolean
}

/** Why a request was not sent. */
export class RefusedAddress extends Error {
  override readonly name = 'RefusedAddress'
  readonly code = 'REFUSED_ADDRESS'
}

/** The part of `dns.lookup` that the guard needs. */
export type ResolveName = (
  hostname: string,
  options: { readonly all: true },
  done: (
    error: NodeJS.ErrnoException | null,
    addresses: readonly { readonly address: string; readonly family: number }[],
  ) => void,
) => void

export interface OutboundGuard {
  /** Whether requests may go to this URL, as far as its text tells. */
  allows(url: string): boolean
  /** Whether the name of this URL leads, as of now, to an address that requests must not go to. */
  leadsAstray(url: string): Promise<boolean>
  /**
   * Resolves for a socket and hands it checked addresses only: the connection is made to what was checked, so a name that
   * changes its mind in between gains nothing.
   */
  readonly lookup: LookupFunction
}

const longestUrl = 2_048

type Range = readonly [address: string, prefix: number, family?: 'ipv6']

const listOf = (ranges: readonly Range[]): BlockList => {
  const list = new BlockList()
  for (const [address, prefix, family = 'ipv4'] of ranges) list.addSubnet(address, prefix, family)
  return list
}

/** The machine itself, and private networks (RFC 1918, 4193). */
const local = listOf([
  ['127.0.0.0', 8],
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['::1', 128, 'ipv6'],
  ['fc00::', 7, 'ipv6'],
])

/** What is no public IPv4 address and no neighbour either (IANA's special-purpose registry). */
const special = listOf([
  ['0.0.0.0', 8],
  ['100.64.0.0', 10],
  ['169.254.0.0', 16],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
])

const globalUnicast = listOf([['2000::', 3, 'ipv6']])
/** Parts of the global range that are documentation, or that carry an IPv4 address within. */
const notPublic = listOf([
  ['2001::', 23, 'ipv6'],
  ['2001:db8::', 32, 'ipv6'],
  ['2002::', 16, 'ipv6'],
  ['3fff::', 20, 'ipv6'],
])

/** Whether a connection to this address is allowed. Of IPv6 only what is known to be public: mapped ones are not. */
export function isAllowedAddress(address: string, { allowLocal }: OutboundRules): boolean {
  const version = isIP(address)
  if (version === 0) return false
  const family = version === 6 ? 'ipv6' : 'ipv4'
  const plain = address.split('%', 1)[0] ?? address
  if (isMapped(plain)) return false
  if (local.check(plain, family)) return allowLocal
  if (version === 4) return !special.check(plain)
  return globalUnicast.check(plain, family) && !notPublic.check(plain, family)
}

/** `BlockList` would take `::ffff:127.0.0.1` for the IPv4 address inside it; nobody needs that form to be reached. */
const mapped = new BlockList()
mapped.addSubnet('::ffff:0:0', 96, 'ipv6')
const isMapped = (address: string): boolean => address.includes(':') && mapped.check(address, 'ipv6')

const localName = /^(.+\.)?localhost$/

/** The guard of every request whose target a partner chose (settled 30). */
export function createOutboundGuard(
  rules: OutboundRules,
  resolve: ResolveName = resolveName as ResolveName,
): OutboundGuard {
  const addresses = (hostname: string) =>
    new Promise<readonly { readonly address: string; readonly family: number }[]>((done, fail) =>
      resolve(hostname, { all: true }, (error, found) => (error ? fail(error) : done(found))),
    )

  function allows(text: string): boolean {
    const url = text.length <= longestUrl ? URL.parse(text) : null
    if (url === null) return false
    if (url.username !== '' || url.password !== '' || url.hostname === '') return false
    if (url.protocol !== 'https:' && !(rules.allowLocal && url.protocol === 'http:')) return false
    const host = hostOf(url)
    if (isIP(host)) return isAllowedAddress(host, rules)
    return rules.allowLocal || !localName.test(host)
  }

  return {
    allows,

    async leadsAstray(text) {
      const host = hostOf(new URL(text))
      if (isIP(host)) return !isAllowedAddress(host, rules)
      const found = await addresses(host).catch(() => [])
      return found.some(({ address }) => !isAllowedAddress(address, rules))
    },

    lookup(hostname, options, done) {
      addresses(hostname).then(
        (found) => {
          const [first, ...rest] = found.filter(({ address }) => isAllowedAddress(address, rules))
          if (!first) done(new RefusedAddress('no address of this name may be connected to'), '')
          else if (options.all) done(null, [first, ...rest])
          else done(null, first.address, first.family)
        },
        (error: NodeJS.ErrnoException) => done(error, ''),
      )
    },
  }
}

/** The host without brackets and without the dot of an absolute name. */
const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '')
