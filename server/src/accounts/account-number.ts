/** Lengths and first digits of the card schemes (ISO/IEC 7812 issuer ranges). */
const cardForm =
  /^(4\d{12}|4\d{15}|4\d{18}|5[1-5]\d{14}|2(2[2-9]|[3-6]\d|7[01])\d{13}|2720\d{12}|3[47]\d{13}|3(0[0-5]|[689]\d)\d{11}|6(011|5\d\d|4[4-9]\d)\d{12}|35\d{14}|62\d{14,17})$/

/** Whether digits could be a payment card's number. Banks give card accounts other numbers too (settled 14). */
export const isCardNumber = (number: string): boolean => cardForm.test(number)

/** `x` for all but the last four characters; short numbers keep half of what they have. */
export function maskNumber(number: string): string {
  const shown = Math.min(4, Math.floor(number.length / 2))
  return `${'x'.repeat(number.length - shown)}${number.slice(number.length - shown)}`
}
