import type { AccountId, ApplicationId, TransactionId } from '../ids.ts'

export interface TransactionBlocksTable {
  application_id: ApplicationId
  account_id: AccountId
  number: number
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
  made_on: string | null
  block: number
  block_start: number
  block_end: number
}
