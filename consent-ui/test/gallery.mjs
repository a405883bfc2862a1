/** Renders every screen with sample data into a folder, to be looked at: `node consent-ui/test/gallery.mjs <folder>`. */
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { clientFolder, defaultTheme, institutionLogo, render, themeStylesheet } from '@banksia/consent-ui'
import { samples } from './samples.ts'

const folder = process.argv[2]
if (folder === undefined) throw new Error('Name a folder to write to')
await mkdir(join(folder, 'flow/1'), { recursive: true })
await mkdir(join(folder, 'logos'), { recursive: true })
await cp(clientFolder, join(folder, 'consent-ui'), { recursive: true })
await writeFile(join(folder, 'flow/1/theme.css'), themeStylesheet(defaultTheme))
for (const [id, shortName, colour] of [
  ['AU00000', 'Hooli', '#1F6FEB'],
  ['AU00002', 'Pied Piper', '#1E8E5A'],
  ['AU00003', 'Nucleus', '#7A3E9D'],
  ['AU00004', 'HooliGov', '#0B3D91'],
]) {
  await writeFile(join(folder, `logos/${id}-square.svg`), institutionLogo({ shortName, colour }, 'square'))
  await writeFile(join(folder, `logos/${id}-full.svg`), institutionLogo({ shortName, colour }, 'full'))
}
for (const [name, { view, page }] of Object.entries(samples)) {
  await writeFile(join(folder, `${name}.html`), render(view, page))
}
const first = await readFile(join(folder, 'S-02.html'))
console.log(`${Object.keys(samples).length} screens; first screen ${first.length} bytes of HTML`)
