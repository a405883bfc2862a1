import type { Db } from '../db/database.ts'
import type { ApplicationId, ConsentId, UserId } from '../ids.ts'

/** What a user shares at this moment. */
export interface Sharing {
  /** `null` without an active consent: nothing may be shown then (settled 7). */
  readonly consentId: ConsentId | null
  /** Scopes the person agreed to, for example `transaction.detail`. */
  readonly scopes: ReadonlySet<string>
}

/** The user's active consent in one query; `undefined` when the application has no such user. */
export async function readSharing(
  db: Db,
  applicationId: ApplicationId,
  userId: UserId,
): Promise<Sharing | undefined> {
  const row = await db
    .selectFrom('users')
    .leftJoin('consents', (join) =>
      join
        .onRef('consents.application_id', '=', 'users.application_id')
        .onRef('consents.user_id', '=', 'users.id')
        .on('consents.status', '=', 'active'),
    )
    .select(['consents.id as consentId', 'consents.scopes'])
    .where('users.application_id', '=', applicationId)
    .where('users.id', '=', userId)
    .executeTakeFirst()
  if (!row) return undefined
  return { consentId: row.consentId, scopes: new Set(row.scopes) }
}
