import swagger from '@fastify/swagger'
import type { FastifyInstance, FastifySchema } from 'fastify'
import { problems } from './problems.ts'

/** Lets routes describe themselves; `app.swagger()` gives the document once they are ready. */
export async function describeRoutes(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.0.3',
      info: {
        title: 'Banksia API',
        description: 'Open banking you run yourself, compatible with the Basiq API 3.0.',
        version: '3.0',
        license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
      },
      servers: [{ url: 'http://127.0.0.1:4000', description: 'A Banksia on this machine' }],
      components: {
        securitySchemes: {
          apiKey: { type: 'http', scheme: 'basic', description: 'The API key as issued, after `Basic `' },
          serverToken: { type: 'http', scheme: 'bearer', description: 'Token of scope SERVER_ACCESS' },
          clientToken: {
            type: 'http',
            scheme: 'bearer',
            description: 'Token of scope CLIENT_ACCESS, bound to a user',
          },
        },
      },
    },
    transform: ({ schema, url, route }) => ({
      schema: { ...schema, response: responses(schema), ...security(route.config?.access) },
      url,
    }),
  })
}

/** Every route that reads a body refuses what is too long or of a foreign type; a 204 has no body of its own. */
function responses({ body, response }: FastifySchema): object {
  const declared = (response ?? {}) as Readonly<Record<number, object>>
  const refusals = body === undefined ? {} : problems(413, 415)
  const empty = 204 in declared ? { 204: { ...declared[204], type: 'null' } } : {}
  return { ...declared, ...refusals, ...empty }
}

function security(access: string | undefined): object {
  if (access === undefined || access === 'public') return { security: [] }
  const server = { serverToken: [] as string[] }
  return { security: access === 'server' ? [server] : [server, { clientToken: [] as string[] }] }
}
