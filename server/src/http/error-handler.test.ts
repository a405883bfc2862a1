import pino from 'pino'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createHttpServer } from './server.ts'

const lines: string[] = []
const http = createHttpServer({
  logger: pino({ level: 'debug' }, { write: (line: string) => lines.push(line) }),
})
const failing: Record<string, Error> = {
  busy: Object.assign(new Error('waited too long'), { code: 'DB_BUSY' }),
  broken: new Error('select secret from somewhere'),
}

beforeAll(async () => {
  http.get('/:kind', { config: { access: 'public' } }, async ({ params }) => {
    throw failing[(params as { kind: string }).kind] ?? new Error()
  })
  await http.ready()
})
afterAll(() => http.close())

it('says that the service is unavailable while the database does not answer', async () => {
  const answer = await http.inject({ url: '/busy' })
  expect([answer.statusCode, answer.json().data[0].code]).toEqual([503, 'service-unavailable'])
})

it('tells the log what broke, and the caller only how to ask about it', async () => {
  const answer = await http.inject({ url: '/broken' })
  expect(answer.statusCode).toBe(500)
  expect(answer.body).not.toContain('secret')
  const { correlationId } = answer.json()
  expect(lines.find((line) => line.includes(correlationId))).toContain('select secret from somewhere')
})
