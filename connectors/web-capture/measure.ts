/** Prints what reading 10,000 rows of history costs: `npm run measure -w @banksia/web-capture`. */
import { readFileSync } from 'node:fs'
import { load } from 'cheerio'
import { load as loadSlim } from 'cheerio/slim'
import { historyPlan, toTransactions } from './src/banks/hooli/map.ts'
import { readRows } from './src/rows.ts'

const rowsAPage = 100
const pages = 100

/** The recorded page with its rows repeated until it has as many as a bank shows. */
function page(): string {
  const recorded = readFileSync(new URL('./src/banks/hooli/fixtures/history.html', import.meta.url), 'utf8')
  const body = /<tbody class="posted">(.*?)<\/tbody>/s.exec(recorded)?.[1] ?? ''
  const rows = body.match(/<tr>.*?<\/tr>/gs) ?? []
  const many = Array.from({ length: rowsAPage }, (_, index) => rows[index % rows.length] ?? '')
  return recorded.replace(body, many.join('\n'))
}

const html = page()
const columns = ['.date', '.description', '.reference', '.debit', '.credit', '.balance']

function selecting(parse: typeof load | typeof loadSlim): number {
  const $ = parse(html)
  const rows = $('tbody.posted tr').toArray()
  return rows.map((row) => columns.map((column) => $(row).find(column).text().trim())).length
}

const ways: Readonly<Record<string, () => number>> = {
  'cheerio, selecting each cell': () => selecting(load),
  'cheerio/slim, selecting each cell': () => selecting(loadSlim),
  'rows.ts, cells': () => readRows(html, historyPlan).groups.get('posted')?.length ?? 0,
  'rows.ts, cells and mapping to records': () =>
    toTransactions(readRows(html, historyPlan), () => new Error('row not read')).length,
}

for (const [way, read] of Object.entries(ways)) {
  for (let warm = 0; warm < 30; warm++) read()
  const start = performance.now()
  for (let count = 0; count < pages; count++) read()
  console.log(`${way}: ${Math.round(performance.now() - start)} ms for ${pages * rowsAPage} rows`)
}
