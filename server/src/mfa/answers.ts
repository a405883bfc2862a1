import { AppError } from '../errors/app-error.ts'
import type { JsonObject } from '../http/body.ts'

/** Answers and length beyond which no bank asks. */
const mostAnswers = 20
const longest = 512

/** `mfa-response` of the body, trimmed; numbers are taken as text (core §8.2). @throws AppError mfa-missing, mfa-malformed */
export function readAnswers(body: JsonObject | undefined): string[] {
  const value = body?.['mfa-response']
  if (value === undefined || value === null) throw new AppError('mfa-missing')
  if (!Array.isArray(value)) throw new AppError('mfa-malformed')
  return checkAnswers(value)
}

/** @throws AppError mfa-malformed */
export function checkAnswers(values: readonly unknown[]): string[] {
  if (values.length > mostAnswers) throw new AppError('mfa-malformed')
  return values.map((value) => {
    const text = typeof value === 'number' ? String(value) : value
    if (typeof text !== 'string' || text.length > longest) throw new AppError('mfa-malformed')
    return text.trim()
  })
}
