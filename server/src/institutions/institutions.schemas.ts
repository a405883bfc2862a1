import { type Static, Type } from 'typebox'

const Caption = Type.Optional(Type.String())

export const ConnectorParams = Type.Object({ connectorId: Type.String(), method: Type.String() })
export const InstitutionParams = Type.Object({ institutionId: Type.String() })
export const CatalogueQuery = Type.Object({
  filter: Type.Optional(
    Type.String({ description: "For example `connector.stage.eq('live')`; commas mean AND" }),
  ),
})

const Logo = Type.Object({
  type: Type.Literal('image'),
  colors: Type.Object({ primary: Type.String() }),
  links: Type.Object({ full: Type.String(), square: Type.String() }),
})

/** Milliseconds of the steps on average; 0 until measured. */
const AverageDurations = Type.Object({
  averageDurationMs: Type.Object({
    verifyCredentials: Type.Integer(),
    retrieveAccounts: Type.Integer(),
    retrieveTransactions: Type.Integer(),
    retrieveMeta: Type.Integer(),
    total: Type.Integer(),
  }),
})

export const ConnectorOut = Type.Object({
  type: Type.Literal('connector'),
  id: Type.String({ description: 'Institution id', pattern: '^[A-Z]{2}[0-9]{5}$' }),
  method: Type.String({ description: '`web`, `open-banking`, `csv` or `pdf`' }),
  stage: Type.String(),
  status: Type.String(),
  institution: Type.Object({
    type: Type.String(),
    name: Type.String(),
    shortName: Type.String(),
    tier: Type.String(),
    country: Type.String(),
    logo: Logo,
  }),
  scopes: Type.Array(Type.String()),
  authorization: Type.Object({
    type: Type.String(),
    meta: Type.Object({
      login_id_caption: Caption,
      password_caption: Caption,
      secondary_login_id_caption: Caption,
      security_code_caption: Caption,
      forgotten_password_url: Caption,
    }),
  }),
  stats: AverageDurations,
  links: Type.Object({ self: Type.String() }),
})
export type ConnectorOut = Static<typeof ConnectorOut>

const Source = Type.Array(Type.String())

export const InstitutionOut = Type.Object({
  type: Type.Literal('institution'),
  id: Type.String(),
  name: Type.String(),
  shortName: Type.String(),
  country: Type.String(),
  tier: Type.String(),
  institutionType: Type.String(),
  serviceName: Type.String(),
  serviceType: Type.String(),
  loginIdCaption: Caption,
  passwordCaption: Caption,
  secondaryLoginIdCaption: Caption,
  securityCodeCaption: Caption,
  forgottenPasswordUrl: Caption,
  authorization: Type.String(),
  stage: Type.String(),
  status: Type.String(),
  features: Type.Object({
    login: Source,
    mfaChallenge: Source,
    accounts: Type.Record(Type.String(), Source),
    transactions: Type.Record(Type.String(), Source),
    profile: Type.Record(Type.String(), Source),
  }),
  stats: AverageDurations,
  logo: Logo,
  links: Type.Object({ self: Type.String() }),
})
export type InstitutionOut = Static<typeof InstitutionOut>

const listOf = <T extends Type.TSchema>(item: T) =>
  Type.Object({
    type: Type.Literal('list'),
    totalCount: Type.Integer(),
    data: Type.Array(item),
    links: Type.Object({ self: Type.String() }),
  })

export const ConnectorListOut = listOf(ConnectorOut)
export type ConnectorListOut = Static<typeof ConnectorListOut>
export const InstitutionListOut = listOf(InstitutionOut)
export type InstitutionListOut = Static<typeof InstitutionListOut>
