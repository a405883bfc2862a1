import { Type } from 'typebox'

const cents = Type.Integer({ minimum: -1e13, maximum: 1e13 })
const date = Type.String({ pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' })
const currency = Type.String({ pattern: '^[A-Z]{3}$' })
const filled = Type.String({ minLength: 1, pattern: '^\\S(.*\\S)?$' })
const closed = { additionalProperties: false }
const orNull = <const Schema extends Type.TSchema>(schema: Schema) => Type.Union([schema, Type.Null()])
const oneOf = (...values: readonly string[]) => Type.Union(values.map((value) => Type.Literal(value)))

/** `AccountRecord` as a schema. */
export const accountShape = Type.Object(
  {
    reference: filled,
    name: filled,
    accountNo: Type.String({ pattern: '^[0-9*xX]{4,}$' }),
    accountHolder: orNull(filled),
    type: oneOf(
      'transaction',
      'savings',
      'credit-card',
      'mortgage',
      'loan',
      'investment',
      'term-deposit',
      'insurance',
      'foreign',
      'unknown',
    ),
    product: filled,
    currency,
    balance: orNull(cents),
    availableFunds: orNull(cents),
    creditLimit: orNull(cents),
  },
  closed,
)

/** `TransactionRecord` as a schema. */
export const transactionShape = Type.Object(
  {
    status: oneOf('pending', 'posted'),
    description: filled,
    reference: Type.String(),
    amount: cents,
    currency,
    balance: orNull(cents),
    class: oneOf(
      'payment',
      'bank-fee',
      'cash-withdrawal',
      'transfer',
      'loan-interest',
      'refund',
      'direct-credit',
      'interest',
      'loan-repayment',
    ),
    postDate: orNull(date),
    transactionDate: orNull(date),
  },
  closed,
)

const text = Type.String()
const addressShape = Type.Object(
  {
    addressLine1: text,
    addressLine2: orNull(text),
    addressLine3: orNull(text),
    postcode: text,
    city: text,
    state: text,
    country: text,
    countryCode: text,
    formattedAddress: filled,
  },
  closed,
)

/** `ProfileRecord` as a schema. */
export const profileShape = Type.Object(
  {
    fullName: text,
    firstName: text,
    lastName: text,
    middleName: text,
    phoneNumbers: Type.Array(Type.String({ pattern: '^[+0-9]+$' })),
    emailAddresses: Type.Array(Type.String({ pattern: '^[^@\\s]+@[^@\\s]+$' })),
    physicalAddresses: Type.Array(addressShape),
    organisation: Type.Optional(
      Type.Object(
        {
          agentFirstName: text,
          agentLastName: text,
          agentRole: text,
          businessName: filled,
          legalName: text,
          shortName: text,
          abn: Type.String({ pattern: '^([0-9]{11})?$' }),
          acn: Type.String({ pattern: '^([0-9]{9})?$' }),
          organisationType: text,
          registeredCountry: Type.String({ pattern: '^([A-Z]{3})?$' }),
        },
        closed,
      ),
    ),
  },
  closed,
)

/** `StatementRecord` as a schema. */
export const statementShape = Type.Object(
  { reference: filled, account: orNull(filled), title: filled, from: date, to: date },
  closed,
)
