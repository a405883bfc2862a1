import type { TransactionRecord } from '@banksia/connector-kit'
import type { AccountId, TransactionId } from '../ids.ts'
import { formatCents } from '../money.ts'

/**
 * Plain bytes that go into one sealed block: about fifty rows. The box of a block that still has room is opened again
 * for the rows of the next reading, so that a year of daily readings does not leave a block for each day.
 */
export const blockSize = 16_384

/** What the box of a block is sealed for. */
export const blockPurpose = (accountId: AccountId, block: number): string =>
  `transactions:${accountId}:${block}`

const midnight = (date: string) => `${date}T00:00:00Z`

/**
 * The part of a row's JSON that only the bank knows, from the opening brace up to where {@link rowEnds} goes on. The id
 * stands first, at {@link idOffset}. Dates: data §8.4; `enrich` and `subClass` are null until enrichment exists.
 */
export function rowFragment(id: TransactionId, row: TransactionRecord): string {
  const posted = row.status === 'posted'
  const made = row.transactionDate === null ? '' : midnight(row.transactionDate)
  const rest = {
    status: row.status,
    description: row.description,
    reference: row.reference,
    amount: formatCents(row.amount),
    currency: row.currency,
    balance: row.balance === null ? null : formatCents(row.balance),
    direction: directionOf(row),
    class: row.class,
    transactionDate: made === '' && !posted ? null : made,
    postDate: posted && row.postDate !== null ? midnight(row.postDate) : null,
    subClass: null,
    enrich: null,
  }
  return `${idHead}${id}",${JSON.stringify(rest).slice(1, -1)}`
}

/** Agrees with the sign of the amount. */
export const directionOf = ({ amount }: Pick<TransactionRecord, 'amount'>): 'debit' | 'credit' =>
  amount < 0 ? 'debit' : 'credit'

const idHead = '{"type":"transaction","id":"'
/** Bytes before the id in every fragment. */
export const idOffset = idHead.length
/** Characters of an id. */
export const idLength = 36

export interface RowPlace {
  readonly block: number
  readonly start: number
  readonly end: number
}

export interface OpenBlock {
  readonly number: number
  readonly plain: Buffer
}

export interface PackedRows {
  /** One for each fragment. */
  readonly places: readonly RowPlace[]
  /** Blocks to write, the one that was open included if it took something. */
  readonly blocks: readonly OpenBlock[]
}

/** Distributes fragments over blocks: first into `open`, then into new ones numbered from `nextNumber` on. */
export function packRows(
  fragments: readonly string[],
  nextNumber: number,
  open: OpenBlock | undefined,
): PackedRows {
  const places: RowPlace[] = []
  const blocks: OpenBlock[] = []
  let number = open?.number ?? nextNumber
  let next = open ? nextNumber : nextNumber + 1
  let before = open?.plain
  let start = before?.length ?? 0
  let texts: string[] = []
  const close = () => {
    const added = Buffer.from(texts.join(''))
    blocks.push({ number, plain: before ? Buffer.concat([before, added]) : added })
    number = next++
    before = undefined
    start = 0
    texts = []
  }
  for (const fragment of fragments) {
    const end = start + Buffer.byteLength(fragment)
    places.push({ block: number, start, end })
    texts.push(fragment)
    start = end
    if (start >= blockSize) close()
  }
  if (texts.length > 0) close()
  return { places, blocks }
}
