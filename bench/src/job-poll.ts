// GET /jobs/{id} against bare node:http with one point read.
import { setTimeout as sleep } from 'node:timers/promises'
import { compare, load } from './measure.ts'
import { type Banksia, openStage } from './stage.ts'

const stage = await openStage()
const banksia = await stage.banksia()
const floor = await stage.floor('point-read')
const token = await banksia.serverToken('2.1')
const headers = { authorization: `Bearer ${token}` }
const url = `${banksia.url}/jobs/${await makeJob(banksia)}`
await compare({
  name: `job poll (${stage.kind})`,
  floor: () => load({ url: `${floor}/`, headers }),
  subject: () => load({ url, headers }),
  target: 0.45,
})
await stage.close()

/** A job of a real connection, once it has ended. */
async function makeJob({ url: origin }: Banksia): Promise<string> {
  const post = async (path: string, body: object) => {
    const answer = await fetch(origin + path, { method: 'POST', headers, body: JSON.stringify(body) })
    return (await answer.json()) as { id: string }
  }
  const user = await post('/users', { email: 'bench@example.com' })
  const login = { loginId: 'Wentworth-Smith', password: 'whislter', institution: { id: 'AU00000' } }
  const { id } = await post(`/users/${user.id}/connections`, login)
  for (;;) {
    const answer = await fetch(`${origin}/jobs/${id}`, { headers })
    const { status } = (await answer.json()) as { status: string }
    if (status === 'success') return id
    if (status === 'failed') throw new Error('the connection failed')
    await sleep(200)
  }
}
