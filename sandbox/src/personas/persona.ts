import type { AccountPlan } from '../ledger/entry.ts'

export interface Address {
  readonly street?: string
  readonly suburb: string
  readonly state: string
  readonly postcode?: string
}

export interface Person {
  readonly firstName: string
  readonly middleName?: string
  readonly lastName: string
  readonly phone: string
  readonly email: string
  readonly address: Address
}

export interface Organisation {
  readonly businessName: string
  readonly legalName: string
  readonly shortName: string
  readonly abn: string
  readonly acn: string
  readonly organisationType: string
  readonly registeredCountry: string
  readonly agentRole: string
}

export interface Question {
  readonly label: string
  /** Right answers. `bank-id` stands for the id of the bank that asks. */
  readonly answers: readonly string[]
}

/** What a bank that challenges asks this login. */
export type ChallengePlan =
  | { readonly method: 'code'; readonly question: Question }
  | { readonly method: 'questions'; readonly questions: readonly Question[] }

/** A login that the bank never lets in, and why. */
export type Refusal = 'locked' | 'notice' | 'unavailable'

export interface Persona {
  readonly loginId: string
  readonly password: string
  readonly person: Person
  readonly organisation?: Organisation
  readonly challenge: ChallengePlan
  readonly refusal?: Refusal
  readonly accounts: readonly AccountPlan[]
}

export const oneTimeCode: ChallengePlan = {
  method: 'code',
  question: { label: 'OTP Password', answers: ['1234'] },
}

export const firstCompany: ChallengePlan = {
  method: 'questions',
  questions: [{ label: "What's your first company?", answers: ['Hooli'] }],
}

export const favouriteCompany: ChallengePlan = {
  method: 'questions',
  questions: [
    { label: "What's your favourite company?", answers: ['Basiq'] },
    { label: "What's the ID of this institution?", answers: ['AU00000', 'bank-id'] },
  ],
}
