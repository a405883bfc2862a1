import type { Application } from '../applications/applications.types.ts'
import { type Clock, timestamp } from '../clock.ts'
import { type Db, inTransaction, type Tx } from '../db/database.ts'
import { AppError } from '../errors/app-error.ts'
import type { Links } from '../http/links.ts'
import { type AuthLinkId, newId, type UserId } from '../ids.ts'
import { normaliseMobile } from '../users/user-input.ts'
import type { UsersService } from '../users/users.service.ts'
import type { AuthLinkCreatedOut, AuthLinkOut } from './auth-links.schemas.ts'
import * as store from './auth-links.store.ts'

const lifetime = 7 * 86_400_000

export interface AuthLinksDeps {
  readonly db: Db
  readonly clock: Clock
  readonly links: Links
  /** Public origin of the hosted pages. */
  readonly consentUrl: string
  readonly users: Pick<UsersService, 'require' | 'lock'>
}

/** A link as it is stored. */
export type AuthLink = store.AuthLinkRow

export type AuthLinksService = ReturnType<typeof createAuthLinksService>

/** Links that partners send to a user, who proves by a code that the mobile is theirs (core §4.7). */
export function createAuthLinksService({ db, clock, links, consentUrl, users }: AuthLinksDeps) {
  const isLive = (link: store.AuthLinkRow, now: Date) => link.used_at === null && link.expires_at > now

  const show = (application: Application, link: store.AuthLinkRow): AuthLinkCreatedOut => ({
    type: 'auth_link',
    userId: link.user_id,
    mobile: application.settings.switches.authLinkMobileNumber ? Number(link.mobile) : link.mobile,
    expiresAt: timestamp(link.expires_at),
    links: {
      self: links.to(`/users/${link.user_id}/auth_link`),
      public: `${consentUrl.replace(/\/+$/, '')}/connect/${link.id}`,
    },
  })

  return {
    /**
     * `POST /users/{userId}/auth_link`: a new link for the given mobile, or else the user's. `body` is read once the
     * user is known to exist.
     * @throws AppError user-not-found, auth-link-mobile-invalid, auth-link-mobile-missing
     */
    async create(
      application: Application,
      userId: UserId,
      body: () => Readonly<Record<string, unknown>> | undefined,
    ): Promise<AuthLinkCreatedOut> {
      const now = clock.now(application)
      return inTransaction(db, async (tx) => {
        const user = await users.lock(tx, application, userId)
        const given = readMobile(body()?.['mobile'])
        const mobile = given || user.mobile
        if (!mobile) throw new AppError('auth-link-mobile-missing')
        const link = {
          application_id: application.id,
          user_id: userId,
          id: newId<AuthLinkId>(),
          mobile,
          created: now,
          expires_at: new Date(now.getTime() + lifetime),
          used_at: null,
        }
        await store.replace(tx, link)
        return show(application, link)
      })
    },

    /**
     * `GET /users/{userId}/auth_link`.
     * @throws AppError user-not-found; auth-link-not-found; auth-link-gone when it was used or has expired
     */
    async read(application: Application, userId: UserId): Promise<AuthLinkOut> {
      await users.require(application, userId)
      const link = await store.find(db, application.id, userId)
      if (!link) throw new AppError('auth-link-not-found')
      if (!isLive(link, clock.now(application))) throw new AppError('auth-link-gone')
      const { type, ...rest } = show(application, link)
      return { type, id: link.id, ...rest }
    },

    /** `DELETE /users/{userId}/auth_link`. @throws AppError user-not-found, auth-link-not-found */
    async remove(application: Application, userId: UserId): Promise<void> {
      await users.require(application, userId)
      if (!(await store.remove(db, application.id, userId))) throw new AppError('auth-link-not-found')
    },

    /** The link of a public address, whatever became of it: its id is the secret, and says whose application it is. */
    byAddress: (id: AuthLinkId): Promise<AuthLink | undefined> => store.findById(db, id),

    isLive,

    /** Uses a link up in the caller's transaction; `false` when that was done, or another took its place, meanwhile. */
    use: (tx: Tx, application: Pick<Application, 'id'>, id: AuthLinkId, at: Date): Promise<boolean> =>
      store.use(tx, application.id, id, at),

    /** The person disclosed all accounts, or left: this link goes, a newer one of the same user stays. */
    close: (application: Pick<Application, 'id'>, id: AuthLinkId): Promise<void> =>
      store.removeById(db, application.id, id),

    /** Whether the user has a link that still works. */
    async hasLive(application: Application, userId: UserId): Promise<boolean> {
      const link = await store.find(db, application.id, userId)
      return link !== undefined && isLive(link, clock.now(application))
    },
  }
}

function readMobile(value: unknown): string {
  if (value === undefined || value === null) return ''
  const mobile = normaliseMobile(value)
  if (mobile === undefined) throw new AppError('auth-link-mobile-invalid')
  return mobile
}
