import { readdir, readFile } from 'node:fs/promises'
import { clientFolder, institutionLogo } from '@banksia/consent-ui'
import type { FastifyPluginAsync } from 'fastify'
import { AppError } from '../errors/app-error.ts'
import type { BankEntry } from './launches.types.ts'

const types: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
}

const config = { access: 'public', html: true } as const
const schema = { hide: true }

/**
 * Client files of the hosted pages and the institutions' logos. The few files are read once at start, so no request
 * names a path on disk.
 */
export const launchAssetRoutes =
  (findBank: (id: string) => Pick<BankEntry, 'shortName' | 'color'> | undefined): FastifyPluginAsync =>
  async (app) => {
    const files = new Map<string, Buffer>()
    for (const name of await readdir(clientFolder))
      files.set(name, await readFile(new URL(name, clientFolder)))

    app.get('/consent-ui/:file', { schema, config }, async (request, reply) => {
      const { file } = request.params as { file: string }
      const content = files.get(file)
      if (!content) throw new AppError('route-unknown')
      return reply
        .header(
          'cache-control',
          /-[\w-]{8}\./.test(file) ? 'public, max-age=31536000, immutable' : 'public, max-age=3600',
        )
        .header('x-content-type-options', 'nosniff')
        .type(types[file.split('.').at(-1) ?? ''] ?? 'application/octet-stream')
        .send(content)
    })

    app.get('/logos/:file', { schema, config }, async (request, reply) => {
      const { file } = request.params as { file: string }
      const [, id = '', shape] = /^([A-Z]{2}[0-9]{5})-(square|full)\.svg$/.exec(file) ?? []
      const bank = findBank(id)
      if (!bank) throw new AppError('institution-not-found')
      const logo = institutionLogo(
        { shortName: bank.shortName, colour: bank.color },
        shape === 'full' ? 'full' : 'square',
      )
      return reply
        .header('cache-control', 'public, max-age=86400')
        .header('x-content-type-options', 'nosniff')
        .header('content-security-policy', "default-src 'none'")
        .type('image/svg+xml')
        .send(logo)
    })
  }
