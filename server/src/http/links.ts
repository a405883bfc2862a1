/** Stands for the public origin inside sealed fragments; replaced while a page is joined (settled 1). */
export const ORIGIN_SENTINEL = '{{origin}}'

export interface Links {
  /** Public origin of the API, without a trailing slash. */
  readonly origin: string
  /** Absolute link for a path that starts with `/`. */
  to(path: string): string
}

/** Links always use the configured public origin, never the request's Host. */
export const createLinks = (publicUrl: string): Links => {
  const origin = publicUrl.replace(/\/+$/, '')
  return { origin, to: (path) => `${origin}${path}` }
}

/** Links whose origin is filled in when the fragment is served. */
export const sealedLinks: Links = createLinks(ORIGIN_SENTINEL)
