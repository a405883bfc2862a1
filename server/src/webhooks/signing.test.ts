import { createSecretKey, randomBytes } from 'node:crypto'
import { inspect } from 'node:util'
import { Webhook } from 'standardwebhooks'
import { expect, it } from 'vitest'
import { type ApplicationId, newId, type WebhookId } from '../ids.ts'
import { Secret } from '../secret.ts'
import { createSecretBox, newSecret, signature, signingKey } from './signing.ts'

const eventId = '5f'.repeat(32)
const vector = {
  id: '9b2f6c1e-54a7-4d0e-8a55-0d3d2f1c7e90',
  timestamp: 1_735_689_600,
  body: `{"eventTypeId":"user.created","eventId":"${eventId}","links":{"event":"https://basiq.example/events/${eventId}","eventEntity":"https://basiq.example/users/0c0ffee0-1111-4222-8333-444455556666"}}`,
}

it('the signature is that of the published vector', () => {
  const key = signingKey(new Secret('whsec_MDEyMzQ1Njc4OWFiY2RlZmdoaWprbG1u'))
  expect(signature([key], vector)).toBe('v1,tB1JQutX6sVfEWTRGCc+ZYmZXwp07kQlkolHoaRf0us=')
})

it('the signature is what a library of Standard Webhooks makes, for secrets of ours', () => {
  for (let round = 0; round < 20; round += 1) {
    const secret = newSecret()
    expect(secret.reveal()).toMatch(/^whsec_[A-Za-z0-9+/]{32}$/)
    const made = new Webhook(secret.reveal()).sign(vector.id, new Date(vector.timestamp * 1000), vector.body)
    expect(signature([signingKey(secret)], vector)).toBe(made)
  }
})

it('each key signs for itself', () => {
  const keys = [newSecret(), newSecret()].map(signingKey)
  expect(signature(keys, vector)).toBe(keys.map((key) => signature([key], vector)).join(' '))
})

it('a sealed secret opens in its own row only, and never prints', () => {
  const box = createSecretBox(createSecretKey(randomBytes(32)))
  const [application, other] = [newId<ApplicationId>(), newId<ApplicationId>()]
  const id = newId<WebhookId>()
  const secret = newSecret()
  const sealed = box.seal(application, id, secret)
  expect(box.open(application, id, sealed).reveal()).toBe(secret.reveal())
  expect(() => box.open(other, id, sealed)).toThrow()
  expect(() => box.open(application, newId<WebhookId>(), sealed)).toThrow()
  expect(inspect(box.open(application, id, sealed))).not.toContain('whsec_')
})
