import type { ErrorSource } from './app-error.ts'

export interface Problem {
  readonly status: number
  readonly code: string
  readonly title: string
  /** `{}` is filled with the offending value or the parameter's name. */
  readonly detail: string
  readonly source?: ErrorSource
}

const notSupplied = (detail: string, source?: ErrorSource): Problem => ({
  status: 400,
  code: 'parameter-not-supplied',
  title: 'Required parameter not supplied',
  detail,
  ...(source && { source }),
})

const notValid = (detail: string, parameter?: string, title = 'Parameter not valid.'): Problem => ({
  status: 400,
  code: 'parameter-not-valid',
  title,
  detail,
  ...(parameter && { source: { parameter } }),
})

const malformed = (thing: string): Problem => ({
  status: 400,
  code: 'invalid-content',
  title: 'Invalid request content',
  detail: `Posted ${thing} is not in valid format.`,
})

const notFound = (detail: string, status = 404): Problem => ({
  status,
  code: 'resource-not-found',
  title: 'Requested resource is not found',
  detail,
})

const denied = (code: string, title: string, detail: string): Problem => ({
  status: 403,
  code,
  title,
  detail,
})

const header = (detail: string): Problem => ({
  ...notValid(detail, undefined, 'Required parameter not valid'),
  source: { parameter: 'basiq-version', pointer: 'header/basiq-version' },
})

/** Every error the API can answer with: code plus situation (core §9, settled 10). */
export const catalogue = {
  // Tokens (core §2.6)
  'authorization-missing': notSupplied('Authorization header parameter is required', {
    parameter: 'Authorization',
  }),
  'authorization-malformed': notValid(
    'Invalid authorization header',
    'Authorization',
    'Required parameter not valid',
  ),
  'version-missing': header('Basiq-version must be specified in HTTP request header'),
  'version-retired': header('Version {} is no longer supported. Please upgrade to the latest version'),
  'version-unknown': header('Version {} is not valid'),
  'api-key-unknown': {
    status: 404,
    code: 'parameter-not-valid',
    title: 'We have encountered an error',
    detail: 'Unable to authenticate. Please, check your API key',
    source: { parameter: 'Authorization' },
  },
  'account-disabled': denied(
    'access-denied',
    'Access denied.',
    'Your account has been disabled. Please contact support.',
  ),
  'scope-unknown': notValid('Scope value is not valid', 'scope', 'Required parameter not valid'),
  'client-user-missing': notSupplied('User ID not supplied', { parameter: 'userId' }),
  'adviser-missing': notSupplied('{} parameter is required.'),
  'adviser-invalid': notValid('{} value is not valid'),
  'token-flood': {
    status: 429,
    code: 'too-many-requests',
    title: 'Too many requests',
    detail: 'Query limit reached.',
  },
  'token-flood-403': denied('request-not-valid', 'Invalid request', 'Invalid request'),

  // Authorisation (core §3.1)
  'token-invalid': {
    status: 401,
    code: 'invalid-authorization-token',
    title: 'Invalid authorization token.',
    detail: 'Invalid authorization token.',
  },
  'token-expired': denied('access-denied', 'Access denied.', 'Token has expired'),
  'token-expired-401': {
    status: 401,
    code: 'access-denied',
    title: 'Access denied.',
    detail: 'Token has expired',
  },
  'scope-forbidden': denied('forbidden-access', 'Forbidden Access', 'Access to this resource is forbidden'),
  'wrong-user': {
    status: 401,
    code: 'unauthorized-access',
    title: 'Unauthorized Access',
    detail: 'You are not authorized to access this resource',
  },
  'wrong-user-connections': {
    status: 401,
    code: 'unauthorized-access',
    title: 'Unauthorized Access',
    detail: 'Unauthorized access',
  },

  // Any request
  'route-unknown': notFound('Requested route does not exist.'),
  'path-empty-segment': denied('request-not-valid', 'Invalid request', 'Invalid request'),
  'method-not-allowed': {
    status: 405,
    code: 'method-not-allowed',
    title: 'Method not allowed',
    detail: 'Method {} is not allowed on requested endpoint.',
  },
  'accept-unsupported': {
    status: 400,
    code: 'unsupported-accept',
    title: 'Unsupported accept type',
    detail: 'Accept type {} is not supported on requested endpoint.',
  },
  'content-type-unsupported': {
    status: 415,
    code: 'unsupported-content-type',
    title: 'Unsupported content type',
    detail: 'Content type {} is not supported on requested endpoint.',
  },
  'request-too-long': {
    status: 413,
    code: 'request-not-valid',
    title: 'Request Too Long',
    detail: 'Request Too Long',
  },
  'request-malformed': {
    status: 400,
    code: 'invalid-content',
    title: 'Invalid request content',
    detail: 'Request is not in valid format.',
  },
  'filter-invalid': notValid(
    'The provided filter parameter is in invalid format or unsupported',
    'filter',
    'Parameter value is not valid',
  ),
  'limit-invalid': notValid('Limit value is not valid', 'limit'),
  'limit-too-large': notValid('Maximum limit allowed is 500', 'limit'),
  'next-invalid': notValid('Next value is not valid', 'next'),
  'post-date-invalid': notValid('PostDate is not valid', 'filter'),
  'resource-not-found': notFound('Requested resource is not found'),
  internal: {
    status: 500,
    code: 'internal-server-error',
    title: 'Internal Server error.',
    detail: 'Internal server error. Please contact support.',
  },
  unavailable: {
    status: 503,
    code: 'service-unavailable',
    title: 'Service Unavailable',
    detail: 'Service is currently unavailable. Please try again later.',
  },

  // Users
  'user-id-invalid': notValid('User ID value is not valid', 'userId'),
  'user-not-found': notFound('Requested user does not exist.'),
  'user-malformed': malformed('user'),
  'user-contact-missing': notSupplied("One of 'email' or 'mobile' is required.", {
    parameter: 'email',
    pointer: 'user/email',
  }),
  'user-email-invalid': {
    ...notValid('Provided email is in bad format.'),
    source: { parameter: 'email', pointer: 'user/email' },
  },
  'user-mobile-invalid': {
    ...notValid('Provided mobile is in bad format.'),
    source: { parameter: 'mobile', pointer: 'user/mobile' },
  },
  'user-business-name-missing': notSupplied('Business name is required when business number is provided.', {
    parameter: 'businessName',
    pointer: 'user/businessName',
  }),
  'user-business-type-invalid': {
    ...notValid('Business ID number type value is not valid'),
    source: { parameter: 'businessIdNoType', pointer: 'user/businessIdNoType' },
  },

  // Auth links
  'auth-link-not-found': notFound('Requested auth link does not exist.'),
  'auth-link-gone': {
    status: 410,
    code: 'resource-no-longer-available',
    title: 'Resource is no longer available',
    detail: 'Requested auth link is no longer available.',
  },
  'auth-link-mobile-missing': notSupplied('Mobile is required.', {
    parameter: 'mobile',
    pointer: 'auth_link/mobile',
  }),
  'auth-link-malformed': malformed('auth link'),
  'auth-link-mobile-invalid': {
    ...malformed('mobile'),
    source: { parameter: 'mobile', pointer: 'auth_link/mobile' },
  },

  // Consents and policies
  'consent-id-invalid': notValid('Consent ID value is not valid', 'consentId'),
  'consent-not-found': notFound('Requested consent does not exist.'),
  'policy-id-invalid': notValid('Policy ID value is not valid', 'policyId'),
  'policy-not-found': notFound('Requested policy does not exist.'),
  'policy-draft-not-found': notFound('There is no draft of the policy.'),
  'policy-malformed': malformed('policy'),
  'policy-rule-broken': notValid('Policy breaks a rule: {}'),

  // Events
  'event-id-invalid': {
    status: 400,
    code: 'path-parameter-not-valid',
    title: 'Parameter value is not valid',
    detail: 'Event ID parameter is not valid',
    source: { parameter: 'eventId' },
  },
  'event-not-found': notFound('Requested event does not exist.'),
  'event-type-id-invalid': {
    status: 400,
    code: 'path-parameter-not-valid',
    title: 'Parameter value is not valid',
    detail: 'Event Type ID parameter is not valid',
    source: { parameter: 'eventTypeId' },
  },
  'event-type-not-found': notFound('Requested event type does not exist.'),

  // Webhooks (insights §3.12)
  'webhook-invalid': {
    status: 400,
    code: 'invalid-content',
    title: 'Invalid request content',
    detail: 'Posted request not valid.',
  },
  'webhook-events-unknown': {
    status: 400,
    code: 'invalid-content',
    title: 'Invalid request content',
    detail: 'Posted subscribedEvents contains unsupported event types.',
  },
  'webhook-event-type-unknown': {
    status: 400,
    code: 'invalid-content',
    title: 'Invalid request content',
    detail: 'Posted eventTypeId doesn\'t exists.',
  },
  'webhook-event-taken': {
    status: 400,
    code: 'event-already-subscribed',
    title: 'Event already subscribed',
    detail:
      'Posted subscribedEvents contains events that are already subscribed to for this application: {}.',
  },
  'webhook-url-taken': {
    status: 409,
    code: 'resource-already-exists',
    title: 'Resource already exists',
    detail: 'Webhook with provided url already exists.',
  },
  'webhook-id-invalid': {
    status: 400,
    code: 'path-parameter-not-valid',
    title: 'Parameter value is not valid',
    detail: 'Webhook ID value is not valid',
    source: { parameter: 'webhookId' },
  },
  'webhook-not-found': notFound("Webhook with provided id doesn't exist."),
  'webhook-messages-not-found': notFound('Resource not found.'),
  'webhook-message-id-invalid': {
    status: 400,
    code: 'path-parameter-not-valid',
    title: 'Parameter value is not valid',
    detail: 'Message ID value is not valid',
    source: { parameter: 'messageId' },
  },
  'webhook-message-not-found': notFound('Message not found.'),
  'no-webhooks-found': {
    status: 400,
    code: 'no-webhooks-found',
    title: 'No webhooks found',
    detail: 'No webhooks found for an app: {}, at least one webhook should exist in the system',
  },

  // Jobs and MFA (core §8.2)
  'job-id-invalid': notValid('Job ID value is not valid', 'id'),
  'job-not-found': notFound('Requested job does not exist.'),
  'mfa-missing': notSupplied('mfa-response parameter is required.', { parameter: 'mfa-response' }),
  'mfa-malformed': malformed('mfa-response'),
  'mfa-count': notValid('mfa-response value is not valid.', 'mfa-response'),
  'mfa-wrong': {
    status: 400,
    code: 'invalid-credentials',
    title: 'Cannot login to target institution, check credentials.',
    detail:
      'Cannot login to target institution using supplied credentials. Please check credentials and try again.',
    source: { parameter: 'mfa-response' },
  },
  'mfa-expired': notValid('MFA challenge has expired.'),
  'mfa-not-awaited': notValid('Job is not awaiting an MFA response.'),

  // Connectors and institutions
  'connector-id-invalid': notValid('Connector ID value is not valid', 'connectorId'),
  'connector-method-invalid': notValid('Connector method value is not valid', 'method'),
  'connector-not-found': notFound('Requested connector does not exist.'),
  'institution-id-invalid': notValid('Institution ID value is not valid', 'institutionId'),
  'institution-not-found': notFound('Requested institution does not exist.'),

  // Connections
  'connection-id-invalid': notValid('Connection ID value is not valid', 'connectionId'),
  'connection-not-found': notFound('Requested resource is not found'),
  'connection-malformed': malformed('connection'),
  'connection-login-missing': notSupplied('Login ID parameter is required.', {
    parameter: 'loginId',
    pointer: 'connection/loginId',
  }),
  'connection-password-missing': notSupplied('Password parameter is required.', {
    parameter: 'password',
    pointer: 'connection/password',
  }),
  'connection-institution-missing': notSupplied('Institution ID  parameter is required.', {
    parameter: 'institutionId',
    pointer: 'connection/institution/id',
  }),
  'connection-password-invalid': {
    ...notValid('Password value is not valid'),
    source: { parameter: 'password', pointer: 'connection/password' },
  },
  'connection-institution-unknown': notFound('Requested institution does not exist.', 400),
  'connection-institution-differs': notFound('Requested resource is not found', 400),
  'connection-login-taken': {
    ...notValid('Login ID value is not valid'),
    source: { parameter: 'loginId', pointer: 'connection/loginId' },
  },
  'connection-not-web': notValid('Connection type is not Web'),
  'connection-not-active': notValid('Connection is not active'),
  'connections-need-consent-ui': denied(
    'access-denied',
    'Access denied.',
    'Connections are made and updated in the Consent UI. Please send the user there.',
  ),
  'connections-not-enabled': denied(
    'access-denied',
    'Access denied.',
    'Please contact us to have your API key enabled for Connections.',
  ),
  'sandbox-connections-limit': denied(
    'too-many-sandbox-connections',
    'Too many sandbox connections',
    'Limit reached for sandbox connections.',
  ),

  // Accounts, transactions, identities, statements
  'account-id-invalid': notValid('Account ID value is not valid', 'accountId'),
  'account-not-found': notFound('Requested resource is not found'),
  'transaction-id-invalid': notValid('Transaction ID value is not valid', 'transactionId'),
  'transaction-not-found': notFound('Requested resource is not found'),
  'transactions-not-consented': denied(
    'access-denied',
    'Access denied.',
    'The user’s consent does not include transactions.',
  ),
  'identity-id-invalid': notValid('Identity ID value is not valid', 'identityId'),
  'identity-not-found': notFound('Requested resource is not found'),
  'statement-id-invalid': notValid('Statement ID value is not valid', 'statementId'),
  'statement-not-found': notFound('Requested resource is not found'),

  // Sandbox control (ours)
  'sandbox-malformed': malformed('settings'),
  'sandbox-setting-invalid': notValid('{} value is not valid'),
  'clock-backwards': notValid('The clock cannot go back. Restore a snapshot instead.', 'set'),
  'clock-invalid': notValid('One of advance, set or freeze is required, in a valid format.', 'clock'),
} as const satisfies Record<string, Problem>

export type ProblemName = keyof typeof catalogue
