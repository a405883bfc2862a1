import type { AccountRecord, ProfileRecord, TransactionRecord } from '@banksia/connector-kit'
import { dateOfWords } from '../../dates.ts'
import { accountNoOf, readFacts } from '../../facts.ts'
import { centsOf } from '../../money.ts'
import { changed, type Page } from '../../page.ts'
import { accountFrom, addressOfLines, profileFrom, transactionFrom, transactionsFrom } from '../../records.ts'
import { cellOf, type Row, type Rows, type RowsPlan } from '../../rows.ts'

/** An account as the portfolio lists it. */
export interface PortfolioRow {
  readonly reference: string
  readonly accountNo: string
}

/** The cells have no names: they stand in the order account, number, balance, available. */
export function portfolioOf(page: Page): PortfolioRow[] {
  if (page('table.grid').length === 0) throw changed(page)
  return page('table.grid tbody tr')
    .toArray()
    .map((row) => {
      const link = page(row).find('a').attr('href') ?? ''
      const reference = /\?(?:.*&)?no=([A-Za-z0-9-]{1,64})(?:&|$)/.exec(link)?.[1]
      const accountNo = accountNoOf(page(row).children('td').eq(1).text())
      if (!reference || !accountNo) throw changed(page)
      return { reference, accountNo }
    })
}

export function toAccount(page: Page, reference: string): AccountRecord {
  return accountFrom(readFacts(page, 'table.facts'), reference, centsOf)
}

/** The address is one line: street where known, `Dee Why NSW 2099`, country. */
export function toProfile(page: Page): ProfileRecord {
  const facts = readFacts(page, 'table.facts')
  const line = facts.optional('Address')
  const address = addressOfLines(line.split(/, */))
  if (!address && line) throw changed(page)
  return profileFrom(facts, address)
}

/** Two tables, pending and history, whose cells are date, particulars, amount and balance. */
export const historyPlan: RowsPlan = {
  row: 'tr',
  group: (tag, { id }) => (tag === 'table' && (id === 'pending' || id === 'history') ? id : undefined),
  isNext: (tag, { class: name }) => tag === 'a' && name === 'more',
}

/** Rows newest first, pending before posted. `failure` makes the error for a row that cannot be read. */
export function toTransactions({ groups }: Rows, failure: () => Error): TransactionRecord[] {
  return transactionsFrom(
    { pending: groups.get('pending')?.filter(isData), posted: groups.get('history')?.filter(isData) },
    toTransaction,
    failure,
  )
}

function isData(row: Row): boolean {
  return row.some((cell) => cell.tag !== 'th')
}

function toTransaction(status: 'pending' | 'posted', row: Row): TransactionRecord | undefined {
  const [dateCell, amountCell, balanceCell] = row.filter((cell) => cell.tag === 'td')
  const date = dateOfWords(dateCell?.text ?? '')
  const description = cellOf(row, 'text')
  const amount = centsOf(amountCell?.text ?? '')
  const balance = status === 'posted' ? centsOf(balanceCell?.text ?? '') : null
  if (!date || !description || amount === undefined || balance === undefined) return undefined
  const reference = cellOf(row, 'ref') ?? ''
  return transactionFrom(status, { date, description, amount, balance, reference })
}
