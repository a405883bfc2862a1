import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { type Import, lineOf, placeOf, readSourceFiles, type SourceFile, visit } from './source-files.ts'

const files = readSourceFiles()
const production = files.filter(
  ({ path, isTest }) => !isTest && !/^(bench|scripts|server\/scripts)\//.test(path),
)
const server = production.filter(({ path }) => path.startsWith('server/src/'))

/** Everything that `find` says about the files, as `path:line what`. */
const violations = (among: readonly SourceFile[], find: (file: SourceFile) => readonly string[]): string[] =>
  among.flatMap(find)

function nodes(file: SourceFile, matches: (node: ts.Node) => boolean): string[] {
  const found: string[] = []
  visit(file.tree, (node) => {
    if (matches(node)) found.push(placeOf(file, node))
  })
  return found
}

const imports = (
  among: readonly SourceFile[],
  forbidden: (one: Import, from: SourceFile) => boolean,
): string[] =>
  violations(among, (file) =>
    file.imports.filter((one) => forbidden(one, file)).map(({ to }) => `${file.path} imports ${to}`),
  )

describe('size', () => {
  it('a file has at most 400 lines', () => {
    expect(files.filter(({ text }) => text.split('\n').length > 401).map(({ path }) => path)).toEqual([])
  })

  it('a function has at most 80 lines, those of functions inside it not counted', () => {
    expect(violations(files, longFunctions)).toEqual([])
  })
})

const lines = (tree: ts.SourceFile, node: ts.Node): number =>
  lineOf(tree, node.getEnd()) - lineOf(tree, node.getStart()) + 1

function longFunctions(file: SourceFile): string[] {
  const found: string[] = []
  /** Answers the lines below `node` that belong to functions. */
  const inFunctions = (node: ts.Node): number => {
    let inner = 0
    ts.forEachChild(node, (child) => {
      inner += inFunctions(child)
    })
    if (!ts.isFunctionLike(node) || !('body' in node) || !node.body) return inner
    const all = lines(file.tree, node)
    if (isGroupOfTests(node)) return all
    if (all - inner > 80) found.push(`${placeOf(file, node)} has ${all - inner} lines`)
    return all > 1 ? all : inner
  }
  inFunctions(file.tree)
  return found
}

const isGroupOfTests = ({ parent }: ts.Node): boolean =>
  ts.isCallExpression(parent) && parent.expression.getText().startsWith('describe')

describe('types and comments', () => {
  it('nothing is any', () => {
    const isAny = (node: ts.Node): boolean => node.kind === ts.SyntaxKind.AnyKeyword
    expect(violations(files, (file) => nodes(file, isAny))).toEqual([])
  })

  it('no check is switched off', () => {
    const switchedOff = /(\/\/|\/\*).*(@ts-(ignore|nocheck|expect-error)|biome-ignore|eslint-disable)/
    const among = files.filter(({ path }) => path !== 'server/test/architecture.test.ts')
    expect(among.filter(({ text }) => switchedOff.test(text)).map(({ path }) => path)).toEqual([])
  })

  it('no file is a drawer for everything', () => {
    const drawer = /(^|\/)(utils?|helpers?|common|misc)(\.|\/)/
    expect(files.filter(({ path }) => drawer.test(path)).map(({ path }) => path)).toEqual([])
  })
})

describe('ambient state', () => {
  const isProcessEnv = (node: ts.Node): boolean =>
    ts.isPropertyAccessExpression(node) && node.name.text === 'env' && node.expression.getText() === 'process'

  it('only the configuration reads the environment', () => {
    const others = production.filter(
      ({ path }) => !/^(server\/src\/config|server\/scripts|examples)\//.test(path),
    )
    expect(violations(others, (file) => nodes(file, isProcessEnv))).toEqual([])
  })

  it('only the clock reads the time', () => {
    const readsTime = (node: ts.Node): boolean =>
      (ts.isNewExpression(node) && node.expression.getText() === 'Date' && !node.arguments?.length) ||
      (ts.isCallExpression(node) && ['Date.now', 'Date'].includes(node.expression.getText()))
    const others = server.filter(({ path }) => path !== 'server/src/clock.ts')
    expect(violations(others, (file) => nodes(file, readsTime))).toEqual([])
  })

  it('only inTransaction opens a transaction', () => {
    const opens = (node: ts.Node): boolean =>
      ts.isCallExpression(node) &&
      ts.isPropertyAccessExpression(node.expression) &&
      ['transaction', 'startTransaction'].includes(node.expression.name.text)
    const others = server.filter(({ path }) => path !== 'server/src/db/database.ts')
    expect(violations(others, (file) => nodes(file, opens))).toEqual([])
  })
})

describe('workspaces', () => {
  const inside = (folder: string) => production.filter(({ path }) => path.startsWith(`${folder}/`))
  const leaves = (folder: string, allowed: readonly string[] = []) =>
    imports(inside(folder), ({ to, ours }) =>
      ours ? !to.startsWith(`${folder}/`) : to.startsWith('@banksia/') && !allowed.includes(to),
    )

  it('the sandbox, the connector contract and the Consent UI need nothing of ours', () => {
    expect([...leaves('sandbox'), ...leaves('connector-kit'), ...leaves('consent-ui')]).toEqual([])
  })

  it('connectors and examples know only what is published for them', () => {
    const kit = ['@banksia/connector-kit', '@banksia/connector-kit/conformance']
    expect([...leaves('connectors', kit), ...leaves('examples')]).toEqual([])
  })

  it('the server uses the others through their entries, and the sandbox banks only when it plays that role', () => {
    expect(
      leaves('server', [
        '@banksia/connector-kit',
        '@banksia/web-capture',
        '@banksia/consent-ui',
        '@banksia/sandbox',
      ]),
    ).toEqual([])
    expect(
      imports(server, ({ to, typeOnly, lazy }) => to === '@banksia/sandbox' && !typeOnly && !lazy),
    ).toEqual([])
  })

  it('what runs in production imports no test code', () => {
    expect(imports(production, ({ to, ours }) => ours && /(^|\/)test\//.test(to))).toEqual([])
  })
})

describe('layers of a feature', () => {
  const named = (suffix: string) => server.filter(({ path }) => path.endsWith(`.${suffix}.ts`))
  const feature = (path: string): string => path.split('/').slice(0, 3).join('/')
  const elsewhere = (to: string, from: SourceFile): boolean => feature(to) !== feature(from.path)
  const isIn = (to: string, ...folders: string[]): boolean =>
    folders.some((one) => to.startsWith(`server/src/${one}/`))
  const is = (to: string, ...suffixes: string[]): boolean => suffixes.some((one) => to.endsWith(`.${one}.ts`))

  it('routes speak HTTP and leave data to their service', () => {
    const forbidden = ({ to, typeOnly }: Import, from: SourceFile): boolean =>
      is(to, 'store') ||
      (!typeOnly && (isIn(to, 'db', 'queue') || (is(to, 'service') && elsewhere(to, from))))
    expect(imports(named('routes'), forbidden)).toEqual([])
  })

  it('tasks call services', () => {
    expect(imports(named('tasks'), ({ to }) => is(to, 'store', 'routes') || isIn(to, 'http'))).toEqual([])
  })

  const runsFastify = new Set(
    server
      .filter(({ imports }) => imports.some(({ to, typeOnly }) => /^@?fastify/.test(to) && !typeOnly))
      .map(({ path }) => path),
  )

  it('services know the words of the wire but not Fastify, and neither another feature’s SQL nor a connector', () => {
    const forbidden = ({ to, typeOnly }: Import, from: SourceFile): boolean =>
      is(to, 'routes', 'tasks') ||
      runsFastify.has(to) ||
      (is(to, 'store') && elsewhere(to, from) && !typeOnly) ||
      /^(@?fastify|@banksia\/web-capture)/.test(to)
    expect(imports(named('service'), forbidden)).toEqual([])
  })

  it('stores are SQL only', () => {
    const forbidden = ({ to, typeOnly }: Import): boolean =>
      !typeOnly && (is(to, 'service', 'routes', 'tasks') || isIn(to, 'http', 'queue', 'connector-host'))
    expect(imports(named('store'), forbidden)).toEqual([])
  })

  it('nothing imports in a circle', () => {
    expect(circles()).toEqual([])
  })
})

/** Each circle of imports that exist at run time, once. */
function circles(): string[] {
  const known = new Map(files.map((file) => [file.path, file]))
  const state = new Map<string, 'open' | 'done'>()
  const trail: string[] = []
  const found: string[] = []
  const walk = (path: string): void => {
    if (state.get(path) === 'open') found.push([...trail.slice(trail.indexOf(path)), path].join(' → '))
    if (state.has(path)) return
    state.set(path, 'open')
    trail.push(path)
    for (const { to, ours, typeOnly } of known.get(path)?.imports ?? []) if (ours && !typeOnly) walk(to)
    trail.pop()
    state.set(path, 'done')
  }
  for (const path of known.keys()) walk(path)
  return found
}

describe('tests', () => {
  const tests = files.filter(({ path }) => path.includes('.test.'))

  it('have a name of their own within their file', () => {
    expect(violations(tests, repeatedNames)).toEqual([])
  })

  it('are neither left out nor singled out', () => {
    const chosen = /^(it|test|describe)\.(skip|only|todo|skipIf|runIf|fails)$/
    const isChosen = (node: ts.Node): boolean =>
      ts.isPropertyAccessExpression(node) && chosen.test(node.getText())
    expect(violations(tests, (file) => nodes(file, isChosen))).toEqual([])
  })
})

function repeatedNames(file: SourceFile): string[] {
  const seen = new Set<string>()
  const repeated: string[] = []
  const walk = (node: ts.Node, path: string): void => {
    let here = path
    if (ts.isCallExpression(node)) {
      const kind = node.expression.getText()
      const [name] = node.arguments
      if (name && ts.isStringLiteralLike(name) && ['it', 'test', 'describe'].includes(kind)) {
        here = `${path} › ${name.text}`
        if (kind !== 'describe' && seen.has(here)) repeated.push(`${placeOf(file, node)} ${name.text}`)
        if (kind !== 'describe') seen.add(here)
      }
    }
    ts.forEachChild(node, (child) => walk(child, here))
  }
  walk(file.tree, '')
  return repeated
}
