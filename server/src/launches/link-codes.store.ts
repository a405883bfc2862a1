import { type Insertable, type Selectable, sql } from 'kysely'
import type { Db, Tx } from '../db/database.ts'
import type { ApplicationId, AuthLinkId } from '../ids.ts'
import type { AuthLinkCodesTable } from './launches.table.ts'

export type LinkCode = Selectable<AuthLinkCodesTable>

const ofLink = (db: Db, applicationId: ApplicationId, id: AuthLinkId) =>
  db
    .selectFrom('auth_link_codes')
    .selectAll()
    .where('application_id', '=', applicationId)
    .where('link_id', '=', id)

export const find = (db: Db, applicationId: ApplicationId, id: AuthLinkId): Promise<LinkCode | undefined> =>
  ofLink(db, applicationId, id).executeTakeFirst()

export const lock = (tx: Tx, applicationId: ApplicationId, id: AuthLinkId): Promise<LinkCode | undefined> =>
  ofLink(tx, applicationId, id).forUpdate().executeTakeFirst()

/** Keeps a new code in place of the former one, if fewer than `most` were sent, the last before `before`. */
export async function keep(
  tx: Tx,
  code: Pick<Insertable<AuthLinkCodesTable>, 'application_id' | 'user_id' | 'link_id'> & {
    readonly code_hash: Buffer
    readonly sent_at: Date
  },
  rule: { readonly most: number; readonly before: Date },
): Promise<boolean> {
  const kept = await tx
    .insertInto('auth_link_codes')
    .values({ ...code, sent: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['application_id', 'link_id'])
        .doUpdateSet({
          code_hash: code.code_hash,
          sent_at: code.sent_at,
          sent: sql<number>`auth_link_codes.sent + 1`,
        })
        .where('auth_link_codes.sent', '<', rule.most)
        .where('auth_link_codes.sent_at', '<=', rule.before),
    )
    .returning('link_id')
    .executeTakeFirst()
  return kept !== undefined
}

export async function setWrong(
  tx: Tx,
  applicationId: ApplicationId,
  id: AuthLinkId,
  to: Pick<LinkCode, 'wrong' | 'locked_until'>,
): Promise<void> {
  await tx
    .updateTable('auth_link_codes')
    .set(to)
    .where('application_id', '=', applicationId)
    .where('link_id', '=', id)
    .execute()
}
