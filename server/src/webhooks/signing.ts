import { createHmac, type KeyObject, randomBytes } from 'node:crypto'
import type { ApplicationId, WebhookId } from '../ids.ts'
import { Secret } from '../secret.ts'
import { openBox, sealBox } from '../vault/box.ts'

const prefix = 'whsec_'

/** A fresh signing secret: `whsec_` and the padded standard base64 of 24 random bytes (insights §3.2). */
export const newSecret = (): Secret => new Secret(`${prefix}${randomBytes(24).toString('base64')}`)

export interface Signable {
  /** The message's id. */
  readonly id: string
  /** Unix seconds of this attempt. */
  readonly timestamp: number
  readonly body: string
}

/** The key of a secret is what its base64 part decodes to. */
export const signingKey = (secret: Secret): Buffer =>
  Buffer.from(secret.reveal().slice(prefix.length), 'base64')

/** `webhook-signature` of Standard Webhooks: one `v1,…` per key, separated by blanks (insights §3.9). */
export const signature = (keys: readonly Buffer[], { id, timestamp, body }: Signable): string =>
  keys
    .map((key) => `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`)
    .join(' ')

export interface SecretBox {
  seal(applicationId: ApplicationId, id: WebhookId, secret: Secret): Buffer
  open(applicationId: ApplicationId, id: WebhookId, box: Buffer): Secret
}

/** A webhook's secret is not a consumer's data: it is sealed under a key of the installation, bound to its row. */
export function createSecretBox(key: KeyObject): SecretBox {
  const purpose = (applicationId: ApplicationId, id: WebhookId) => `webhook.secret:${applicationId}:${id}`
  return {
    seal: (applicationId, id, secret) => sealBox(key, purpose(applicationId, id), secret.reveal()),
    open: (applicationId, id, box) =>
      new Secret(openBox(key, purpose(applicationId, id), box).toString('utf8')),
  }
}
