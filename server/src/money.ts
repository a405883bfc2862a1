/**
 * Integer cents as the decimal string of the wire: `-4250` → `"-42.50"`.
 * @throws RangeError when the amount is not a safe integer
 */
export function formatCents(cents: number): string {
  if (!Number.isSafeInteger(cents)) throw new RangeError('an amount must be a whole number of cents')
  const digits = Math.abs(cents).toString().padStart(3, '0')
  return `${cents < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

/** The reverse of {@link formatCents}. */
export function parseCents(text: string): number {
  const match = /^(-?)(\d+)\.(\d{2})$/.exec(text)
  if (!match) throw new RangeError('not a decimal amount')
  const cents = Number(`${match[2]}${match[3]}`)
  return match[1] ? -cents : cents
}
