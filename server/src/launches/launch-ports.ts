import type { AccountsService } from '../accounts/accounts.service.ts'
import type { Application } from '../applications/applications.types.ts'
import type { ConnectionsPort } from '../connections/connections.types.ts'
import type { ConnectorRegistry, RegisteredConnector } from '../connector-host/registry.ts'
import type { ConsentsService } from '../consents/consents.service.ts'
import { AppError } from '../errors/app-error.ts'
import type { ConnectionId, InstitutionId, JobId, UserId } from '../ids.ts'
import type { JobsService } from '../jobs/jobs.service.ts'
import type { PoliciesService } from '../policies/policies.service.ts'
import { clusters } from '../policies/wording.ts'
import type { UsersService } from '../users/users.service.ts'
import type { AccountFound, BankEntry, ConsentGiven, LaunchPorts } from './launches.types.ts'

export interface LaunchPortsDeps {
  readonly policies: Pick<PoliciesService, 'currentPolicy'>
  readonly consents: Pick<ConsentsService, 'activeConsent' | 'give' | 'isDeleting' | 'revoke'>
  readonly users: Pick<UsersService, 'require'>
  readonly registry: ConnectorRegistry
  readonly connections: Pick<ConnectionsPort, 'connect' | 'summaries'>
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
    policy: (application) => policies.currentPolicy(application),
    wording: (scopes) => clusters(scopes, 'individual'),
    activeConsent: (application, userId) => consents.activeConsent(application, userId),
    async giveConsent(application, userId, given) {
      const consent = await consents.give(application, { userId, origin: 'user', ...toGiveConsent(given) })
      return { id: consent.id, expiryDate: consent.expiryDate, ended: consent.status !== 'active' }
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

/** The accounts of one connection as the API serves them, in the little that S-13 shows. */
async function accountsOf(
  accounts: LaunchPortsDeps['accounts'],
  application: Application,
  userId: UserId,
  connectionId: ConnectionId,
): Promise<AccountFound[]> {
  const filter = `connection.id.eq('${connectionId}')`
  const list = await accounts.list(application, { userId, filter, self: `/users/${userId}/accounts` })
  const { data } = JSON.parse(list.toString()) as {
    data: { id: string; name: string; accountNo: string | null }[]
  }
  return data.map(({ id, name, accountNo }) => ({ id, name, number: masked(accountNo ?? '') }))
}

/** Never more than the last four digits on a screen. */
const masked = (number: string): string => (number === '' ? '' : `xxxx${number.replace(/\D/g, '').slice(-4)}`)
