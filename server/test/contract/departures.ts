/** Where an answer differs from a published OpenAPI file on purpose. */
export interface Departure {
  /** `METHOD /path/{}`; `*` for every operation. */
  readonly operations: readonly string[]
  /** Statuses it is about. */
  readonly statuses: readonly number[]
  /**
   * JSON pointer into the answer with `*` for every index, and the rule of JSON Schema that is broken there. Absent: the
   * published file does not declare the status at all.
   */
  readonly at?: { readonly pointer: string; readonly rule: string }
  readonly what: string
  readonly why: string
}

const transactions = ['GET /users/{}/transactions', 'GET /users/{}/transactions/{}']

/** An answer's member, alone or as an item of a list. */
const both = (operations: readonly string[], member: string, rule: string, what: string, why: string) =>
  operations.map(
    (operation): Departure => ({
      operations: [operation],
      statuses: [200],
      at: { pointer: operation.endsWith('{}') ? `/${member}` : `/data/*/${member}`, rule },
      what,
      why,
    }),
  )

/** The whole list. One that is not needed any more fails the contract test. */
export const departures: readonly Departure[] = [
  ...both(
    transactions,
    'subClass',
    'type',
    '`subClass` is null',
    'Until transactions are enriched there is none; live answers carry null too.',
  ),
  ...both(
    transactions,
    'enrich',
    'type',
    '`enrich` is null',
    'Until transactions are enriched; the documentation’s text says null for partners without enrichment.',
  ),
  ...both(
    transactions,
    'postDate',
    'type',
    '`postDate` of a pending row is null',
    'The documentation’s page about pending transactions says so; the file only forgot it.',
  ),
  ...both(
    transactions,
    'balance',
    'type',
    '`balance` of a row without a running balance is null',
    'Banks print no balance beside pending rows, and clients index the member unguarded.',
  ),
  ...both(
    ['GET /users/{}/accounts', 'GET /users/{}/accounts/{}'],
    'class',
    'enum',
    '`class` is an object `{type, product}`',
    'The file puts the values of `class.type` on the object itself, which nothing can satisfy.',
  ),
  {
    operations: ['POST /users'],
    statuses: [201],
    at: { pointer: '/email', rule: 'format' },
    what: '`email` of a user who has only a mobile is an empty string',
    why: 'The member is always there, as `mobile` is; an empty text has not the format of an address.',
  },
  {
    operations: ['GET /users/{}/consents'],
    statuses: [200],
    at: { pointer: '/data/*/data', rule: 'additionalProperties' },
    what: '`data.disclosure` is there, null',
    why: 'Recorded answers carry it; the file, which allows no member it does not know, does not.',
  },
  {
    operations: ['GET /events'],
    statuses: [200],
    at: { pointer: '/data/*/data', rule: 'type' },
    what: '`data` of an event is an object',
    why: 'The file says a text and shows an array; the single event and the webhooks’ pages show an object.',
  },
  {
    operations: ['GET /events'],
    statuses: [200],
    at: { pointer: '/data/*/entity', rule: 'enum' },
    what: 'Events are about users, accounts and transactions as well',
    why: 'The event types that the same file lists need all five.',
  },
  {
    operations: ['GET /events'],
    statuses: [200],
    at: { pointer: '/data/*/eventType', rule: 'enum' },
    what: 'Events also say `activated`, `invalidated`, `reminder` and `warning`',
    why: 'The event types that the same file lists need them.',
  },
  {
    operations: ['GET /jobs/{}'],
    statuses: [200],
    at: { pointer: '', rule: 'oneOf' },
    what: 'A job fits more than one of the file’s kinds of job',
    why: 'Its kinds overlap, so that no job of a connection fits exactly one.',
  },
  {
    operations: ['GET /users/{}/jobs'],
    statuses: [200],
    at: { pointer: '/data/*/steps/*/result', rule: 'type' },
    what: '`result` of a step that has none yet is null',
    why: 'Samples and recorded answers carry null.',
  },
  {
    operations: ['GET /users/{}/jobs'],
    statuses: [200],
    at: { pointer: '/data/*/steps/*/result/code', rule: 'enum' },
    what: 'Steps fail with the codes of the documentation’s pages as well',
    why: 'Its samples and pages use codes, `invalid-credentials` first, that its own list leaves out.',
  },
  {
    operations: ['GET /users/{}/jobs'],
    statuses: [200],
    at: { pointer: '/data/*/steps/*/title', rule: 'enum' },
    what: 'The list shows the step `mfa-challenge`',
    why: 'The same file’s samples of single jobs have it; only the list’s values leave it out.',
  },
  {
    operations: ['GET /notifications/webhooks/{}/messages/{}'],
    statuses: [200],
    at: { pointer: '/attempts/*', rule: 'type' },
    what: 'An attempt to deliver a message is an object',
    why: 'Its own sample shows objects; only the list’s type says texts.',
  },
  {
    operations: ['*'],
    statuses: [403],
    at: { pointer: '/data/*/source', rule: 'type' },
    what: '`source` of a 403 is null',
    why: 'Recorded answers carry null: no parameter is to blame.',
  },
  {
    operations: ['*'],
    statuses: [401, 403, 413, 415],
    what: '401, 403, 413 and 415 where the file does not declare them',
    why: 'Every operation authenticates and bounds what it reads; the page of errors lists them more fully.',
  },
  {
    operations: ['GET /events/types', 'GET /notifications/webhooks'],
    statuses: [400],
    what: '400 for an `Accept` that excludes JSON',
    why: 'As everywhere else.',
  },
  {
    operations: ['GET /users/{}/identities'],
    statuses: [404],
    what: '404 for an unknown user',
    why: 'As everywhere else.',
  },
  {
    operations: ['POST /token'],
    statuses: [404],
    at: { pointer: '/data/*/code', rule: 'enum' },
    what: 'An unknown API key is 404 with the code `parameter-not-valid`',
    why: 'Recorded answers carry this odd code.',
  },
  {
    operations: ['POST /token'],
    statuses: [429],
    what: '429 for a flood of token requests',
    why: 'A later revision of the published page; the switch `tokenFlood403` brings the earlier 403 back.',
  },
  {
    operations: ['POST /users/{}/connections/{}/refresh'],
    statuses: [200],
    what: '200 with the running job when one runs already',
    why: 'The documentation’s page about jobs says so.',
  },
]

/** Published operations that are not offered yet. */
export const notOffered: readonly string[] = ['POST /users/{}/statements']

/** `docs/reference/departures.md` */
export function departuresReference(): string {
  const rows = departures.map(({ operations, statuses, at, what, why }) => {
    const where = operations.map((one) => (one === '*' ? 'every operation' : `\`${one}\``)).join(', ')
    return `| ${where} | ${statuses.join(', ')} | ${at?.pointer ? `\`${at.pointer}\`` : ''} | ${what} | ${why} |`
  })
  return [
    '# Departures from the published OpenAPI files',
    '',
    '<!-- Generated by `npm run generate`. -->',
    '',
    'The published files of API 3.0 contradict their own samples in places. These are all the answers that differ from the',
    'files on purpose; everything else is validated against them (`server/test/contract/`).',
    '',
    '| Operation | Status | Where | What | Why |',
    '|---|---|---|---|---|',
    ...rows,
    '',
    `Not offered yet: ${notOffered.map((one) => `\`${one}\``).join(', ')}, and the files about affordability, enrichment`,
    'and reports.',
    '',
  ].join('\n')
}
