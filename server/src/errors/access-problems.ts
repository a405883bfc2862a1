import { badVersion, denied, notFound, notSupplied, notValid, type Problem } from './problem.ts'

/** Who is calling, and what any request can get wrong. */
export const accessProblems = {
  // Tokens (core §2.6)
  'authorization-missing': notSupplied('Authorization header parameter is required', {
    parameter: 'Authorization',
  }),
  'authorization-malformed': notValid(
    'Invalid authorization header',
    'Authorization',
    'Required parameter not valid',
  ),
  'version-missing': badVersion('Basiq-version must be specified in HTTP request header'),
  'version-retired': badVersion('Version {} is no longer supported. Please upgrade to the latest version'),
  'version-unknown': badVersion('Version {} is not valid'),
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
} as const satisfies Record<string, Problem>
