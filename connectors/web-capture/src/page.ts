import { ConnectorError } from '@banksia/connector-kit'
import { type CheerioAPI, load } from 'cheerio/slim'
import { outline } from './outline.ts'

/** A parsed page: `page('css selector')`, as cheerio. */
export type Page = CheerioAPI

/** Parses with htmlparser2 (cheerio's slim build): the pages are only read, and it takes half the time of parse5. */
export function parsePage(html: string): Page {
  return load(html)
}

/** A form as it stands on its page. */
export interface Form {
  /** Where it posts to, as written on the page. */
  readonly action: string
  /** Hidden fields, the CSRF token among them. */
  readonly hidden: Readonly<Record<string, string>>
  /** Fields a person fills in, in order, with the text of their labels. */
  readonly fields: readonly { readonly name: string; readonly label: string }[]
}

/** `institution-changed` with the outline of the page that was not understood. */
export function changed(page: Page): ConnectorError {
  return new ConnectorError('institution-changed', { outline: outline(page) })
}

/** The form that holds a field of this name. Error: `institution-changed`. */
export function formWith(page: Page, field: string): Form {
  const form = page('form')
    .filter((_, element) => page(element).find(`[name="${field}"]`).length > 0)
    .first()
  return read(page, form)
}

/** The form that posts to an address that ends so. Error: `institution-changed`. */
export function formTo(page: Page, path: string): Form {
  return read(page, page(`form[action$="${path}"]`).first())
}

function read(page: Page, form: ReturnType<Page>): Form {
  const action = form.attr('action')
  if (action === undefined) throw changed(page)
  const hidden: Record<string, string> = {}
  for (const input of form.find('input[type=hidden][name]').toArray()) {
    hidden[input.attribs['name'] ?? ''] = input.attribs['value'] ?? ''
  }
  const fields = form
    .find('input[name]:not([type=hidden]):not([type=submit]):not([type=checkbox])')
    .toArray()
    .map((input) => {
      const id = input.attribs['id'] ?? input.attribs['name'] ?? ''
      return { name: input.attribs['name'] ?? '', label: collapsed(form.find(`label[for="${id}"]`).text()) }
    })
  return { action, hidden, fields }
}

/**
 * Label and value pairs in the shape banks like best: rows of `th` and `td`, or `dt` followed by `dd`. Line breaks inside a
 * value stay as `\n`. Labels are compared as written, without a closing colon.
 */
export function factsOf(page: Page, selector: string): ReadonlyMap<string, string> {
  const list = page(selector).first()
  if (list.length === 0) throw changed(page)
  list.find('br').replaceWith(lineBreak)
  const facts = new Map<string, string>()
  for (const label of list.find('th, dt').toArray()) {
    const value = page(label).next('td, dd')
    if (value.length > 0) facts.set(collapsed(page(label).text()).replace(/:$/, ''), lines(value.text()))
  }
  return facts
}

/** Stands for `<br>` while text is read; line feeds in the markup are mere white space. */
const lineBreak = '\u2028'

function collapsed(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

function lines(text: string): string {
  return text
    .split(lineBreak)
    .map((line) => collapsed(line))
    .filter((line) => line !== '')
    .join('\n')
}
