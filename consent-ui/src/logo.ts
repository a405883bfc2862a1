/** A logo of our own for an institution: its colour and its short name, as SVG text. No third-party artwork. */
export function institutionLogo(
  bank: { readonly shortName: string; readonly colour: string | null },
  shape: 'square' | 'full',
): string {
  const colour = bank.colour !== null && /^#[0-9a-f]{6}$/i.test(bank.colour) ? bank.colour : '#3B4252'
  const name = escapeXml(bank.shortName)
  const mark = monogram(colour, initials(bank.shortName))
  if (shape === 'square') {
    return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64" role="img" aria-label="${name}">${mark}</svg>`
  }
  const width = 84 + Math.max(bank.shortName.length, 4) * 17
  const word = `<text x="80" y="43" ${font} font-size="30" font-weight="700" fill="${ink(colour)}">${name}</text>`
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} 64" role="img" aria-label="${name}">${mark}${word}</svg>`
}

const font = 'font-family="system-ui,Helvetica,Arial,sans-serif"'

function monogram(colour: string, letters: string): string {
  const text = luminance(colour) > 0.4 ? '#130F26' : '#FFFFFF'
  return (
    `<rect width="64" height="64" rx="14" fill="${colour}"/>` +
    `<path d="M0 50C18 38 40 60 64 42V50a14 14 0 0 1-14 14H14A14 14 0 0 1 0 50Z" fill="${text}" opacity=".14"/>` +
    `<text x="32" y="42" text-anchor="middle" ${font} font-size="28" font-weight="700" fill="${text}">${letters}</text>`
  )
}

/** Up to two letters: the capitals of the name, else its first letter. */
function initials(name: string): string {
  const capitals = name.match(/\p{Lu}/gu) ?? []
  return escapeXml((capitals.slice(0, 2).join('') || name.slice(0, 1)).toUpperCase())
}

/** The colour itself where it can be read on white, else a dark ink. */
function ink(colour: string): string {
  return luminance(colour) < 0.18 ? colour : '#130F26'
}

/** Relative luminance, WCAG 2.2. */
function luminance(colour: string): number {
  const channel = (at: number) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
}

function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
