import { readdir, readFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { clientFolder, defaultTheme, institutionLogo, render, themeStylesheet } from '@banksia/consent-ui'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { samples } from './samples.ts'

const axeSource = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'"

let server: Server
let browser: Browser
let origin: string

beforeAll(async () => {
  const files = new Map<string, Buffer>()
  for (const name of await readdir(clientFolder))
    files.set(`/consent-ui/${name}`, await readFile(new URL(name, clientFolder)))
  server = createServer((request, response) => {
    const path = (request.url ?? '/').split('?', 1)[0] ?? '/'
    const send = (type: string, body: string | Buffer) =>
      response.writeHead(200, { 'content-type': type, 'content-security-policy': policy }).end(body)
    const file = files.get(path)
    if (file)
      return send(
        path.endsWith('.js') ? 'text/javascript' : path.endsWith('.css') ? 'text/css' : 'image/svg+xml',
        file,
      )
    if (path.endsWith('theme.css')) return send('text/css', themeStylesheet(defaultTheme))
    if (path.startsWith('/logos/'))
      return send('image/svg+xml', institutionLogo({ shortName: 'Hooli', colour: '#1F6FEB' }, 'square'))
    if (path.startsWith('/flow/'))
      return send('text/html', '<link rel="icon" href="/consent-ui/mark.svg"><p>The next step')
    const sample = samples[path.slice(1)]
    return sample
      ? send('text/html; charset=utf-8', render(sample.view, sample.page))
      : response.writeHead(404).end('not a sample')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] })
})

afterAll(async () => {
  await browser?.close()
  server?.close()
})

/** Opens a sample; a message of the console is a failure of the page (a refused script, a missing file). */
async function open(name: string, width = 1280, options: { javaScript?: boolean } = {}): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width, height: 720 },
    javaScriptEnabled: options.javaScript ?? true,
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  page.on('console', (message) => {
    if (message.type() === 'error') throw new Error(`console of ${name}: ${message.text()}`)
  })
  await page.goto(`${origin}/${name}`)
  return page
}

interface Violation {
  id: string
  impact: string
  help: string
  nodes: { html: string }[]
}

const issues = async (page: Page): Promise<string[]> => {
  await page.evaluate(axeSource)
  const violations = (await page.evaluate(
    `axe.run(document, { runOnly: ['wcag2a','wcag2aa','wcag21a','wcag21aa','wcag22aa','best-practice'] }).then((r) => r.violations)`,
  )) as Violation[]
  return violations.map((one) => `${one.impact} ${one.id}: ${one.help} ${one.nodes[0]?.html}`)
}

// The hand-back page leaves at once; there is nothing to stay on.
const names = Object.keys(samples).filter((name) => name !== 'hand-back')

const targets = `[...document.querySelectorAll('main a, main button, main input, main summary, header a')]
  .filter((one) => {
    const box = one.getBoundingClientRect()
    return box.width > 0 && (box.height < 24 || box.width < 24)
  })
  .map((one) => one.outerHTML.slice(0, 120))`

const overflow = 'document.documentElement.scrollWidth - innerWidth'

describe('at 320 px', () => {
  let page: Page
  beforeAll(async () => {
    page = await open('ended', 320)
  })
  afterAll(() => page.context().close())

  it.each(names)(
    '%s has no accessibility issue, does not scroll sideways and has targets of 24 px',
    async (name) => {
      await page.goto(`${origin}/${name}`)
      expect(await page.evaluate(overflow)).toBeLessThanOrEqual(0)
      expect(await page.evaluate(targets)).toEqual([])
      expect(await issues(page)).toEqual([])
    },
  )
})

describe('at 640 px, as a desktop at 200 % zoom', () => {
  it('no screen scrolls sideways', async () => {
    const page = await open('ended', 640)
    for (const name of names) {
      await page.goto(`${origin}/${name}`)
      expect(await page.evaluate(overflow), name).toBeLessThanOrEqual(0)
    }
    await page.context().close()
  })
})

describe('dialogs', () => {
  it('open as modals from the keyboard, close with Escape, and give focus back', async () => {
    const page = await open('S-02')
    const opener = page.getByRole('button', { name: 'How to stop sharing' })
    await opener.focus()
    await page.keyboard.press('Space')
    const dialog = page.getByRole('dialog', { name: 'Manage your data sharing' })
    await dialog.waitFor()
    expect(await issues(page)).toEqual([])
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'hidden' })
    expect(await opener.evaluate((one) => one === document.activeElement)).toBe(true)
    await page.context().close()
  })

  it('open without JavaScript too', async () => {
    const page = await open('S-02', 320, { javaScript: false })
    await page.getByText('How to stop sharing').click()
    await page.getByRole('heading', { name: 'Manage your data sharing', level: 2 }).nth(1).waitFor()
    expect(await page.locator('#m-manage').isVisible()).toBe(true)
    await page.locator('#m-manage [data-close]').click()
    expect(await page.locator('#m-manage').isVisible()).toBe(false)
    await page.context().close()
  })
})

describe('browser script', () => {
  it('asks once before Back leaves the first step', async () => {
    const page = await open('S-02')
    await page.goBack()
    await page.locator('#m-cancel[open]').waitFor()
    expect(page.url()).toBe(`${origin}/S-02`)
    await page.context().close()
  })

  it('counts down, and tells screen readers at the half minute', async () => {
    const page = await open('S-09')
    await page.getByText(/^(2:00|1:5\d) left to answer$/).waitFor()
    await page.context().close()
  })

  it('shows and hides a password on request', async () => {
    const page = await open('S-07')
    await page.getByRole('button', { name: 'Show Password' }).click()
    expect(await page.getByLabel('Password', { exact: true }).getAttribute('type')).toBe('text')
    await page.getByRole('button', { name: 'Hide Password' }).click()
    expect(await page.getByLabel('Password', { exact: true }).getAttribute('type')).toBe('password')
    await page.context().close()
  })

  it('says that the browser is offline and keeps what was typed', async () => {
    const page = await open('S-07')
    await page.getByLabel('Login').fill('somebody')
    await page.context().setOffline(true)
    await page.getByText('You are offline.').waitFor()
    await page.getByRole('button', { name: 'Connect' }).click()
    expect(await page.getByLabel('Login').inputValue()).toBe('somebody')
    await page.context().setOffline(false)
    await page.getByText('You are offline.').waitFor({ state: 'hidden' })
    await page.context().close()
  })

  it('announces the number of banks found and opens the best match with Enter', async () => {
    const page = await open('S-05')
    await page.getByLabel('Search for your bank').fill('hooli')
    await page.getByText('2 banks found').waitFor()
    expect(await page.locator('button.bank').first().getAttribute('id')).toBe('AU00000')
    await page.getByLabel('Search for your bank').press('Enter')
    await page.waitForURL(`${origin}/flow/1/bank?institutionId=AU00000`)
    await page.context().close()
  })
})
