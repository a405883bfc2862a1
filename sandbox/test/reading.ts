import type { TestPage } from './browser.ts'

/** Label and value pairs of a page, whatever markup the bank uses. */
export const factsOf = (page: TestPage): Record<string, string> =>
  Object.fromEntries(
    page
      .$('table#details tr, table#profile tr, table.facts tr')
      .toArray()
      .map((row) => [page.$(row).find('th').text(), page.$(row).find('td').text()])
      .concat(
        page
          .$('dl.facts dt')
          .toArray()
          .map((term) => [page.$(term).text(), page.$(term).next('dd').text()]),
      ),
  )

export interface ReadRow {
  readonly date: string
  readonly description: string
  readonly amount: number
  readonly balance: number | undefined
}

/** Cents of any amount a bank prints. */
export const cents = (text: string): number => {
  const match = /^([-+]?)\$([\d,]+)\.(\d\d)( DR| CR)?$/.exec(text)
  if (match === null) throw new Error(`not an amount: ${text}`)
  const size = Number(match[2]?.replaceAll(',', '')) * 100 + Number(match[3])
  return match[1] === '-' || match[4] === ' DR' ? -size : size
}

export const readHooli = (page: TestPage, part: 'pending' | 'posted'): ReadRow[] =>
  page
    .$(`table#transactions tbody.${part} tr`)
    .toArray()
    .map((row) => {
      const cell = (name: string) => page.$(row).find(`td.${name}`).text()
      const amount = cell('debit') === '' ? cents(cell('credit')) : -cents(cell('debit'))
      const balance = cell('balance') === 'Pending' ? undefined : cents(cell('balance'))
      return { date: cell('date'), description: cell('description'), amount, balance }
    })

const readPiedPiper = (page: TestPage, part: 'pending' | 'posted'): ReadRow[] =>
  page
    .$(`section#${part === 'posted' ? 'activity' : part} article`)
    .toArray()
    .map((article) => {
      const facts = Object.fromEntries(
        page
          .$(article)
          .find('dt')
          .toArray()
          .map((term) => [page.$(term).text(), page.$(term).next().text()]),
      )
      const balance = facts['Balance'] === undefined ? undefined : cents(facts['Balance'])
      return {
        date: facts['Date'] ?? '',
        description: page.$(article).find('h3').text(),
        amount: cents(facts['Amount'] ?? ''),
        balance,
      }
    })

const readLedger = (page: TestPage, part: 'pending' | 'posted'): ReadRow[] =>
  page
    .$(`table#${part === 'posted' ? 'history' : part} tbody tr`)
    .toArray()
    .map((row) => {
      const cells = page
        .$(row)
        .find('td')
        .toArray()
        .map((cell) => page.$(cell))
      const balance = cells[3]?.text()
      return {
        date: cells[0]?.text() ?? '',
        description: cells[1]?.find('span.text').text() ?? '',
        amount: cents(cells[2]?.text() ?? ''),
        balance: balance === undefined ? undefined : cents(balance),
      }
    })

/** Reads one part of a history page of a bank. */
export const readers = {
  AU00000: readHooli,
  AU00002: readPiedPiper,
  AU00003: readLedger,
  AU00004: readLedger,
}

export const accountLinks = (home: TestPage): string[] =>
  home
    .$('td a[href], article.account a[href]')
    .toArray()
    .map((link) => home.$(link).attr('href') ?? '')
