import type { FastifyPluginAsync } from 'fastify'
import { Type } from 'typebox'
import { ApplicationSettings } from '../applications/settings.ts'
import { readObject } from '../http/body.ts'
import { problems } from '../http/problems.ts'
import type { ApplicationControl } from './application.service.ts'
import type { ClockService } from './clock.service.ts'
import { ClockIn, ClockOut } from './sandbox-control.schemas.ts'

const describe = (operationId: string, summary: string, out: Type.TSchema, body?: Type.TSchema) => ({
  schema: {
    operationId,
    summary,
    tags: ['Sandbox'],
    ...(body && { body }),
    response: { 200: out, ...problems(400, 401, 403) },
  },
  config: { access: 'server' as const },
})

/** Banksia's own control of a sandbox application. Not registered in production. */
export const sandboxControlRoutes =
  (application: ApplicationControl, clock: ClockService): FastifyPluginAsync =>
  async (app) => {
    app.get(
      '/sandbox/application',
      describe('getSandboxApplication', 'Read the settings of the application', ApplicationSettings),
      async ({ caller }) => caller.application.settings,
    )
    app.post(
      '/sandbox/application',
      describe(
        'updateSandboxApplication',
        'Change settings of the application',
        ApplicationSettings,
        Type.Partial(ApplicationSettings),
      ),
      async (request) =>
        application.change(request.caller.application, readObject(request, 'sandbox-malformed')),
    )
    app.get(
      '/sandbox/clock',
      describe('getSandboxClock', 'Read the application’s time', ClockOut),
      async ({ caller }) => clock.read(caller.application),
    )
    app.post(
      '/sandbox/clock',
      describe(
        'turnSandboxClock',
        'Turn the application’s time, and wait until all that fell due is done',
        ClockOut,
        ClockIn,
      ),
      async (request) => clock.change(request.caller.application, readObject(request, 'clock-invalid')),
    )
  }
