import { describe, expect, it } from 'vitest'
import { type ConfigError, loadConfig } from './load.ts'

const problemsOf = (env: Record<string, string>) => {
  try {
    loadConfig(env)
    return []
  } catch (error) {
    return (error as ConfigError).problems
  }
}

describe('loadConfig', () => {
  it('starts the whole product with no variable set', () => {
    const config = loadConfig({})
    expect(config).toMatchObject({
      mode: 'sandbox',
      port: 4000,
      publicUrl: 'http://127.0.0.1:4000',
      consentUrl: 'http://127.0.0.1:4000',
      bankUrl: 'http://127.0.0.1:4001',
      databaseUrl: undefined,
    })
    expect([...config.roles]).toEqual(['api', 'worker', 'sandbox'])
  })

  it('reports every problem in one go', () => {
    const problems = problemsOf({ PORT: 'x', BANKSIA_MODE: 'fun', BANKSIA_PUBLIC_URL: 'nowhere' })
    expect(problems.join('\n')).toMatch(/PORT/)
    expect(problems.join('\n')).toMatch(/BANKSIA_MODE/)
    expect(problems.join('\n')).toMatch(/BANKSIA_PUBLIC_URL/)
  })

  it('refuses every insecure default in production', () => {
    const problems = problemsOf({
      BANKSIA_MODE: 'production',
      BANKSIA_PUBLIC_URL: 'http://api.example.com',
    }).join('\n')
    for (const name of [
      'DATABASE_URL',
      'BANKSIA_KEYS_DATABASE_URL',
      'BANKSIA_MASTER_KEY',
      'https',
      'sandbox',
    ]) {
      expect(problems).toContain(name)
    }
  })

  it('never prints a secret', () => {
    const key = Buffer.alloc(32, 7).toString('base64')
    expect(JSON.stringify(loadConfig({ BANKSIA_MASTER_KEY: key }))).not.toContain(key)
  })

  it('wants mail server and sender together, and a URL that is one', () => {
    const url = 'smtps://user:hunter22@mail.example.com'
    expect(loadConfig({}).smtp).toBeUndefined()
    expect(problemsOf({ BANKSIA_SMTP_URL: url }).join()).toMatch(/go together/)
    expect(problemsOf({ BANKSIA_MAIL_FROM: 'a@b.example' }).join()).toMatch(/go together/)
    const both = { BANKSIA_SMTP_URL: url, BANKSIA_MAIL_FROM: 'a@b.example' }
    expect(JSON.stringify(loadConfig(both).smtp)).not.toContain('hunter22')
    expect(problemsOf({ ...both, BANKSIA_SMTP_URL: 'http://x' }).join()).toMatch(/not an smtp/)
  })
})
