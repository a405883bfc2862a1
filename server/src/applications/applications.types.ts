import type { ApplicationId, PartnerId } from '../ids.ts'
import type { ApplicationSettings } from './settings.ts'

/** The unit of isolation: users, keys, policy, branding and, in the sandbox, time of its own. */
export interface Application {
  readonly id: ApplicationId
  readonly partnerId: PartnerId
  readonly name: string
  readonly kind: 'sandbox' | 'production'
  readonly settings: ApplicationSettings
  readonly clock: { readonly offsetMs: number; readonly frozenAt: Date | null }
}
