import type { KeyObject } from 'node:crypto'
import type { Application } from '../applications/applications.types.ts'
import type { Clock } from '../clock.ts'
import type { Db } from '../db/database.ts'
import { AppError } from '../errors/app-error.ts'
import { parseFilter } from '../http/filter.ts'
import type { Links } from '../http/links.ts'
import { pageLimit } from '../http/params.ts'
import type { ConsentId, TransactionId, UserId } from '../ids.ts'
import { type ConsentKey, KeyDestroyed, type Vault } from '../vault/vault.ts'
import { type Cursor, decodeCursor, encodeCursor } from './transaction-cursor.ts'
import { joinRows, openSlices, type RowEnds, rowEnds } from './transaction-page.ts'
import { accountMatches, isCounted, isEmpty, type RowQuery, toRowQuery } from './transaction-query.ts'
import { transactionFilters } from './transactions.schemas.ts'
import * as store from './transactions.store.ts'

export interface TransactionsDeps {
  readonly db: Db
  readonly clock: Clock
  readonly vault: Pick<Vault, 'key'>
  readonly links: Links
  /** Authenticates cursors. */
  readonly cursorKey: KeyObject
}

export interface ListRequest {
  readonly userId: UserId
  /** The query string's members, as they came. */
  readonly query: Readonly<Record<string, unknown>>
  /** Path and query of the request. */
  readonly self: string
}

export type TransactionsService = ReturnType<typeof createTransactionsService>

/** What one page is of: from the request, or from the cursor of the page before. */
interface Listing {
  readonly limit: number
  readonly filters: readonly string[]
  readonly after: Cursor | undefined
}

/** Reading of transactions (data §8). */
export function createTransactionsService({ db, clock, vault, links, cursorKey }: TransactionsDeps) {
  /** @throws AppError user-not-found, transactions-not-consented */
  async function sharedBy(application: Application, userId: UserId): Promise<store.Shared> {
    const shared = await store.readShared(db, application.id, userId)
    if (!shared) throw new AppError('user-not-found', { internal: `user ${userId}` })
    // Only while a consent is active: without one the list is empty (settled 7).
    if (shared.consentId && !shared.scopes.includes('transaction.detail')) {
      throw new AppError('transactions-not-consented')
    }
    return shared
  }

  /** `undefined` when the key is gone: what it sealed is as good as deleted. */
  async function keyOf(application: Application, consentId: ConsentId): Promise<ConsentKey | undefined> {
    try {
      return await vault.key(application.id, consentId)
    } catch (error) {
      if (error instanceof KeyDestroyed) return undefined
      throw error
    }
  }

  function readListing(application: Application, { userId, query }: ListRequest): Listing {
    const next = lastOf(query['next'])
    const after = next === undefined ? undefined : decodeCursor(cursorKey, [application.id, userId], next)
    const limit = after && lastOf(query['limit']) === undefined ? after.limit : pageLimit(query['limit'])
    return { limit, after, filters: after?.filters ?? filterTexts(query['filter']) }
  }

  async function list(application: Application, request: ListRequest): Promise<Buffer> {
    const { consentId, accounts: shared } = await sharedBy(application, request.userId)
    const listing = readListing(application, request)
    const clauses = parseFilter(listing.filters, transactionFilters)
    const query = toRowQuery(clauses, clock.now(application))
    const key = consentId && (await keyOf(application, consentId))
    const self = links.to(request.self)
    if (!consentId || !key) return joinRows(headOf(0, 0), [], tailOf({ self }))

    const accounts = isEmpty(query) ? [] : shared.filter((account) => accountMatches(clauses, account))
    const size = listing.after?.size ?? (await sizeOf(application, accounts, query))
    const found = await findPage(db, application, accounts, query, listing)
    const ends = new Map<string, RowEnds>(
      accounts.map((account) => [account.id, rowEnds(request.userId, account, links)]),
    )
    const rows = openSlices(found.slices, key, (id) => ends.get(id) ?? unreachable())
    const next =
      found.more && found.last && nextLink(application, request.userId, accounts, listing, size, found.last)
    return joinRows(headOf(found.count, size), rows, tailOf(next ? { self, next } : { self }))
  }

  async function sizeOf(application: Application, accounts: readonly store.ListedAccount[], query: RowQuery) {
    if (accounts.length === 0) return 0
    if (!isCounted(query)) return store.count(db, application.id, idsOf(accounts), query)
    const counted = ({ posted_count, pending_count }: store.ListedAccount) =>
      (query.posted ? posted_count : 0) + (query.pending ? pending_count : 0)
    return accounts.reduce((total, account) => total + counted(account), 0)
  }

  /** Complete: the cursor with the filter and limit it continues (data §8.1). */
  function nextLink(
    application: Application,
    userId: UserId,
    accounts: readonly store.ListedAccount[],
    { limit, filters }: Listing,
    size: number,
    { accountId, sortDate, seq }: NonNullable<store.Page['last']>,
  ): string {
    const account = accounts.find(({ id }) => id === accountId)?.seq ?? unreachable()
    const cursor = { account, sortDate, seq, limit, size, filters }
    const next = encodeCursor(cursorKey, [application.id, userId], cursor)
    const filter = filters.map((text) => `&filter=${encoded(text)}`).join('')
    return links.to(`/users/${userId}/transactions?limit=${limit}${filter}&next=${next}`)
  }

  return {
    /**
     * A page of the list as JSON.
     * @throws AppError user-not-found, transactions-not-consented, limit-invalid, limit-too-large, next-invalid,
     * filter-invalid, post-date-invalid
     */
    list,

    /** One transaction's JSON. @throws AppError user-not-found, transactions-not-consented, transaction-not-found */
    async read(application: Application, userId: UserId, id: TransactionId): Promise<Buffer> {
      const { consentId } = await sharedBy(application, userId)
      const row = consentId && (await store.find(db, application.id, userId, consentId, id))
      const key = row && (await keyOf(application, consentId))
      if (!row || !key) throw new AppError('transaction-not-found', { internal: `transaction ${id}` })
      const { block, block_start, block_end, sealed_fragments: sealed } = row
      const slice = {
        accountId: row.id,
        block,
        sealed,
        places: [1],
        starts: [block_start],
        ends: [block_end],
      }
      return joinRows(
        '',
        openSlices([slice], key, () => rowEnds(userId, row, links)),
        '',
      )
    },
  }
}

/** Account after account: the one the last page ended in from there on, then the others from their first row. */
async function findPage(
  db: Db,
  application: Application,
  accounts: readonly store.ListedAccount[],
  query: RowQuery,
  { limit, after }: Listing,
): Promise<store.Page> {
  const [current, ...others] = after ? accounts.filter(({ seq }) => seq >= after.account) : accounts
  if (!current) return { slices: [], count: 0, last: undefined, more: false }
  const inside = after?.account === current.seq ? after : undefined
  const ids = idsOf([current, ...others])
  // Without a position to start from, one statement reaches over all accounts; so it does when only one is left.
  if (!inside || others.length === 0)
    return store.page(db, application.id, ids, { query, after: inside, limit })
  const first = await store.page(db, application.id, [current.id], { query, after: inside, limit })
  if (first.more) return first
  const room = limit - first.count
  // When the page is full already, one row tells whether another page follows.
  const rest = await store.page(db, application.id, idsOf(others), { query, limit: Math.max(1, room) })
  return room === 0 ? { ...first, more: rest.count > 0 } : joined(first, rest)
}

/** Two runs of rows as one page. */
function joined(first: store.Page, rest: store.Page): store.Page {
  const moved = rest.slices.map((slice) => ({
    ...slice,
    places: slice.places.map((place) => place + first.count),
  }))
  return {
    slices: [...first.slices, ...moved],
    count: first.count + rest.count,
    last: rest.last ?? first.last,
    more: rest.more,
  }
}

const idsOf = (accounts: readonly store.ListedAccount[]) => accounts.map(({ id }) => id)

/** A repeated parameter counts once, the last one; an empty one is none. */
function lastOf(value: unknown): unknown {
  const last = Array.isArray(value) ? value.at(-1) : value
  return last === '' ? undefined : last
}

/** @throws AppError filter-invalid */
function filterTexts(raw: unknown): string[] {
  const texts: unknown[] = raw === undefined ? [] : Array.isArray(raw) ? raw : [raw]
  return texts.map((text) => {
    if (typeof text !== 'string') throw new AppError('filter-invalid')
    return text
  })
}

/** All of RFC 3986's reserved characters, also those that `encodeURIComponent` leaves alone. */
const encoded = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)

const headOf = (count: number, size: number) => `{"type":"list","count":${count},"size":${size},"data":[`
const tailOf = (listLinks: { readonly self: string; readonly next?: string }) =>
  `],"links":${JSON.stringify(listLinks)}}`

function unreachable(): never {
  throw new Error('a row of an account that was not asked for')
}
