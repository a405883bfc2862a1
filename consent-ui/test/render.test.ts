import { readdir, readFile } from 'node:fs/promises'
import { gzipSync } from 'node:zlib'
import { clientFolder, displayedTexts, render, themeStylesheet } from '@banksia/consent-ui'
import { describe, expect, it } from 'vitest'
import { samples } from './samples.ts'

const clientFile = async (ending: string) => {
  const name = (await readdir(clientFolder)).find((one) => one.endsWith(ending))
  return readFile(new URL(name ?? '', clientFolder))
}

describe.each(Object.entries(samples))('%s', (_name, { view, page }) => {
  const html = render(view, page)

  it('says which screen it is and has a title, a language and one heading', () => {
    expect(html).toContain(`data-screen="${view.screen}"`)
    expect(html).toMatch(/<title>[^<]+<\/title>/)
    expect(html).toContain('<html lang="en-AU">')
    expect(html.match(/<h1/g)).toHaveLength(1)
  })

  it('has no inline script, style or handler, which the content security policy would refuse', () => {
    expect(html).not.toMatch(/<style|\sstyle=|\son[a-z]+=/)
    expect(html.match(/<script[^>]*>/g)).toEqual([expect.stringContaining(' src="/consent-ui/')])
  })
})

describe('weight', () => {
  it('keeps the client script under 30 kB and the first screen under 25 kB, gzipped', async () => {
    expect(gzipSync(await clientFile('.js')).length).toBeLessThan(30_000)
    const first = samples['S-02']
    if (!first) throw new Error('no sample of S-02')
    const html = Buffer.from(render(first.view, first.page))
    expect(gzipSync(Buffer.concat([html, await clientFile('.css')])).length).toBeLessThan(25_000)
  })
})

describe('escaping', () => {
  it('shows partner and adviser texts as text', () => {
    const first = samples['S-02']
    if (first?.view.screen !== 'S-02') throw new Error('no sample of S-02')
    const html = render(
      { ...first.view, title: '<img src=x onerror=alert(1)>' },
      { ...first.page, brandName: '"><script>' },
    )
    expect(html).not.toContain('<img src=x')
    expect(html).not.toContain('"><script>')
  })
})

describe('displayed texts', () => {
  it('keeps every text of the consent screen, dialogs included, without markup', () => {
    const sample = samples['S-02-adviser']
    if (sample?.view.screen !== 'S-02') throw new Error('no sample of S-02')
    const texts = displayedTexts(sample.view, sample.page)
    for (const text of [
      'Name, occupation, contact details',
      'Residential address',
      'Data from 24 Nov 2024',
      'Until 24 Nov 2027 (12 months)',
      'Delete my data instead',
      'I consent',
    ]) {
      expect(texts).toContain(text)
    }
    expect(texts.join(' ')).toContain('Ridge Accounting is not accredited')
    expect(texts.join(' ')).not.toMatch(/<\w|&amp;/)
  })
})

describe('theme', () => {
  it('falls back to the default for a value that is damaged or hostile', () => {
    const css = themeStylesheet({
      primaryColour: 'red;}body{display:none',
      headingSize: 900,
      link: '#123456',
    })
    expect(css).toContain('--heading:#130F26')
    expect(css).toContain('--heading-size:1.5rem')
    expect(css).toContain('--link:#123456')
    expect(css).not.toContain('display')
  })
})
