import type { Login } from '@banksia/connector-kit'
import type { Application } from '../applications/applications.types.ts'
import { inTransaction, type Tx } from '../db/database.ts'
import { AppError } from '../errors/app-error.ts'
import { type ConnectionId, type ConsentId, type InstitutionId, newId, type UserId } from '../ids.ts'
import type { StartedJob } from '../jobs/jobs.types.ts'
import type { ConsentKey } from '../vault/vault.ts'
import type { ConnectionRow } from './connections.store.ts'
import * as store from './connections.store.ts'
import type { ConnectionsDeps, ConnectRequest } from './connections.types.ts'
import { createEndings } from './endings.ts'
import { applyTrigger, credentialsPurpose, tell } from './lifecycle.ts'
import type { ConnectionInput, CredentialsInput } from './login-input.ts'

/** Connections of the original's sandbox (data §12.5). */
const sandboxLimit = 500

/** How logins become connections, and how they change. */
export function createLogins(deps: ConnectionsDeps) {
  const { db, clock, vault, registry, jobs, users, consents } = deps
  const { end } = createEndings(deps)

  /** The connection this login has or gets, locked. */
  async function takeUp(
    tx: Tx,
    application: Application,
    request: ConnectRequest,
    key: ConsentKey,
    at: Date,
  ) {
    const { userId, institutionId, consentId, login } = request
    const loginHash = vault.loginHash(application.id, login.loginId)
    const identity = {
      application_id: application.id,
      user_id: userId,
      institution_id: institutionId,
      method: 'web' as const,
      login_hash: loginHash,
    }
    const known = await store.lockByLogin(tx, identity)
    if (known?.consent_id === consentId) return renew(tx, application, known, login, key, at)
    // It hangs from a consent that is over: what was read under that one must not come back under this one.
    if (known) await end(tx, application, known.id, 'consent-ended', at)
    await requireQuota(tx, application)
    const id = newId<ConnectionId>()
    const row: ConnectionRow = {
      ...identity,
      id,
      consent_id: consentId,
      status: 'pending',
      mfa_enabled: false,
      sealed_credentials: key.seal(credentialsPurpose(id), JSON.stringify(login)),
      sealed_profile: null,
      created: at,
      last_used: null,
      expiry_date: null,
      refresh_due: null,
      unavailable_since: null,
    }
    if (!(await store.insert(tx, row))) {
      const winner = await store.lockByLogin(tx, identity)
      if (!winner) throw new AppError('unavailable', { internal: 'a simultaneous connection came and went' })
      return renew(tx, application, winner, login, key, at)
    }
    await tell(tx, application, row, 'connection.created', { at, key })
    return row
  }

  /** A login that has a connection: unless a job runs, its credentials are replaced. */
  async function renew(
    tx: Tx,
    application: Application,
    row: ConnectionRow,
    login: Login,
    key: ConsentKey,
    at: Date,
  ): Promise<ConnectionRow> {
    if (await jobs.running(tx, application, row.id)) return row
    const change = { sealed_credentials: key.seal(credentialsPurpose(row.id), JSON.stringify(login)) }
    return applyTrigger(tx, application, row, 'credentials-updated', { at, key, change })
  }

  async function requireQuota(tx: Tx, application: Application): Promise<void> {
    if (!application.settings.quotas || application.kind !== 'sandbox') return
    if ((await store.countOfApplication(tx, application.id)) >= sandboxLimit)
      throw new AppError('sandbox-connections-limit')
  }

  function requireInstitution(id: string): asserts id is InstitutionId {
    if (!registry.find(id, 'web')) throw new AppError('connection-institution-unknown')
  }

  async function connect(application: Application, request: ConnectRequest): Promise<StartedJob> {
    requireInstitution(request.institutionId)
    const { userId, institutionId, consentId } = request
    const key = await vault.key(application.id, consentId)
    const at = clock.now(application)
    return inTransaction(db, async (tx) => {
      // A connection made while its consent ends would be missed by that ending.
      if (!(await store.holdConsent(tx, application.id, consentId))) {
        throw new AppError('unavailable', { internal: 'the consent ended meanwhile' })
      }
      const { id } = await takeUp(tx, application, request, key, at)
      return jobs.start(tx, application, {
        userId,
        institutionId,
        consentId,
        connectionId: id,
        kind: 'connect',
      })
    })
  }

  return {
    /**
     * Connects a user to an institution. The same login joins the job that runs for it, or takes up the connection it
     * had; another login makes another connection (settled 5).
     * @throws AppError connection-institution-unknown, sandbox-connections-limit
     */
    connect,

    /**
     * The 2.x way in: `POST /users/{userId}/connections`. A user without consent gets one of origin `system`. `read`
     * reads the body, since the user's existence is answered first.
     * @throws AppError user-not-found and those of `connect` and of the body
     */
    async create(application: Application, userId: UserId, read: () => ConnectionInput): Promise<StartedJob> {
      await users.require(application, userId)
      const { institutionId, login } = read()
      requireInstitution(institutionId)
      const consent =
        (await consents.activeConsent(application, userId)) ??
        (await consents.give(application, { userId, origin: 'system' }))
      return connect(application, { userId, institutionId, login, consentId: consent.id })
    },

    /**
     * Replaces the login of a web connection and reads the bank with it (data §5.10). While a job runs it is the answer,
     * and nothing changes.
     * @throws AppError user-not-found, connection-not-found, connection-not-web, connection-institution-differs,
     * connection-login-taken and those of the body
     */
    async update(
      application: Application,
      userId: UserId,
      id: ConnectionId,
      read: () => CredentialsInput,
    ): Promise<StartedJob> {
      await users.require(application, userId)
      const known = await store.findOfUser(db, application.id, userId, id)
      if (!known) throw new AppError('connection-not-found', { internal: `connection ${id}` })
      const input = read()
      if (known.method !== 'web') throw new AppError('connection-not-web')
      if (input.institutionId !== undefined && input.institutionId !== known.institution_id) {
        throw new AppError('connection-institution-differs')
      }
      const key = await vault.key(application.id, known.consent_id)
      const at = clock.now(application)
      return inTransaction(db, async (tx) => {
        const row = await store.lock(tx, application.id, id)
        if (!row) throw new AppError('connection-not-found', { internal: `connection ${id}` })
        const running = await jobs.running(tx, application, id)
        if (running) return { jobId: running, connectionId: id, joined: true }
        await replaceLogin(tx, application, row, input.login, key, at)
        return jobs.start(tx, application, { ...subject(row), kind: 'update' })
      })
    },

    /**
     * The person gives a new login for a web connection (AC-701): a job tries it, and it takes the place of the old one
     * once the institution let it in. Until then, and if it does not, the connection keeps what it has. Members that are
     * absent are taken from the stored login. While another job runs that one is the answer (`joined`), and nothing
     * changes.
     * @throws AppError user-not-found, connection-not-found, connection-not-web, connection-login-taken
     */
    async updateLogin(
      application: Application,
      userId: UserId,
      id: ConnectionId,
      given: CredentialsInput['login'],
    ): Promise<StartedJob> {
      await users.require(application, userId)
      const known = await store.findOfUser(db, application.id, userId, id)
      if (!known) throw new AppError('connection-not-found', { internal: `connection ${id}` })
      if (known.method !== 'web') throw new AppError('connection-not-web')
      const key = await vault.key(application.id, known.consent_id)
      return inTransaction(db, async (tx) => {
        const row = await store.lock(tx, application.id, id)
        if (!row) throw new AppError('connection-not-found', { internal: `connection ${id}` })
        const running = await jobs.running(tx, application, id)
        if (running) return { jobId: running, connectionId: id, joined: true }
        const { login } = await mergeLogin(tx, application, row, given, key)
        return jobs.start(tx, application, { ...subject(row), kind: 'update', trial: { login, key } })
      })
    },
  }

  /** What the stored login becomes with the given members in place of its own. */
  async function mergeLogin(
    tx: Tx,
    application: Application,
    row: ConnectionRow,
    given: CredentialsInput['login'],
    key: ConsentKey,
  ): Promise<{ login: Login; loginHash: Buffer }> {
    const stored = row.sealed_credentials
      ? (JSON.parse(key.open(credentialsPurpose(row.id), row.sealed_credentials).toString()) as Login)
      : { loginId: '' }
    const login: Login = { ...stored, ...given }
    const loginHash = vault.loginHash(application.id, login.loginId)
    const owner = await store.lockByLogin(tx, { ...row, login_hash: loginHash })
    if (owner && owner.id !== row.id) throw new AppError('connection-login-taken')
    return { login, loginHash }
  }

  async function replaceLogin(
    tx: Tx,
    application: Application,
    row: ConnectionRow,
    given: CredentialsInput['login'],
    key: ConsentKey,
    at: Date,
  ): Promise<void> {
    const { login, loginHash } = await mergeLogin(tx, application, row, given, key)
    const change = {
      sealed_credentials: key.seal(credentialsPurpose(row.id), JSON.stringify(login)),
      login_hash: loginHash,
    }
    await applyTrigger(tx, application, row, 'credentials-updated', { at, key, change })
  }
}

const subject = (
  row: ConnectionRow,
): { userId: UserId; connectionId: ConnectionId; consentId: ConsentId; institutionId: InstitutionId } => ({
  userId: row.user_id,
  connectionId: row.id,
  consentId: row.consent_id,
  institutionId: row.institution_id,
})
