import { AppError } from '../errors/app-error.ts'

const fields = ['orgName', 'orgRefID', 'orgRefType', 'orgType'] as const
const longest = { orgName: 200, orgRefID: 50, orgRefType: 50, orgType: 50 } as const

const orgTypes: ReadonlySet<string> = new Set([
  'Accountant',
  'Financial Broker',
  'Financial Advisor',
  'Legal Professional',
  'Tax Agent',
  'Financial Counselling Agency',
])

export interface AdviserClaims {
  readonly orgName: string
  readonly orgRefID: string
  readonly orgRefType: string
  readonly orgType: string
  readonly abnAcn?: string
}

/**
 * The trusted adviser named in a token request, or `undefined` when none is (core §2.4, c&d §7).
 * @throws AppError naming the field that is missing or wrong
 */
export function readAdviser(parameters: ReadonlyMap<string, string>): AdviserClaims | undefined {
  const abnAcn = parameters.get('abnAcn')
  if (abnAcn === undefined && !fields.some((name) => parameters.has(name))) return undefined
  const values = Object.fromEntries(fields.map((name) => [name, readField(parameters, name)])) as Record<
    (typeof fields)[number],
    string
  >
  if (!orgTypes.has(values.orgType)) throw invalid('orgType')
  if (abnAcn === undefined) return values
  const digits = abnAcn.replace(/\s/g, '')
  if (!isAbn(digits) && !isAcn(digits)) throw invalid('abnAcn')
  return { ...values, abnAcn: digits }
}

function readField(parameters: ReadonlyMap<string, string>, name: (typeof fields)[number]): string {
  const value = parameters.get(name)?.trim()
  if (!value) throw new AppError('adviser-missing', { value: name, source: { parameter: name } })
  if (value.length > longest[name] || value.includes('\0')) throw invalid(name)
  return value
}

const invalid = (name: string) =>
  new AppError('adviser-invalid', { value: name, source: { parameter: name } })

const weightedSum = (digits: string, weights: readonly number[]) =>
  weights.reduce((sum, weight, i) => sum + weight * Number(digits[i]), 0)

/** Australian Business Number: the first digit less one, weighted, divides by 89 (abr.business.gov.au). */
export function isAbn(digits: string): boolean {
  if (!/^[1-9][0-9]{10}$/.test(digits)) return false
  const lowered = `${Number(digits[0]) - 1}${digits.slice(1)}`
  return weightedSum(lowered, [10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19]) % 89 === 0
}

/** Australian Company Number: the ninth digit completes the weighted sum to ten (asic.gov.au). */
export function isAcn(digits: string): boolean {
  if (!/^[0-9]{9}$/.test(digits)) return false
  return (10 - (weightedSum(digits, [8, 7, 6, 5, 4, 3, 2, 1]) % 10)) % 10 === Number(digits[8])
}
