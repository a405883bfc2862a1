import type { FastifyInstance } from 'fastify'
import { accountRoutes } from './accounts/accounts.routes.ts'
import { authLinkRoutes } from './auth-links/auth-links.routes.ts'
import { connectionRoutes } from './connections/connections.routes.ts'
import { consentRoutes } from './consents/consents.routes.ts'
import { eventRoutes } from './events/events.routes.ts'
import { healthRoutes } from './http/health.routes.ts'
import { identityRoutes } from './identities/identities.routes.ts'
import { institutionRoutes } from './institutions/institutions.routes.ts'
import { jobsRoutes } from './jobs/jobs.routes.ts'
import { launchAssetRoutes } from './launches/assets.routes.ts'
import { connectRoutes } from './launches/connect.routes.ts'
import { launchRoutes } from './launches/launches.routes.ts'
import { mfaRoutes } from './mfa/mfa.routes.ts'
import { policyRoutes } from './policies/policies.routes.ts'
import { sandboxControlRoutes } from './sandbox-control/sandbox-control.routes.ts'
import type { Services } from './services.ts'
import { statementRoutes } from './statements/statements.routes.ts'
import { tokenRoutes } from './tokens/tokens.routes.ts'
import { transactionRoutes } from './transactions/transactions.routes.ts'
import { userRoutes } from './users/users.routes.ts'
import { webhookRoutes } from './webhooks/webhooks.routes.ts'

/** Every route of the API and the hosted pages. `sandbox` adds our own control of a sandbox application. */
export async function registerRoutes(
  app: FastifyInstance,
  services: Services,
  { sandbox }: { sandbox: boolean },
): Promise<void> {
  const { links } = services
  await app.register(healthRoutes(services.db))
  await app.register(tokenRoutes(services.tokens))
  await app.register(userRoutes(services.users, links))
  await app.register(authLinkRoutes(services.authLinks))
  await app.register(consentRoutes(services.consents))
  await app.register(policyRoutes(services.policies))
  await app.register(eventRoutes(services.events, links))
  await app.register(jobsRoutes(services.jobs))
  await app.register(mfaRoutes(services.mfa))
  await app.register(institutionRoutes(services.institutions))
  await app.register(connectionRoutes(services.connections))
  await app.register(accountRoutes(services.accounts))
  await app.register(transactionRoutes(services.transactions))
  await app.register(identityRoutes(services.identities))
  await app.register(statementRoutes(services.statements))
  await app.register(webhookRoutes(services.webhooks, services.messages, links))
  await app.register(launchAssetRoutes((id) => services.registry.find(id, 'web')?.connector.institution))
  await app.register(launchRoutes(services.launches))
  await app.register(connectRoutes(services.connect))
  if (sandbox) await app.register(sandboxControlRoutes(services))
}
