import type { AccountRecord, ProfileRecord, TransactionRecord } from '@banksia/connector-kit'
import { dateOfSlashed } from '../../dates.ts'
import { readFacts } from '../../facts.ts'
import { centsOf } from '../../money.ts'
import { changed, type Page } from '../../page.ts'
import { accountFrom, addressFrom, profileFrom, transactionFrom, transactionsFrom } from '../../records.ts'
import { cellOf, type Row, type Rows, type RowsPlan } from '../../rows.ts'

/** Handles of the accounts, in the bank's order: the last part of the links in the list. */
export function accountReferences(page: Page): string[] {
  if (page('table#accounts').length === 0) throw changed(page)
  return page('table#accounts tbody tr')
    .toArray()
    .map((row) => {
      const link = page(row).find('td.name a').attr('href') ?? ''
      const reference = /\/accounts\/([A-Za-z0-9-]{1,64})$/.exec(link)?.[1]
      if (!reference) throw changed(page)
      return reference
    })
}

export function toAccount(page: Page, reference: string): AccountRecord {
  return accountFrom(readFacts(page, 'table#details'), reference, centsOf)
}

export function toProfile(page: Page): ProfileRecord {
  const facts = readFacts(page, 'table#profile')
  const suburb = facts.optional('Suburb')
  const address = addressFrom({
    street: facts.optional('Street'),
    suburb,
    state: facts.optional('State'),
    postcode: facts.optional('Postcode'),
    country: facts.optional('Country'),
  })
  return profileFrom(facts, suburb ? address : undefined)
}

/** `table#transactions` with a `tbody` of pending and one of posted rows. */
export const historyPlan: RowsPlan = {
  row: 'tr',
  group: (tag, { class: name }) =>
    tag === 'tbody' && (name === 'pending' || name === 'posted') ? name : undefined,
  isNext: (tag, { rel }) => tag === 'a' && rel === 'next',
}

/** Rows newest first, pending before posted. `failure` makes the error for a row that cannot be read. */
export function toTransactions({ groups }: Rows, failure: () => Error): TransactionRecord[] {
  return transactionsFrom(
    { pending: groups.get('pending'), posted: groups.get('posted') },
    toTransaction,
    failure,
  )
}

/** Debit and credit stand unsigned in columns of their own; a pending row says `Pending` instead of a balance. */
function toTransaction(status: 'pending' | 'posted', row: Row): TransactionRecord | undefined {
  const date = dateOfSlashed(cellOf(row, 'date') ?? '')
  const description = cellOf(row, 'description')
  const debit = cellOf(row, 'debit')
  const credit = cellOf(row, 'credit')
  const unsigned = centsOf(debit || credit || '')
  const balance = status === 'posted' ? centsOf(cellOf(row, 'balance') ?? '') : null
  if (!date || !description || (debit && credit)) return undefined
  if (unsigned === undefined || unsigned < 0 || balance === undefined) return undefined
  const amount = debit && unsigned !== 0 ? -unsigned : unsigned
  return transactionFrom(status, {
    date,
    description,
    amount,
    balance,
    reference: cellOf(row, 'reference') ?? '',
  })
}
