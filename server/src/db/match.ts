import { type RawBuilder, type SqlBool, sql } from 'kysely'

/** A column that must hold one of some values, or none of them. */
export interface Match<Column extends string = string> {
  readonly column: Column
  readonly negated: boolean
  readonly values: readonly string[]
}

/** The match as a condition. Without values nothing is among them. */
export function matches({ column, negated, values }: Match): RawBuilder<SqlBool> {
  if (values.length === 0) return sql<SqlBool>`${sql.lit(negated)}`
  return negated
    ? sql<SqlBool>`${sql.ref(column)} <> all(${values})`
    : sql<SqlBool>`${sql.ref(column)} = any(${values})`
}
