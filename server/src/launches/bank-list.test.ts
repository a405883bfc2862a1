import { describe, expect, it } from 'vitest'
import type { InstitutionId } from '../ids.ts'
import { orderBanks } from './bank-list.ts'
import type { BankEntry } from './launches.types.ts'

const bank = (id: string, shortName: string, over: Partial<BankEntry> = {}): BankEntry => ({
  id: id as InstitutionId,
  name: `${shortName} Bank`,
  shortName,
  aliases: [],
  tier: '4',
  status: 'operational',
  test: true,
  color: '#123456',
  captions: { loginId: 'Login', password: 'Password' },
  forgottenPasswordUrl: null,
  ...over,
})
const banks = [
  bank('AU00002', 'Pied Piper'),
  bank('AU00004', 'HooliGov'),
  bank('AU00003', 'Nucleus', { tier: '1' }),
  bank('AU00000', 'Hooli', { aliases: ['Café Hooli'] }),
]
const ids = (recent: string[], query: string) => orderBanks(banks, recent, query).map((one) => one.id)

describe('order of the banks', () => {
  it('is: used lately, tier 1, then by name', () => {
    expect(ids(['AU00002'], '')).toEqual(['AU00002', 'AU00003', 'AU00000', 'AU00004'])
  })

  it('puts a whole word before the beginning of one', () => {
    expect(ids(['AU00004'], 'hooli')).toEqual(['AU00000', 'AU00004'])
  })

  it.each(['PIED', 'piedpiper', 'pied-piper', 'AU00002', 'iper b'])('finds Pied Piper by %s', (query) => {
    expect(ids([], query)).toEqual(['AU00002'])
  })

  it('ignores diacritics on either side', () => {
    expect(ids([], 'cafe')).toEqual(['AU00000'])
    expect(ids([], 'hóoli gov')).toEqual(['AU00004'])
  })

  it('finds nothing for what no name holds', () => {
    expect(ids([], 'zzz')).toEqual([])
  })
})
