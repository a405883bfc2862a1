/**
 * Amounts as banks print them, in integer cents. `undefined` for anything else: an amount that is not understood must end
 * as `institution-changed`, never as zero.
 *
 * Read are `$1,234.56`, `-$6,081.50`, `+$12.30`, `$12.30 DR`, `$12.30 CR`, `($12.30)`, `1234.56`; with the signs U+2212 and
 * U+2013 too. DR is negative, CR positive. Another currency's sign (`US$`, `€`) is not read.
 */
export function centsOf(printed: string): number | undefined {
  const match = amount.exec(printed.trim())
  if (!match) return undefined
  const [, open, sign, signAfter, whole = '', fraction = '', close, side] = match
  if ((open === undefined) !== (close === undefined)) return undefined
  const minus = Number(open !== undefined) + isMinus(sign) + isMinus(signAfter) + Number(side === 'DR')
  if (minus > 1 || (minus > 0 && side === 'CR')) return undefined
  const cents = Number(whole.replaceAll(',', '')) * 100 + Number(fraction)
  if (!Number.isSafeInteger(cents)) return undefined
  return minus === 1 && cents !== 0 ? -cents : cents
}

const amount =
  /^(\()?([-+\u2212\u2013])? ?\$?([-+\u2212\u2013])?([0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)\.([0-9]{2})(\))?(?: ?(DR|CR))?$/

function isMinus(sign: string | undefined): 0 | 1 {
  return sign === undefined || sign === '+' ? 0 : 1
}
