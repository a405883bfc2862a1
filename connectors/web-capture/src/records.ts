import type {
  AccountRecord,
  AddressRecord,
  BankDate,
  OrganisationRecord,
  ProfileRecord,
  TransactionRecord,
} from '@banksia/connector-kit'
import { classOf } from './classify.ts'
import { accountNoOf, accountTypeOf, type Facts } from './facts.ts'
import type { Row } from './rows.ts'

/** How one bank prints amounts. */
export type CentsOf = (printed: string) => number | undefined

/** Account from the facts of its details page, labelled as most Australian banks do. */
export function accountFrom(facts: Facts, reference: string, centsOf: CentsOf): AccountRecord {
  return {
    reference,
    name: facts.text('Account name'),
    accountNo: facts.parsed('Account number', accountNoOf),
    accountHolder: facts.optional('Account holder') || null,
    type: accountTypeOf(facts.text('Account type')),
    product: facts.text('Product'),
    currency: facts.parsed('Currency', currencyOf),
    balance: facts.parsedOrNull('Balance', centsOf),
    availableFunds: facts.parsedOrNull('Available funds', centsOf),
    creditLimit: facts.parsedOrNull('Credit limit', centsOf),
  }
}

/** Person, and business where the login is one's, from the facts of a profile page. */
export function profileFrom(facts: Facts, address: AddressRecord | undefined): ProfileRecord {
  const phone = facts.optional('Mobile').replace(/[\s()-]/g, '')
  const email = facts.optional('Email')
  const organisation = organisationFrom(facts)
  return {
    fullName: facts.text('Full name'),
    firstName: facts.optional('First name'),
    lastName: facts.optional('Last name'),
    middleName: facts.optional('Middle name'),
    phoneNumbers: phone ? [phone] : [],
    emailAddresses: email ? [email] : [],
    physicalAddresses: address ? [address] : [],
    ...(organisation && { organisation }),
  }
}

function organisationFrom(facts: Facts): OrganisationRecord | undefined {
  const businessName = facts.optional('Business name')
  if (!businessName) return undefined
  return {
    businessName,
    agentFirstName: facts.optional('Agent first name'),
    agentLastName: facts.optional('Agent last name'),
    agentRole: facts.optional('Agent role'),
    legalName: facts.optional('Legal name'),
    shortName: facts.optional('Short name'),
    abn: facts.optional('ABN').replace(/\s/g, ''),
    acn: facts.optional('ACN').replace(/\s/g, ''),
    organisationType: facts.optional('Organisation type'),
    registeredCountry: alpha3(facts.optional('Registered country')),
  }
}

/** Parts of an address as a bank prints them; what it does not know is `''`. */
export interface AddressParts {
  readonly street: string
  readonly suburb: string
  readonly state: string
  readonly postcode: string
  readonly country: string
}

/** Address record with its one-line form: `13/91 Fisher Rd, Dee Why NSW 2099, Australia`. */
export function addressFrom(parts: AddressParts): AddressRecord {
  const { street, suburb, state, postcode, country } = parts
  const town = [suburb, state, postcode].filter((part) => part !== '').join(' ')
  return {
    addressLine1: street,
    addressLine2: null,
    addressLine3: null,
    postcode,
    city: suburb,
    state,
    country,
    countryCode: country === 'Australia' ? 'AU' : country === 'New Zealand' ? 'NZ' : '',
    formattedAddress: [street, town, country].filter((part) => part !== '').join(', '),
  }
}

/**
 * Address from its lines or comma-separated parts: street, where known, then `Dee Why NSW 2099`, then the country.
 * `undefined` when it does not read so.
 */
export function addressOfLines(lines: readonly string[]): AddressRecord | undefined {
  const town = /^(.+?) (ACT|NSW|NT|QLD|SA|TAS|VIC|WA)(?: ([0-9]{4}))?$/.exec(lines.at(-2) ?? '')
  if (!town) return undefined
  const [, suburb = '', state = '', postcode = ''] = town
  return addressFrom({
    street: lines.slice(0, -2).join(', '),
    suburb,
    state,
    postcode,
    country: lines.at(-1) ?? '',
  })
}

/** What a row of a history says; `balance` is `null` when the row shows none. */
export interface RowParts {
  readonly description: string
  readonly reference: string
  readonly amount: number
  readonly balance: number | null
  readonly date: BankDate
}

/** Transaction of a bank that shows one date: when it was made while pending, when it was posted afterwards. */
export function transactionFrom(status: 'pending' | 'posted', parts: RowParts): TransactionRecord {
  return {
    status,
    description: parts.description,
    reference: parts.reference,
    amount: parts.amount,
    // Statements print `$` for Australian dollars; `centsOf` does not read any other sign.
    currency: 'AUD',
    balance: parts.balance,
    class: classOf(parts.description, parts.amount),
    postDate: status === 'posted' ? parts.date : null,
    transactionDate: status === 'pending' ? parts.date : null,
  }
}

/** A history's rows, newest first, as the page has them. */
export interface HistoryRows {
  readonly pending: readonly Row[] | undefined
  readonly posted: readonly Row[] | undefined
}

/** Every row read, pending before posted. A single row that `read` cannot read is `failure`: rows are never left out. */
export function transactionsFrom(
  rows: HistoryRows,
  read: (status: 'pending' | 'posted', row: Row) => TransactionRecord | undefined,
  failure: () => Error,
): TransactionRecord[] {
  return (['pending', 'posted'] as const).flatMap((status) =>
    (rows[status] ?? []).map((row) => {
      const transaction = read(status, row)
      if (!transaction) throw failure()
      return transaction
    }),
  )
}

function currencyOf(printed: string): string | undefined {
  return /^[A-Z]{3}$/.test(printed) ? printed : undefined
}

function alpha3(country: string): string {
  if (country === 'Australia') return 'AUS'
  return country === 'New Zealand' ? 'NZL' : country
}
