import type { Static, TSchema } from 'typebox'
import { Compile } from 'typebox/compile'
import type {
  Connector,
  Context,
  Fetched,
  InstitutionEntry,
  Login,
  Outcome,
  PageRequest,
} from './contract.ts'
import { ConnectorError } from './errors.ts'
import type { AccountRecord, ProfileRecord, StatementRecord, TransactionPage } from './records.ts'

/** What the writer of a connector gives: the contract's functions, and the schema of the state they pass around. */
export interface ConnectorDefinition<State> {
  readonly institution: InstitutionEntry
  /** TypeBox schema of the state. State that does not fit (an older release sealed it) ends as `session-expired`. */
  readonly state: TSchema
  connect(ctx: Context, login: Login): Promise<Outcome<State>>
  resume?(ctx: Context, state: State, answers: readonly string[]): Promise<Outcome<State>>
  fetchProfile(ctx: Context, state: State): Promise<Fetched<State, ProfileRecord>>
  fetchAccounts(ctx: Context, state: State): Promise<Fetched<State, readonly AccountRecord[]>>
  fetchTransactions(ctx: Context, state: State, page: PageRequest): Promise<Fetched<State, TransactionPage>>
  fetchStatements?(ctx: Context, state: State): Promise<Fetched<State, readonly StatementRecord[]>>
  logout?(ctx: Context, state: State): Promise<void>
}

/**
 * Makes a connector that keeps the contract's two promises whatever its author forgot: it throws nothing but
 * `ConnectorError`, and it is never handed a state of a shape it does not know.
 *
 * A cancelled job rejects with `service-unavailable`; any foreign exception with `institution-changed`, because code that
 * trips over a page met a page it was not written for. The exception stays as `cause`.
 */
export function defineConnector<Schema extends TSchema>(
  definition: ConnectorDefinition<Static<Schema>> & { readonly state: Schema },
): Connector<Static<Schema>> {
  type State = Static<Schema>
  const { resume, fetchStatements, logout } = definition
  const validator = Compile(definition.state)

  function checked(state: unknown): State {
    if (!validator.Check(state)) throw new ConnectorError('session-expired')
    return state as State
  }

  return {
    institution: definition.institution,
    method: 'web',
    connect: (ctx, login) => guarded(ctx, () => definition.connect(ctx, login)),
    fetchProfile: (ctx, state) => guarded(ctx, () => definition.fetchProfile(ctx, checked(state))),
    fetchAccounts: (ctx, state) => guarded(ctx, () => definition.fetchAccounts(ctx, checked(state))),
    fetchTransactions: (ctx, state, page) =>
      guarded(ctx, () => definition.fetchTransactions(ctx, checked(state), page)),
    ...(resume && {
      resume: (ctx, state, answers) =>
        guarded(ctx, () => resume.call(definition, ctx, checked(state), answers)),
    }),
    ...(fetchStatements && {
      fetchStatements: (ctx, state) =>
        guarded(ctx, () => fetchStatements.call(definition, ctx, checked(state))),
    }),
    ...(logout && {
      logout: (ctx, state) => guarded(ctx, () => logout.call(definition, ctx, checked(state))),
    }),
  } satisfies Connector<State>
}

async function guarded<Value>(ctx: Context, work: () => Promise<Value>): Promise<Value> {
  try {
    return await work()
  } catch (cause) {
    if (cause instanceof ConnectorError) throw cause
    throw new ConnectorError(ctx.signal.aborted ? 'service-unavailable' : 'institution-changed', { cause })
  }
}
