/** Where the example listens and which Banksia it talks to. URLs carry no trailing slash. */
export interface Config {
  readonly port: number
  readonly banksiaUrl: string
  /** Origin of the Consent UI; the same as the API's unless it is served elsewhere. */
  readonly consentUrl: string
  readonly apiKey: string
}

/** @throws Error naming everything that is missing or wrong, in one go */
export function loadConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const port = Number(env['PORT'] || '3000')
  const banksiaUrl = (env['BANKSIA_URL'] || 'http://127.0.0.1:4000').replace(/\/+$/, '')
  const consentUrl = (env['BANKSIA_CONSENT_URL'] || banksiaUrl).replace(/\/+$/, '')
  const apiKey = env['BANKSIA_API_KEY'] ?? ''
  const problems: string[] = []
  if (!Number.isInteger(port) || port < 0 || port > 65_535) problems.push('PORT is not a port number')
  if (!URL.canParse(banksiaUrl)) problems.push('BANKSIA_URL is not an absolute URL')
  if (!URL.canParse(consentUrl)) problems.push('BANKSIA_CONSENT_URL is not an absolute URL')
  if (apiKey === '') problems.push('BANKSIA_API_KEY is missing: Banksia prints it when it starts')
  if (problems.length > 0) throw new Error(problems.join('\n'))
  return { port, banksiaUrl, consentUrl, apiKey }
}
