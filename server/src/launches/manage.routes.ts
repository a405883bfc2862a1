import type { FastifyRequest } from 'fastify'
import { givenFrom } from './given-from.ts'
import type { LaunchesService, LaunchVisit } from './launches.service.ts'
import type { Answer, Form } from './launches.types.ts'

/** How a route of the flow is added; `id` is the id in its path, `query` its query. */
export interface FlowRoutes {
  page(
    path: string,
    handle: (visit: LaunchVisit, at: { id: string; query: URLSearchParams }) => Promise<Answer>,
  ): void
  form(
    path: string,
    handle: (visit: LaunchVisit, form: Form, at: { id: string; request: FastifyRequest }) => Promise<Answer>,
  ): void
}

/** Pages and forms of Manage, Extend, Update and the change of a login. */
export function addManageRoutes({ page, form }: FlowRoutes, launches: LaunchesService): void {
  page('/manage', (visit) => launches.manage(visit))
  page('/manage/consent/:id', (visit, { id }) => launches.consentDetail(visit, id))
  page('/manage/connection/:id', (visit, { id }) => launches.connection(visit, id))
  page('/manage/stop', (visit) => launches.stop(visit, 'consequences', false))
  page('/manage/stop/confirm', (visit, { query }) =>
    launches.stop(visit, 'confirm', query.get('delete') === 'yes'),
  )
  page('/manage/stopped', (visit) => launches.stopped(visit))
  page('/manage/connection/:id/disconnect', (visit, { id }) =>
    launches.disconnectPage(visit, id, 'consequences'),
  )
  page('/manage/connection/:id/disconnect/confirm', (visit, { id }) =>
    launches.disconnectPage(visit, id, 'confirm'),
  )
  page('/manage/disconnected', (visit) => launches.disconnected(visit))
  page('/connection/:id/login', (visit, { id }) => launches.updateLoginPage(visit, id))
  page('/connection/:id/renew', (visit, { id }) => launches.renewal(visit, id))
  page('/extend', (visit, { query }) => launches.extendPage(visit, query.has('changed')))
  page('/extended', (visit) => launches.extended(visit))
  page('/update', (visit) => launches.compare(visit))
  page('/update/consent', (visit, { query }) => launches.reconsentPage(visit, query.has('changed')))
  page('/reconnect', (visit) => launches.reconnectPage(visit))

  form('/manage/election', (visit, sent) => launches.electDeletion(visit, sent))
  form('/manage/stop', (visit, sent) => launches.stopSharing(visit, sent))
  form('/manage/connection/:id/disconnect', (visit, sent, { id }) => launches.disconnect(visit, id, sent))
  form('/connection/:id/login', (visit, sent, { id }) => launches.updateLogin(visit, id, sent))
  form('/extend', (visit, sent) => launches.extend(visit, sent))
  form('/keep', (visit, sent) => launches.keepPermissions(visit, sent))
  form('/update/consent', (visit, sent, { request }) =>
    launches.reconsent(visit, sent, givenFrom(request.ip, request.headers['user-agent'])),
  )
  form('/reconnect', (visit, sent) => launches.skipBank(visit, sent))
}
