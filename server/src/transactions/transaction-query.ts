import type { Clause } from '../http/filter.ts'
import { clauseHolds } from '../http/filter.ts'
import { type DayBound, dayBounds, touchesDay } from '../http/filter-dates.ts'
import { type TransactionFilter, transactionClasses } from './transactions.schemas.ts'

type Clauses = readonly Clause<TransactionFilter>[]

/** Which rows of an account are asked for, whatever the account. */
export interface RowQuery {
  readonly posted: boolean
  readonly pending: boolean
  /** Bounds of a posted row's day. For each statement one of its lists must hold whole. Pending rows have no day. */
  readonly posting: readonly DayBound[][][]
  /** The same for the day the person made it. */
  readonly making: readonly DayBound[][][]
  /** `undefined`: any. */
  readonly directions: readonly string[] | undefined
  readonly classes: readonly string[] | undefined
}

export interface Owner {
  readonly id: string
  readonly connection_id: string
  readonly institution_id: string
}

/** Whether the statements about account, connection and institution hold for an account. */
export function accountMatches(clauses: Clauses, account: Owner): boolean {
  const values: Partial<Record<TransactionFilter, string>> = {
    'account.id': account.id,
    'connection.id': account.connection_id,
    'institution.id': account.institution_id,
  }
  return clauses.every((clause) => {
    const value = values[clause.property]
    return value === undefined || clauseHolds(clause, value)
  })
}

/**
 * The statements about rows. Pending rows have no post date, so a date filter would never find them: they belong to every
 * range that touches the last seven days (data §8.3).
 */
export function toRowQuery(clauses: Clauses, now: Date): RowQuery {
  const about = (property: TransactionFilter) => clauses.filter((clause) => clause.property === property)
  const allowed = (property: TransactionFilter, values: readonly string[]) =>
    values.filter((value) => about(property).every((clause) => clauseHolds(clause, value)))
  const statuses = allowed('transaction.status', ['pending', 'posted'])
  const dates = about('transaction.postDate')
  const recent = lastDays(now).some((day) => dates.every((clause) => touchesDay(clause, day)))
  return {
    posted: statuses.includes('posted'),
    pending: statuses.includes('pending') && recent,
    posting: dates.map((clause) => dayBounds(clause)),
    making: about('transaction.transactionDate').map((clause) => dayBounds(clause)),
    directions: restricted(allowed('transaction.direction', directions), directions),
    classes: restricted(allowed('transaction.class', transactionClasses), transactionClasses),
  }
}

/** Whether the counters of the accounts answer how many rows there are. */
export const isCounted = ({ posting, making, directions, classes }: RowQuery): boolean =>
  posting.length === 0 && making.length === 0 && directions === undefined && classes === undefined

/** Whether no row can be asked for. */
export const isEmpty = ({ posted, pending, directions, classes }: RowQuery): boolean =>
  (!posted && !pending) || directions?.length === 0 || classes?.length === 0

const directions = ['debit', 'credit'] as const
const restricted = (allowed: readonly string[], all: readonly string[]) =>
  allowed.length === all.length ? undefined : allowed

const dayMs = 86_400_000
/** Eastern Australia is up to eleven hours ahead: a bank's today begins that early. */
const aheadMs = 11 * 3_600_000

function lastDays(now: Date): string[] {
  const today = new Date(now.getTime() + aheadMs)
  return Array.from({ length: 9 }, (_, i) => new Date(today.getTime() - i * dayMs).toISOString().slice(0, 10))
}
