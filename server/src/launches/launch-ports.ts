import type { AccountsService } from '../accounts/accounts.service.ts'
import type { Application } from '../applications/applications.types.ts'
import type { AuthLinksService } from '../auth-links/auth-links.service.ts'
import type { ConnectionsService } from '../connections/connections.service.ts'
import { loginHint } from '../connections/login-hint.ts'
import type { ConnectorRegistry, RegisteredConnector } from '../connector-host/registry.ts'
import type { ConsentsService } from '../consents/consents.service.ts'
import type { Consent } from '../consents/consents.types.ts'
import type { Db } from '../db/database.ts'
import { AppError } from '../errors/app-error.ts'
import type { ConnectionId, InstitutionId, JobId, UserId } from '../ids.ts'
import type { JobsService } from '../jobs/jobs.service.ts'
import type { PoliciesService } from '../policies/policies.service.ts'
import { scopesDiffer } from '../policies/policy-diff.ts'
import { clusters } from '../policies/wording.ts'
import type { UsersService } from '../users/users.service.ts'
import type { Vault } from '../vault/vault.ts'
import type { AccountFound, BankEntry, ConsentGiven, LaunchPorts } from './launches.types.ts'
import type { ConnectionDetail, ManagePorts } from './manage.types.ts'

export interface LaunchPortsDeps {
  readonly db: Db
  readonly vault: Pick<Vault, 'key'>
  readonly policies: Pick<PoliciesService, 'currentPolicy' | 'find'>
  readonly consents: Pick<
    ConsentsService,
    | 'activeConsent'
    | 'give'
    | 'replace'
    | 'isDeleting'
    | 'revoke'
    | 'history'
    | 'extension'
    | 'extend'
    | 'electDeletion'
    | 'touchedByPerson'
  >
  readonly authLinks: Pick<AuthLinksService, 'close'>
  readonly users: Pick<UsersService, 'require'>
  readonly registry: ConnectorRegistry
  readonly connections: Pick<
    ConnectionsService,
    'connect' | 'summaries' | 'list' | 'disconnect' | 'updateLogin'
  >
  readonly jobs: Pick<JobsService, 'reading'>
  readonly mfa: {
    /** @throws AppError mfa-* when the answer is wrong, late or not asked for */
    answer(
      application: Application,
      userId: UserId,
      jobId: JobId,
      answers: readonly string[],
    ): Promise<unknown>
  }
  readonly accounts: Pick<AccountsService, 'list'>
}

/** The other features' services in the words of the flow. */
export function createLaunchPorts(deps: LaunchPortsDeps): LaunchPorts {
  const { policies, consents, users, registry, connections, jobs, mfa, accounts } = deps
  const banks = registry.list().map(toBankEntry)
  return {
    ...managePorts(deps),
    policy: (application) => policies.currentPolicy(application),
    wording: (scopes) => clusters(scopes, 'individual'),
    activeConsent: (application, userId) => consents.activeConsent(application, userId),
    async giveConsent(application, userId, given) {
      return toGiven(await consents.give(application, { userId, origin: 'user', ...toGiveConsent(given) }))
    },
    withdrawConsent: (application, userId, consentId) =>
      consents.revoke(application, userId, consentId, 'consumer').catch(alreadyEnded),
    isDeleting: (application, userId) => consents.isDeleting(application, userId),
    userExists: (application, userId) =>
      users.require(application, userId).then(
        () => true,
        (error: unknown) => {
          if (error instanceof AppError && error.problem === 'user-not-found') return false
          throw error
        },
      ),
    banks: () => banks,
    connections: (application, userId) => connections.summaries(application, userId),
    connect: (application, request) => connections.connect(application, request),
    job: (application, userId, jobId) => jobs.reading(application, userId, jobId),
    async answer(application, userId, jobId, answers) {
      await mfa.answer(application, userId, jobId, answers)
    },
    accounts: (application, userId, connectionId) => accountsOf(accounts, application, userId, connectionId),
  }
}

function managePorts(deps: LaunchPortsDeps): ManagePorts {
  const { policies, consents, connections, authLinks } = deps
  return {
    history: (application, userId) => consents.history(application, userId),
    policyVersion: (application, id) => policies.find(application, id),
    scopesDiffer: (consent, policy) =>
      scopesDiffer(consent.content.data.permissions, policy.content.permissions),
    extension: (application, userId) => consents.extension(application, userId),
    extendConsent: (application, userId) => consents.extend(application, userId),
    async replaceConsent(application, userId, given) {
      return toGiven(await consents.replace(application, { userId, origin: 'user', ...toGiveConsent(given) }))
    },
    electDeletion: (application, userId, id) => consents.electDeletion(application, userId, id),
    touchedByPerson: (application, userId) => consents.touchedByPerson(application, userId),
    connectionDetails: (application, userId) => detailsOf(deps, application, userId),
    disconnect: (application, userId, id) =>
      connections.disconnect(application, userId, id).catch((error: unknown) => {
        // Gone a moment ago is what the person asked for.
        if (!(error instanceof AppError) || error.problem !== 'connection-not-found') throw error
      }),
    closeAuthLink: (application, id) => authLinks.close(application, id),
    loginHint: (application, userId, id) => loginHint(deps, application.id, userId, id),
    updateLogin: (application, userId, id, login) => connections.updateLogin(application, userId, id, login),
  }
}

const toGiven = ({ id, expiryDate, status }: Consent) => ({ id, expiryDate, ended: status !== 'active' })

/** A consent that was ended from elsewhere a moment ago is what the person asked for. */
function alreadyEnded(error: unknown): void {
  if (!(error instanceof AppError) || error.problem !== 'consent-not-found') throw error
}

function toBankEntry({ connector, baseUrl }: RegisteredConnector): BankEntry {
  const { institution } = connector
  return {
    id: institution.id as InstitutionId,
    name: institution.name,
    shortName: institution.shortName,
    aliases: institution.aliases,
    tier: institution.tier,
    // Measured status comes with the status feature; until then what is listed works.
    status: 'operational',
    test: institution.type === 'Test Bank',
    color: institution.color,
    captions: institution.captions,
    forgottenPasswordUrl:
      institution.forgottenPasswordPath === undefined
        ? null
        : `${baseUrl}${institution.forgottenPasswordPath}`,
  }
}

function toGiveConsent({
  policyId,
  scopes,
  deleteElection,
  adviser,
  launchId,
  displayed,
  givenFrom,
}: ConsentGiven) {
  return {
    policyId,
    ticked: scopes,
    deleteElection,
    ...(adviser && { organisation: { ...adviser } }),
    launchId,
    displayed,
    givenFrom,
  }
}

interface AccountRow {
  readonly id: string
  readonly name: string
  readonly accountNo: string | null
  readonly connection: string
}

/** Accounts as the API serves them. */
async function readAccounts(
  accounts: LaunchPortsDeps['accounts'],
  application: Application,
  userId: UserId,
  filter?: string,
): Promise<AccountRow[]> {
  const list = await accounts.list(application, { userId, filter, self: `/users/${userId}/accounts` })
  return (JSON.parse(list.toString()) as { data: AccountRow[] }).data
}

const toFound = ({ id, name, accountNo }: AccountRow): AccountFound => ({
  id,
  name,
  number: masked(accountNo ?? ''),
})

/** The accounts of one connection, in the little that S-13 shows. */
async function accountsOf(
  accounts: LaunchPortsDeps['accounts'],
  application: Application,
  userId: UserId,
  connectionId: ConnectionId,
): Promise<AccountFound[]> {
  const filter = `connection.id.eq('${connectionId}')`
  return (await readAccounts(accounts, application, userId, filter)).map(toFound)
}

async function detailsOf(
  { connections, accounts }: LaunchPortsDeps,
  application: Application,
  userId: UserId,
): Promise<ConnectionDetail[]> {
  const [list, found] = await Promise.all([
    connections.list(application, userId, undefined, `/users/${userId}/connections`),
    readAccounts(accounts, application, userId),
  ])
  return list.data.map((one) => ({
    id: one.id as ConnectionId,
    institutionId: one.institution.id as InstitutionId,
    method: one.method,
    status: one.status ?? 'pending',
    created: one.createdDate,
    lastUsed: one.lastUsed ?? null,
    expiry: one.expiryDate === '' ? null : one.expiryDate,
    accounts: found.filter((account) => account.connection === one.id).map(toFound),
  }))
}

/** Never more than the last four digits on a screen. */
const masked = (number: string): string => (number === '' ? '' : `xxxx${number.replace(/\D/g, '').slice(-4)}`)
