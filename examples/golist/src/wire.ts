/** The parts of Banksia's answers that the example reads. */

export interface List<T> {
  readonly type: 'list'
  readonly data: readonly T[]
  readonly size?: number
  readonly count?: number
  readonly links: { readonly self: string; readonly next?: string }
}

export interface TokenAnswer {
  readonly access_token: string
  readonly token_type: string
  readonly expires_in: number
}

export interface User {
  readonly id: string
  readonly email: string
}

export interface Consent {
  readonly id: string
  readonly status: 'active' | 'revoked' | 'expired'
  readonly created: string
  readonly expiryDate: string
  readonly links: {
    readonly self: string
    readonly consentPolicy: string
    readonly latestConsentPolicy: string
  }
}

export interface Policy {
  readonly id: string
}

export interface EventType {
  readonly id: string
  readonly description: string
}

export interface EventItem {
  readonly id: string
  readonly createdDate: string
  readonly entity: string
  readonly eventType: string
}

export interface Connection {
  readonly id: string
  readonly status: string
  readonly lastUsed?: string
  readonly institution: { readonly id: string }
}

export interface JobReference {
  readonly id: string
}

export type StepState = 'pending' | 'in-progress' | 'success' | 'failed'

export interface StepResult {
  readonly type?: string
  readonly url?: string
  readonly code?: string
  readonly title?: string
  readonly detail?: string
  readonly method?: string
  readonly description?: string
  readonly input?: readonly string[]
  readonly expiryMs?: number
  readonly links?: { readonly response?: string }
}

export interface Job {
  readonly id: string
  readonly status: StepState
  readonly steps: ReadonlyArray<{
    readonly title: string
    readonly status: StepState
    readonly result: StepResult | null
  }>
}

export interface Account {
  readonly id: string
  readonly name: string
  readonly accountNo: string
  readonly accountHolder: string | null
  readonly balance: string | null
  readonly availableFunds: string | null
  readonly currency: string
  readonly institution: string
  readonly class: { readonly type: string; readonly product: string }
  readonly status: string
}

export interface Transaction {
  readonly id: string
  readonly status: 'pending' | 'posted'
  readonly description: string
  readonly amount: string
  readonly balance: string | null
  readonly account: string
  readonly class: string
  readonly postDate: string | null
  readonly transactionDate: string | null
}
