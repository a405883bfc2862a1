import { AppError } from '../errors/app-error.ts'
import type { Links } from './links.ts'

/**
 * An opaque `next` for lists that are paged by whole numbers, for example a row's sequence. It says where to go on and
 * gives no right to anything, so it needs no signature.
 */
export const encodeCursor = (list: string, position: readonly number[]): string =>
  Buffer.from([list, ...position].join(':')).toString('base64url')

/** @throws AppError next-invalid when the text is no cursor of this list */
export function decodeCursor(list: string, parts: number, text: unknown): number[] | undefined {
  const last = Array.isArray(text) ? text.at(-1) : text
  if (last === undefined || last === '') return undefined
  if (typeof last !== 'string' || !/^[A-Za-z0-9_-]{1,200}$/.test(last)) throw new AppError('next-invalid')
  const [name, ...position] = Buffer.from(last, 'base64url').toString('utf8').split(':')
  const numbers = position.map((part) => (/^[0-9]{1,14}$/.test(part) ? Number(part) : Number.NaN))
  if (name !== list || numbers.length !== parts || numbers.some(Number.isNaN))
    throw new AppError('next-invalid')
  return numbers
}

/**
 * Links of a page: `self` as it was asked for, `next` the same with the place to go on (core §1.6). Filters stand in
 * links unescaped (core §1.5).
 */
export function pageLinks(
  links: Links,
  path: string,
  url: string,
  next: string | undefined,
): { self: string; next?: string } {
  const given = [...new URLSearchParams(url.split('?')[1] ?? '')].filter(([name]) => known.has(name))
  const link = (query: readonly (readonly [string, string])[]) =>
    links.to(
      query.length === 0
        ? path
        : `${path}?${query.map(([name, value]) => `${name}=${plain(value)}`).join('&')}`,
    )
  const others = given.filter(([name]) => name !== 'next')
  return { self: link(given), ...(next !== undefined && { next: link([...others, ['next', next]]) }) }
}

const known = new Set(['limit', 'next', 'filter'])
/** Escaped but for what a filter is made of. */
const plain = (value: string): string =>
  encodeURIComponent(value).replace(/%(27|28|29|2C|3A|40)/g, (escaped) => decodeURIComponent(escaped))
