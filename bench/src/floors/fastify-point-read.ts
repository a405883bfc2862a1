// Bare Fastify with one point read for each request: the floor of issuing a token.
import Fastify from 'fastify'
import { openPointRead } from './point-read-table.ts'

const { read } = await openPointRead(process.env['DATABASE_URL'], process.env['BENCH_DIR'] ?? '')
const app = Fastify()
app.get('/ready', async () => ({}))
app.removeAllContentTypeParsers()
app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body))
app.post('/token', async () => read())
await app.listen({ port: Number(process.env['PORT']), host: '127.0.0.1' })
