import type { TransactionRecord } from '@banksia/connector-kit'
import type { Tx } from '../db/database.ts'
import { type AccountId, type ApplicationId, type ConnectionId, newId } from '../ids.ts'
import type { ConsentKey } from '../vault/vault.ts'
import * as store from './intake.store.ts'
import { postedIds } from './row-ids.ts'
import {
  blockPurpose,
  blockSize,
  directionOf,
  type OpenBlock,
  packRows,
  rowFragment,
} from './transaction-blocks.ts'

export interface Intake {
  readonly applicationId: ApplicationId
  readonly connectionId: ConnectionId
  readonly accountId: AccountId
  readonly key: ConsentKey
  /** Keys the ids of this account's posted rows. */
  readonly accountKey: Buffer
  readonly at: Date
  readonly initialRetrievalDays: number | null
  /** Whether the rows reach back to {@link stopBefore}, or to the bank's first. */
  readonly complete: boolean
}

interface Interval {
  /** Newest day of which everything was read. */
  readonly interval_to: string | null
}

/** Banks book some rows days late, with the date they belong to. */
const lateDays = 7

/**
 * The oldest day (`YYYY-MM-DD`) a reading has to cover: the first reading goes back as far as was consented, later ones
 * overlap with what is there. `null`: everything.
 */
export function stopBefore(
  { interval_to }: Interval,
  at: Date,
  initialRetrievalDays: number | null,
): string | null {
  if (interval_to !== null) return daysBefore(new Date(`${interval_to}T00:00:00Z`), lateDays)
  return initialRetrievalDays === null ? null : daysBefore(at, initialRetrievalDays)
}

function daysBefore(date: Date, days: number): string {
  return new Date(date.getTime() - days * 86_400_000).toISOString().slice(0, 10)
}

type Posted = TransactionRecord & { readonly postDate: string }

/** Stores rows (newest first) as {@link Intake} describes. @throws Error when the account is not there */
export async function takeIn(
  tx: Tx,
  intake: Intake,
  rows: readonly TransactionRecord[],
): Promise<{ added: number; removed: number }> {
  const { applicationId, accountId, connectionId, at } = intake
  const ledger = await store.lockLedger(tx, applicationId, connectionId, accountId)
  if (!ledger) throw new Error('transactions of an account that is not there')
  const removed = await store.removePending(tx, applicationId, accountId)
  const posted = wholeDays(rows, stopBefore(ledger, at, intake.initialRetrievalDays), intake.complete)
  const freshPosted = await packPosted(tx, intake, ledger, posted)
  const pending = packPending(
    rows.filter(({ status }) => status === 'pending').toReversed(),
    freshPosted.nextBlock,
  )
  const blocks = [...freshPosted.blocks, ...pending.blocks].map(({ number, plain }) => ({
    number,
    box: intake.key.seal(blockPurpose(accountId, number), plain),
  }))
  await store.writeBlocks(tx, applicationId, accountId, blocks)
  const fresh = [...freshPosted.rows, ...pending.rows]
  await store.insertRows(tx, applicationId, accountId, ledger.next_seq, fresh)
  await store.saveLedger(tx, applicationId, accountId, {
    ...grownInterval(ledger, posted, intake.complete),
    next_seq: ledger.next_seq + fresh.length,
    next_block: pending.nextBlock,
    open_block: freshPosted.open,
    addedPosted: freshPosted.rows.length,
    pending: pending.rows.length,
    at,
  })
  return { added: fresh.length, removed }
}

/** Posted rows, oldest first, of days that were read to their end. */
function wholeDays(rows: readonly TransactionRecord[], from: string | null, complete: boolean): Posted[] {
  const posted = rows
    .filter((row): row is Posted => row.status === 'posted' && row.postDate !== null)
    .toReversed()
  const sorted = posted.sort((a, b) => (a.postDate < b.postDate ? -1 : a.postDate > b.postDate ? 1 : 0))
  const cut = complete ? undefined : sorted[0]?.postDate
  return sorted.filter(({ postDate }) => (from === null || postDate >= from) && postDate !== cut)
}

interface Packed {
  readonly rows: readonly store.NewRow[]
  readonly blocks: readonly OpenBlock[]
  readonly nextBlock: number
}

/** Rows that are not there yet, in the block that has room and in new ones. */
async function packPosted(
  tx: Tx,
  { applicationId, accountId, accountKey, key }: Intake,
  ledger: store.Ledger,
  posted: readonly Posted[],
): Promise<Packed & { open: number | null }> {
  const ids = postedIds(accountKey, posted)
  const from = posted[0]?.postDate
  const known =
    from === undefined || ledger.posted_count === 0
      ? new Set()
      : await store.postedSince(tx, applicationId, accountId, from)
  const fresh = posted.flatMap((row, i) => {
    const id = ids[i]
    return id === undefined || known.has(id) ? [] : [{ id, row }]
  })
  if (fresh.length === 0)
    return { rows: [], blocks: [], nextBlock: ledger.next_block, open: ledger.open_block }
  const number = ledger.open_block
  const box = number === null ? undefined : await store.readBlock(tx, applicationId, accountId, number)
  const open =
    number !== null && box ? { number, plain: key.open(blockPurpose(accountId, number), box) } : undefined
  const packed = pack(fresh, ledger.next_block, open)
  const last = packed.blocks.at(-1)
  return { ...packed, open: last && last.plain.length < blockSize ? last.number : null }
}

/** Pending rows live in blocks of their own, which go when they go, under ids that never come again (data §8.6). */
const packPending = (rows: readonly TransactionRecord[], nextBlock: number): Packed =>
  pack(
    rows.map((row) => ({ id: newId(), row })),
    nextBlock,
    undefined,
  )

type Identified = { readonly id: store.NewRow['id']; readonly row: TransactionRecord }

function pack(fresh: readonly Identified[], nextBlock: number, open: OpenBlock | undefined): Packed {
  const { places, blocks } = packRows(
    fresh.map(({ id, row }) => rowFragment(id, row)),
    nextBlock,
    open,
  )
  const rows = fresh.flatMap(({ id, row }, i): store.NewRow[] => {
    const place = places[i]
    return place ? [{ ...place, ...indexed(id, row) }] : []
  })
  const newest = Math.max(nextBlock - 1, ...blocks.map(({ number }) => number))
  return { rows, blocks, nextBlock: newest + 1 }
}

const indexed = (id: store.NewRow['id'], row: TransactionRecord) => ({
  id,
  sortDate: row.status === 'posted' && row.postDate !== null ? row.postDate : 'infinity',
  status: row.status,
  direction: directionOf(row),
  class: row.class,
  madeOn: row.transactionDate,
})

/** The interval grows only when nothing between was left out. */
function grownInterval(ledger: store.Ledger, posted: readonly Posted[], complete: boolean) {
  const { interval_from: from, interval_to: to } = ledger
  const first = posted[0]?.postDate
  const last = posted.at(-1)?.postDate
  if (!complete || first === undefined || last === undefined) return { interval_from: from, interval_to: to }
  return {
    interval_from: from !== null && from < first ? from : first,
    interval_to: to !== null && to > last ? to : last,
  }
}

/** Forgets all rows of an account, for example those that another consent's key sealed. */
export async function clear(tx: Tx, applicationId: ApplicationId, accountId: AccountId): Promise<number> {
  let removed = 0
  for (;;) {
    const some = await removeSome(tx, applicationId, accountId, 10_000)
    removed += some.rows
    if (some.done) break
  }
  await store.resetLedger(tx, applicationId, accountId)
  return removed
}

/** Removes at most `batch` rows of an account and, once there are none, its blocks. */
export async function removeSome(
  tx: Tx,
  applicationId: ApplicationId,
  accountId: AccountId,
  batch: number,
): Promise<{ rows: number; done: boolean }> {
  const rows = await store.removeRows(tx, applicationId, accountId, batch)
  if (rows > 0) return { rows, done: false }
  return { rows, done: (await store.removeBlocks(tx, applicationId, accountId, batch)) === 0 }
}
