import { malformed, notFound, notSupplied, notValid, type Problem } from './problem.ts'

/** Users, what they agreed to, and what is told about them. */
export const peopleProblems = {
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
  'notice-not-found': notFound('Requested notice does not exist.'),
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
} as const satisfies Record<string, Problem>
