import { createSecretKey, type KeyObject, randomBytes } from 'node:crypto'
import type { ApplicationId, ConsentId } from '../ids.ts'
import { openBox, sealBox } from './box.ts'
import type { KeyStore } from './key-store.ts'
import { type DerivedKeys, keyedHash } from './keys.ts'

/** The data key of one consent. Synchronous, so that a page of rows pays no per-row await. */
export interface ConsentKey {
  readonly consentId: ConsentId
  /** `purpose` names the column and row, for example `connection.credentials:<id>`. */
  seal(purpose: string, plain: Buffer | string): Buffer
  open(purpose: string, box: Buffer): Buffer
}

/** The consent's key no longer exists: what it sealed is gone for good. */
export class KeyDestroyed extends Error {
  override readonly name = 'KeyDestroyed'
}

export interface Vault {
  /** Makes the data key of a consent, before anything is sealed with it. */
  create(applicationId: ApplicationId, consentId: ConsentId): Promise<void>
  /** @throws KeyDestroyed */
  key(applicationId: ApplicationId, consentId: ConsentId): Promise<ConsentKey>
  /** The last act of a deletion. Safe to repeat. */
  destroy(applicationId: ApplicationId, consentId: ConsentId): Promise<void>
  /** Finds a value again without being able to tell what it was. */
  lookupHash(applicationId: ApplicationId, ...parts: readonly string[]): Buffer
  /** The same for a login id. */
  loginHash(applicationId: ApplicationId, loginId: string): Buffer
}

export interface VaultDeps {
  readonly keys: DerivedKeys
  readonly store: KeyStore
  /** Real time in milliseconds. */
  readonly realTime: () => number
}

const cacheLife = 30_000
const cacheSize = 1_000

/**
 * Envelope encryption: master key → key of each consent → record. Opened keys are remembered for half a minute, so
 * that another process notices a destruction soon; in this process it is noticed at once.
 */
export function createVault({ keys, store, realTime }: VaultDeps): Vault {
  const cache = new Map<string, { key: ConsentKey; until: number }>()
  const nameOf = (applicationId: ApplicationId, consentId: ConsentId) => `${applicationId}:${consentId}`

  const remember = (name: string, key: ConsentKey) => {
    if (cache.size >= cacheSize) cache.delete(cache.keys().next().value ?? '')
    cache.set(name, { key, until: realTime() + cacheLife })
  }

  return {
    async create(applicationId, consentId) {
      const name = nameOf(applicationId, consentId)
      const dataKey = randomBytes(32)
      await store.write(applicationId, consentId, sealBox(keys.wrapping, name, dataKey))
      remember(name, toConsentKey(consentId, createSecretKey(dataKey)))
    },

    async key(applicationId, consentId) {
      const name = nameOf(applicationId, consentId)
      const known = cache.get(name)
      if (known && known.until > realTime()) return known.key
      cache.delete(name)
      const wrapped = await store.read(applicationId, consentId)
      if (!wrapped) throw new KeyDestroyed()
      const key = toConsentKey(consentId, createSecretKey(openBox(keys.wrapping, name, wrapped)))
      remember(name, key)
      return key
    },

    async destroy(applicationId, consentId) {
      await store.destroy(applicationId, consentId)
      cache.delete(nameOf(applicationId, consentId))
    },

    lookupHash: (applicationId, ...parts) => keyedHash(keys.lookup, applicationId, ...parts),
    loginHash: (applicationId, loginId) => keyedHash(keys.lookup, applicationId, 'login', loginId),
  }
}

const toConsentKey = (consentId: ConsentId, key: KeyObject): ConsentKey => ({
  consentId,
  seal: (purpose, plain) => sealBox(key, purpose, plain),
  open: (purpose, box) => openBox(key, purpose, box),
})
