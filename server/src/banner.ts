import type { Application } from './applications/applications.types.ts'
import type { Config } from './config/load.ts'
import type { Secret } from './secret.ts'

/** What a developer needs first, on stdout; the log goes to stderr. */
export function printBanner(
  { publicUrl, consentUrl, bankUrl, dataDir }: Config,
  databaseKind: string,
  { application, apiKey }: { application: Application; apiKey: Secret },
): void {
  process.stdout.write(`
Banksia is ready (sandbox, ${databaseKind === 'pglite' ? `embedded database in ${dataDir}` : 'PostgreSQL'})

  API          ${publicUrl}
  Consent UI   ${consentUrl}/home?token=…
  Test banks   ${bankUrl}
  Application  ${application.name} (${application.id})
  API key      ${apiKey.reveal()}

First request:

  curl -s ${publicUrl}/token \\
    -H 'Authorization: Basic ${apiKey.reveal()}' \\
    -H 'basiq-version: 3.0' \\
    -d 'scope=SERVER_ACCESS'

`)
}
