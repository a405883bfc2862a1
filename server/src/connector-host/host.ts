import type { Connector, Context } from '@banksia/connector-kit'
import type { Application } from '../applications/applications.types.ts'
import { type Clock, timestamp } from '../clock.ts'
import type { BankNetwork } from './bank-http.ts'
import { type GuardedCall, guarded, type HostLogger } from './guard.ts'
import type { ConnectorMethod, ConnectorRegistry } from './registry.ts'

/** One job's dealings with one institution: every call of the connector goes through the guard. */
export interface BankVisit {
  readonly connector: Connector
  /** @throws ConnectorError; or the signal's reason once the job is over */
  call<Value>(
    operation: string,
    work: (connector: Connector, ctx: Context) => Promise<Value>,
    options?: { readonly timeoutMs?: number },
  ): Promise<Value>
}

export interface VisitRequest {
  readonly application: Application
  readonly institutionId: string
  readonly method: ConnectorMethod
  readonly signal: AbortSignal
}

export interface ConnectorHost {
  readonly registry: ConnectorRegistry
  /** `undefined` when no connector serves the institution by this method. */
  visit(request: VisitRequest): BankVisit | undefined
}

export interface HostDeps {
  readonly registry: ConnectorRegistry
  readonly network: BankNetwork
  readonly clock: Clock
  readonly logger: HostLogger
}

export function createConnectorHost({ registry, network, clock, logger }: HostDeps): ConnectorHost {
  return {
    registry,
    visit({ application, institutionId, method, signal }) {
      const registered = registry.find(institutionId, method)
      if (!registered) return undefined
      const { connector, baseUrl, sandbox } = registered
      return {
        connector,
        call(operation, work, options) {
          const call: GuardedCall = { institutionId, operation, signal, logger, ...options }
          return guarded(call, (callSignal) => {
            const now = clock.now(application)
            const headers = sandbox ? { 'sandbox-time': timestamp(now), 'sandbox-world': application.id } : {}
            const http = network.open({ baseUrl, headers, signal: callSignal })
            return work(connector, { http, origin: baseUrl, now: () => now, signal: callSignal })
          })
        },
      }
    },
  }
}
