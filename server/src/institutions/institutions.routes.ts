import type { FastifyPluginAsync } from 'fastify'
import type { Static } from 'typebox'
import type { Access } from '../http/caller.ts'
import { problems } from '../http/problems.ts'
import {
  CatalogueQuery,
  ConnectorListOut,
  ConnectorOut,
  ConnectorParams,
  InstitutionListOut,
  InstitutionOut,
  InstitutionParams,
} from './institutions.schemas.ts'
import type { InstitutionsService } from './institutions.service.ts'

type Query = { Querystring: Record<string, unknown> }

/** The same catalogue twice: for a token of either scope, and without one below `/public` (data §1.1). */
export const institutionRoutes =
  (institutions: InstitutionsService): FastifyPluginAsync =>
  async (app) => {
    for (const { prefix, name, access } of [
      { prefix: '', name: '', access: 'any' },
      { prefix: '/public', name: 'Public', access: 'public' },
    ] satisfies { prefix: string; name: string; access: Access }[]) {
      const refusals = access === 'public' ? [400, 404] : [400, 401, 403, 404]
      const schema = (operationId: string, summary: string, parts: object) => ({
        schema: { operationId, summary, tags: ['Connectors'], ...parts },
        config: { access },
      })
      app.get<Query>(
        `${prefix}/connectors`,
        schema(`get${name}Connectors`, 'List connectors', {
          querystring: CatalogueQuery,
          response: { 200: ConnectorListOut, ...problems(...refusals) },
        }),
        async ({ query, url }) => institutions.listConnectors(query['filter'], url),
      )
      app.get<{ Params: Static<typeof ConnectorParams> }>(
        `${prefix}/connectors/:connectorId/:method`,
        schema(`get${name}Connector`, 'Read a connector', {
          params: ConnectorParams,
          response: { 200: ConnectorOut, ...problems(...refusals) },
        }),
        async ({ params }) => institutions.readConnector(params.connectorId, params.method),
      )
      app.get<Query>(
        `${prefix}/institutions`,
        schema(`get${name}Institutions`, 'List institutions (2.x shape)', {
          querystring: CatalogueQuery,
          response: { 200: InstitutionListOut, ...problems(...refusals) },
        }),
        async ({ query, url }) => institutions.listInstitutions(query['filter'], url),
      )
      app.get<{ Params: Static<typeof InstitutionParams> }>(
        `${prefix}/institutions/:institutionId`,
        schema(`get${name}Institution`, 'Read an institution (2.x shape)', {
          params: InstitutionParams,
          response: { 200: InstitutionOut, ...problems(...refusals) },
        }),
        async ({ params }) => institutions.readInstitution(params.institutionId),
      )
    }
  }
