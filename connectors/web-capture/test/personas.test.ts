import type { Connector } from '@banksia/connector-kit'
import { assertHistory, freshContext, pagesOf, signIn, stored } from '@banksia/connector-kit/conformance'
import { describe, expect, it } from 'vitest'
import { connectors } from '../src/index.ts'
import {
  benchRows,
  everybody,
  fixturesFor,
  loginOf,
  now,
  type Persona,
  rightAnswersTo,
  useSandboxBanks,
} from './sandbox.ts'

const banks = useSandboxBanks()

/** Accounts of the sandbox's people: type and number. */
const accountsOf: Readonly<Record<Persona, Readonly<Record<string, string>>>> = {
  'Wentworth-Smith': {
    transaction: '45678945678901',
    'credit-card': '23456723456789',
    savings: '34567834567890',
    mortgage: '12345612345678',
  },
  Whistler: { transaction: '000001919644181' },
  Gilfoyle: {
    transaction: '000001919644171',
    'credit-card': '000001919644170',
    savings: '000001919644172',
  },
  gavinBelson: {
    transaction: '000001000002',
    'credit-card': '000001004381',
    savings: '000001002935',
    loan: '000001002955',
  },
  jared: { transaction: '000001023480', 'credit-card': '000001023483', 'term-deposit': '000001023482' },
  richard: { transaction: '000001077380', 'credit-card': '000001077379', mortgage: '000001077381' },
  laurieBream: { transaction: '062245684154861747642', 'credit-card': '772245684154861747642' },
  ashMann: { transaction: '090001077738', 'credit-card': '090001077779' },
}

describe.each(connectors.map((connector) => [connector.institution.name, connector] as const))(
  '%s',
  (_name, connector) => {
    it.each(everybody)(
      'gives the accounts of %s, and pages that together reconcile to the cent',
      async (persona) => {
        const { bank, state } = await signedIn(connector, persona)
        const { value: accounts } = await connector.fetchAccounts(freshContext(bank), state)
        expect(Object.fromEntries(accounts.map(({ type, accountNo }) => [type, accountNo]))).toEqual(
          accountsOf[persona],
        )
        for (const account of accounts) {
          const { rows } = await pagesOf(connector, bank, state, account.reference)
          assertHistory(account, rows)
          const pending = rows.filter((row) => row.status === 'pending')
          const held = pending.reduce((sum, row) => sum + row.amount, 0)
          expect(account.availableFunds).toBe((account.balance ?? 0) + held + (account.creditLimit ?? 0))
          if (account.type === 'transaction') expect(daysBack(rows.at(-1)?.postDate)).toBeGreaterThan(700)
        }
      },
    )

    it('gives every row of a long history', async () => {
      const bank = banks.bankOf(connector)
      const login = { loginId: 'bench', password: 'bench' }
      const state = await signIn(
        connector,
        { ...fixturesFor(connector, banks), answers: rightAnswersTo },
        bank,
        login,
      )
      const { value: accounts } = await connector.fetchAccounts(freshContext(bank), state)
      const account = accounts[0]
      expect.assert(account)
      const { rows } = await pagesOf(connector, bank, state, account.reference)
      assertHistory(account, rows, benchRows)
    })

    it('gives the business behind a login, and none behind a person', async () => {
      const business = await signedIn(connector, 'laurieBream')
      const { value: trader } = await connector.fetchProfile(freshContext(business.bank), business.state)
      expect(trader.organisation).toMatchObject({ organisationType: 'COMPANY', registeredCountry: 'AUS' })
      const person = await signedIn(connector, 'Whistler')
      const { value: whistler } = await connector.fetchProfile(freshContext(person.bank), person.state)
      expect(whistler).toMatchObject({
        fullName: 'Whistler Smith',
        phoneNumbers: ['0405000000'],
        emailAddresses: ['whistler@h0tmail.com'],
        physicalAddresses: [{ formattedAddress: '201 Sussex St, Sydney NSW 2000, Australia' }],
      })
      expect(whistler).not.toHaveProperty('organisation')
    })

    it('keeps posted rows as they are when read again later', async () => {
      const first = await signedIn(connector, 'Whistler')
      const later = await signedIn(connector, 'Whistler', new Date(now.getTime() + 3 * 86_400_000))
      const { value: accounts } = await connector.fetchAccounts(freshContext(first.bank), first.state)
      const reference = accounts[0]?.reference ?? ''
      const read = async ({ bank, state }: typeof first) =>
        (await pagesOf(connector, bank, state, reference)).rows.filter((row) => row.status === 'posted')
      const before = await read(first)
      const after = await read(later)
      const at = after.findIndex((row) => JSON.stringify(row) === JSON.stringify(before[0]))
      expect(at).toBeGreaterThan(0)
      expect(after.slice(at)).toEqual(before.slice(0, after.length - at))
    })
  },
)

async function signedIn(connector: Connector, persona: Persona, at?: Date) {
  const bank = banks.bankOf(connector, at ? { at } : {})
  const state = await signIn(connector, fixturesFor(connector, banks), bank, loginOf(persona))
  return { bank, state: stored(state) }
}

function daysBack(date: string | null | undefined): number {
  return (now.getTime() - Date.parse(date ?? '')) / 86_400_000
}
