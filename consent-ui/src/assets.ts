declare const __ASSETS__: { readonly script: string; readonly style: string } | undefined

/** Paths of the hashed client files, baked in by the build. */
export const assets =
  typeof __ASSETS__ === 'undefined'
    ? { script: '/consent-ui/client.js', style: '/consent-ui/page.css' }
    : __ASSETS__

/** Folder of the client files, beside the built render entry. */
export const clientFolder = new URL('../client/', import.meta.url)
