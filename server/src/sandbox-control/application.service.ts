import { Value } from 'typebox/value'
import type { ApplicationsService } from '../applications/applications.service.ts'
import type { Application } from '../applications/applications.types.ts'
import { isRedirectUrl } from '../applications/redirect-url.ts'
import { ApplicationSettings } from '../applications/settings.ts'
import { AppError } from '../errors/app-error.ts'
import type { JsonObject } from '../http/body.ts'
import type { PoliciesService } from '../policies/policies.service.ts'

export interface ApplicationControlDeps {
  readonly applications: Pick<ApplicationsService, 'saveSettings'>
  readonly policies: Pick<PoliciesService, 'setOptionalScopes'>
}

export type ApplicationControl = ReturnType<typeof createApplicationControl>

/** Until there is a Dashboard, a sandbox application's settings are changed here (settled 31). */
export function createApplicationControl({ applications, policies }: ApplicationControlDeps) {
  return {
    /** Members that are given replace the present ones; switches one by one. */
    async change(application: Application, body: JsonObject = {}): Promise<ApplicationSettings> {
      const { switches, ...rest } = body
      const merged = {
        ...application.settings,
        ...pickKnown(rest, application.settings),
        switches: { ...application.settings.switches, ...pickKnown(switches, application.settings.switches) },
      }
      const settings = check(merged, application)
      if (settings.optionalScopes.join() !== application.settings.optionalScopes.join()) {
        await policies.setOptionalScopes(application, settings.optionalScopes)
      }
      await applications.saveSettings(application.id, settings)
      return settings
    },
  }
}

function pickKnown(given: unknown, known: object): Record<string, unknown> {
  if (given === undefined) return {}
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    throw new AppError('sandbox-malformed')
  return Object.fromEntries(Object.entries(given).filter(([name]) => name in known))
}

function check(merged: unknown, { kind }: Application): ApplicationSettings {
  const [first] = Value.Errors(ApplicationSettings, merged)
  if (first) throw invalid(first.instancePath.split('/').slice(1).join('.'))
  const settings = merged as ApplicationSettings
  const urls = [settings.redirectUrl, ...settings.extraRedirectUrls].filter((url) => url !== null)
  if (!urls.every((url) => isRedirectUrl(url, kind))) throw invalid('redirectUrl')
  if (settings.extraRedirectUrls.length > 20) throw invalid('extraRedirectUrls')
  if (settings.manageConsentUrl !== null && !/^https?:\/\//.test(settings.manageConsentUrl))
    throw invalid('manageConsentUrl')
  if (settings.referenceName.length > 60) throw invalid('referenceName')
  return settings
}

const invalid = (name: string) =>
  new AppError('sandbox-setting-invalid', { value: name, source: { parameter: name } })
