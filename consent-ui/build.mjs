/**
 * Builds the two halves of the Consent UI: hashed client files first, then the server's render entry with the
 * names of those files baked in, so a running server never reads a manifest from disk.
 */
import { rm } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const root = fileURLToPath(new URL('.', import.meta.url))
const oxc = { jsx: { runtime: 'automatic', importSource: 'preact' } }
const shared = { root, configFile: false, logLevel: 'warn', oxc }

await rm(new URL('dist', import.meta.url), { recursive: true, force: true })

const client = await build({
  ...shared,
  base: '/consent-ui/',
  build: {
    outDir: 'dist/client',
    assetsDir: '.',
    target: 'es2022',
    modulePreload: false,
    rollupOptions: { input: { client: 'src/islands/client.ts', page: 'src/styles/page.css' } },
  },
})
const files = [client].flat().flatMap((result) => result.output.map((file) => file.fileName))
const named = (start, end) => {
  const file = files.find((name) => name.startsWith(start) && name.endsWith(end))
  if (file === undefined) throw new Error(`The client build made no ${start}*${end}: ${files.join(', ')}`)
  return `/consent-ui/${file}`
}

await build({
  ...shared,
  define: { __ASSETS__: JSON.stringify({ script: named('client', '.js'), style: named('page', '.css') }) },
  ssr: { noExternal: true },
  build: { ssr: 'src/render.tsx', outDir: 'dist/server', target: 'node22', minify: false },
})
