/** Appearance of one application. Colours are `#RRGGBB`; sizes are CSS pixels. */
export interface Theme {
  readonly primaryColour: string
  readonly secondaryColour: string
  readonly inactiveColour: string
  readonly headingSize: number
  readonly paragraphSize: number
  readonly lineHeight: number
  readonly primaryButtonText: string
  readonly primaryButtonBackground: string
  readonly secondaryButtonText: string
  readonly secondaryButtonBackground: string
  readonly buttonRadius: number
  readonly success: string
  readonly warning: string
  readonly failure: string
  readonly background: string
  readonly link: string
  readonly desktopWidth: number
}

/** The published defaults, with the two that fail contrast on white replaced by ones that pass (4.5:1). */
export const defaultTheme: Theme = {
  primaryColour: '#130F26',
  secondaryColour: '#130F26',
  inactiveColour: '#646C70',
  headingSize: 24,
  paragraphSize: 16,
  lineHeight: 24,
  primaryButtonText: '#FFFFFF',
  primaryButtonBackground: '#130F26',
  secondaryButtonText: '#130F26',
  secondaryButtonBackground: '#FFFFFF',
  buttonRadius: 8,
  success: '#4FC35A',
  warning: '#FABE34',
  failure: '#FE493F',
  background: '#FFFFFF',
  link: '#0459A8',
  desktopWidth: 480,
}

const ranges = {
  headingSize: [18, 40],
  paragraphSize: [14, 22],
  lineHeight: [20, 40],
  buttonRadius: [0, 32],
  desktopWidth: [360, 960],
} as const

const names: readonly (readonly [keyof Theme, string])[] = [
  ['primaryColour', 'heading'],
  ['secondaryColour', 'text'],
  ['inactiveColour', 'quiet'],
  ['headingSize', 'heading-size'],
  ['paragraphSize', 'text-size'],
  ['lineHeight', 'line'],
  ['primaryButtonText', 'primary-text'],
  ['primaryButtonBackground', 'primary'],
  ['secondaryButtonText', 'secondary-text'],
  ['secondaryButtonBackground', 'secondary'],
  ['buttonRadius', 'radius'],
  ['success', 'success'],
  ['warning', 'warning'],
  ['failure', 'failure'],
  ['background', 'paper'],
  ['link', 'link'],
  ['desktopWidth', 'width'],
]

/**
 * The stylesheet that carries an application's appearance. A stored value that is not a colour or a number in
 * range falls back to the default, so a damaged theme never breaks a page and never injects CSS.
 */
export function themeStylesheet(stored: Partial<Record<keyof Theme, unknown>>): string {
  const lines = names.map(([key, name]) => `--${name}:${safeValue(key, stored[key])}`)
  return `:root{${lines.join(';')}}`
}

function safeValue(key: keyof Theme, value: unknown): string {
  if (key in ranges) {
    const [low, high] = ranges[key as keyof typeof ranges]
    const fits = typeof value === 'number' && value >= low && value <= high
    // Sizes are in rem, so that the reader's own text size still counts.
    return `${(fits ? value : Number(defaultTheme[key])) / 16}rem`
  }
  return typeof value === 'string' && /^#[0-9a-f]{6}$/i.test(value) ? value : String(defaultTheme[key])
}
