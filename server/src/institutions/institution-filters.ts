import { type Clause, clauseHolds, type FilterSpec, type PropertySpec, parseFilter } from '../http/filter.ts'
import type { ConnectorOut } from './institutions.schemas.ts'

const text: PropertySpec = { conditions: ['eq'], kind: 'text' }
const among = (values: readonly string[], synonyms?: Readonly<Record<string, string>>): PropertySpec => ({
  ...text,
  values,
  ...(synonyms && { synonyms }),
})

const statuses = [
  'operational',
  'degraded-performance',
  'partial-outage',
  'major-outage',
  'under-maintenance',
  'under-improvement',
]
const authorizations = ['user', 'user-mfa', 'user-mfa-intermittent', 'other', 'token', 'user-token']
const countries = ['Australia', 'New Zealand']
const tiers = ['1', '2', '3', '4']
const stages = ['live', 'beta', 'alpha']
const institutionTypes = [
  'Bank',
  'Bank (Foreign)',
  'Test Bank',
  'Credit Union',
  'Financial Services',
  'Superannuation',
  'Building Society',
  'Government',
]

/** What `GET /connectors` can be filtered by (data §3.4). */
const connectorFilters = {
  'connector.id': text,
  'connector.method': among(['web', 'open-banking', 'pdf', 'csv'], { openbanking: 'open-banking' }),
  'connector.status': among(statuses),
  'connector.stage': among(stages),
  'connector.scopes': text,
  'connector.institution.country': { ...among(countries), aliases: ['institution.country'] },
  'connector.institution.tier': { ...among(tiers), aliases: ['institution.tier'] },
  'connector.institution.type': { ...among(institutionTypes), aliases: ['institution.type'] },
  'connector.institution.name': { ...text, aliases: ['institution.name'] },
  'connector.institution.shortName': { ...text, aliases: ['institution.shortName'] },
  'connector.authorization.type': among(authorizations),
  'connector.connectorEngine': { ...among(['chrome', 'node']), aliases: ['connector.connectorCategory'] },
} as const satisfies FilterSpec

/** What `GET /institutions` can be filtered by (data §4). */
const institutionFilters = {
  'institution.id': text,
  'institution.country': text,
  'institution.tier': among(tiers),
  'institution.authorization': among(authorizations),
  'institution.serviceType': text,
  'institution.institutionType': among(institutionTypes),
  'institution.stage': among(stages),
  'institution.status': among(statuses),
  'institution.connectorStatus': text,
} as const satisfies FilterSpec

export interface Listed {
  readonly connector: ConnectorOut
  readonly serviceType: string
}

const scopesHold = ({ condition, values }: Clause, scopes: readonly string[]): boolean => {
  const has = values.some((value) => scopes.includes(value))
  return condition === 'ne' ? !has : has
}

function connectorHolds(clause: Clause<keyof typeof connectorFilters>, { connector }: Listed): boolean {
  if (clause.property === 'connector.scopes') return scopesHold(clause, connector.scopes)
  const { institution } = connector
  const values: Record<Exclude<typeof clause.property, 'connector.scopes'>, string> = {
    'connector.id': connector.id,
    'connector.method': connector.method,
    'connector.status': connector.status,
    'connector.stage': connector.stage,
    'connector.institution.country': institution.country,
    'connector.institution.tier': institution.tier,
    'connector.institution.type': institution.type,
    'connector.institution.name': institution.name,
    'connector.institution.shortName': institution.shortName,
    'connector.authorization.type': connector.authorization.type,
    // No connector needs a browser.
    'connector.connectorEngine': 'node',
  }
  return clauseHolds(clause, values[clause.property])
}

function institutionHolds(clause: Clause<keyof typeof institutionFilters>, listed: Listed): boolean {
  const { connector, serviceType } = listed
  // An undocumented filter of one client: whatever is listed is active.
  if (clause.property === 'institution.connectorStatus') return true
  const values: Record<Exclude<typeof clause.property, 'institution.connectorStatus'>, string> = {
    'institution.id': connector.id,
    'institution.country': connector.institution.country,
    'institution.tier': connector.institution.tier,
    'institution.authorization': connector.authorization.type,
    'institution.serviceType': serviceType,
    'institution.institutionType': connector.institution.type,
    'institution.stage': connector.stage,
    'institution.status': connector.status,
  }
  return clauseHolds(clause, values[clause.property])
}

/** @throws AppError filter-invalid */
export function filterConnectors(filter: unknown, all: readonly Listed[]): readonly Listed[] {
  const clauses = parseFilter(filter, connectorFilters)
  return all.filter((listed) => clauses.every((clause) => connectorHolds(clause, listed)))
}

/** @throws AppError filter-invalid */
export function filterInstitutions(filter: unknown, all: readonly Listed[]): readonly Listed[] {
  const clauses = parseFilter(filter, institutionFilters)
  return all.filter((listed) => clauses.every((clause) => institutionHolds(clause, listed)))
}
