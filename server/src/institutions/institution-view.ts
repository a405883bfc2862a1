import type { RegisteredConnector } from '../connector-host/registry.ts'
import type { Links } from '../http/links.ts'
import type { ConnectorOut, InstitutionOut } from './institutions.schemas.ts'

const unmeasured = {
  averageDurationMs: {
    verifyCredentials: 0,
    retrieveAccounts: 0,
    retrieveTransactions: 0,
    retrieveMeta: 0,
    total: 0,
  },
}

const logoOf = (id: string, color: string, links: Links) => ({
  type: 'image' as const,
  colors: { primary: color },
  links: { full: links.to(`/logos/${id}-full.svg`), square: links.to(`/logos/${id}-square.svg`) },
})

const forgottenUrl = ({ connector, baseUrl }: RegisteredConnector): string | undefined => {
  const path = connector.institution.forgottenPasswordPath
  return path === undefined ? undefined : `${baseUrl}${path}`
}

/** A connector as `GET /connectors` shows it (data §3.3). Captions name the inputs that are needed, and no others. */
export function toConnector(registered: RegisteredConnector, links: Links): ConnectorOut {
  const { institution, method } = registered.connector
  const { captions } = institution
  const forgotten = forgottenUrl(registered)
  return {
    type: 'connector',
    id: institution.id,
    method,
    stage: institution.stage,
    status: 'operational',
    institution: {
      type: institution.type,
      name: institution.name,
      shortName: institution.shortName,
      tier: institution.tier,
      country: institution.country,
      logo: logoOf(institution.id, institution.color, links),
    },
    scopes: [...institution.scopes],
    authorization: {
      type: institution.authorization,
      meta: {
        login_id_caption: captions.loginId,
        password_caption: captions.password,
        ...(captions.secondaryLoginId && { secondary_login_id_caption: captions.secondaryLoginId }),
        ...(captions.securityCode && { security_code_caption: captions.securityCode }),
        ...(forgotten && { forgotten_password_url: forgotten }),
      },
    },
    stats: unmeasured,
    links: { self: links.to(`/connectors/${institution.id}/${method}`) },
  }
}

/** The same connector in the older shape of `GET /institutions` (data §4). */
export function toInstitution(registered: RegisteredConnector, links: Links): InstitutionOut {
  const { institution } = registered.connector
  const { captions, id } = institution
  const forgotten = forgottenUrl(registered)
  return {
    type: 'institution',
    id,
    name: institution.name,
    shortName: institution.shortName,
    country: institution.country,
    tier: institution.tier,
    institutionType: institution.type,
    serviceName: institution.serviceName,
    serviceType: institution.serviceType,
    loginIdCaption: captions.loginId,
    passwordCaption: captions.password,
    ...(captions.secondaryLoginId && { secondaryLoginIdCaption: captions.secondaryLoginId }),
    ...(captions.securityCode && { securityCodeCaption: captions.securityCode }),
    ...(forgotten && { forgottenPasswordUrl: forgotten }),
    authorization: institution.authorization,
    stage: institution.stage,
    status: 'operational',
    features: featuresOf(registered),
    stats: unmeasured,
    logo: logoOf(id, institution.color, links),
    links: { self: links.to(`/institutions/${id}`) },
  }
}

const accountData = [
  'accountNo',
  'name',
  'currency',
  'balance',
  'availableFunds',
  'lastUpdated',
  'accountHolder',
]
const transactionData = ['status', 'description', 'date', 'amount', 'balance', 'class']
const profileData = [
  'fullName',
  'firstName',
  'lastName',
  'middleName',
  'phoneNumbers',
  'emailAddresses',
  'physicalAddresses',
]

/** Which datum comes from which source; `meta` of accounts does not come from a bank's web pages. */
function featuresOf({ connector }: RegisteredConnector): InstitutionOut['features'] {
  const { method, institution } = connector
  const here = [method]
  const from = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, here]))
  return {
    login: here,
    mfaChallenge: institution.authorization === 'user' ? [] : here,
    accounts: { ...from(accountData), meta: [] },
    transactions: from(transactionData),
    profile: from(profileData),
  }
}
