import type { Application } from '../applications/applications.types.ts'
import type { Clock } from '../clock.ts'
import { type Db, inTransaction, type Tx } from '../db/database.ts'
import { AppError } from '../errors/app-error.ts'
import { appendEvent, reduceEventsOfUser } from '../events/outbox.ts'
import { type Links, sealedLinks } from '../http/links.ts'
import { newId, type UserId } from '../ids.ts'
import { mergeBusiness, readUser } from './user-input.ts'
import type { UserFields, UserOut, UserSummaryOut } from './users.schemas.ts'
import * as store from './users.store.ts'
import { type Belongings, toFields, toSummary, toUser, userPath } from './users.view.ts'

/** What else hangs from a user. Its owners know users, users do not know them: the composition root connects them. */
export interface UserBelongings {
  /** Ids of the user's connections and visible accounts, and whether a live auth link exists. */
  read(application: Application, userId: UserId): Promise<Belongings>
  /**
   * Prepares the end of all the user shared; what it answers is run in the transaction that deletes the user, before
   * `user.deleted` is told.
   */
  prepareEnd(application: Application, userId: UserId): Promise<(tx: Tx, at: Date) => Promise<void>>
}

export interface UsersDeps {
  readonly db: Db
  readonly clock: Clock
  readonly links: Links
  readonly belongings: UserBelongings
}

export interface UserPage {
  readonly users: UserSummaryOut[]
  readonly count: number
  /** Sequence to go on before; absent on the last page. */
  readonly next?: number
}

export type UsersService = ReturnType<typeof createUsersService>

const empty: UserFields = { email: '', mobile: '', firstName: '', middleName: '', lastName: '', business: {} }

export function createUsersService({ db, clock, links, belongings }: UsersDeps) {
  const missing = (userId: UserId) => new AppError('user-not-found', { internal: `user ${userId}` })

  const tell = (
    tx: Tx,
    application: Application,
    type: 'created' | 'updated' | 'deleted',
    id: UserId,
    fields: UserFields,
    at: Date,
  ) =>
    appendEvent(tx, {
      application,
      at,
      userId: id,
      type: `user.${type}`,
      dataRef: userPath(id),
      data: {
        type: 'user',
        id,
        email: fields.email,
        mobile: fields.mobile,
        links: { self: sealedLinks.to(userPath(id)) },
      },
    })

  return {
    /** @throws AppError user-not-found, for another application's users too */
    async require(application: Pick<Application, 'id'>, userId: UserId): Promise<void> {
      if (!(await store.exists(db, application.id, userId))) throw missing(userId)
    },

    /**
     * Holds the user for the rest of the transaction: nobody else deletes it or gives a consent for it meanwhile.
     * @throws AppError user-not-found
     */
    async lock(tx: Tx, application: Pick<Application, 'id'>, userId: UserId): Promise<UserFields> {
      const row = await store.lock(tx, application.id, userId)
      if (!row) throw missing(userId)
      return toFields(row)
    },

    /** The user's own members, without what hangs from it. @throws AppError user-not-found */
    async fields(application: Pick<Application, 'id'>, userId: UserId): Promise<UserFields> {
      const row = await store.find(db, application.id, userId)
      if (!row) throw missing(userId)
      return toFields(row)
    },

    /**
     * `POST /users` (core §4.2): answers what was supplied. Equal posts make two users.
     * @throws AppError user-contact-missing, user-business-name-missing and those of `readUser`
     */
    async create(
      application: Application,
      body: Readonly<Record<string, unknown>> = {},
    ): Promise<UserSummaryOut> {
      const given = readUser(body)
      if (!given.email && !given.mobile) throw new AppError('user-contact-missing')
      const business = mergeBusiness({}, given.business)
      if (business.businessIdNo && !business.businessName) throw new AppError('user-business-name-missing')
      const id = newId<UserId>()
      const fields = { ...empty, ...given, business }
      const at = clock.now(application)
      await inTransaction(db, async (tx) => {
        await store.insert(tx, application.id, id, fields, at)
        await tell(tx, application, 'created', id, fields, at)
      })
      return toSummary(id, { ...given, business }, links)
    },

    /** `GET /users/{userId}` (core §4.3). @throws AppError user-not-found */
    async read(application: Application, userId: UserId): Promise<UserOut> {
      const row = await store.find(db, application.id, userId)
      if (!row) throw missing(userId)
      return toUser(userId, toFields(row), await belongings.read(application, userId), links)
    },

    /**
     * `POST /users/{userId}` (core §4.4): members that are absent stay. The body is read by `body`, since the user's
     * existence is answered first.
     * @throws AppError user-not-found, user-contact-missing and those of `readUser`
     */
    async update(
      application: Application,
      userId: UserId,
      body: () => Readonly<Record<string, unknown>> | undefined,
    ): Promise<UserSummaryOut> {
      const at = clock.now(application)
      const fields = await inTransaction(db, async (tx) => {
        const row = await store.lock(tx, application.id, userId)
        if (!row) throw missing(userId)
        const present = toFields(row)
        const given = readUser(body() ?? {})
        const changed = { ...present, ...given, business: mergeBusiness(present.business, given.business) }
        if (!changed.email && !changed.mobile) throw new AppError('user-contact-missing')
        await store.save(tx, application.id, userId, changed, at)
        await tell(tx, application, 'updated', userId, changed, at)
        return changed
      })
      return toSummary(userId, fields, links)
    },

    /**
     * `DELETE /users/{userId}` (core §4.5): ends consents and connections, deletes the user, and leaves its events with
     * no more than what they were about. @throws AppError user-not-found
     */
    async remove(application: Application, userId: UserId): Promise<void> {
      if (!(await store.exists(db, application.id, userId))) throw missing(userId)
      const endAll = await belongings.prepareEnd(application, userId)
      const at = clock.now(application)
      await inTransaction(db, async (tx) => {
        const row = await store.lock(tx, application.id, userId)
        if (!row) throw missing(userId)
        await endAll(tx, at)
        await tell(tx, application, 'deleted', userId, toFields(row), at)
        await store.remove(tx, application.id, userId)
        await reduceEventsOfUser(tx, application, userId)
      })
    },

    /** `GET /users` (core §4.6): newest first. */
    async list(
      application: Application,
      filters: readonly store.UserFilter[],
      page: { readonly before?: number | undefined; readonly limit: number },
    ): Promise<UserPage> {
      const [rows, count] = await Promise.all([
        store.list(db, application.id, filters, { before: page.before, limit: page.limit + 1 }),
        store.count(db, application.id, filters),
      ])
      const shown = rows.slice(0, page.limit)
      const next = rows.length > page.limit ? shown.at(-1)?.seq : undefined
      return {
        users: shown.map((row) => toSummary(row.id, toFields(row), links)),
        count,
        ...(next !== undefined && { next }),
      }
    },
  }
}
