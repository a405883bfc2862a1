// A receiver that does nothing but answer: 200 to every post, with the monotonic time of each arrival by message id.
import { createServer } from 'node:http'

const arrivals = new Map<string, number>()
let posts = 0

createServer((request, response) => {
  if (request.method === 'GET') {
    const body = request.url === '/arrivals' ? JSON.stringify({ posts, arrivals: [...arrivals] }) : '{}'
    response.writeHead(200, { 'content-type': 'application/json' }).end(body)
    return
  }
  const id = String(request.headers['webhook-id'])
  if (!arrivals.has(id)) arrivals.set(id, Number(process.hrtime.bigint() / 1_000n) / 1_000)
  request.resume().once('end', () => {
    posts += 1
    response.writeHead(200).end()
  })
}).listen(Number(process.env['PORT']), '127.0.0.1')
