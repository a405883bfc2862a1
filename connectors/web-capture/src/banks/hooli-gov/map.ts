import type { StatementRecord } from '@banksia/connector-kit'
import { dateOfWords } from '../../dates.ts'
import { accountNoOf } from '../../facts.ts'
import { changed, type Page } from '../../page.ts'
import type { PortfolioRow } from '../nucleus/map.ts'

/** Statements as listed: title, account number, first day, last day, reference. `accounts` turns numbers into handles. */
export function toStatements(page: Page, accounts: readonly PortfolioRow[]): StatementRecord[] {
  if (page('table#statements').length === 0) throw changed(page)
  return page('table#statements tbody tr')
    .toArray()
    .map((row) => {
      const cells = page(row).children('td').toArray()
      const [title = '', number = '', first = '', last = '', reference = ''] = cells.map((cell) =>
        page(cell).text().replace(/\s+/g, ' ').trim(),
      )
      const accountNo = accountNoOf(number)
      const from = dateOfWords(first)
      const to = dateOfWords(last)
      if (!title || !accountNo || !from || !to || !reference) throw changed(page)
      const account = accounts.find((known) => known.accountNo === accountNo)?.reference ?? null
      return { reference, account, title, from, to }
    })
}
