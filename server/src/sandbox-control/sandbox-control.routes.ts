import type { FastifyPluginAsync } from 'fastify'
import { Type } from 'typebox'
import { ApplicationSettings } from '../applications/settings.ts'
import type { ConnectionsService } from '../connections/connections.service.ts'
import { readConnection } from '../connections/login-input.ts'
import { AppError } from '../errors/app-error.ts'
import { readObject } from '../http/body.ts'
import type { Links } from '../http/links.ts'
import { idProblems, pathId } from '../http/params.ts'
import { problems } from '../http/problems.ts'
import type { UserId } from '../ids.ts'
import { JobRef } from '../jobs/jobs.schemas.ts'
import type { NoticesService } from '../notices/notices.service.ts'
import type { ApplicationControl } from './application.service.ts'
import type { ClockService } from './clock.service.ts'
import {
  ClockIn,
  ClockOut,
  ConnectIn,
  MailboxOut,
  MailboxQuery,
  UserParams,
} from './sandbox-control.schemas.ts'

const describe = (operationId: string, summary: string, out: Type.TSchema, parts: object = {}) => ({
  schema: {
    operationId,
    summary,
    tags: ['Sandbox'],
    ...parts,
    response: { 200: out, ...problems(400, 401, 403) },
  },
  config: { access: 'server' as const },
})

export interface SandboxControl {
  readonly applicationControl: ApplicationControl
  readonly clockControl: ClockService
  readonly connections: Pick<ConnectionsService, 'create' | 'jobRef'>
  readonly notices: Pick<NoticesService, 'mailbox'>
  readonly links: Links
}

/** Banksia's own control of a sandbox application. Not registered in production. */
export const sandboxControlRoutes =
  ({ applicationControl, clockControl, connections, notices, links }: SandboxControl): FastifyPluginAsync =>
  async (app) => {
    app.get(
      '/sandbox/application',
      describe('getSandboxApplication', 'Read the settings of the application', ApplicationSettings),
      async ({ caller }) => caller.application.settings,
    )
    app.post(
      '/sandbox/application',
      describe('updateSandboxApplication', 'Change settings of the application', ApplicationSettings, {
        body: Type.Partial(ApplicationSettings),
      }),
      async (request) =>
        applicationControl.change(request.caller.application, readObject(request, 'sandbox-malformed')),
    )
    app.get(
      '/sandbox/clock',
      describe('getSandboxClock', 'Read the application’s time', ClockOut),
      async ({ caller }) => clockControl.read(caller.application),
    )
    app.post(
      '/sandbox/clock',
      describe(
        'turnSandboxClock',
        'Turn the application’s time, and wait until all that fell due is done',
        ClockOut,
        { body: ClockIn },
      ),
      async (request) =>
        clockControl.change(request.caller.application, readObject(request, 'clock-invalid')),
    )
    app.get<{ Querystring: Record<string, unknown> }>(
      '/sandbox/mailbox',
      describe('getSandboxMailbox', 'List the messages people were sent, newest first', MailboxOut, {
        querystring: MailboxQuery,
      }),
      async ({ caller, query, url }) => {
        // NUL is in no address, and no database takes it.
        const to = typeof query['to'] === 'string' ? query['to'].replaceAll('\0', '') : undefined
        const data = await notices.mailbox(caller.application, to)
        return { type: 'list', size: data.length, data, links: { self: links.to(url) } }
      },
    )
    app.post<{ Params: { userId: string } }>(
      '/sandbox/users/:userId/connections',
      {
        schema: {
          operationId: 'connectSandboxUser',
          summary: 'Connect a user without a browser, giving consent to the current policy if there is none',
          tags: ['Sandbox'],
          params: UserParams,
          body: ConnectIn,
          response: { 200: JobRef, 202: JobRef, ...problems(400, 401, 403, 404) },
        },
        config: { access: 'server' },
      },
      async (request, reply) => {
        const userId = pathId<UserId>(request.params.userId, idProblems.user)
        const job = await connections.create(request.caller.application, userId, () => {
          const body = readObject(request, 'connection-malformed')
          if (![undefined, null, '', 'web'].includes(body?.['method'] as string)) {
            throw new AppError('connector-method-invalid')
          }
          return readConnection(body)
        })
        return reply.code(job.joined ? 200 : 202).send(connections.jobRef(job.jobId))
      },
    )
  }
