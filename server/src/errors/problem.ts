import type { ErrorSource } from './app-error.ts'

export interface Problem {
  readonly status: number
  readonly code: string
  readonly title: string
  /** `{}` is filled with the offending value or the parameter's name. */
  readonly detail: string
  readonly source?: ErrorSource
}

/** 400: a required parameter is missing. */
export const notSupplied = (detail: string, source?: ErrorSource): Problem => ({
  status: 400,
  code: 'parameter-not-supplied',
  title: 'Required parameter not supplied',
  detail,
  ...(source && { source }),
})

/** 400: a parameter has a wrong value. */
export const notValid = (detail: string, parameter?: string, title = 'Parameter not valid.'): Problem => ({
  status: 400,
  code: 'parameter-not-valid',
  title,
  detail,
  ...(parameter && { source: { parameter } }),
})

/** 400: the body is not what the endpoint reads. */
export const malformed = (thing: string): Problem => ({
  status: 400,
  code: 'invalid-content',
  title: 'Invalid request content',
  detail: `Posted ${thing} is not in valid format.`,
})

/** 404, or the rare 400, of something that is not there or not the caller's. */
export const notFound = (detail: string, status = 404): Problem => ({
  status,
  code: 'resource-not-found',
  title: 'Requested resource is not found',
  detail,
})

/** 403. */
export const denied = (code: string, title: string, detail: string): Problem => ({
  status: 403,
  code,
  title,
  detail,
})

/** 400 of the `basiq-version` header. */
export const badVersion = (detail: string): Problem => ({
  ...notValid(detail, undefined, 'Required parameter not valid'),
  source: { parameter: 'basiq-version', pointer: 'header/basiq-version' },
})
