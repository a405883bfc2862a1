import type { ConnectorError, Context, Fetched } from '@banksia/connector-kit'
import { changed, type Page } from './page.ts'
import { type Rows, type RowsPlan, readRows } from './rows.ts'
import { linkWithin, openSession, type SessionState } from './session.ts'
import { refusal, type SignInSite } from './sign-in.ts'

/** Pages of a bank, read one after the other in a session that is logged in. */
export interface Visit {
  /** A page that the bank marks as `mark`. Errors: `session-expired` and all others of a page that is not that one. */
  page(path: string, mark: string): Promise<Page>
  /** A long list, read without a tree. It must hold `group`. `path` may be a `next` link of the list before. */
  rows(path: string, plan: RowsPlan, group: string): Promise<List>
}

export interface List {
  readonly rows: Rows
  /** Path of the next page below the base. */
  readonly next: string | undefined
  /** Error for a row that cannot be read. */
  failure(): ConnectorError
}

/** Runs `work` in the session of `state`, and hands back its value with the session's new state. */
export async function visiting<Value>(
  ctx: Context,
  site: SignInSite,
  state: SessionState,
  work: (visit: Visit) => Promise<Value>,
): Promise<Fetched<SessionState, Value>> {
  const base = ctx.origin.replace(/\/$/, '')
  const session = openSession(ctx, site, state)
  const value = await work({
    async page(path, mark) {
      const page = (await session.get(path)).page()
      if (site.markOf(page) !== mark) throw refusal(site, page)
      return page
    },
    async rows(path, plan, group) {
      const answer = await session.get(path)
      const rows = readRows(answer.html, plan)
      if (!rows.groups.has(group)) throw refusal(site, answer.page())
      // The link is kept as a path below the base, so that it is good for any worker at any origin of the bank.
      const next =
        rows.next === undefined ? undefined : linkWithin(base, rows.next, base + answer.at).slice(base.length)
      return { rows, next, failure: () => changed(answer.page()) }
    },
  })
  return { value, state: session.state() }
}
