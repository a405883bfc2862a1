import type { AccountRecord, ProfileRecord, StatementRecord, TransactionPage } from './records.ts'

/** What a connector may use. Everything it touches arrives here, so that a test can hand in its own. */
export interface Context {
  /** HTTP that reaches the institution's registered origins and nothing else. */
  readonly http: BankHttp
  /** Origin of the institution's internet banking, for example `https://banking.example.com`. */
  readonly origin: string
  /** The application's time; connectors never read a clock of their own. */
  now(): Date
  /** Aborted when the job is cancelled or its time is up. */
  readonly signal: AbortSignal
}

export interface BankRequest {
  readonly method: 'GET' | 'POST'
  /** Absolute URL on a registered origin of the institution. */
  readonly url: string
  readonly headers?: Readonly<Record<string, string>>
  /** Form or text body, already encoded. */
  readonly body?: string
}

export interface BankResponse {
  readonly status: number
  readonly url: string
  /** Header names are lower case; `set-cookie` keeps one entry for each cookie. */
  readonly headers: Readonly<Record<string, string | readonly string[]>>
  readonly text: string
}

/**
 * One request, no redirect followed, no cookie kept: a connector's session does both, as data. Rejects when no whole answer
 * came (refused, timed out, cancelled, too large), which a session turns into `service-unavailable`.
 */
export type BankHttp = (request: BankRequest) => Promise<BankResponse>

/** What the person typed, by field name. Values are secret. */
export interface Login {
  readonly loginId: string
  readonly password: string
  readonly secondaryLoginId?: string
  readonly securityCode?: string
}

/** A question the bank asks before it lets the session in. */
export interface Challenge {
  readonly method: 'token' | 'security-questions'
  /** Sentence shown above the inputs. */
  readonly description: string
  /** One label for each answer, in the order the answers must come back. */
  readonly input: readonly string[]
}

/**
 * Result of `connect` and `resume`. `state` is plain JSON data: the server seals it, and any worker can go on with it.
 * A challenge is a result, not an exception, so that the runner has one path for every institution.
 */
export type Outcome<State> =
  | { readonly kind: 'connected'; readonly state: State }
  | { readonly kind: 'challenge'; readonly challenge: Challenge; readonly state: State }

export interface Fetched<State, Value> {
  readonly value: Value
  readonly state: State
}

export interface PageRequest {
  /** `AccountRecord.reference` of the account to read. */
  readonly account: string
  /** `undefined` for the newest page, else what the previous page gave as `next`. */
  readonly cursor?: string
}

/**
 * One way of reading one institution. A connector is stateless: it is handed its state, and gives the new one back.
 * It throws nothing but `ConnectorError`. Logging, timing, retrying and storing are the host's work.
 */
export interface Connector<State = unknown> {
  readonly institution: InstitutionEntry
  readonly method: 'web'
  connect(ctx: Context, login: Login): Promise<Outcome<State>>
  /** Present when the institution can challenge. A wrong answer is `ConnectorError('wrong-answer')`. */
  resume?(ctx: Context, state: State, answers: readonly string[]): Promise<Outcome<State>>
  fetchProfile(ctx: Context, state: State): Promise<Fetched<State, ProfileRecord>>
  fetchAccounts(ctx: Context, state: State): Promise<Fetched<State, readonly AccountRecord[]>>
  /** Newest first; pending rows come on the first page, before the posted ones. */
  fetchTransactions(ctx: Context, state: State, page: PageRequest): Promise<Fetched<State, TransactionPage>>
  /** Present when the institution lists statements (a fifth job step, `retrieve-statements`). */
  fetchStatements?(ctx: Context, state: State): Promise<Fetched<State, readonly StatementRecord[]>>
  /** Ends the session at the bank. */
  logout?(ctx: Context, state: State): Promise<void>
}

export type AuthorizationType = 'user' | 'user-mfa' | 'user-mfa-intermittent'

/** The institution as the catalogue shows it (`GET /connectors`, `GET /institutions`, Consent UI). */
export interface InstitutionEntry {
  /** `^[A-Z]{2}[0-9]{5}$` */
  readonly id: string
  readonly name: string
  readonly shortName: string
  /** Other names people type into the search box. */
  readonly aliases: readonly string[]
  readonly type:
    | 'Bank'
    | 'Bank (Foreign)'
    | 'Test Bank'
    | 'Credit Union'
    | 'Financial Services'
    | 'Superannuation'
    | 'Building Society'
    | 'Government'
  readonly tier: '1' | '2' | '3' | '4'
  readonly country: 'Australia' | 'New Zealand'
  readonly stage: 'live' | 'beta' | 'alpha'
  readonly serviceName: string
  readonly serviceType:
    | 'Personal Banking'
    | 'Business Banking'
    | 'Card Access'
    | 'Superannuation'
    | 'Government Services'
    | 'Test'
  /** Brand colour, `#RRGGBB`, at least 4.5:1 against white; the logo is drawn from it and `shortName`. */
  readonly color: string
  readonly authorization: AuthorizationType
  readonly captions: {
    readonly loginId: string
    readonly password: string
    readonly secondaryLoginId?: string
    readonly securityCode?: string
  }
  /** Path of the forgotten-password page on the institution's origin. */
  readonly forgottenPasswordPath?: string
  /** Consent scopes this connector can serve. */
  readonly scopes: readonly string[]
}
