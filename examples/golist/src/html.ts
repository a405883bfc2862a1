/** Text that is already HTML. Everything else a template takes in is escaped. */
export interface Html {
  readonly markup: string
}

export type Content = Html | string | number | null | undefined | false | readonly Content[]

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

const escapeText = (text: string) => text.replace(/[&<>"']/g, (character) => entities[character] ?? '')

function toMarkup(content: Content): string {
  if (content === null || content === undefined || content === false) return ''
  if (typeof content === 'string') return escapeText(content)
  if (typeof content === 'number') return String(content)
  return 'markup' in content ? content.markup : content.map(toMarkup).join('')
}

/** A template whose values are escaped, in text as in quoted attributes. */
export const html = (parts: TemplateStringsArray, ...values: Content[]): Html => ({
  markup: parts.reduce((markup, part, index) => markup + toMarkup(values[index - 1]) + part),
})
