const dangerous = new Set([
  'javascript:',
  'data:',
  'vbscript:',
  'file:',
  'blob:',
  'about:',
  'ws:',
  'wss:',
  'ftp:',
])
const loopback = new Set(['localhost', '127.0.0.1', '[::1]'])

/**
 * Whether a person may be sent to this URL at the end of a launch: absolute, at most 2,048 characters, without
 * credentials; `http` only for loopback and sandbox applications; app schemes are allowed (c&d §1.6).
 */
export function isRedirectUrl(text: string, kind: 'sandbox' | 'production'): boolean {
  if (text.length > 2_048 || !URL.canParse(text) || /[\s\0<>"]/.test(text)) return false
  const url = new URL(text)
  if (url.username || url.password || dangerous.has(url.protocol)) return false
  if (url.protocol === 'https:') return true
  if (url.protocol === 'http:') return kind === 'sandbox' || loopback.has(url.hostname)
  return /^[a-z][a-z0-9+-]*(\.[a-z0-9+-]+)*:\/\//i.test(text)
}
