import { catalogue, type ProblemName } from './catalogue.ts'
import type { Problem } from './problem.ts'

export interface ErrorSource {
  readonly parameter: string
  readonly pointer?: string
}

/** One item of the wire's error list (core §9.1). */
export interface ErrorItem {
  readonly type: 'error'
  readonly code: string
  readonly title: string
  readonly detail: string
  readonly source?: ErrorSource | null
}

export interface AppErrorOptions {
  /** Fills the blank of a catalogue text that has one. */
  readonly value?: string
  /** The parameter to blame, where the catalogue names none. */
  readonly source?: ErrorSource
  /** For the log only. */
  readonly internal?: string
  readonly cause?: unknown
  /** Seconds for `Retry-After`. */
  readonly retryAfter?: number
}

/** An expected failure. What the caller may read comes from the catalogue; `internal` goes to the log alone. */
export class AppError extends Error {
  override readonly name = 'AppError'
  readonly problem: ProblemName
  readonly status: number
  readonly item: ErrorItem
  readonly internal: string | undefined
  readonly retryAfter: number | undefined

  constructor(problem: ProblemName, options: AppErrorOptions = {}) {
    super(problem, { cause: options.cause })
    const entry: Problem = catalogue[problem]
    this.problem = problem
    this.status = entry.status
    this.item = toItem(entry, options)
    this.internal = options.internal
    this.retryAfter = options.retryAfter
  }
}

function toItem(entry: Problem, { value, source }: AppErrorOptions): ErrorItem {
  const blame = source ?? entry.source
  const item = {
    type: 'error' as const,
    code: entry.code,
    title: entry.title,
    detail: entry.detail.replace('{}', () => value ?? ''),
  }
  if (blame) return { ...item, source: { parameter: blame.parameter, pointer: blame.pointer ?? '' } }
  return entry.status === 403 ? { ...item, source: null } : item
}
