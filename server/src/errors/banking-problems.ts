import { denied, malformed, notFound, notSupplied, notValid, type Problem } from './problem.ts'

/** Institutions, connections, jobs, and what was read. */
export const bankingProblems = {
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
