import { type Static, Type } from 'typebox'

const optional = (description: string, examples: string[] = []) =>
  Type.Optional(Type.String({ description, examples }))

/** Every environment variable Banksia reads. `docs/reference/configuration.md` is generated from it. */
export const Environment = Type.Object({
  PORT: Type.String({
    default: '4000',
    pattern: '^[0-9]{1,5}$',
    description: 'Port of the API, the Consent UI and the Dashboard',
  }),
  HOST: Type.String({ default: '127.0.0.1', description: 'Address to listen on' }),
  DATABASE_URL: optional('PostgreSQL 15 or newer. Absent: embedded PGlite in the data folder', [
    'postgres://banksia@localhost/banksia',
  ]),
  BANKSIA_KEYS_DATABASE_URL: optional(
    'PostgreSQL that keeps the consents’ data keys, left out of data backups. Production demands it; the sandbox keeps them as files in the data folder',
  ),
  BANKSIA_DATA_DIR: Type.String({
    default: '.banksia',
    description: 'Folder of the embedded database, keys and the sandbox’s secrets',
  }),
  BANKSIA_PUBLIC_URL: optional('Public origin of the API, used in every link. Default `http://HOST:PORT`', [
    'https://au-api.example.com',
  ]),
  BANKSIA_CONSENT_URL: optional('Public origin of the Consent UI. Default: the API’s', [
    'https://consent.example.com',
  ]),
  BANKSIA_DASHBOARD_URL: optional('Public URL of the Dashboard. Default: the API’s origin + `/dashboard`'),
  BANKSIA_BANK_URL: optional('Origin of the sandbox banks. Default `http://HOST:(PORT + 1)`'),
  BANKSIA_ROLES: Type.String({
    default: 'api,worker,sandbox',
    pattern: '^(api|worker|sandbox)(,(api|worker|sandbox))*$',
    description: 'What this process does: `api`, `worker`, `sandbox` (the sandbox banks)',
  }),
  BANKSIA_MODE: Type.String({
    default: 'sandbox',
    pattern: '^(sandbox|production)$',
    description: '`production` refuses every insecure default',
  }),
  BANKSIA_API_KEY: optional('Sandbox only: fixes the seeded application’s API key (base64 of `uuid:uuid`)'),
  BANKSIA_MASTER_KEY: optional(
    '32 bytes, base64. The sandbox makes one in the data folder; production demands it',
  ),
  BANKSIA_REDIRECT_URL: optional('Redirect URL of the seeded sandbox application', [
    'http://localhost:3000/callback',
  ]),
  BANKSIA_TOKEN_LIMIT: Type.String({
    default: '1500',
    pattern: '^[0-9]{1,9}$',
    description: 'Calls of POST /token allowed from one address in five minutes; 0 switches the limit off',
  }),
  BANKSIA_SMTP_URL: optional(
    'Mail server of production, with its login. The sandbox keeps mail in its mailbox',
    ['smtps://user:password@mail.example.com'],
  ),
  BANKSIA_MAIL_FROM: optional('Sender of mail, needed with BANKSIA_SMTP_URL', [
    'Banksia <no-reply@example.com>',
  ]),
  BANKSIA_LOG_LEVEL: Type.String({
    default: 'info',
    pattern: '^(fatal|error|warn|info|debug|trace|silent)$',
    description: 'Least severe level that is logged',
  }),
})
export type Environment = Static<typeof Environment>
