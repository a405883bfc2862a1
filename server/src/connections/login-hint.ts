import type { Login } from '@banksia/connector-kit'
import type { Db } from '../db/database.ts'
import type { ApplicationId, ConnectionId, UserId } from '../ids.ts'
import { KeyDestroyed, type Vault } from '../vault/vault.ts'
import * as store from './connections.store.ts'
import { credentialsPurpose } from './lifecycle.ts'

/**
 * The stored login id of a connection with its middle hidden, for the person who changes it (S-29); empty where there
 * is none.
 */
export async function loginHint(
  { db, vault }: { readonly db: Db; readonly vault: Pick<Vault, 'key'> },
  applicationId: ApplicationId,
  userId: UserId,
  id: ConnectionId,
): Promise<string> {
  const row = await store.findOfUser(db, applicationId, userId, id)
  if (!row?.sealed_credentials) return ''
  try {
    const key = await vault.key(applicationId, row.consent_id)
    const login = JSON.parse(key.open(credentialsPurpose(id), row.sealed_credentials).toString()) as Login
    return masked(login.loginId)
  } catch (error) {
    if (error instanceof KeyDestroyed) return ''
    throw error
  }
}

/** Two characters at each end at most, and never the true length. */
function masked(loginId: string): string {
  const characters = [...loginId]
  const shown = characters.length >= 8 ? 2 : characters.length >= 4 ? 1 : 0
  return `${characters.slice(0, shown).join('')}••••••${shown === 0 ? '' : characters.slice(-shown).join('')}`
}
