// Bare node:http with one point read by primary key for each request: the floor of polling a job.
import { createServer } from 'node:http'
import { openPointRead } from './point-read-table.ts'

const { read } = await openPointRead(process.env['DATABASE_URL'], process.env['BENCH_DIR'] ?? '')
createServer((_request, response) => {
  read().then((row) => {
    const body = JSON.stringify(row)
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) })
    response.end(body)
  })
}).listen(Number(process.env['PORT']), '127.0.0.1')
