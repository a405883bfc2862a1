import { createCipheriv, createDecipheriv, type KeyObject, randomBytes } from 'node:crypto'

const version = 1
const nonceLength = 12
const tagLength = 16
const headerLength = 1 + nonceLength

/**
 * AES-256-GCM box: version, nonce, ciphertext, tag. `purpose` is authenticated, so that a box cannot be moved to
 * another column or row.
 */
export function sealBox(key: KeyObject, purpose: string, plain: Buffer | string): Buffer {
  const nonce = randomBytes(nonceLength)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(Buffer.from(purpose))
  const body = typeof plain === 'string' ? cipher.update(plain, 'utf8') : cipher.update(plain)
  return Buffer.concat([Buffer.of(version), nonce, body, cipher.final(), cipher.getAuthTag()])
}

/** @throws Error when the box was not sealed with this key for this purpose */
export function openBox(key: KeyObject, purpose: string, box: Buffer): Buffer {
  if (box.length < headerLength + tagLength || box[0] !== version) throw new Error('not a sealed box')
  const decipher = createDecipheriv('aes-256-gcm', key, box.subarray(1, headerLength))
  decipher.setAAD(Buffer.from(purpose))
  decipher.setAuthTag(box.subarray(box.length - tagLength))
  const plain = decipher.update(box.subarray(headerLength, box.length - tagLength))
  decipher.final()
  return plain
}
