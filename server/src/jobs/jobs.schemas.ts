import { type Static, Type } from 'typebox'
import type { FilterSpec } from '../http/filter.ts'

const nullable = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()])
const literals = <const T extends readonly string[]>(values: T, description: string) =>
  Type.Unsafe<T[number]>({ type: 'string', enum: [...values], description })

/** Reference to a job, the answer to every request that starts one. */
export const JobRef = Type.Object(
  {
    type: Type.Literal('job'),
    id: Type.String({ format: 'uuid' }),
    links: Type.Object({ self: Type.String({ description: 'Absolute URL to poll' }) }),
  },
  { description: 'Reference to a job' },
)
export type JobRef = Static<typeof JobRef>

export const JobRefList = Type.Object({ type: Type.Literal('list'), data: Type.Array(JobRef) })
export type JobRefList = Static<typeof JobRefList>

const LinkResult = Type.Object({
  type: Type.Literal('link'),
  url: Type.String({ description: 'Path of the data, relative to the API' }),
})

const FailureResult = Type.Object({
  code: Type.String(),
  title: Type.String(),
  detail: Type.String(),
  details: Type.String({ description: 'Same as `detail`' }),
})

export const MfaResult = Type.Object({
  type: Type.Literal('mfa'),
  method: literals(['token', 'security-questions'], 'What kind of answer the institution wants'),
  description: Type.String(),
  input: Type.Array(Type.String(), { description: 'One label for each answer, in order' }),
  expiryMs: Type.Integer({ description: 'Milliseconds from when the step became in-progress' }),
  links: Type.Object({ response: Type.String({ description: 'Absolute URL to post the answers to' }) }),
})
export type MfaResult = Static<typeof MfaResult>

const StepOut = Type.Object({
  title: literals(
    [
      'verify-credentials',
      'mfa-challenge',
      'retrieve-accounts',
      'retrieve-transactions',
      'retrieve-statements',
    ],
    'What the step does',
  ),
  status: literals(
    ['pending', 'in-progress', 'success', 'failed'],
    'Later steps stay pending after a failure',
  ),
  result: nullable(Type.Union([LinkResult, FailureResult, MfaResult])),
})
export type StepOut = Static<typeof StepOut>

const job = {
  type: Type.Literal('job'),
  id: Type.String({ format: 'uuid' }),
  created: Type.String({ format: 'date-time' }),
  updated: Type.String({ format: 'date-time' }),
  jobType: Type.Literal('connection'),
  status: literals(['pending', 'in-progress', 'success', 'failed'], 'Follows from the steps'),
  steps: Type.Array(StepOut),
  links: Type.Object({
    self: Type.String(),
    source: Type.String({ description: 'Absolute URL of the connection' }),
  }),
}

export const JobOut = Type.Object(job, { description: 'A job and its steps' })
export type JobOut = Static<typeof JobOut>

/** Jobs in a user's list name their institution as well. */
export const UserJobOut = Type.Object({
  ...job,
  institution: Type.Object({
    type: Type.Literal('institution'),
    id: Type.String(),
    links: Type.Object({ self: Type.String() }),
  }),
})
export type UserJobOut = Static<typeof UserJobOut>

export const UserJobList = Type.Object({
  type: Type.Literal('list'),
  size: Type.Integer(),
  data: Type.Array(UserJobOut),
  links: Type.Object({ self: Type.String() }),
})
export type UserJobList = Static<typeof UserJobList>

export const JobParams = Type.Object({ jobId: Type.String() })
export const UserJobsParams = Type.Object({ userId: Type.String() })
export const UserJobsQuery = Type.Object({
  filter: Type.Optional(Type.String({ description: "For example `connection.id.eq('…')`" })),
})

/** What `GET /users/{userId}/jobs` can be filtered by (core §1.7). */
export const jobFilters = {
  'connection.id': { conditions: ['eq'], kind: 'id' },
} as const satisfies FilterSpec
