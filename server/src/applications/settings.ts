import { type Static, Type } from 'typebox'

/** Ways in which answers may differ from the documented default, for clients that need it (core §12). All off. */
export const Switches = Type.Object({
  assumeVersion: Type.Boolean({
    default: false,
    description: 'Assume 3.0 when /token has no basiq-version header',
  }),
  consentsEmptyAsList: Type.Boolean({
    default: false,
    description: 'Consents of a user without any: 200 and an empty list',
  }),
  consentTopLevelStatus: Type.Boolean({
    default: false,
    description: 'Add the newest consent’s status beside the list',
  }),
  expiredTokenAs401: Type.Boolean({ default: false, description: 'Expired token: 401 in place of 403' }),
  authLinkMobileNumber: Type.Boolean({ default: false, description: 'Auth link mobile as a JSON number' }),
  clientTokenStrict: Type.Boolean({ default: false, description: 'CLIENT_ACCESS without userId: 400' }),
  tokenFlood403: Type.Boolean({ default: false, description: 'Token flood: 403 in place of 429' }),
})
export type Switches = Static<typeof Switches>

/** What a partner sets for one application (settled 31). */
export const ApplicationSettings = Type.Object({
  redirectUrl: Type.Union([Type.String(), Type.Null()]),
  extraRedirectUrls: Type.Array(Type.String()),
  referenceName: Type.String(),
  allowMultipleConnections: Type.Boolean(),
  skipSuccessScreen: Type.Boolean(),
  manageConsentUrl: Type.Union([Type.String(), Type.Null()]),
  sendResultParameters: Type.Boolean(),
  directConnections: Type.Boolean({ description: 'Allow POST /users/{id}/connections with a 3.0 token' }),
  quotas: Type.Boolean({ description: 'Enforce the original sandbox’s limits' }),
  expiryWarningMail: Type.Boolean({ description: 'Mail the person seven days before a consent ends' }),
  optionalScopes: Type.Array(Type.String(), { description: 'Scopes the person may leave unticked' }),
  switches: Switches,
})
export type ApplicationSettings = Static<typeof ApplicationSettings>

export const defaultSettings: ApplicationSettings = {
  redirectUrl: null,
  extraRedirectUrls: [],
  referenceName: '',
  allowMultipleConnections: false,
  skipSuccessScreen: false,
  manageConsentUrl: null,
  sendResultParameters: true,
  directConnections: false,
  quotas: false,
  expiryWarningMail: false,
  optionalScopes: [],
  switches: {
    assumeVersion: false,
    consentsEmptyAsList: false,
    consentTopLevelStatus: false,
    expiredTokenAs401: false,
    authLinkMobileNumber: false,
    clientTokenStrict: false,
    tokenFlood403: false,
  },
}
