import type { CheerioAPI } from 'cheerio/slim'

const longest = 2_000
/** Deeper nesting is cut off: no bank's page needs it, and a hostile one could exhaust the stack. */
const deepest = 40
/** Elements that say nothing about a page's shape, or whose content is not markup. */
const skipped = new Set(['script', 'style', 'svg', 'noscript'])
/** Attributes whose names are of a bank's making, and could carry data. */
const ordinaryName = /^(?:[a-z]{1,20}|(?:data|aria)-[a-z-]{1,20}|http-equiv|accept-charset)$/

interface Shape {
  readonly type: string
  readonly name?: string
  readonly attribs?: Readonly<Record<string, string>>
  readonly children?: readonly Shape[]
}

/**
 * Skeleton of a page: element names and attribute names, equal neighbours counted, at most 2 kB. It holds no text, no
 * comment and no attribute value, so it can be logged when a page is not understood.
 *
 * `html(head(title) body[class](main(p*3 form[action,method](input[name,type]*2))))`
 */
export function outline(page: CheerioAPI): string {
  const parts = shapesOf(page.root().toArray()[0]?.children ?? [])
  return parts.length <= longest ? parts : `${parts.slice(0, longest - 1)}…`
}

function shapesOf(nodes: readonly Shape[], depth = 0): string {
  if (depth > deepest) return '…'
  const counted: { shape: string; count: number }[] = []
  for (const node of nodes) {
    const shape = shapeOf(node, depth)
    const last = counted.at(-1)
    if (shape === undefined) continue
    if (last?.shape === shape) last.count++
    else counted.push({ shape, count: 1 })
  }
  return counted.map(({ shape, count }) => (count === 1 ? shape : `${shape}*${count}`)).join(' ')
}

function shapeOf(node: Shape, depth: number): string | undefined {
  if (!node.name || !node.attribs || skipped.has(node.name)) return undefined
  const names = Object.keys(node.attribs).filter((name) => ordinaryName.test(name))
  const inside = shapesOf(node.children ?? [], depth + 1)
  const name = /^[a-z]{1,12}[1-6]?(?:-[a-z]{1,12})?$/.test(node.name) ? node.name : 'element'
  return `${name}${names.length > 0 ? `[${names.sort().join(',')}]` : ''}${inside ? `(${inside})` : ''}`
}
