import type { AccountType } from '@banksia/connector-kit'
import { changed, factsOf, type Page } from './page.ts'

/** Label and value pairs of one page, read strictly: what has to be there and is not means the bank changed. */
export interface Facts {
  /** Error: `institution-changed` when absent or empty. */
  text(label: string): string
  /** `''` when absent. */
  optional(label: string): string
  /** Value as `parse` reads it. Error: `institution-changed` when absent or not readable. */
  parsed<Value>(label: string, parse: (printed: string) => Value | undefined): Value
  /** As `parsed`, but `null` when the label is absent. */
  parsedOrNull<Value>(label: string, parse: (printed: string) => Value | undefined): Value | null
}

/** Facts of the list or table that `selector` finds on the page. Error: `institution-changed`. */
export function readFacts(page: Page, selector: string): Facts {
  return factsFrom(factsOf(page, selector), () => changed(page))
}

/** Facts from pairs; `failure` makes the error for a fact that is missing or not readable. */
export function factsFrom(pairs: ReadonlyMap<string, string>, failure: () => Error): Facts {
  const facts: Facts = {
    text(label) {
      const value = pairs.get(label)
      if (!value) throw failure()
      return value
    },
    optional: (label) => pairs.get(label) ?? '',
    parsed(label, parse) {
      const value = parse(facts.text(label))
      if (value === undefined) throw failure()
      return value
    },
    parsedOrNull: (label, parse) => (pairs.has(label) ? facts.parsed(label, parse) : null),
  }
  return facts
}

const accountTypes: ReadonlyMap<string, AccountType> = new Map([
  ['transaction account', 'transaction'],
  ['savings account', 'savings'],
  ['credit card', 'credit-card'],
  ['home loan', 'mortgage'],
  ['personal loan', 'loan'],
  ['term deposit', 'term-deposit'],
])

/** Account type from the words Australian banks use; `unknown` for a new one, which is no reason to fail. */
export function accountTypeOf(printed: string): AccountType {
  return accountTypes.get(printed.toLowerCase()) ?? 'unknown'
}

/** Account number without blanks and dashes; stars of a masked card stay. `undefined` when it is none. */
export function accountNoOf(printed: string): string | undefined {
  const bare = printed.replace(/[\s-]/g, '')
  return /^[0-9*xX]{4,}$/.test(bare) ? bare : undefined
}
