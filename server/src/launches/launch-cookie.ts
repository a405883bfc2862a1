import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { type ApplicationId, asId, type LaunchId } from '../ids.ts'

const name = 'banksia_launch'

/** The secret that makes a browser the launch's own; the database keeps its hash. */
export const newSecret = (): string => randomBytes(32).toString('base64url')

export const hashSecret = (secret: string): Buffer => createHash('sha256').update(secret).digest()

/** Anti-forgery token of the launch's forms: follows from the secret, so nothing more is stored. */
export const csrfToken = (secret: string): string =>
  createHmac('sha256', secret).update('csrf').digest('base64url')

export function csrfMatches(expected: string, given: string | null): boolean {
  const right = Buffer.from(expected)
  const text = Buffer.from(given ?? '')
  return right.length === text.length && timingSafeEqual(right, text)
}

/** Scoped to the launch's own path, so that several launches of one browser do not meet. */
export function cookieHeader(
  launch: { readonly applicationId: ApplicationId; readonly id: LaunchId; readonly secret: string },
  options: { readonly secure: boolean; readonly maxAgeSeconds: number },
): string {
  const value = `${launch.applicationId}.${launch.secret}`
  const secure = options.secure ? '; Secure' : ''
  return `${name}=${value}; Path=/flow/${launch.id}; Max-Age=${options.maxAgeSeconds}; HttpOnly; SameSite=Lax${secure}`
}

export function readCookie(
  header: string | undefined,
): { readonly applicationId: ApplicationId; readonly secret: string } | undefined {
  const value = new RegExp(`(?:^|;\\s*)${name}=([0-9a-f-]{36})\\.([A-Za-z0-9_-]{20,100})(?:;|$)`).exec(
    header ?? '',
  )
  const applicationId = value?.[1] && asId<ApplicationId>(value[1])
  return applicationId && value[2] ? { applicationId, secret: value[2] } : undefined
}
