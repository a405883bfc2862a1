/** Search of the bank picker; the same ranking runs on the server (`?q=`) and in the browser. */

/** Lower case, no diacritics, punctuation as spaces. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}

/**
 * Rank of a name for a query: 0 a whole word matches, 1 a word starts with it, 2 it occurs anywhere, null not at
 * all. Whole words first, so that "hooli" puts Hooli before HooliGov.
 */
export function rank(names: readonly string[], query: string): number | null {
  const wanted = fold(query)
  if (wanted === '') return 0
  const text = ` ${names.map(fold).join(' ')} `
  if (text.includes(` ${wanted} `)) return 0
  if (text.includes(` ${wanted}`)) return 1
  return text.replaceAll(' ', '').includes(wanted.replaceAll(' ', '')) ? 2 : null
}
