import { AppError } from '../errors/app-error.ts'
import type { ProblemName } from '../errors/catalogue.ts'
import { asId } from '../ids.ts'

const wellFormed = /^[0-9a-zA-Z-]{1,64}$/

/**
 * A path id. Impossible text is `invalid` (400); text that could be an id but names nothing of ours is `missing` (404),
 * so that old short ids answer like unknown ones (settled 10).
 */
export function pathId<T extends ReturnType<typeof asId>>(
  text: string | undefined,
  problems: { readonly invalid: ProblemName; readonly missing: ProblemName },
): NonNullable<T> {
  if (!text || !wellFormed.test(text)) throw new AppError(problems.invalid)
  const id = asId<NonNullable<T>>(text)
  if (!id) throw new AppError(problems.missing)
  return id
}

export const idProblems = {
  user: { invalid: 'user-id-invalid', missing: 'user-not-found' },
  consent: { invalid: 'consent-id-invalid', missing: 'consent-not-found' },
  policy: { invalid: 'policy-id-invalid', missing: 'policy-not-found' },
  connection: { invalid: 'connection-id-invalid', missing: 'connection-not-found' },
  job: { invalid: 'job-id-invalid', missing: 'job-not-found' },
  account: { invalid: 'account-id-invalid', missing: 'account-not-found' },
  transaction: { invalid: 'transaction-id-invalid', missing: 'transaction-not-found' },
  identity: { invalid: 'identity-id-invalid', missing: 'identity-not-found' },
  statement: { invalid: 'statement-id-invalid', missing: 'statement-not-found' },
} as const satisfies Record<string, { invalid: ProblemName; missing: ProblemName }>

/** `limit` of a paged list: 1 to 500, 500 when absent. A repeated parameter counts once, the last one. */
export function pageLimit(value: unknown): number {
  const text = Array.isArray(value) ? value.at(-1) : value
  if (text === undefined || text === '') return 500
  if (typeof text !== 'string' || !/^[0-9]{1,9}$/.test(text) || Number(text) < 1)
    throw new AppError('limit-invalid')
  if (Number(text) > 500) throw new AppError('limit-too-large')
  return Number(text)
}
