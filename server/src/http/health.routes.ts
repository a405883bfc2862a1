import type { FastifyPluginAsync } from 'fastify'
import { sql } from 'kysely'
import type { Db } from '../db/database.ts'
import { AppError } from '../errors/app-error.ts'

/** `live`: the process answers. `ready`: the database answers too. */
export const healthRoutes =
  (db: Db): FastifyPluginAsync =>
  async (app) => {
    app.get('/health/live', { schema: { hide: true }, config: { access: 'public' } }, async () => ({
      status: 'live',
    }))
    app.get('/health/ready', { schema: { hide: true }, config: { access: 'public' } }, async () => {
      await sql`select 1`.execute(db).catch((cause) => {
        throw new AppError('unavailable', { cause, internal: 'database does not answer' })
      })
      return { status: 'ready' }
    })
  }
