/** Builders and stand-ins for tests of connectors and of what uses them. Production code does not import this file. */
import type { BankHttp, BankRequest, BankResponse, Context, InstitutionEntry } from './contract.ts'
import type { AccountRecord, ProfileRecord, TransactionRecord } from './records.ts'

export function anInstitution(overrides: Partial<InstitutionEntry> = {}): InstitutionEntry {
  return {
    id: 'AU09999',
    name: 'Example Bank',
    shortName: 'Example',
    aliases: [],
    type: 'Test Bank',
    tier: '4',
    country: 'Australia',
    stage: 'live',
    serviceName: 'Personal Online Banking',
    serviceType: 'Test',
    color: '#0B5C3B',
    authorization: 'user',
    captions: { loginId: 'Customer number', password: 'Password' },
    scopes: ['account.basic', 'account.detail', 'transaction.detail'],
    ...overrides,
  }
}

export function anAccount(overrides: Partial<AccountRecord> = {}): AccountRecord {
  return {
    reference: 'everyday',
    name: 'Everyday',
    accountNo: '06200012345678',
    accountHolder: 'Pat Example',
    type: 'transaction',
    product: 'Everyday Account',
    currency: 'AUD',
    balance: 125_000,
    availableFunds: 125_000,
    creditLimit: null,
    ...overrides,
  }
}

export function aTransaction(overrides: Partial<TransactionRecord> = {}): TransactionRecord {
  return {
    status: 'posted',
    description: 'CORNER CAFE MANLY AU',
    reference: '',
    amount: -1_140,
    currency: 'AUD',
    balance: 125_000,
    class: 'payment',
    postDate: '2025-05-01',
    transactionDate: null,
    ...overrides,
  }
}

export function aProfile(overrides: Partial<ProfileRecord> = {}): ProfileRecord {
  return {
    fullName: 'Pat Example',
    firstName: 'Pat',
    lastName: 'Example',
    middleName: '',
    phoneNumbers: ['0400000000'],
    emailAddresses: ['pat@example.com'],
    physicalAddresses: [],
    ...overrides,
  }
}

/** A context of its own for each call, as another worker would have it. `http` has to be given: there is no default bank. */
export function aContext(options: {
  http: BankHttp
  origin?: string
  now?: Date
  signal?: AbortSignal
}): Context {
  const now = options.now ?? new Date('2025-05-03T02:00:00Z')
  return {
    http: options.http,
    origin: options.origin ?? 'https://banking.example.com',
    now: () => now,
    signal: options.signal ?? new AbortController().signal,
  }
}

/** An answer of a bank; a bare string is a 200 page. */
export function aPage(page: string | Partial<BankResponse>, url = ''): BankResponse {
  const given = typeof page === 'string' ? { text: page } : page
  return { status: 200, url, headers: { 'content-type': 'text/html; charset=utf-8' }, text: '', ...given }
}

export type RecordedPages = Readonly<
  Record<string, string | Partial<BankResponse> | ((request: BankRequest) => string | Partial<BankResponse>)>
>

/**
 * A bank that answers from recorded pages: `{ 'GET /login': '<html>…', 'POST /login': (request) => … }`. The key's path is
 * relative to `origin` and holds the query. A request that was not recorded answers 404.
 */
export function recordedBank(pages: RecordedPages, origin = 'https://banking.example.com'): BankHttp {
  return async (request) => {
    const path = request.url.startsWith(origin) ? request.url.slice(origin.length) : request.url
    const page = pages[`${request.method} ${path}`]
    if (page === undefined) return aPage({ status: 404, text: 'Not found' }, request.url)
    return aPage(typeof page === 'function' ? page(request) : page, request.url)
  }
}

/**
 * A bank reached over the network, for tests that run against a bank's real web server. Redirects are handed back, cookies
 * are not kept, and an origin that was not named is refused, as the contract asks of every `BankHttp`. `headers` go with
 * every request.
 */
export function networkBank(options: {
  origins: readonly string[]
  headers?: Readonly<Record<string, string>>
  timeoutMs?: number
}): BankHttp {
  return async (request) => {
    if (!options.origins.includes(new URL(request.url).origin)) throw new Error('not a registered origin')
    const response = await fetch(request.url, {
      method: request.method,
      redirect: 'manual',
      signal: AbortSignal.timeout(options.timeoutMs ?? 10_000),
      headers: { ...options.headers, ...request.headers },
      ...(request.body !== undefined && { body: request.body }),
    })
    const headers: Record<string, string | readonly string[]> = Object.fromEntries(response.headers)
    headers['set-cookie'] = response.headers.getSetCookie()
    return { status: response.status, url: request.url, headers, text: await response.text() }
  }
}

/** Same bank, with every request noted in `requests`. */
export function watched(http: BankHttp): { http: BankHttp; requests: BankRequest[] } {
  const requests: BankRequest[] = []
  return {
    requests,
    http: async (request) => {
      requests.push(request)
      return http(request)
    },
  }
}

/** Same bank, with every page changed on its way. */
export function altered(http: BankHttp, change: (response: BankResponse) => BankResponse): BankHttp {
  return async (request) => change(await http(request))
}
