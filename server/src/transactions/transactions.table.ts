import type { Generated } from 'kysely'
import type { AccountId, ApplicationId, TransactionId } from '../ids.ts'

export interface TransactionBlocksTable {
  application_id: ApplicationId
  account_id: AccountId
  id: Generated<number>
  sealed_fragments: Buffer
}

export interface TransactionsTable {
  application_id: ApplicationId
  id: TransactionId
  account_id: AccountId
  /** `YYYY-MM-DD`, or `infinity` while pending. */
  sort_date: string
  seq: number
  status: 'pending' | 'posted'
  direction: 'debit' | 'credit'
  class: string
  block_id: number
  block_start: number
  block_end: number
}
