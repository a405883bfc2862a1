import type { Connector } from '@banksia/connector-kit'

export type ConnectorMethod = 'web' | 'open-banking' | 'pdf' | 'csv'

/** A connector and where its institution is reached. */
export interface RegisteredConnector {
  readonly connector: Connector
  /** URL below which the institution's internet banking lives, without a trailing slash. */
  readonly baseUrl: string
  /** A sandbox bank follows the application's time and keeps each application apart. */
  readonly sandbox: boolean
}

export interface ConnectorRegistry {
  /** Every connector, in the order of its institution's id. */
  list(): readonly RegisteredConnector[]
  find(institutionId: string, method: ConnectorMethod): RegisteredConnector | undefined
}

/** Where each sandbox bank lives below `BANKSIA_BANK_URL`. Written out, so that one look shows what can be reached. */
const sandboxPaths: Readonly<Record<string, string>> = {
  AU00000: '/hooli',
  AU00002: '/pied-piper',
  AU00003: '/nucleus/ib',
  AU00004: '/hooligov/ib',
}

export interface RegistryOptions {
  readonly connectors: readonly Connector[]
  /** Origin of the sandbox banks. */
  readonly bankUrl: string
}

/**
 * Institution × method → connector.
 * @throws Error for a connector without an address, or two for the same institution
 */
export function createConnectorRegistry({ connectors, bankUrl }: RegistryOptions): ConnectorRegistry {
  const byKey = new Map<string, RegisteredConnector>()
  for (const connector of connectors) {
    const { id } = connector.institution
    const path = sandboxPaths[id]
    if (path === undefined) throw new Error(`no address is registered for ${id}`)
    const key = `${id}/${connector.method}`
    if (byKey.has(key)) throw new Error(`two connectors for ${key}`)
    byKey.set(key, { connector, baseUrl: bankUrl.replace(/\/+$/, '') + path, sandbox: true })
  }
  const all = [...byKey.values()].sort((a, b) =>
    a.connector.institution.id.localeCompare(b.connector.institution.id),
  )
  return {
    list: () => all,
    find: (institutionId, method) => byKey.get(`${institutionId}/${method}`),
  }
}
