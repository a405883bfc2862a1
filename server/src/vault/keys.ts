import { createHmac, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto'

/** What the master key is used for. Each purpose has a key of its own, so that none can stand in for another. */
export interface DerivedKeys {
  /** Signs access tokens. */
  readonly tokens: KeyObject
  /** Wraps the consents' data keys. */
  readonly wrapping: KeyObject
  /** Keys the hashes by which a login or a bank's reference is found again. */
  readonly lookup: KeyObject
  /** Authenticates cursors and form tokens. */
  readonly cursors: KeyObject
  /** Seals the signing secrets of webhooks. */
  readonly webhooks: KeyObject
}

export function deriveKeys(masterKey: Buffer): DerivedKeys {
  const derive = (purpose: string) =>
    createSecretKey(Buffer.from(hkdfSync('sha256', masterKey, Buffer.alloc(0), `banksia ${purpose}`, 32)))
  return {
    tokens: derive('tokens'),
    wrapping: derive('wrapping'),
    lookup: derive('lookup'),
    cursors: derive('cursors'),
    webhooks: derive('webhooks'),
  }
}

/** HMAC-SHA-256 over parts that cannot run into each other. */
export function keyedHash(key: KeyObject, ...parts: readonly string[]): Buffer {
  const hmac = createHmac('sha256', key)
  for (const part of parts) hmac.update(`${Buffer.byteLength(part)}:`).update(part)
  return hmac.digest()
}
