import { resolve } from 'node:path'
import { Value } from 'typebox/value'
import { Secret } from '../secret.ts'
import { Environment } from './schema.ts'

export type Role = 'api' | 'worker' | 'sandbox'

export interface Config {
  readonly mode: 'sandbox' | 'production'
  readonly roles: ReadonlySet<Role>
  readonly port: number
  readonly host: string
  readonly databaseUrl: string | undefined
  readonly keysDatabaseUrl: string | undefined
  /** Absolute path. */
  readonly dataDir: string
  readonly publicUrl: string
  readonly consentUrl: string
  readonly dashboardUrl: string
  readonly bankUrl: string
  readonly bankPort: number
  readonly apiKey: Secret | undefined
  readonly masterKey: Secret | undefined
  readonly redirectUrl: string | undefined
  readonly tokenLimit: number
  readonly smtp: { readonly url: Secret; readonly from: string } | undefined
  readonly logLevel: string
}

/** All that is wrong with the environment, in one go. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
  readonly problems: readonly string[]

  constructor(problems: readonly string[]) {
    super(
      `The configuration has ${problems.length} problem(s):\n${problems.map((p) => `  - ${p}`).join('\n')}`,
    )
    this.problems = problems
  }
}

/**
 * Configuration from environment variables; an empty variable counts as absent.
 * @throws ConfigError naming every problem
 */
export function loadConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(
    Object.keys(Environment.properties).flatMap((name) => (env[name] ? [[name, env[name]]] : [])),
  )
  const values = Value.Default(Environment, given) as Environment
  const problems = [
    ...Value.Errors(Environment, values).map(
      (e) => `${e.instancePath.slice(1) || 'environment'} ${e.message}`,
    ),
    ...crossFieldProblems(values),
  ]
  if (problems.length > 0) throw new ConfigError(problems)
  return toConfig(values)
}

const origin = (url: string) => url.replace(/\/+$/, '')

function toConfig(env: Environment): Config {
  const port = Number(env.PORT)
  const local = `http://${env.HOST.includes(':') ? `[${env.HOST}]` : env.HOST}`
  const publicUrl = origin(env.BANKSIA_PUBLIC_URL ?? `${local}:${port}`)
  const bankUrl = origin(env.BANKSIA_BANK_URL ?? `${local}:${port + 1}`)
  return {
    mode: env.BANKSIA_MODE as Config['mode'],
    roles: new Set(env.BANKSIA_ROLES.split(',') as Role[]),
    port,
    host: env.HOST,
    databaseUrl: env.DATABASE_URL,
    keysDatabaseUrl: env.BANKSIA_KEYS_DATABASE_URL,
    dataDir: resolve(env.BANKSIA_DATA_DIR),
    publicUrl,
    consentUrl: origin(env.BANKSIA_CONSENT_URL ?? publicUrl),
    dashboardUrl: origin(env.BANKSIA_DASHBOARD_URL ?? `${publicUrl}/dashboard`),
    bankUrl,
    bankPort: port + 1,
    apiKey: env.BANKSIA_API_KEY === undefined ? undefined : new Secret(env.BANKSIA_API_KEY),
    masterKey: env.BANKSIA_MASTER_KEY === undefined ? undefined : new Secret(env.BANKSIA_MASTER_KEY),
    redirectUrl: env.BANKSIA_REDIRECT_URL,
    tokenLimit: Number(env.BANKSIA_TOKEN_LIMIT),
    smtp:
      env.BANKSIA_SMTP_URL !== undefined && env.BANKSIA_MAIL_FROM !== undefined
        ? { url: new Secret(env.BANKSIA_SMTP_URL), from: env.BANKSIA_MAIL_FROM }
        : undefined,
    logLevel: env.BANKSIA_LOG_LEVEL,
  }
}

const urlVariables = [
  'BANKSIA_PUBLIC_URL',
  'BANKSIA_CONSENT_URL',
  'BANKSIA_DASHBOARD_URL',
  'BANKSIA_BANK_URL',
  'BANKSIA_REDIRECT_URL',
] as const

function crossFieldProblems(env: Environment): string[] {
  const problems: string[] = []
  const production = env.BANKSIA_MODE === 'production'
  for (const name of urlVariables) {
    const value = env[name]
    if (value === undefined) continue
    if (!URL.canParse(value)) problems.push(`${name} is not an absolute URL`)
    else if (production && !value.startsWith('https://')) problems.push(`${name} must be https in production`)
  }
  if (Number(env.PORT) > 65_534) problems.push('PORT must be at most 65534')
  if (env.BANKSIA_MASTER_KEY !== undefined && Buffer.from(env.BANKSIA_MASTER_KEY, 'base64').length !== 32) {
    problems.push('BANKSIA_MASTER_KEY must be 32 bytes in base64')
  }
  if (env.BANKSIA_API_KEY !== undefined && !isApiKey(env.BANKSIA_API_KEY)) {
    problems.push('BANKSIA_API_KEY must be base64 of uuid:uuid')
  }
  if ((env.BANKSIA_SMTP_URL === undefined) !== (env.BANKSIA_MAIL_FROM === undefined)) {
    problems.push('BANKSIA_SMTP_URL and BANKSIA_MAIL_FROM go together')
  }
  if (env.BANKSIA_SMTP_URL !== undefined && !/^smtps?:\/\/[^/]/.test(env.BANKSIA_SMTP_URL)) {
    problems.push('BANKSIA_SMTP_URL is not an smtp:// or smtps:// URL')
  }
  return production ? [...problems, ...productionProblems(env)] : problems
}

function productionProblems(env: Environment): string[] {
  const problems: string[] = []
  const demanded = [
    'DATABASE_URL',
    'BANKSIA_KEYS_DATABASE_URL',
    'BANKSIA_MASTER_KEY',
    'BANKSIA_PUBLIC_URL',
  ] as const
  for (const name of demanded) {
    if (!env[name]) problems.push(`${name} is required in production`)
  }
  if (env.BANKSIA_API_KEY) problems.push('BANKSIA_API_KEY is for the sandbox only')
  if (env.BANKSIA_REDIRECT_URL) problems.push('BANKSIA_REDIRECT_URL is for the sandbox only')
  if (env.BANKSIA_ROLES.split(',').includes('sandbox'))
    problems.push('BANKSIA_ROLES must not hold sandbox in production')
  if (env.DATABASE_URL && env.DATABASE_URL === env.BANKSIA_KEYS_DATABASE_URL) {
    problems.push('BANKSIA_KEYS_DATABASE_URL must be a database of its own')
  }
  return problems
}

const apiKeyText = /^[0-9a-f-]{36}:[0-9a-f-]{36}$/

/** Whether a text has the form of an API key: base64 of `uuid:uuid`. */
export const isApiKey = (key: string): boolean =>
  apiKeyText.test(Buffer.from(key, 'base64').toString('latin1'))
