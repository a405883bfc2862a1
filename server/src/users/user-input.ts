import { AppError } from '../errors/app-error.ts'
import type { BusinessDetails, UserFields } from './users.schemas.ts'

type Body = Readonly<Record<string, unknown>>

const names = ['firstName', 'middleName', 'lastName'] as const
const businessTexts = ['businessName', 'businessIdNo', 'verificationDate'] as const
const addressTexts = ['addressLine1', 'addressLine2', 'suburb', 'state', 'postcode', 'countryCode'] as const
const longest = 255

export type UserChange = Partial<Omit<UserFields, 'business'>> & { readonly business: BusinessDetails }

/**
 * The members of a posted user that were supplied, checked and normalised. A blank text is supplied and empty: on
 * create that is the same as absent, on update it clears the member (core §4.1, §4.4).
 * @throws AppError user-malformed, user-email-invalid, user-mobile-invalid, user-business-type-invalid
 */
export function readUser(body: Body): UserChange {
  const email = readEmail(body['email'])
  const mobile = readMobile(body['mobile'])
  const texts: Partial<Record<(typeof names)[number], string>> = {}
  for (const name of names) {
    const text = readText(body[name])
    if (text !== undefined) texts[name] = text
  }
  return {
    ...(email !== undefined && { email }),
    ...(mobile !== undefined && { mobile }),
    ...texts,
    business: readBusiness(body),
  }
}

function readText(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined
  if (typeof value !== 'string' || value.length > longest) throw new AppError('user-malformed')
  return value.trim()
}

const emailForm = /^[^\s@<>(),;:"[\]\\]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,62})\.)+[a-z0-9-]{2,63}$/i

function readEmail(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined
  const email = typeof value === 'string' ? value.trim() : undefined
  if (email === '') return ''
  if (email === undefined || email.length > 254 || !emailForm.test(email))
    throw new AppError('user-email-invalid')
  return email
}

function readMobile(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined
  const mobile = normaliseMobile(value)
  if (mobile === undefined) throw new AppError('user-mobile-invalid')
  return mobile
}

/**
 * A mobile number without blanks; Australian ones in international form. A JSON number is taken too. Empty text stays
 * empty; `undefined` is not a number.
 */
export function normaliseMobile(value: unknown): string | undefined {
  const text = typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : value
  if (typeof text !== 'string' || text.length > 64) return undefined
  const digits = text.replace(/\s/g, '')
  if (digits === '') return ''
  if (!/^\+?[0-9]{8,15}$/.test(digits)) return undefined
  if (/^04[0-9]{8}$/.test(digits)) return `+61${digits.slice(1)}`
  return /^614[0-9]{8}$/.test(digits) ? `+${digits}` : digits
}

function readBusiness(body: Body): BusinessDetails {
  const business: BusinessDetails = {}
  for (const name of businessTexts) {
    const text = readText(body[name])
    if (text !== undefined) business[name] = text
  }
  const type = readText(body['businessIdNoType'])
  if (type === 'ABN' || type === 'ACN') business.businessIdNoType = type
  else if (type) throw new AppError('user-business-type-invalid')
  const verified = body['verificationStatus'] ?? undefined
  if (verified !== undefined && typeof verified !== 'boolean') throw new AppError('user-malformed')
  if (verified !== undefined) business.verificationStatus = verified
  const address = readAddress(body['businessAddress'])
  if (address) business.businessAddress = address
  return business
}

function readAddress(value: unknown): BusinessDetails['businessAddress'] {
  if (value === undefined || value === null || value === '') return undefined
  if (typeof value !== 'object' || Array.isArray(value)) throw new AppError('user-malformed')
  const address: NonNullable<BusinessDetails['businessAddress']> = {}
  for (const name of addressTexts) {
    const text = readText((value as Body)[name])
    if (text !== undefined) address[name] = text
  }
  return address
}

/** Business members with the changes applied; a member that was blanked is no longer served. */
export function mergeBusiness(present: BusinessDetails, change: BusinessDetails): BusinessDetails {
  return Object.fromEntries(
    Object.entries({ ...present, ...change }).filter(([, value]) => value !== '' && value !== undefined),
  )
}
