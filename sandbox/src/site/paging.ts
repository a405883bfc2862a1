import { compareMoments, type Moment } from '../calendar.ts'
import type { KeyedRow, RowKey } from '../ledger/ledger.ts'
import type { Bank } from './bank.ts'

export const pageSize = 100

export type Query = Readonly<Record<string, unknown>>

/** Which rows a history link asks for. */
export interface PageAsk {
  readonly first: boolean
  /** Rows are shown as they were at this moment, so that rows posted meanwhile do not move the pages. */
  readonly asOf: Moment
  readonly skip: number
  readonly before: RowKey | undefined
}

const momentPattern = /^(\d{1,6})-(\d{1,5})$/
const keyPattern = /^(\d{1,6})-(\d{1,6})$/

const readMoment = (text: unknown, now: Moment): Moment => {
  const match = typeof text === 'string' ? momentPattern.exec(text) : null
  if (match === null) return now
  const moment = { day: Number(match[1]), second: Number(match[2]) }
  return compareMoments(moment, now) < 0 ? moment : now
}

const readCount = (text: unknown): number => {
  const count = typeof text === 'string' && /^\d{1,7}$/.test(text) ? Number(text) : 0
  return Math.max(0, count)
}

/** Reads a link's query; what cannot be read means the first page. */
export const readPage = (paging: Bank['paging'], query: Query, now: Moment): PageAsk => {
  switch (paging) {
    case 'page': {
      const page = Math.max(1, readCount(query['page']))
      return {
        first: page === 1,
        asOf: readMoment(query['as'], now),
        skip: (page - 1) * pageSize,
        before: undefined,
      }
    }
    case 'start': {
      const skip = readCount(query['start'])
      return { first: skip === 0, asOf: readMoment(query['as'], now), skip, before: undefined }
    }
    case 'older': {
      const match = typeof query['older'] === 'string' ? keyPattern.exec(query['older']) : null
      const before = match === null ? undefined : { month: Number(match[1]), index: Number(match[2]) }
      return { first: before === undefined, asOf: now, skip: 0, before }
    }
  }
}

/** A page of rows, and whether there are older ones. */
export const takePage = (
  rows: Iterable<KeyedRow>,
  ask: PageAsk,
): { readonly rows: readonly KeyedRow[]; readonly more: boolean } => {
  const page: KeyedRow[] = []
  let skip = ask.skip
  for (const row of rows) {
    const { before } = ask
    if (before && (row.month > before.month || (row.month === before.month && row.index >= before.index)))
      continue
    if (skip > 0) {
      skip -= 1
      continue
    }
    if (page.length === pageSize) return { rows: page, more: true }
    page.push(row)
  }
  return { rows: page, more: false }
}

/** Query of the link to the next page. */
export const nextQuery = (paging: Bank['paging'], ask: PageAsk, last: RowKey): string => {
  const as = `${ask.asOf.day}-${ask.asOf.second}`
  const shown = ask.skip + pageSize
  switch (paging) {
    case 'page':
      return `page=${shown / pageSize + 1}&as=${as}`
    case 'start':
      return `start=${shown}&as=${as}`
    case 'older':
      return `older=${last.month}-${last.index}`
  }
}
