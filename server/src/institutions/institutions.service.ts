import type { ConnectorMethod, ConnectorRegistry } from '../connector-host/registry.ts'
import { AppError } from '../errors/app-error.ts'
import type { Links } from '../http/links.ts'
import { filterConnectors, filterInstitutions } from './institution-filters.ts'
import { toConnector, toInstitution } from './institution-view.ts'
import type {
  ConnectorListOut,
  ConnectorOut,
  InstitutionListOut,
  InstitutionOut,
} from './institutions.schemas.ts'

export interface InstitutionsDeps {
  readonly registry: ConnectorRegistry
  readonly links: Links
}

export type InstitutionsService = ReturnType<typeof createInstitutionsService>

const institutionId = /^[A-Z]{2}[0-9]{5}$/
const methods: ReadonlySet<string> = new Set(['web', 'open-banking', 'pdf', 'csv'])

/** The catalogue of what can be connected: institutions that have a connector, and no others (settled 14). */
export function createInstitutionsService({ registry, links }: InstitutionsDeps) {
  const entries = registry.list().map((registered) => ({
    connector: toConnector(registered, links),
    serviceType: registered.connector.institution.serviceType,
    institution: toInstitution(registered, links),
  }))
  // An institution is listed once, whatever the number of its connectors.
  const institutions = entries.filter(
    (entry, i) => entries.findIndex((e) => e.connector.id === entry.connector.id) === i,
  )

  return {
    /** `self` is the path and query of the request. @throws AppError filter-invalid */
    listConnectors(filter: unknown, self: string): ConnectorListOut {
      const data = filterConnectors(filter, entries).map(({ connector }) => connector)
      return { type: 'list', totalCount: data.length, data, links: { self: links.to(self) } }
    },

    /** @throws AppError connector-id-invalid, connector-method-invalid, connector-not-found */
    readConnector(id: string, method: string): ConnectorOut {
      if (!institutionId.test(id)) throw new AppError('connector-id-invalid')
      const known = method === 'openbanking' ? 'open-banking' : method
      if (!methods.has(known)) throw new AppError('connector-method-invalid')
      const found = registry.find(id, known as ConnectorMethod)
      if (!found) throw new AppError('connector-not-found')
      return toConnector(found, links)
    },

    /** @throws AppError filter-invalid */
    listInstitutions(filter: unknown, self: string): InstitutionListOut {
      const kept = new Set(filterInstitutions(filter, institutions))
      const data = institutions.filter((entry) => kept.has(entry)).map(({ institution }) => institution)
      return { type: 'list', totalCount: data.length, data, links: { self: links.to(self) } }
    },

    /** @throws AppError institution-id-invalid, institution-not-found */
    readInstitution(id: string): InstitutionOut {
      if (!institutionId.test(id)) throw new AppError('institution-id-invalid')
      const found = institutions.find((entry) => entry.connector.id === id)
      if (!found) throw new AppError('institution-not-found')
      return found.institution
    },
  }
}
