/** What a mail says, before it has a form. */
export interface Letter {
  readonly brand: string
  readonly subject: string
  readonly paragraphs: readonly string[]
  /** A button under the paragraphs. */
  readonly action?: { readonly label: string; readonly url: string } | undefined
  readonly footer: readonly string[]
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => entities[character] ?? '')

/** The letter as plain text. */
export const toText = ({ brand, paragraphs, action, footer }: Letter): string =>
  [
    brand,
    ...paragraphs,
    ...(action ? [`${action.label}: ${action.url}`] : []),
    ['--', ...footer].join('\n'),
    '',
  ].join('\n\n')

const page = 'margin:0;background:#f4f4f1;font-family:Arial,Helvetica,sans-serif;color:#1f2421'
const sheet = 'max-width:560px;margin:0 auto;padding:32px 24px;background:#ffffff'
const button =
  'display:inline-block;padding:12px 20px;background:#1f4f46;color:#ffffff;text-decoration:none;border-radius:4px'

/** The same with the brand's name on top: no pictures, no scripts, nothing loaded from anywhere. */
export const toHtml = ({ brand, subject, paragraphs, action, footer }: Letter): string =>
  `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(subject)}</title></head>
<body style="${page}">
<div role="article" style="${sheet}">
<p style="font-size:14px;font-weight:bold;margin:0 0 24px">${escapeHtml(brand)}</p>
<h1 style="font-size:22px;line-height:1.3;margin:0 0 16px">${escapeHtml(subject)}</h1>
${paragraphs.map((text) => `<p style="font-size:16px;line-height:1.5;margin:0 0 16px">${escapeHtml(text)}</p>`).join('\n')}
${action ? `<p style="margin:24px 0"><a href="${escapeHtml(action.url)}" style="${button}">${escapeHtml(action.label)}</a></p>` : ''}
<hr style="border:0;border-top:1px solid #d8d8d2;margin:24px 0">
${footer.map((text) => `<p style="font-size:13px;line-height:1.5;margin:0 0 8px;color:#5a625d">${escapeHtml(text)}</p>`).join('\n')}
</div>
</body>
</html>
`
