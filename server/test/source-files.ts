import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

export interface Import {
  /** The path from the root for a file of ours, the specifier for a package. */
  readonly to: string
  readonly ours: boolean
  readonly typeOnly: boolean
  readonly lazy: boolean
}

export interface SourceFile {
  /** From the root of the project, with slashes. */
  readonly path: string
  readonly text: string
  readonly tree: ts.SourceFile
  readonly imports: readonly Import[]
  readonly isTest: boolean
}

const root = fileURLToPath(new URL('../../', import.meta.url))
const workspaces = [
  'connector-kit',
  'connectors',
  'sandbox',
  'consent-ui',
  'server',
  'examples',
  'bench',
  'scripts',
]
const skipped = new Set(['node_modules', 'dist', 'fixtures'])
const isCode = (name: string): boolean => /\.(ts|tsx|mjs)$/.test(name) && !name.endsWith('.gen.ts')

function below(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return skipped.has(entry.name) ? [] : below(path)
    return isCode(entry.name) ? [path] : []
  })
}

const slashes = (path: string): string => relative(root, path).split(sep).join('/')

/** Every hand-written source file of the project, parsed. */
export function readSourceFiles(): SourceFile[] {
  return workspaces.flatMap((workspace) => below(join(root, workspace)).map(parse))
}

function parse(file: string): SourceFile {
  const path = slashes(file)
  const text = readFileSync(file, 'utf8')
  const kind = path.endsWith('.mjs')
    ? ts.ScriptKind.JS
    : path.endsWith('x')
      ? ts.ScriptKind.TSX
      : ts.ScriptKind.TS
  const tree = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, kind)
  const isTest = /\.test\.\w+$/.test(path) || /(^|\/)test\//.test(path)
  return { path, text, tree, isTest, imports: importsOf(file, tree) }
}

function importsOf(file: string, tree: ts.SourceFile): Import[] {
  const found: Import[] = []
  const add = (specifier: ts.Node | undefined, typeOnly: boolean, lazy: boolean): void => {
    if (!specifier || !ts.isStringLiteralLike(specifier)) return
    const ours = specifier.text.startsWith('.')
    const to = ours ? slashes(normalize(join(dirname(file), specifier.text))) : specifier.text
    found.push({ to, ours, typeOnly, lazy })
  }
  visit(tree, (node) => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, isTypeOnly(node.importClause), false)
    else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly, false)
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      add(node.arguments[0], false, true)
    }
  })
  return found
}

function isTypeOnly(clause: ts.ImportClause | undefined): boolean {
  if (!clause) return false
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true
  const { name, namedBindings } = clause
  if (name || !namedBindings || !ts.isNamedImports(namedBindings)) return false
  return namedBindings.elements.length > 0 && namedBindings.elements.every((element) => element.isTypeOnly)
}

/** Calls `see` for every node of a tree, parents first. */
export function visit(node: ts.Node, see: (node: ts.Node) => void): void {
  see(node)
  ts.forEachChild(node, (child) => visit(child, see))
}

export const lineOf = (tree: ts.SourceFile, position: number): number =>
  tree.getLineAndCharacterOfPosition(position).line + 1

/** `path:line`, as editors open it. */
export const placeOf = ({ path, tree }: SourceFile, node: ts.Node): string =>
  `${path}:${lineOf(tree, node.getStart())}`
