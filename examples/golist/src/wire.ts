import type { operations } from './api.gen.ts'

/** The body with which an operation answers, as the API's own document describes it. */
type Body<Name extends keyof operations, Status extends number> = operations[Name] extends {
  responses: Record<Status, { content: { 'application/json': infer Answer } }>
}
  ? Answer
  : never

export type TokenAnswer = Body<'issueToken', 200>
export type User = Body<'createUser', 201>
export type Consents = Body<'getConsents', 200>
export type Consent = Consents['data'][number]
export type Policy = Body<'getPolicy', 200>
export type EventTypes = Body<'getEventTypes', 200>
export type Events = Body<'getEvents', 200>
export type EventItem = Events['data'][number]
export type Connections = Body<'getConnections', 200>
export type Connection = Connections['data'][number]
export type JobReference = Body<'refreshConnection', 202>
export type Job = Body<'getJobs', 200>
type StepResult = NonNullable<Job['steps'][number]['result']>
/** What a bank asks while a job waits. */
export type Challenge = Extract<StepResult, { type: 'mfa' }>
/** Why a step failed. */
export type Failure = Extract<StepResult, { code: string }>
export type Accounts = Body<'getAccounts', 200>
export type Account = Accounts['data'][number]
export type Transactions = Body<'getTransactions', 200>
export type Transaction = Transactions['data'][number]
