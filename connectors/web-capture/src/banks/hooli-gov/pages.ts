import type { Context, Fetched, StatementRecord } from '@banksia/connector-kit'
import type { SessionState } from '../../session.ts'
import { visiting } from '../../visit.ts'
import { portfolioOf } from '../nucleus/map.ts'
import { site } from '../nucleus/pages.ts'
import { toStatements } from './map.ts'

/** The list names accounts by number, the portfolio knows the handle of each number. */
export function readStatements(
  ctx: Context,
  state: SessionState,
): Promise<Fetched<SessionState, readonly StatementRecord[]>> {
  return visiting(ctx, site, state, async (visit) => {
    const accounts = portfolioOf(await visit.page('/portfolio', 'PORTFOLIO'))
    return toStatements(await visit.page('/statements', 'STATEMENTS'), accounts)
  })
}
