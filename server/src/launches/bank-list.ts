import { type BankTile, type OutageStatus, rank } from '@banksia/consent-ui'
import type { BankEntry } from './launches.types.ts'

const outages: ReadonlySet<string> = new Set([
  'degraded-performance',
  'partial-outage',
  'major-outage',
  'under-maintenance',
] satisfies OutageStatus[])

export const toTile = (bank: BankEntry, connected: boolean): BankTile => ({
  id: bank.id,
  name: bank.name,
  shortName: bank.shortName,
  aliases: bank.aliases,
  logo: `/logos/${bank.id}-square.svg`,
  status: outages.has(bank.status) ? (bank.status as OutageStatus) : null,
  connected,
})

/**
 * The picker's order: recently used by this user, tier 1, then by name (c&d S-05). A query keeps what matches, best
 * matches first.
 */
export function orderBanks(
  banks: readonly BankEntry[],
  recent: readonly string[],
  query: string,
): readonly BankEntry[] {
  const place = (bank: BankEntry) => {
    const at = recent.indexOf(bank.id)
    return at === -1 ? recent.length + (bank.tier === '1' ? 0 : 1) : at
  }
  const ordered = banks.toSorted((a, b) => place(a) - place(b) || a.name.localeCompare(b.name, 'en-AU'))
  return ordered
    .map((bank) => ({ bank, rank: rank([bank.shortName, bank.name, bank.id, ...bank.aliases], query) }))
    .filter((one) => one.rank !== null)
    .toSorted((a, b) => Number(a.rank) - Number(b.rank))
    .map((one) => one.bank)
}
