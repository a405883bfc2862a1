// POST /token against bare Fastify with one point read.
import { compare, load } from './measure.ts'
import { openStage } from './stage.ts'

const stage = await openStage()
const banksia = await stage.banksia()
const floor = await stage.floor('fastify-point-read')
const request = {
  method: 'POST' as const,
  body: 'scope=SERVER_ACCESS',
  headers: {
    authorization: `Basic ${banksia.apiKey}`,
    'basiq-version': '3.0',
    'content-type': 'application/x-www-form-urlencoded',
  },
}
await compare({
  name: `token (${stage.kind})`,
  floor: () => load({ url: `${floor}/token`, ...request }),
  subject: () => load({ url: `${banksia.url}/token`, ...request }),
  target: 0.4,
})
await stage.close()
