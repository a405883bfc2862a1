import type { Links } from '../http/links.ts'
import type { AccountId, UserId } from '../ids.ts'
import type { ConsentKey } from '../vault/vault.ts'
import { blockPurpose, idLength, idOffset } from './transaction-blocks.ts'
import type { ListedAccount, Slice } from './transactions.store.ts'

/** What all rows of an account have in common, on both sides of the id in `links.self`. */
export interface RowEnds {
  readonly beforeId: Buffer
  readonly afterId: Buffer
}

/**
 * The part of a row's JSON that the sealed fragment leaves out: what is the same for a whole account, and the public
 * origin. `links.connection` is null once the partner deleted the connection (settled 6).
 */
export function rowEnds(userId: UserId, account: ListedAccount, links: Links): RowEnds {
  const user = `/users/${userId}`
  const shared = {
    account: account.id,
    institution: account.institution_id,
    connection: account.connection_id,
    links: {
      account: links.to(`${user}/accounts/${account.id}`),
      institution: links.to(`/institutions/${account.institution_id}`),
      connection: account.connected ? links.to(`${user}/connections/${account.connection_id}`) : null,
      self: links.to(`${user}/transactions/`),
    },
  }
  // The closing quote and braces come after the id.
  return { beforeId: Buffer.from(`,${JSON.stringify(shared).slice(1, -3)}`), afterId: Buffer.from('"}}') }
}

interface Row {
  readonly block: Buffer
  readonly start: number
  readonly end: number
  readonly ends: RowEnds
}

/** Opens each block once and puts the rows in the order of the page. */
export function openSlices(
  slices: readonly Slice[],
  key: ConsentKey,
  endsOf: (accountId: AccountId) => RowEnds,
): Row[] {
  const rows: Row[] = []
  for (const { accountId, block: number, sealed, places, starts, ends: stops } of slices) {
    const block = key.open(blockPurpose(accountId, number), sealed)
    const ends = endsOf(accountId)
    for (const [i, place] of places.entries()) {
      rows[place - 1] = { block, start: starts[i] ?? 0, end: stops[i] ?? 0, ends }
    }
  }
  return rows
}

/** Joins rows with commas between `head` and `tail`: bytes are copied once, and nothing is parsed or stringified. */
export function joinRows(head: string, rows: readonly Row[], tail: string): Buffer {
  let length = Buffer.byteLength(head) + Buffer.byteLength(tail) + Math.max(0, rows.length - 1)
  for (const { start, end, ends } of rows) {
    length += end - start + ends.beforeId.length + idLength + ends.afterId.length
  }
  const out = Buffer.allocUnsafe(length)
  let at = out.write(head)
  for (const [i, { block, start, end, ends }] of rows.entries()) {
    if (i > 0) out[at++] = comma
    at += block.copy(out, at, start, end)
    at += ends.beforeId.copy(out, at)
    at += block.copy(out, at, start + idOffset, start + idOffset + idLength)
    at += ends.afterId.copy(out, at)
  }
  out.write(tail, at)
  return out
}

const comma = 0x2c
