import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv'
import addFormats from 'ajv-formats'

/** The part of an OpenAPI 3.0 document that answers are judged by. */
export interface OpenApiDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, OpenApiOperation>>>>
  readonly components?: unknown
}

export interface OpenApiOperation {
  readonly operationId?: string
  readonly parameters?: ReadonlyArray<{
    readonly in: string
    readonly name: string
    readonly schema?: unknown
  }>
  readonly requestBody?: { readonly content?: Readonly<Record<string, { readonly schema?: unknown }>> }
  readonly security?: ReadonlyArray<Readonly<Record<string, unknown>>>
  readonly responses?: Readonly<Record<string, OpenApiResponse>>
}

interface OpenApiResponse {
  readonly content?: Readonly<Record<string, { readonly schema?: object }>>
}

export interface Operation {
  /** `GET /users/{}`: the same in every document, whatever it calls its path parameters. */
  readonly key: string
  readonly method: string
  readonly path: string
  readonly spec: OpenApiOperation
  readonly statuses: readonly number[]
  /** What is wrong with an answer, or `undefined` when the document does not declare the status. */
  errors(status: number, body: unknown): readonly ErrorObject[] | undefined
}

const methods = ['get', 'post', 'put', 'patch', 'delete']

/** Every operation of a document with its compiled response schemas. */
export function operationsOf(document: OpenApiDocument, name: string): readonly Operation[] {
  const ajv = new Ajv({ allErrors: true, strict: false, logger: false })
  addFormats.default(ajv)
  ajv.addSchema(adapt({ components: document.components ?? {} }, name) as object, name)
  return Object.entries(document.paths).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const spec = item[method]
      return spec ? [toOperation(ajv, name, method, path, spec)] : []
    }),
  )
}

function toOperation(
  ajv: Ajv,
  name: string,
  method: string,
  path: string,
  spec: OpenApiOperation,
): Operation {
  const validators = new Map<number, ValidateFunction | undefined>()
  for (const [status, response] of Object.entries(spec.responses ?? {})) {
    const schema = Object.values(response.content ?? {})[0]?.schema
    validators.set(Number(status), schema && ajv.compile(adapt(schema, name) as object))
  }
  return {
    key: `${method.toUpperCase()} ${path.replace(/\{[^}]*\}/g, '{}')}`,
    method: method.toUpperCase(),
    path,
    spec,
    statuses: [...validators.keys()],
    errors(status, body) {
      if (!validators.has(status)) return undefined
      const validate = validators.get(status)
      return !validate || validate(body) ? [] : (validate.errors ?? [])
    },
  }
}

/**
 * OpenAPI 3.0 as JSON Schema: `nullable` becomes a type (its rules: OpenAPI 3.0.3, "Schema Object"), references are
 * told which document they are in, examples are dropped.
 */
export function adapt(node: unknown, name: string): unknown {
  if (Array.isArray(node)) return node.map((item) => adapt(item, name))
  if (typeof node !== 'object' || node === null) return node
  const { nullable, example: _, examples: __, ...rest } = node as Record<string, unknown>
  const adapted = Object.fromEntries(
    Object.entries(rest).map(([key, value]) => [
      key,
      key === '$ref' && typeof value === 'string' ? value.replace(/^#/, `${name}#`) : adapt(value, name),
    ]),
  )
  if (typeof nullable === 'object') return { ...adapted, nullable: adapt(nullable, name) }
  return nullable === true ? orNull(adapted) : adapted
}

function orNull(schema: Record<string, unknown>): object {
  const { type, enum: values } = schema
  if (typeof type !== 'string') return { anyOf: [schema, { type: 'null' }] }
  return {
    ...schema,
    type: [type, 'null'],
    ...(Array.isArray(values) && { enum: [...new Set([...values, null])] }),
  }
}

/** Which operation a request reaches: a literal segment beats a parameter. */
export function findOperation(
  operations: readonly Operation[],
  method: string,
  path: string,
): Operation | undefined {
  const parts = path.split('/')
  const fits = (operation: Operation) => {
    const template = operation.path.split('/')
    return (
      operation.method === method &&
      template.length === parts.length &&
      template.every((part, i) => part.startsWith('{') || part === parts[i])
    )
  }
  const literals = ({ path }: Operation) => path.split('/').filter((part) => !part.startsWith('{')).length
  return operations.filter(fits).toSorted((a, b) => literals(b) - literals(a))[0]
}
