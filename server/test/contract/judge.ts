import type { ErrorObject } from 'ajv'
import type { Departure } from './departures.ts'
import type { Exchange } from './exchange.ts'
import { findOperation, type Operation } from './openapi.ts'

/** Statuses that are declared and that this walk cannot bring about, each with the reason. */
export const outOfReach: ReadonlyArray<
  readonly [status: number, keys: readonly string[] | '*', why: string]
> = [
  [500, '*', 'a failure of the program; the fuzz test proves that requests cannot cause one'],
  [503, '*', 'the database or the key store is away'],
  [429, ['POST /users/{}/connections/{}/refresh'], 'a limit of open-banking connections'],
  [404, ['POST /users'], 'declared by the published file, has no meaning'],
  [
    404,
    ['GET /connectors', 'GET /institutions', 'GET /public/connectors', 'GET /public/institutions'],
    'declared by the published file, has no meaning for a list',
  ],
]

const explained = (key: string, status: number) =>
  outOfReach.some(([code, keys]) => code === status && (keys === '*' || keys.includes(key)))

/** What the walk did not touch although our document declares it, and what it touched although it is out of reach. */
export function untouched(exchanges: readonly Exchange[], operations: readonly Operation[]): string[] {
  const touched = new Set(
    exchanges.map(
      ({ method, path, answer }) => `${findOperation(operations, method, path)?.key} ${answer.status}`,
    ),
  )
  return operations.flatMap(({ key, statuses }) =>
    statuses.flatMap((status) =>
      touched.has(`${key} ${status}`) === explained(key, status) ? [`${key} ${status}`] : [],
    ),
  )
}

/** Findings of answers against our own document, which knows no departures. */
export function judgeOwn(exchanges: readonly Exchange[], operations: readonly Operation[]): string[] {
  const findings = exchanges.flatMap(({ method, path, answer }) => {
    const operation = findOperation(operations, method, path)
    if (!operation) return [`${method} ${path} is not documented`]
    const errors = operation.errors(answer.status, answer.body)
    if (!errors) return [`${operation.key} ${answer.status} is not declared`]
    return errors.map((error) => describe(operation.key, answer.status, error))
  })
  return [...new Set(findings)].toSorted()
}

export interface Judgement {
  readonly findings: readonly string[]
  /** Departures that no answer needed. */
  readonly idle: readonly Departure[]
}

/** Findings of answers against published operations, without the intended departures. */
export function judgePublished(
  exchanges: readonly Exchange[],
  operations: readonly Operation[],
  departures: readonly Departure[],
): Judgement {
  const needed = new Set<Departure>()
  const findings = new Set<string>()
  for (const { method, path, answer } of exchanges) {
    const operation = findOperation(operations, method, path)
    if (!operation) continue
    const { key } = operation
    const errors = operation.errors(answer.status, answer.body)
    for (const error of errors ?? [undefined]) {
      const departure = departures.find((one) => covers(one, key, answer.status, error))
      if (departure) needed.add(departure)
      else
        findings.add(error ? describe(key, answer.status, error) : `${key} ${answer.status} is not declared`)
    }
  }
  return { findings: [...findings].toSorted(), idle: departures.filter((one) => !needed.has(one)) }
}

const pointerOf = ({ instancePath }: ErrorObject) => instancePath.replace(/\/\d+(?=\/|$)/g, '/*')

function covers(departure: Departure, key: string, status: number, error: ErrorObject | undefined): boolean {
  const { operations, statuses, at } = departure
  if (!statuses.includes(status) || !(operations.includes('*') || operations.includes(key))) return false
  return error ? at?.pointer === pointerOf(error) && at.rule === error.keyword : at === undefined
}

const describe = (key: string, status: number, error: ErrorObject) =>
  `${key} ${status} ${pointerOf(error)}: ${error.keyword}, ${error.message} ${JSON.stringify(error.params)}`
