/** Calendar date at the bank, `YYYY-MM-DD`. */
export type BankDate = string

export type AccountType =
  | 'transaction'
  | 'savings'
  | 'credit-card'
  | 'mortgage'
  | 'loan'
  | 'investment'
  | 'term-deposit'
  | 'insurance'
  | 'foreign'
  | 'unknown'

export type TransactionClass =
  | 'payment'
  | 'bank-fee'
  | 'cash-withdrawal'
  | 'transfer'
  | 'loan-interest'
  | 'refund'
  | 'direct-credit'
  | 'interest'
  | 'loan-repayment'

/** One account as the bank shows it. Amounts are integer cents; what is owed is negative. */
export interface AccountRecord {
  /** The bank's own handle for the account, stable across sessions. */
  readonly reference: string
  readonly name: string
  /** Digits, no blanks. Cards may come masked by the bank. */
  readonly accountNo: string
  readonly accountHolder: string | null
  readonly type: AccountType
  readonly product: string
  readonly currency: string
  readonly balance: number | null
  readonly availableFunds: number | null
  readonly creditLimit: number | null
}

export interface TransactionRecord {
  readonly status: 'pending' | 'posted'
  readonly description: string
  readonly reference: string
  /** Signed integer cents: a debit is negative. */
  readonly amount: number
  readonly currency: string
  /** Running balance after the row, integer cents; `null` when the bank shows none. */
  readonly balance: number | null
  readonly class: TransactionClass
  /** Date posted; `null` while pending. */
  readonly postDate: BankDate | null
  /** Date the person made it; the bank shows it for pending rows. */
  readonly transactionDate: BankDate | null
}

/** Rows newest first. `next` is absent on the last page. */
export interface TransactionPage {
  readonly transactions: readonly TransactionRecord[]
  readonly next?: string
}

export interface AddressRecord {
  readonly addressLine1: string
  readonly addressLine2: string | null
  readonly addressLine3: string | null
  readonly postcode: string
  readonly city: string
  readonly state: string
  readonly country: string
  readonly countryCode: string
  readonly formattedAddress: string
}

export interface OrganisationRecord {
  readonly agentFirstName: string
  readonly agentLastName: string
  readonly agentRole: string
  readonly businessName: string
  readonly legalName: string
  readonly shortName: string
  readonly abn: string
  readonly acn: string
  readonly organisationType: string
  readonly registeredCountry: string
}

export interface ProfileRecord {
  readonly fullName: string
  readonly firstName: string
  readonly lastName: string
  readonly middleName: string
  readonly phoneNumbers: readonly string[]
  readonly emailAddresses: readonly string[]
  readonly physicalAddresses: readonly AddressRecord[]
  /** Present when the login is a business's. */
  readonly organisation?: OrganisationRecord
}

/** A statement the bank lists for download. */
export interface StatementRecord {
  readonly reference: string
  /** `AccountRecord.reference` it belongs to, `null` for the whole profile. */
  readonly account: string | null
  readonly title: string
  readonly from: BankDate
  readonly to: BankDate
}
