import { type RawBuilder, type SqlBool, sql } from 'kysely'

/** A column that must hold one of some values, or none of them. */
export interface Match<Column extends string = string> {
  readonly column: Column
  readonly negated: boolean
  readonly values: readonly string[]
}

/** The match as a condition on its column, or on `target`. Without values nothing is among them. */
export function matches(
  { column, negated, values }: Match,
  target?: RawBuilder<unknown>,
): RawBuilder<SqlBool> {
  if (values.length === 0) return sql<SqlBool>`${sql.lit(negated)}`
  const left = target ?? sql.ref(column)
  return negated ? sql<SqlBool>`${left} <> all(${values})` : sql<SqlBool>`${left} = any(${values})`
}
