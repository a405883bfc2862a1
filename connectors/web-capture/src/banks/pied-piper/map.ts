import type { AccountRecord, ProfileRecord, TransactionRecord } from '@banksia/connector-kit'
import { dateOfWords } from '../../dates.ts'
import { readFacts } from '../../facts.ts'
import { centsOf } from '../../money.ts'
import { changed, type Page } from '../../page.ts'
import { accountFrom, addressOfLines, profileFrom, transactionFrom, transactionsFrom } from '../../records.ts'
import { definitionOf, type Row, type Rows, type RowsPlan } from '../../rows.ts'

/** Handles of the accounts, in the bank's order: each account is an `article` whose heading is the link. */
export function accountReferences(page: Page): string[] {
  return page('article.account')
    .toArray()
    .map((article) => {
      const link = page(article).find('h2 a').attr('href') ?? ''
      const reference = /\/account\/([A-Za-z0-9-]{1,64})$/.exec(link)?.[1]
      if (!reference) throw changed(page)
      return reference
    })
}

export function toAccount(page: Page, reference: string): AccountRecord {
  return accountFrom(readFacts(page, 'dl.facts'), reference, centsOf)
}

/** The address stands in an `address` element, one part a line. */
export function toProfile(page: Page): ProfileRecord {
  const facts = readFacts(page, 'dl.facts')
  const lines = facts.optional('Address').split('\n')
  const address = addressOfLines(lines)
  if (!address && lines[0]) throw changed(page)
  return profileFrom(facts, address)
}

/** Sections of `article`s: a heading, then a `dl` of date, amount, balance and reference. */
export const historyPlan: RowsPlan = {
  row: 'article',
  group: (tag, { id }) => (tag === 'section' && (id === 'pending' || id === 'activity') ? id : undefined),
  isNext: (tag, { class: name }) => tag === 'a' && name === 'older',
}

/** Rows newest first, pending before posted. `failure` makes the error for a row that cannot be read. */
export function toTransactions({ groups }: Rows, failure: () => Error): TransactionRecord[] {
  return transactionsFrom(
    { pending: groups.get('pending'), posted: groups.get('activity') },
    toTransaction,
    failure,
  )
}

function toTransaction(status: 'pending' | 'posted', row: Row): TransactionRecord | undefined {
  const description = row.find((cell) => cell.tag === 'h3')?.text
  const date = dateOfWords(definitionOf(row, 'Date') ?? '')
  const amount = centsOf(definitionOf(row, 'Amount') ?? '')
  const balance = status === 'posted' ? centsOf(definitionOf(row, 'Balance') ?? '') : null
  if (!description || !date || amount === undefined || balance === undefined) return undefined
  const reference = definitionOf(row, 'Reference') ?? ''
  return transactionFrom(status, { date, description, amount, balance, reference })
}
