import type { Socket } from 'node:net'
import { AppError } from '../errors/app-error.ts'
import { envelope } from './error-handler.ts'

/** What is no HTTP at all, or too slow or too long to be read, never becomes a request; it is answered on the socket. */
export function handleClientError(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return
  const { item, status } = new AppError('request-malformed', { cause: error })
  const body = envelope(item).text
  if (socket.writable) {
    socket.write(
      [
        `HTTP/1.1 ${status} Bad Request`,
        'Content-Type: application/json; charset=utf-8',
        `Content-Length: ${Buffer.byteLength(body)}`,
        'Access-Control-Allow-Origin: *',
        'Connection: close',
        '',
        body,
      ].join('\r\n'),
    )
  }
  socket.destroy(error)
}
