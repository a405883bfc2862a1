import type { Cents } from '../ledger/entry.ts'
import type { KeyedRow, PendingRow } from '../ledger/ledger.ts'
import type { ChallengePlan, Persona } from '../personas/persona.ts'
import type { Html } from './html.ts'

/** An account as its owner sees it. */
export interface AccountView {
  /** The bank's handle, used in links; stable. */
  readonly reference: string
  readonly name: string
  readonly accountNo: string
  readonly holder: string
  readonly typeName: string
  readonly product: string
  readonly balance: Cents
  readonly available: Cents
  readonly limit: Cents | undefined
}

export interface HistoryView {
  readonly account: AccountView
  /** Empty but on the first page. */
  readonly pending: readonly PendingRow[]
  readonly posted: readonly KeyedRow[]
  /** Link to the page of older rows. */
  readonly next: string | undefined
  readonly first: boolean
}

export interface StatementView {
  readonly title: string
  readonly accountNo: string
  readonly from: number
  readonly to: number
  readonly reference: string
}

/** What every page behind the login needs. */
export interface Shell {
  readonly token: string
  readonly customer: string
}

export interface FormView {
  readonly token: string
  readonly alert?: string
}

export interface LoginView extends FormView {
  readonly loginId?: string
  /** Why the person is here again. */
  readonly status?: string
}

export interface ChallengeView extends FormView {
  readonly prompt: string
  /** Labels of the inputs, in order. */
  readonly labels: readonly string[]
}

export type MessagePage =
  | 'locked'
  | 'unavailable'
  | 'maintenance'
  | 'forbidden'
  | 'not-found'
  | 'bad-request'
  | 'forgotten'

/** The pages of one bank. Whole documents. */
export interface Pages {
  login(view: LoginView): Html
  /** Present at banks that challenge. */
  challenge?(method: ChallengePlan['method'], view: ChallengeView): Html
  accounts(shell: Shell, accounts: readonly AccountView[]): Html
  account(shell: Shell, account: AccountView): Html
  history(shell: Shell, view: HistoryView): Html
  profile(shell: Shell, persona: Persona): Html
  /** Present at banks that list statements. */
  statements?(shell: Shell, statements: readonly StatementView[]): Html
  notice(shell: Shell, alert?: string): Html
  message(page: MessagePage): Html
}

/** Paths under the bank's base. `account` and `history` may name `:ref`, else the reference is the query's `no`. */
export interface BankPaths {
  readonly login: string
  readonly code?: string
  readonly questions?: string
  readonly accounts: string
  readonly account: string
  readonly history: string
  readonly profile: string
  readonly statements?: string
  readonly logout: string
  readonly forgotten: string
  readonly locked: string
  readonly notice: string
}

export interface BankFields {
  readonly token: string
  readonly loginId: string
  readonly password: string
  /** Names of the answers' inputs, in order. */
  readonly answers: Readonly<Record<ChallengePlan['method'], readonly string[]>>
  readonly accept: string
}

/** One bank: its place on the origin, its rules and its pages. */
export interface Bank {
  /** Institution id, `AU00000`. */
  readonly id: string
  readonly name: string
  /** First word of its products. */
  readonly brand: string
  /** Path under which everything of this bank lies. */
  readonly base: string
  readonly cookie: string
  readonly challenges: 'never' | 'always' | 'every-second-login'
  readonly paging: 'page' | 'older' | 'start'
  readonly paths: BankPaths
  readonly fields: BankFields
  readonly pages: Pages
  readonly style: string
}

export const linkTo = (bank: Pick<Bank, 'base'>, path: string, reference?: string): string => {
  const whole = bank.base + path
  if (reference === undefined) return whole
  return whole.includes(':ref')
    ? whole.replace(':ref', encodeURIComponent(reference))
    : `${whole}?no=${encodeURIComponent(reference)}`
}

/** Label and value pairs of an account's details, the same words at every bank; only the formats differ. */
export const accountFacts = (
  account: AccountView,
  money: (amount: Cents) => string,
): readonly (readonly [string, string])[] => [
  ['Account name', account.name],
  ['Account number', account.accountNo],
  ['Account holder', account.holder],
  ['Account type', account.typeName],
  ['Product', account.product],
  ['Currency', 'AUD'],
  ['Balance', money(account.balance)],
  ['Available funds', money(account.available)],
  ...(account.limit === undefined ? [] : [['Credit limit', money(account.limit)] as const]),
]

/** Label and value pairs of a profile, but for the address. */
export const profileFacts = ({ person, organisation }: Persona): readonly (readonly [string, string])[] => {
  const { firstName, middleName, lastName } = person
  const pairs: (readonly [string, string | undefined])[] = [
    ['Full name', [firstName, middleName, lastName].filter((name) => name !== undefined).join(' ')],
    ['First name', firstName],
    ['Middle name', middleName],
    ['Last name', lastName],
    ['Mobile', person.phone],
    ['Email', person.email],
    ['Business name', organisation?.businessName],
    ['Legal name', organisation?.legalName],
    ['Short name', organisation?.shortName],
    ['ABN', organisation?.abn],
    ['ACN', organisation?.acn],
    ['Organisation type', organisation?.organisationType],
    ['Registered country', organisation?.registeredCountry],
    ['Agent first name', organisation && firstName],
    ['Agent last name', organisation && lastName],
    ['Agent role', organisation?.agentRole],
  ]
  return pairs.filter((pair): pair is readonly [string, string] => pair[1] !== undefined)
}

/** `Dee Why NSW 2099`; parts the bank does not know are left out. */
export const localityLine = ({ person: { address } }: Persona): string =>
  [address.suburb, address.state, address.postcode].filter((part) => part !== undefined).join(' ')
